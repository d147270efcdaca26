"""Who is missing: partners and goals that nobody near serves, and how far the nearest is."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from collabkit.catalog import Catalog
from collabkit.directory import nearest, places
from collabkit.directory.nearest import Nearest
from collabkit.directory.places import Spot
from collabkit.directory.store import Connection
from collabkit.finding.found import Found
from collabkit.finding.search import Search
from collabkit.phrases import lower_first

_MISSED = 3
"""Of how many of the best partners it is said that none is near."""


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
    connection: Connection,
    catalog: Catalog,
    spot: Spot,
    search: Search,
    found: Sequence[Found],
) -> list[str]:
    """Return a sentence for each of the best partners of which nobody is near.

    Args:
        connection: to the directory.
        catalog: for the names of partners.
        spot: the middle of the circle.
        search: what was asked.
        found: what was found, so that it need not be looked for again.
    """
    named = {each.partner for each in found}
    wanted = [partner for partner in list(search.scores)[:_MISSED] if partner not in named]
    if not wanted:
        return []
    known = nearest.nearest(connection, spot, wanted, search.sure)
    return [
        _absence(catalog.partners[partner].label, known.get(partner), search.within)
        for partner in wanted
        if partner not in known or known[partner].distance > search.within
    ]


def _absence(label: str, who: Nearest | None, within: float) -> str:
    said = f"no {lower_first(label)} within {places.shown(within)} miles"
    if who is None:
        return f"{said}, and none in the directory"
    return (
        f"{said}; the nearest is {who.distance:.0f} miles away"
        f"{f' in {who.town}' if who.town else ''}: {who.name}"
    )


def gaps(connection: Connection, catalog: Catalog, spot: Spot, search: Search) -> list[Absence]:
    """Return the goals whose own partners are all absent, then the partners that nobody near is."""
    partners = catalog.partners
    here = nearest.present(connection, spot, search.within, partners, search.sure)
    missing = [id_ for id_ in partners if id_ not in here]
    known = nearest.nearest(connection, spot, missing, search.sure) if missing else {}
    served = {goal for id_ in here for goal in partners[id_].goals.core}
    found = [
        _gap("goal", id_, goal.label, (id_,), None)
        for id_, goal in catalog.goals.items()
        if id_ not in served
    ]
    found += (
        _gap("partner", id_, partners[id_].label, partners[id_].goals.core, known.get(id_))
        for id_ in missing
    )
    return found


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
