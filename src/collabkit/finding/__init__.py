"""A goal and a place to named organizations: the matching's scores times the directory's facts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from collabkit.catalog import Catalog
from collabkit.directory.directory import Directory
from collabkit.directory.geo.places import Spot
from collabkit.directory.query.near import Hit
from collabkit.directory.records import Organization
from collabkit.finding.absences import Absence, Missing, absent, gaps
from collabkit.finding.coverage import Coverage, coverage
from collabkit.finding.found import Found, Reason, record
from collabkit.finding.mixing import DOES_IT, looked_at, mixed
from collabkit.finding.past import Past
from collabkit.finding.search import Search, partner_scores, wanted
from collabkit.finding.works import Works, works
from collabkit.matching.history import moved, moved_by

if TYPE_CHECKING:
    from collabkit.directory.pipeline.libraries import Library

__all__ = [
    "Absence",
    "Coverage",
    "Found",
    "Missing",
    "Reason",
    "Search",
    "absent",
    "coverage",
    "find",
    "find_for_all",
    "gaps",
    "mixed",
    "partner_scores",
    "wanted",
]


def find(directory: Directory, catalog: Catalog, spot: Spot, search: Search) -> list[Found]:
    """Return the organizations near *spot* that fit *search*, best first."""
    known = works(catalog)
    hits = _wanted(directory.near(spot, search.wanted, looked_at(search.limit)), known, search)
    facts = directory.facts_of(hits)
    return list(_records(_chosen(hits, facts, search), facts, known, search))


def find_for_all(
    directory: Directory, catalog: Catalog, libraries: Sequence["Library"], search: Search
) -> Iterator[Found]:
    """Yield what ``find`` would return for each of *libraries*, some hundred of them at a time."""
    known = works(catalog)
    together = directory.near_each(
        [library.spot for library in libraries],
        [library.key for library in libraries],
        search.wanted,
        looked_at(search.limit),
    )
    for some in together:
        asked = [(position, _wanted(hits, known, search)) for position, hits in some]
        facts = directory.facts(sorted({hit.row for _, hits in asked for hit in hits}))
        for position, hits in asked:
            library = libraries[position]
            for found in _records(_chosen(hits, facts, search), facts, known, search):
                yield found._replace(library=library.id, library_name=library.spot.label)


def _wanted(hits: Sequence[Hit], known: Works, search: Search) -> list[Hit]:
    """Return those of *hits* that reach the least score and, if asked for, do the work themselves."""
    return [
        hit
        for hit in hits
        if round(hit.total, 1) >= search.least and (not search.core or _does_it(hit, known, search))
    ]


def _does_it(hit: Hit, known: Works, search: Search) -> bool:
    kind = known.kinds.get(hit.partner)
    own = kind is not None and any(goal in kind.core for goal in search.wanted.goals)
    return own or hit.works >= DOES_IT


def _chosen(hits: Sequence[Hit], facts: Mapping[int, Organization], search: Search) -> list[Hit]:
    lived = _lived(hits, facts, search.past) if search.past else hits
    return mixed(lived, facts, search.limit, ranked=search.ranked)


def _lived(hits: Sequence[Hit], facts: Mapping[int, Organization], past: Past) -> list[Hit]:
    """Return *hits* in the order of what was lived through with them; who went badly is left out."""
    told = [(hit, moved_by(past.of(facts[hit.row]))) for hit in hits]
    good = [hit._replace(total=moved(hit.total, by)) for hit, by in told if by >= 0]
    return sorted(good, key=lambda hit: -hit.total)


def _records(
    hits: Sequence[Hit], facts: Mapping[int, Organization], known: Works, search: Search
) -> Iterator[Found]:
    for rank, hit in enumerate(hits, start=1):
        yield record(rank, facts[hit.row], hit, known, search)
