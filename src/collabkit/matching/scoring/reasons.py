"""Why a match is one: the records and sentences behind a score."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from collabkit.catalog import Catalog
from collabkit.library import Known
from collabkit.matching.history import told
from collabkit.matching.records import Brought, Factor, Given, Minded, Seen, Start, Unknown
from collabkit.matching.scoring.score import Gain, Score
from collabkit.text.json import shared
from collabkit.text.phrases import cap, listed, lower_first, quoted

if TYPE_CHECKING:
    from collabkit.catalog import Activity, Partner
    from collabkit.catalog.sayings import Precedent


def brought(
    partner: "Partner",
    activity: "Activity | None",
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


def given(
    partner: "Partner",
    held: Mapping[str, bool],
    providers: Mapping[str, Sequence[str]],
    catalog: Catalog,
) -> tuple[Given, ...]:
    """Return the wants of the partner that the library's assets meet, asset by asset.

    Of many assets that meet one want two are given, those that the profile states first.
    """
    found: list[Given] = []
    for want in partner.wants:
        assets = [id_ for id_ in providers.get(want.resource, ()) if id_ in held]
        assets.sort(key=lambda id_: not held[id_])
        found += (
            Given(id_, catalog.assets[id_].label, want.resource, want.text, held[id_])
            for id_ in assets[:_ASSETS_FOR_A_WANT]
        )
    return tuple(found)


_ASSETS_FOR_A_WANT = 2


def unknown(
    partner: "Partner", held: Collection[str], providers: Mapping[str, Sequence[str]]
) -> tuple[Unknown, ...]:
    """Return the wants that no known asset meets, with the assets that would."""
    return tuple(
        Unknown(want.resource, tuple(assets), want.text)
        for want in partner.wants
        if (assets := providers.get(want.resource)) and not any(id_ in held for id_ in assets)
    )


def start(activity: "Activity | None") -> Start | None:
    """Return what a person needs to know of the activity to start with."""
    if activity is None:
        return None
    return shared(
        Start(
            activity.id,
            activity.label,
            activity.form,
            activity.level,
            activity.pilot,
            activity.schedule.hours.setup if activity.schedule else None,
            activity.schedule.monthly() if activity.schedule else None,
        )
    )


def minded(partner: "Partner", activity: "Activity | None", catalog: Catalog) -> tuple[Minded, ...]:
    """Return what to mind, the partner's own cautions before those of the work."""
    ids = dict.fromkeys((*partner.cautions, *(activity.cautions if activity else ())))
    return tuple(
        Minded(id_, catalog.cautions[id_].label, catalog.cautions[id_].do)
        for id_ in ids
        if id_ in catalog.cautions
    )


def seen(precedent: "Precedent") -> Seen:
    """Return what a match shows of a precedent."""
    return Seen(
        precedent.id,
        precedent.title(),
        precedent.year,
        precedent.aim,
        tuple(taker.name for taker in precedent.partners),
        precedent.source[0],
    )


def shared_goals(partner: "Partner", catalog: Catalog) -> tuple[dict[str, str], dict[str, str]]:
    """Return the names of the partner's own goals, and of those it often helps with, by id."""
    core, related = (
        {goal: catalog.goals[goal].label for goal in goals if goal in catalog.goals}
        for goals in (partner.goals.core, partner.goals.related)
    )
    return core, related


def takes_part(activity: "Activity | None", catalog: Catalog) -> str:
    """Return that they take part in *activity*, as the middle of a sentence; nothing if there is none."""
    if activity is None:
        return ""
    takes = listed([_label(catalog, need.resource) for need in activity.needs[:3]])
    return f"{lower_first(activity.label)} is work they take part in, and takes {takes}"


def fit(because: Sequence[str], core: Sequence[str], related: Sequence[str], takes: str) -> str:
    """Return why the aim fits the partner, as one or two sentences.

    Args:
        because: words of the aim that speak for it.
        core: the names of goals of the aim that are its own work.
        related: of those with which it often helps.
        takes: from ``takes_part``.
    """
    said = []
    if because:
        said.append(f"you wrote {listed([quoted(words) for words in because])}")
    if core:
        said.append(f"their own work is {listed(core)}")
    if related:
        said.append(f"they often help with {listed(related)}")
    if takes:
        said.append(takes)
    if not said:
        return "Unknown: nothing in the catalog ties the aim to them."
    return f"{cap('; '.join(said))}."


def factors(score: Score, fits: str, gains: Sequence[Factor], lived: Factor) -> tuple[Factor, ...]:
    """Return each factor of *score* with the sentence behind it.

    Args:
        score: the score.
        fits: from ``fit``.
        gains: what each side brings, from ``they_bring`` and ``we_bring``.
        lived: from ``lived_through``.
    """
    return (
        Factor("fit", round(score.fit, 3), fits),
        *gains,
        Factor("mutual", round(score.mutual, 3), _mutual(score)),
        lived,
    )


def they_bring(gain: Gain, they: Sequence[Brought]) -> Factor:
    """Return what the partner brings as a factor."""
    needed = [one.label for one in they if one.needed] or [one.label for one in they]
    said = f"They bring {listed(needed[:_NAMED])}."
    said = said if needed else "Unknown: the catalog names nothing they bring."
    return shared(Factor("they_bring", round(gain.they, 3), said))


def we_bring(gain: Gain, we: Sequence[Given]) -> Factor:
    """Return what the library brings as a factor."""
    assets = list(dict.fromkeys(one.label for one in we))
    said = f"The library brings {listed(assets[:_NAMED])}."
    said = said if assets else "Unknown: no asset of the library is known to meet what they want."
    return shared(Factor("we_bring", round(gain.we, 3), said))


def lived_through(moved: float, known: Known | None) -> Factor:
    """Return the history with the partner, which moves a score by so much, as a factor."""
    return shared(Factor("history", round(0.5 + moved / 2, 3), told(known)))


_NAMED = 4
"""Of what somebody brings, named in a sentence."""


def _mutual(score: Score) -> str:
    if score.gain.they == 0 or score.gain.we == 0:
        return "Only one side gains, as far as is known."
    gap = score.gain.they - score.gain.we
    if abs(gap) < 0.25:  # noqa: PLR2004 - a quarter of the scale is where a person sees a lean
        said = "Both sides gain about as much"
    else:
        said = "The library gains more" if gap > 0 else "The partner gains more"
    return f"{said}; {score.counted:.0%} of it counts, by how far the work answers the aim."


def _label(catalog: Catalog, resource: str) -> str:
    return catalog.resources[resource].label if resource in catalog.resources else resource
