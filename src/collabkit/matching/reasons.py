"""Why a match is one: the records and sentences behind a score."""

from collections.abc import Collection, Mapping, Sequence

from collabkit.catalog import Activity, Catalog, Partner
from collabkit.library import Known
from collabkit.matching.records import Brought, Factor, Given, Minded, Start, Unknown
from collabkit.matching.scoring import Score


def brought(
    partner: Partner,
    activity: Activity | None,
    short: Collection[str],
    catalog: Catalog,
) -> tuple[Brought, ...]:
    """Return what the partner brings, first what the activity needs."""
    supplied = (
        [need.resource for need in activity.needs if partner.id in need.from_] if activity else []
    )
    needed = {need.resource for need in activity.needs} if activity else set()
    said = {gift.resource: gift.text for gift in partner.brings}
    resources = sorted(
        dict.fromkeys((*supplied, *said)),
        key=lambda resource: (resource not in supplied, resource not in needed),
    )
    return tuple(
        Brought(
            resource,
            _label(catalog, resource),
            said.get(resource, _label(catalog, resource)),
            resource in needed,
            resource in short,
        )
        for resource in resources
    )


def given(partner: Partner, held: Mapping[str, bool], catalog: Catalog) -> tuple[Given, ...]:
    """Return the wants of the partner that the library's assets meet, asset by asset."""
    return tuple(
        Given(asset, catalog.assets[asset].label, want.resource, want.text, stated)
        for want in partner.wants
        for asset, stated in held.items()
        if want.resource in catalog.assets[asset].provides
    )


def unknown(partner: Partner, held: Collection[str], catalog: Catalog) -> tuple[Unknown, ...]:
    """Return the wants that no known asset meets, with the assets that would."""
    offered = {resource for id_ in held for resource in catalog.assets[id_].provides}
    found = []
    for want in partner.wants:
        if want.resource not in offered:
            assets = tuple(
                asset.id for asset in catalog.assets.values() if want.resource in asset.provides
            )
            if assets:
                found.append(Unknown(want.resource, assets, want.text))
    return tuple(found)


def start(activity: Activity | None) -> Start | None:
    """Return what a person needs to know of the activity to start with."""
    if activity is None:
        return None
    return Start(
        activity.id,
        activity.label,
        activity.form,
        activity.level,
        activity.pilot,
        activity.commitment.setup_hours,
        activity.commitment.monthly_hours,
    )


def minded(partner: Partner, activity: Activity | None, catalog: Catalog) -> tuple[Minded, ...]:
    """Return what to mind, the partner's own cautions before those of the work."""
    ids = dict.fromkeys((*partner.cautions, *(activity.cautions if activity else ())))
    return tuple(
        Minded(id_, catalog.cautions[id_].label, catalog.cautions[id_].do)
        for id_ in ids
        if id_ in catalog.cautions
    )


def factors(
    score: Score,
    fit: str,
    they: Sequence[Brought],
    we: Sequence[Given],
    known: Known | None,
) -> tuple[Factor, ...]:
    """Return each factor of *score* with the sentence behind it."""
    needed = [one.label for one in they if one.needed] or [one.label for one in they]
    assets = list(dict.fromkeys(one.label for one in we))
    return (
        Factor("fit", round(score.fit, 3), fit),
        Factor(
            "they_bring",
            round(score.they, 3),
            f"They bring {listed(needed[:4])}."
            if needed
            else "Unknown: the catalog names nothing they bring.",
        ),
        Factor(
            "we_bring",
            round(score.we, 3),
            f"The library brings {listed(assets[:4])}."
            if assets
            else "Unknown: no asset of the library meets what they want.",
        ),
        Factor("mutual", round(score.mutual, 3), _mutual(score)),
        Factor("history", round(score.history, 3), _history(known)),
    )


def _mutual(score: Score) -> str:
    if score.they == 0 or score.we == 0:
        return "Only one side gains, as far as is known."
    gap = score.they - score.we
    if abs(gap) < 0.25:  # noqa: PLR2004 - a quarter of the scale is where a person sees a lean
        return "Both sides gain about as much."
    return "The library gains more." if gap > 0 else "The partner gains more."


def _history(known: Known | None) -> str:
    if known is None:
        return "Unknown: no history in the profile."
    since = f" since {known.since}" if known.since else ""
    went = {
        "well": "it went well",
        "mixed": "it went partly well",
        "badly": "it went badly",
        None: "nothing is said of how it went",
    }[known.went]
    return f"Known{since}, and {went}."


def listed(words: Sequence[str]) -> str:
    """Return *words* as a list in a sentence, such as "a, b and c"."""
    if len(words) < 2:  # noqa: PLR2004 - one word needs no list
        return "".join(words)
    comma = ";" if any("," in word for word in words) else ","
    return f"{f'{comma} '.join(words[:-1])}{';' if comma == ';' else ''} and {words[-1]}"


def _label(catalog: Catalog, resource: str) -> str:
    return catalog.resources[resource].label if resource in catalog.resources else resource
