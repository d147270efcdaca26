"""The list near one place, or near each of many: whoever fits, in order, and who is not on it and why."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from collabkit.catalog import Catalog
from collabkit.directory.directory import Directory
from collabkit.directory.geo.places import Spot
from collabkit.directory.query.near import Hit
from collabkit.directory.records import Organization
from collabkit.finding.found import Found, record
from collabkit.finding.knowledge import NO_ANSWERS, Answering, answering
from collabkit.finding.mixing import DOES_IT, looked_at, mixed, next_best
from collabkit.finding.past import Past
from collabkit.finding.search import Search
from collabkit.finding.works import Works, works
from collabkit.matching.history import history_sentence, moved, moved_by

if TYPE_CHECKING:
    from collabkit.directory.pipeline.libraries import Library

_BEST = 100.0
"""The score next door of a body of whom the library knows that it does what is wanted."""
_NEARLY = 3
"""How many are named that nearly came in."""


class LeftOut(NamedTuple):
    """A body that fits and is left out for what the library itself says of it."""

    name: str
    why: str
    """A sentence."""


class Listing(NamedTuple):
    """The list near one place, and who is not on it."""

    found: tuple[Found, ...]
    """Best first."""
    more: bool = False
    """Whether a longer list would hold others."""
    nearly: tuple[Found, ...] = ()
    """Where the list is shorter than was asked for, who comes next and fits too little."""
    left_out: tuple[LeftOut, ...] = ()
    """Who would be on it, but for what the library says of them."""


def list_near(directory: Directory, catalog: Catalog, spot: Spot, search: Search) -> Listing:
    """Return the organizations near *spot* that fit *search*, best first, and who is not among them.

    Args:
        directory: who is asked.
        catalog: tells who does which work.
        spot: the middle of the circle.
        search: what is asked, how far and how many.
    """
    known = works(catalog)
    hits = _wanted(directory.near(spot, search.wanted, looked_at(search.limit)), known, search)
    facts = directory.facts_of(hits)
    answers = answering(catalog, search.noted, search.wanted) if search.noted else NO_ANSWERS
    refused: list[Hit] = []
    if answers:
        refused = [hit for hit in hits if answers.denies(facts[hit.row])]
        hits, facts = _as_noted(directory, spot, search, hits, facts, answers)
    chosen, lived = _chosen(hits, facts, search)
    more = len(chosen) == search.limit < len(_mixed(lived, facts, search, 2 * search.limit))
    short = search.ranked and len(chosen) < search.limit
    nearly = next_best(lived, facts, chosen, _NEARLY) if short else []
    last = 0.0 if short or not chosen else chosen[-1].total
    badly = [hit for hit in hits if moved_by(search.past.of(facts[hit.row])) < 0]
    return Listing(
        tuple(_records(chosen, facts, known, search, answers)),
        more,
        tuple(_records(nearly, facts, known, search, answers)),
        tuple(_left_out(badly, refused, facts, search.past, last)),
    )


def find_for_all(
    directory: Directory, catalog: Catalog, libraries: Sequence["Library"], search: Search
) -> Iterator[Found]:
    """Yield what ``list_near`` would find for each of *libraries*, some hundred of them at a time.

    Args:
        directory: who is asked.
        catalog: tells who does which work.
        libraries: where, and who is not to find itself.
        search: what is asked, how far and how many for each.
    """
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
            chosen, _ = _chosen(hits, facts, search)
            for found in _records(chosen, facts, known, search):
                yield found._replace(library=library.id, library_name=library.spot.label)


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


def _left_out(
    badly: Sequence[Hit],
    refused: Sequence[Hit],
    facts: Mapping[int, Organization],
    past: Past,
    last: float,
) -> Iterator[LeftOut]:
    """Yield each body once that scores as much as the *last* of the list and is not on it."""
    named: set[str] = set()
    for hit in badly:
        body = facts[hit.row]
        if hit.total >= last and body.name not in named:
            named.add(body.name)
            yield LeftOut(body.name, history_sentence(past.of(body)))
    for hit in refused:
        body = facts[hit.row]
        if hit.total >= last and body.name not in named:
            named.add(body.name)
            yield LeftOut(body.name, "You noted that it does not do this.")


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


def _chosen(
    hits: Sequence[Hit], facts: Mapping[int, Organization], search: Search
) -> tuple[list[Hit], Sequence[Hit]]:
    """Return the list, and all who might have been on it, in the order of what was lived through with them."""
    lived = _lived(hits, facts, search.past) if search.past else hits
    return _mixed(lived, facts, search, search.limit), lived


def _mixed(
    hits: Sequence[Hit], facts: Mapping[int, Organization], search: Search, limit: int
) -> list[Hit]:
    return mixed(hits, facts, limit, ranked=search.ranked)


def _lived(hits: Sequence[Hit], facts: Mapping[int, Organization], past: Past) -> list[Hit]:
    """Return *hits* in the order of what was lived through with them; who went badly is left out."""
    judged = [(hit, moved_by(past.of(facts[hit.row]))) for hit in hits]
    good = [hit._replace(total=moved(hit.total, by)) for hit, by in judged if by >= 0]
    return sorted(good, key=lambda hit: -hit.total)


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
