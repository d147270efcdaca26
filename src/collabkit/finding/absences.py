"""Who is missing: partners and goals that nobody near serves, and how far the nearest is."""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import Literal, NamedTuple

from collabkit.catalog import Catalog
from collabkit.directory.directory import Directory
from collabkit.directory.geo import places
from collabkit.directory.geo.places import Spot
from collabkit.directory.query.nearest import Nearest
from collabkit.finding.found import Found
from collabkit.finding.search import Search
from collabkit.text.phrases import lower_first

_MISSED = 3
"""Of how many of the best partners it is said that none is near."""


class Missing(NamedTuple):
    """One of the best partners, of which nobody is near."""

    label: str
    nearest: Nearest | None
    """None if the directory has nobody of it at all."""

    def sentence(self, within: float) -> str:
        """Say that nobody is within *within* miles, and how far the nearest is."""
        said = f"no {lower_first(self.label)} within {places.shown(within)} miles"
        who = self.nearest
        if who is None:
            return f"{said}, and none in the directory"
        return (
            f"{said}; the nearest is {_beyond(who.distance, within)} miles away"
            f"{f' in {who.town}' if who.town else ''}: {who.name}"
        )


def _beyond(distance: float, within: float) -> str:
    """Return *distance* in so many digits that it is more than *within*, as it is."""
    return f"{distance:.0f}" if round(distance) > within else f"{ceil(distance * 10) / 10:.1f}"


class Absence(NamedTuple):
    """A partner, or a goal, that nobody near serves."""

    kind: Literal["goal", "partner"]
    id: str
    label: str
    goals: tuple[str, ...]
    """The goals it would serve; of a goal, itself."""
    nearest: str | None
    """The organization that is nearest."""
    nearest_id: str | None
    town: str | None
    distance: float | None


def absent(
    directory: Directory,
    catalog: Catalog,
    spot: Spot,
    search: Search,
    found: Sequence[Found],
) -> list[Missing]:
    """Return those of the best partners of which nobody is near.

    Args:
        directory: who is asked.
        catalog: for the names of partners.
        spot: the middle of the circle.
        search: what was asked.
        found: what was found, so that it need not be looked for again.
    """
    named = {each.partner for each in found}
    wanted = [partner for partner in list(search.scores)[:_MISSED] if partner not in named]
    if not wanted:
        return []
    known = directory.nearest(spot, wanted, search.wanted.sure)
    return [
        Missing(catalog.partners[partner].label, known.get(partner))
        for partner in wanted
        if partner not in known or known[partner].distance > search.within
    ]


def gaps(directory: Directory, catalog: Catalog, spot: Spot, search: Search) -> list[Absence]:
    """Return the goals whose own partners are all absent, then the partners that nobody near is.

    Only goals and partners that *search* asks for; partners that are named ask for no goal.
    """
    partners = catalog.partners
    here = directory.present(spot, search.within, partners, search.wanted.sure)
    missing = [id_ for id_ in partners if id_ not in here]
    known = directory.nearest(spot, missing, search.wanted.sure) if missing else {}
    served = {goal for id_ in here for goal in partners[id_].goals.core}
    every = not search.ranked and len(search.scores) == len(partners)
    found = [
        _gap("goal", id_, catalog.goals[id_].label, (id_,), _nearest_for(id_, catalog, known))
        for id_ in (catalog.goals if every else search.goals)
        if id_ not in served
    ]
    found += (
        _gap("partner", id_, partners[id_].label, partners[id_].goals.core, known.get(id_))
        for id_ in missing
        if id_ in search.scores
    )
    return found


def _nearest_for(goal: str, catalog: Catalog, known: Mapping[str, Nearest]) -> Nearest | None:
    """Return the nearest of those whose own goal *goal* is."""
    theirs = (who for id_, who in known.items() if goal in catalog.partners[id_].goals.core)
    return min(theirs, key=lambda who: who.distance, default=None)


def _gap(
    kind: Literal["goal", "partner"],
    id_: str,
    label: str,
    goals: tuple[str, ...],
    who: Nearest | None,
) -> Absence:
    if who is None:
        return Absence(kind, id_, label, goals, None, None, None, None)
    distance = round(who.distance, 1)
    return Absence(kind, id_, label, goals, who.name, who.id, who.town or None, distance)
