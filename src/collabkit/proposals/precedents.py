"""What libraries before us did with partners of this type."""

from collections.abc import Sequence

from collabkit.catalog import Catalog
from collabkit.catalog.sayings import Precedent
from collabkit.proposals.facts import Example
from collabkit.text.phrases import ended, listed, lower_first


def alike(
    precedents: Sequence[Precedent], partner: str, goals: Sequence[str], limit: int
) -> list[Precedent]:
    """Return the precedents with *partner* that served most of *goals*, at most *limit*.

    One that served none of them is not alike. The first goal counts most; among equals the one
    that says more of who gave what comes first, then the newer, then by id.
    """
    found = [
        (
            goals[0] in each.goals,
            len(set(goals) & set(each.goals)),
            bool(each.library_gave) + bool(each.partners_gave),
            each.year or 0,
            each,
        )
        for each in precedents
        if any(taker.partner == partner for taker in each.partners) and set(goals) & set(each.goals)
    ]
    found.sort(key=lambda scored: (*(-part for part in scored[:4]), scored[4].id))
    return [scored[4] for scored in found[:limit]]


def examples(
    catalog: Catalog, partner: str, goals: Sequence[str], limit: int = 2
) -> tuple[Example, ...]:
    """Return what other libraries did with *partner* for *goals*, in sentences."""
    with_them = catalog.derived("precedents-by-partner-1", _by_partner).get(partner, ())
    known = [catalog.precedents[id_] for id_ in with_them]
    return tuple(
        Example(_told(each, partner), each.source[0])
        for each in alike(known, partner, goals, limit)
    )


def _by_partner(catalog: Catalog) -> dict[str, list[str]]:
    """Return for each partner the precedents with it: a paper needs few of some hundred."""
    found: dict[str, list[str]] = {}
    for precedent in catalog.precedents.values():
        for partner in {taker.partner: None for taker in precedent.partners}:
            found.setdefault(partner, []).append(precedent.id)
    return found


def _told(precedent: Precedent, partner: str) -> str:
    """Return what *precedent* tells, with a word before each part: not every aim is a verb."""
    place = f", {precedent.place}" if precedent.place else ""
    year = f" ({precedent.year})" if precedent.year else ""
    takers = sorted(precedent.partners, key=lambda taker: taker.partner != partner)
    said = [
        f"{precedent.library}{place}{year}",
        f"What it was after: {lower_first(precedent.aim)}",
        f"With whom: {listed([taker.name for taker in takers[:3]])}",
    ]
    if precedent.library_gave:
        said.append(f"The library gave: {listed(precedent.library_gave[:3])}")
    if precedent.partners_gave:
        said.append(f"The others gave: {listed(precedent.partners_gave[:3])}")
    return " ".join(ended(part) for part in said)
