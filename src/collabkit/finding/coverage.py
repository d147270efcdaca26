"""Many libraries at once: for each goal how many near them work for it, how far the nearest is, and where nobody does."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from collabkit.catalog import Catalog
from collabkit.directory.directory import Directory
from collabkit.directory.records import readable
from collabkit.finding.search import Search
from collabkit.records import from_record, to_record

if TYPE_CHECKING:
    from collabkit.directory.pipeline.libraries import Library
    from collabkit.directory.query.serving import Serving

FARTHEST = 100.0
"""Miles beyond which the nearest is no neighbor, and is not named."""


class Coverage(NamedTuple):
    """One goal around one library."""

    library: str
    """The id of the library in the survey."""
    library_name: str
    """Its name."""
    county: str | None
    """Its county, if the file says so."""
    population: int | None
    """How many people it serves, if the file says so: that of administrative entities does."""
    county_population: int | None
    """How many people its county has, if the file says so: that of outlets does."""
    goal: str
    """The goal."""
    label: str
    """What the goal is called."""
    near: int
    """How many organizations within the miles asked for work for it, as far as the loaded registers tell."""
    desert: bool
    """Whether it is none, and the library works with nobody for it."""
    nearest: str | None
    """The nearest of them, within 100 miles."""
    nearest_id: str | None
    """Its id in the directory."""
    town: str | None
    """Where it is."""
    distance: float | None
    """Miles to it, as the crow flies."""
    partnership: bool = False
    """Whether the library's own profile or partnerships name a partner whose goal it is."""

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


def coverage(
    directory: Directory, catalog: Catalog, libraries: Sequence["Library"], search: Search
) -> Iterator[Coverage]:
    """Yield a row for each of *libraries* and each goal of *search*; without a goal, for those of its profile or every goal."""
    asked = [search.goals or library.goals or tuple(catalog.goals) for library in libraries]
    goals = tuple(dict.fromkeys(goal for each in asked for goal in each))
    owners = {
        goal: [id_ for id_, each in catalog.partners.items() if goal in each.goals.core]
        for goal in goals
    }
    spots = [library.spot for library in libraries]
    served = directory.serving(
        spots,
        owners,
        within=search.within,
        farthest=max(FARTHEST, search.within),
        sure=search.wanted.sure,
    )
    found = {(each.place, each.goal): each for each in served}
    names = directory.named(sorted({each.row for each in found.values()}))
    for place, library in enumerate(libraries):
        for goal in asked[place]:
            row = _row(library, goal, catalog.goals[goal].label, found.get((place, goal)), names)
            works = not library.works_with.isdisjoint(owners[goal])
            yield row._replace(partnership=works, desert=row.desert and not works)


def _row(
    library: "Library",
    goal: str,
    label: str,
    who: "Serving | None",
    names: Mapping[int, tuple[str, str, str | None]],
) -> Coverage:
    called, id_, town = names[who.row] if who else (None, None, None)
    return Coverage(
        library.id,
        library.spot.label,
        library.county and readable(library.county),
        library.population,
        library.county_people,
        goal,
        label,
        who.near if who else 0,
        not (who and who.near),
        called,
        id_,
        town,
        round(who.distance, 1) if who else None,
    )
