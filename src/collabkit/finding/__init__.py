"""A goal and a place to named organizations: the matching's scores times the directory's facts."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from collabkit.catalog import Catalog
from collabkit.directory.directory import Directory
from collabkit.directory.geo.places import Spot
from collabkit.directory.query.near import Hit
from collabkit.finding.absences import Absence, Missing, absent, gaps
from collabkit.finding.found import Found, Reason, record
from collabkit.finding.mixing import AHEAD, mixed
from collabkit.finding.search import Search, partner_scores

if TYPE_CHECKING:
    from collabkit.directory.pipeline.libraries import Library

__all__ = [
    "Absence",
    "Found",
    "Missing",
    "Reason",
    "Search",
    "absent",
    "find",
    "find_for_all",
    "gaps",
    "mixed",
    "partner_scores",
]


def find(directory: Directory, catalog: Catalog, spot: Spot, search: Search) -> list[Found]:
    """Return the organizations near *spot* that fit *search*, best first."""
    hits = directory.near(spot, search.wanted, search.limit * AHEAD)
    return _found(directory, catalog, search, mixed(hits, search.limit))


def find_for_all(
    directory: Directory, catalog: Catalog, libraries: Sequence["Library"], search: Search
) -> Iterator[Found]:
    """Yield what ``find`` would return for each of *libraries*, some hundred of them at a time."""
    together = directory.near_each(
        [library.spot for library in libraries],
        [library.key for library in libraries],
        search.wanted,
        search.limit * AHEAD,
    )
    for some in together:
        chosen = [(position, mixed(hits, search.limit)) for position, hits in some]
        facts = directory.facts(sorted({hit.row for _, hits in chosen for hit in hits}))
        for position, hits in chosen:
            library = libraries[position]
            for rank, hit in enumerate(hits, start=1):
                found = record(rank, facts[hit.row], hit, catalog, search)
                yield found._replace(library=library.id, library_name=library.spot.label)


def _found(
    directory: Directory, catalog: Catalog, search: Search, hits: Sequence[Hit]
) -> list[Found]:
    facts = directory.facts([hit.row for hit in hits])
    return [
        record(rank, facts[hit.row], hit, catalog, search) for rank, hit in enumerate(hits, start=1)
    ]
