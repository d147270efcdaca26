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
from collabkit.finding.knowledge import NO_ANSWERS, Answering, answering
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
    answers = answering(catalog, search.noted, search.wanted) if search.noted else NO_ANSWERS
    if answers:
        hits, facts = _as_noted(directory, spot, search, hits, facts, answers)
    return list(_records(_chosen(hits, facts, search), facts, known, search, answers))


def _as_noted(
    directory: Directory,
    spot: Spot,
    search: Search,
    hits: Sequence[Hit],
    facts: Mapping[int, Organization],
    answers: Answering,
) -> tuple[list[Hit], Mapping[int, Organization]]:
    """Return *hits* and their facts as the library knows better: with who does it first, without who does not."""
    identities = (noted.identity for noted in answers.doing)
    places = {place.row: place for place in directory.meant(identities, spot, search.within)}
    facts = {**facts, **directory.facts([row for row in places if row not in facts])}
    kinds = {hit.row: hit.partner for hit in hits}
    # Whoever asks for some kinds or names only is shown no other.
    among = kinds if search.wanted.only or search.wanted.words else facts
    doing = {row for row in places if row in among and answers.says(facts[row])}
    first = [
        Hit(row, kinds.get(row, ""), places[row].distance, 1.0, _BEST * places[row].near)
        for row in doing
    ]
    others = [hit for hit in hits if hit.row not in doing and not answers.denies(facts[hit.row])]
    return sorted([*first, *others], key=lambda hit: (-hit.total, facts[hit.row].id)), facts


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


_BEST = 100.0
"""The score next door of a body of whom the library knows that it does what is wanted."""


def _records(
    hits: Sequence[Hit],
    facts: Mapping[int, Organization],
    known: Works,
    search: Search,
    answers: Answering = NO_ANSWERS,
) -> Iterator[Found]:
    for rank, hit in enumerate(hits, start=1):
        one = facts[hit.row]
        yield record(rank, one, hit, known, search, answers.says(one))
