"""Who is missing: partners and goals that nobody near serves, and how far the nearest is."""

from collections.abc import Collection, Mapping, Sequence
from math import ceil
from typing import Any, Literal, NamedTuple, Self

from collabkit.catalog import Catalog
from collabkit.directory.directory import Directory
from collabkit.directory.geo import places
from collabkit.directory.geo.places import Spot
from collabkit.directory.query.nearest import Nearest
from collabkit.finding.found import Found
from collabkit.finding.search import Search
from collabkit.finding.works import Kind, works
from collabkit.records import from_record, to_record
from collabkit.text.phrases import lower_first

_MISSED = 3
"""Of how many of the best partners it is said that none is near."""
_TELLING = 100
"""Miles beyond which the nearest one is no neighbor, and is not named."""


class Missing(NamedTuple):
    """One of the best partners, of which nobody is near."""

    label: str
    nearest: Nearest | None
    """None if the directory has nobody of it that is any neighbor."""
    complete: bool = False
    """Whether a register is loaded that holds all of the kind here."""
    listed_by: str = ""
    """Which register would list more of them."""

    def sentence(self, within: float) -> str:
        """Say that nobody is within *within* miles, as far as that is known."""
        said = f"{lower_first(self.label)} within {places.shown(within)} miles"
        who = self.nearest
        nearest = (
            f"the nearest is {_beyond(who.distance, within)} miles away"
            f"{f' in {who.town}' if who.town else ''}: {who.name}"
            if who
            else ""
        )
        if self.complete:
            return f"no {said}{f'; {nearest}' if nearest else ''}"
        would = f"; {self.listed_by} would list more" if self.listed_by else ""
        return f"the loaded registers list no {said}{f'; {nearest}' if nearest else ''}{would}"


def _beyond(distance: float, within: float) -> str:
    """Return *distance* in so many digits that it is more than *within*, as it is."""
    return f"{distance:.0f}" if round(distance) > within else f"{ceil(distance * 10) / 10:.1f}"


class Absence(NamedTuple):
    """A partner, or a goal, that nobody near serves."""

    kind: Literal["goal", "partner"]
    """Whether a goal or a partner is meant."""
    id: str
    """Of the goal or the partner."""
    label: str
    """What a person calls it."""
    goals: tuple[str, ...]
    """The goals it would serve; of a goal, itself."""
    nearest: str | None
    """The organization that is nearest."""
    nearest_id: str | None
    """Its id in the directory."""
    town: str | None
    """Where that one is."""
    distance: float | None
    """Miles to it, as the crow flies."""
    complete: bool = False
    """Whether a loaded register holds every one of the kind here; else the loaded registers list none."""
    listed_by: str = ""
    """Which register would list more of the kind, if one would."""

    def record(self) -> dict[str, Any]:
        """Return it as the object that JSON shows."""
        return to_record(self)

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Self:
        """Return it as it was before it was printed as *record*.

        Raises:
            RecordError: a key is missing, or holds what it cannot.
        """
        return from_record(cls, record)


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
    # Whoever does the work by nature is missed; where nobody does, whoever fits best.
    doers = [id_ for id_ in search.scores if id_ in search.wanted.doers]
    likely = doers or list(search.scores)
    # Where somebody lists the service, whoever else would do it is not missed.
    served = any(
        reason.name == "sign" and reason.value >= 1 for one in found for reason in one.reasons
    )
    done = search.wanted.doers if served else frozenset()
    wanted = [partner for partner in likely[:_MISSED] if partner not in named | done]
    if not wanted:
        return []
    known = directory.nearest(spot, wanted, search.wanted.sure)
    kinds = works(catalog).kinds
    loaded = directory.loaded()
    missing = (
        Missing(
            kinds[partner].label,
            known[partner] if partner in known and known[partner].distance <= _TELLING else None,
            _is_listed_wholly(kinds[partner], loaded),
            kinds[partner].listed_by,
        )
        for partner in wanted
        if partner not in known or known[partner].distance > search.within
    )
    # That no register lists a kind which none would list tells nothing.
    return [each for each in missing if each.complete or each.listed_by or each.nearest]


def gaps(
    directory: Directory,
    catalog: Catalog,
    spot: Spot,
    search: Search,
    own: frozenset[str] = frozenset(),
) -> list[Absence]:
    """Return the goals whose own partners are all absent, then the partners that nobody near is.

    Only goals and partners that *search* asks for; partners that are named ask for no goal. A goal that
    somebody shows by its services, its network or its name that it works for is served, and so is one of
    the partners that the library works with already, *own*.
    """
    partners = catalog.partners
    here = directory.present(spot, search.within, partners, search.wanted.sure) | own
    missing = [id_ for id_ in partners if id_ not in here]
    known = {
        id_: who
        for id_, who in directory.nearest(spot, missing, search.wanted.sure).items()
        if who.distance <= _TELLING
    }
    kinds, loaded = works(catalog).kinds, directory.loaded()
    served = {goal for id_ in here if id_ in partners for goal in partners[id_].goals.core}
    served |= directory.shown(spot, search.within)
    every = not search.ranked and len(search.scores) == len(partners)
    found = [
        _gap("goal", id_, catalog.goals[id_].label, (id_,), _nearest_for(id_, catalog, known))
        for id_ in (catalog.goals if every else search.goals)
        if id_ not in served
    ]
    found += (
        _gap(
            "partner", id_, partners[id_].label, partners[id_].goals.core, known.get(id_)
        )._replace(complete=_is_listed_wholly(kinds[id_], loaded), listed_by=kinds[id_].listed_by)
        for id_ in missing
        if id_ in search.scores
    )
    return found


def _is_listed_wholly(kind: Kind, loaded: Collection[str]) -> bool:
    """Return whether one of the registers *loaded* holds every body of the kind."""
    return any(register in loaded for register in kind.complete_in)


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
