"""Why a match is one: the records and sentences behind a score."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from collabkit.library import Known
from collabkit.matching.history import history_sentence
from collabkit.matching.records import Factor, LibraryOffer, MatchCaution, PartnerOffer, Unknown
from collabkit.matching.scoring.score import Gain, Score
from collabkit.text.json import shared
from collabkit.text.phrases import cap, listed, quoted

if TYPE_CHECKING:
    from collabkit.matching.scoring.views import ActivityView, PartnerView


def partner_offers(
    partner: "PartnerView",
    work: "ActivityView | None",
    short: Collection[str],
    names: Mapping[str, str],
) -> tuple[PartnerOffer, ...]:
    """Return what the partner brings, first what the work needs; *names* are those of resources."""
    needs = work.needs if work else ()
    supplied = [resource for resource, suppliers in needs if partner.id in suppliers]
    needed = {resource for resource, _ in needs}
    resources = sorted(
        dict.fromkeys((*supplied, *partner.brings)),
        key=lambda resource: (resource not in supplied, resource not in needed),
    )
    return tuple(
        PartnerOffer(
            resource,
            label := names.get(resource, resource),
            partner.brings.get(resource, label),
            resource in needed,
            resource in short,
        )
        for resource in resources
    )


def library_offers(
    partner: "PartnerView",
    held: Mapping[str, bool],
    providers: Mapping[str, Sequence[str]],
    names: Mapping[str, str],
) -> tuple[LibraryOffer, ...]:
    """Return the wants of the partner that the library's assets meet, asset by asset.

    Of many assets that meet one want two are given, those that the profile states first.
    """
    found: list[LibraryOffer] = []
    for resource, text in partner.wants:
        assets = [id_ for id_ in providers.get(resource, ()) if id_ in held]
        assets.sort(key=lambda id_: not held[id_])
        found += (
            LibraryOffer(id_, names[id_], resource, text, held[id_])
            for id_ in assets[:_ASSETS_FOR_A_WANT]
        )
    return tuple(found)


_ASSETS_FOR_A_WANT = 2


def unknown(
    partner: "PartnerView", held: Collection[str], providers: Mapping[str, Sequence[str]]
) -> tuple[Unknown, ...]:
    """Return the wants that no known asset meets, with the assets that would."""
    return tuple(
        Unknown(resource, tuple(assets), text)
        for resource, text in partner.wants
        if (assets := providers.get(resource)) and not any(id_ in held for id_ in assets)
    )


def cautions(
    partner: "PartnerView", work: "ActivityView | None", by_id: Mapping[str, MatchCaution]
) -> tuple[MatchCaution, ...]:
    """Return the cautions of partner and work, the partner's own before those of the work, of those *by_id*."""
    ids = dict.fromkeys((*partner.cautions, *(work.cautions if work else ())))
    return tuple(by_id[id_] for id_ in ids if id_ in by_id)


def fit(because: Sequence[str], core: Sequence[str], related: Sequence[str], takes: str) -> str:
    """Return why the aim fits the partner, as one or two sentences.

    Args:
        because: words of the aim that speak for it.
        core: the names of goals of the aim that are its own work.
        related: of those with which it often helps.
        takes: from ``takes_part``.
    """
    parts = []
    if because:
        parts.append(f"you wrote {listed([quoted(words) for words in because])}")
    if core:
        parts.append(f"their own work is {listed(core)}")
    if related:
        parts.append(f"they often help with {listed(related)}")
    if takes:
        parts.append(takes)
    if not parts:
        return "Unknown: nothing in the catalog ties the aim to them."
    return f"{cap('; '.join(parts))}."


def factors(
    score: Score, fits: str, gains: Sequence[Factor], history: Factor
) -> tuple[Factor, ...]:
    """Return each factor of *score* with the sentence behind it.

    Args:
        score: the score.
        fits: from ``fit``.
        gains: what each side brings, from ``they_bring`` and ``we_bring``.
        history: from ``history_factor``.
    """
    return (
        Factor("fit", round(score.fit, 3), fits),
        *gains,
        Factor("mutual", round(score.mutual, 3), _mutual(score)),
        history,
    )


def they_bring(gain: Gain, they: Sequence[PartnerOffer]) -> Factor:
    """Return what the partner brings as a factor."""
    needed = [one.label for one in they if one.needed] or [one.label for one in they]
    why = f"They bring {listed(needed[:_NAMED])}."
    why = why if needed else "Unknown: the catalog names nothing they bring."
    return shared(Factor("they_bring", round(gain.they, 3), why))


def we_bring(gain: Gain, we: Sequence[LibraryOffer]) -> Factor:
    """Return what the library brings as a factor."""
    assets = list(dict.fromkeys(one.label for one in we))
    why = f"The library brings {listed(assets[:_NAMED])}."
    why = why if assets else "Unknown: no asset of the library is known to meet what they want."
    return shared(Factor("we_bring", round(gain.we, 3), why))


def history_factor(moved: float, known: Known | None) -> Factor:
    """Return the history with the partner, which moves a score by so much, as a factor."""
    return shared(Factor("history", round(0.5 + moved / 2, 3), history_sentence(known)))


_NAMED = 4
"""Of what somebody brings, named in a sentence."""


def _mutual(score: Score) -> str:
    if score.gain.they == 0 or score.gain.we == 0:
        return "Only one side gains, as far as is known."
    gap = score.gain.they - score.gain.we
    if abs(gap) < 0.25:  # noqa: PLR2004 - a quarter of the scale is where a person sees a lean
        why = "Both sides gain about as much"
    else:
        why = "The library gains more" if gap > 0 else "The partner gains more"
    return f"{why}; {score.counted:.0%} of it counts, by how far the work answers the aim."
