"""A goal and a place to named organizations: the matching's scores times the directory's facts."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from collabkit.catalog import Catalog
from collabkit.directory import nearby
from collabkit.directory.nearby import Hit, Nearest
from collabkit.directory.places import Spot
from collabkit.directory.records import Organization
from collabkit.directory.store import Connection
from collabkit.matching import Ranking, Requests

if TYPE_CHECKING:
    from collabkit.directory.askers import Asker

OF_ONE_NETWORK = 4
"""One network may hold a fourth of the list, and at least one place, until others run out."""
OF_ONE_PARTNER = 3
"""In the same way one partner may hold a third: where there are ten churches there are also others."""
_AHEAD = 20
"""How many hits are looked at for each that is asked for, so that the list can be mixed."""
_MISSED = 3
"""Of how many of the best partners it is said that none is near."""
_INCOME = (
    "no income reported",
    "under $10,000 a year",
    "$10,000 to $25,000 a year",
    "$25,000 to $100,000 a year",
    "$100,000 to $500,000 a year",
    "$500,000 to $1 million a year",
    "$1 million to $5 million a year",
    "$5 million to $10 million a year",
    "$10 million to $50 million a year",
    "over $50 million a year",
)
_PLACED = {
    "zip": "placed by its ZIP code",
    "zip area": "placed by the first three digits of its ZIP code",
    "town": "placed by its town",
}


class Reason(NamedTuple):
    """One reason for the place in the list."""

    name: Literal["match", "near", "size", "classed"]
    value: float
    """0 to 1."""
    why: str


class Found(NamedTuple):
    """An organization that fits, with the reasons for it."""

    rank: int
    id: str
    name: str
    partner: str
    label: str
    """What the partner is called."""
    score: float
    """0 to 100: match, nearness, confidence and size together."""
    distance: float | None
    """Miles as the crow flies."""
    street: str | None
    city: str | None
    state: str | None
    zip: str | None
    lat: float | None
    lon: float | None
    phone: str | None
    site: str | None
    reasons: tuple[Reason, ...]
    mark: str | None
    network: str | None
    number: str | None
    sources: tuple[str, ...]
    library: str | None = None
    """The library it was found for, where several are asked for at once."""


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


@dataclass(frozen=True)
class Search:
    """What is asked of the directory."""

    scores: Mapping[str, float]
    """The partners that fit, each with its match score."""
    within: float
    """Miles."""
    words: tuple[str, ...] = ()
    limit: int = 10


def partner_scores(
    ranking: Ranking, goals: Sequence[str], partners: Sequence[str]
) -> dict[str, float]:
    """Return the match score of each partner that fits *goals*, best first.

    Without goals every partner counts the same; *partners*, if any, are the only ones.
    """
    if goals:
        scores = {
            facts.id: round(score.total, 1)
            for score, facts in ranking.scores(Requests(ranking.catalog).ask(goals))
        }
    else:
        scores = dict.fromkeys(partners or ranking.index.partners, 100.0)
    # A partner that a person names is wanted, whether it fits or not.
    return {id_: scores.get(id_, 1.0) for id_ in partners} if partners else scores


def find(connection: Connection, catalog: Catalog, spot: Spot, search: Search) -> list[Found]:
    """Return the organizations near *spot* that fit *search*, best first."""
    hits = nearby.hits(
        connection,
        spot,
        search.within,
        search.scores,
        search=search.words,
        most=search.limit * _AHEAD,
    )
    return _found(connection, catalog, search, _mixed(hits, search.limit))


def find_for_all(
    connection: Connection, catalog: Catalog, askers: Sequence["Asker"], search: Search
) -> Iterator[Found]:
    """Yield what ``find`` would return for each of *askers*, some hundred of them at a time."""
    from collabkit.directory import crowd  # noqa: PLC0415 - only where many ask

    together = crowd.hits_for_all(
        connection,
        [asker.spot for asker in askers],
        search.within,
        search.scores,
        search=search.words,
        most=search.limit * _AHEAD,
    )
    for some in together:
        mixed = [(position, _mixed(hits, search.limit)) for position, hits in some]
        rows = {hit.row for _, hits in mixed for hit in hits}
        facts = nearby.facts(connection, sorted(rows))
        for position, hits in mixed:
            for rank, hit in enumerate(hits, start=1):
                record = _record(rank, facts[hit.row], hit, catalog, search)
                yield record._replace(library=askers[position].id)


def _found(
    connection: Connection, catalog: Catalog, search: Search, hits: Sequence[Hit]
) -> list[Found]:
    facts = nearby.facts(connection, [hit.row for hit in hits])
    return [
        _record(rank, facts[hit.row], hit, catalog, search)
        for rank, hit in enumerate(hits, start=1)
    ]


def _mixed(hits: Sequence[Hit], limit: int) -> list[Hit]:
    """Return the first *limit* of *hits*, the surplus of each network and partner behind the rest."""
    room = {"network": max(1, limit // OF_ONE_NETWORK), "partner": max(1, limit // OF_ONE_PARTNER)}
    count: Counter[tuple[str, str]] = Counter()
    first: list[Hit] = []
    later: list[Hit] = []
    for hit in hits:
        kept = {"partner": hit.partner, **({"network": hit.network} if hit.network else {})}
        full = any(count[each] >= room[each[0]] for each in kept.items())
        if not full:
            count.update(kept.items())
        (later if full else first).append(hit)
    return [*first, *later][:limit]


def _record(
    rank: int, organization: Organization, hit: Hit, catalog: Catalog, search: Search
) -> Found:
    partner = organization.partner or ""
    label = catalog.partners[partner].label if partner in catalog.partners else partner
    return Found(
        rank=rank,
        id=organization.id,
        name=organization.name,
        partner=partner,
        label=label,
        score=round(min(100.0, hit.total), 1),
        distance=round(hit.distance, 1),
        street=organization.street,
        city=organization.city,
        state=organization.state,
        zip=organization.zip,
        lat=organization.lat,
        lon=organization.lon,
        phone=organization.phone,
        site=organization.site,
        reasons=tuple(_reasons(organization, hit, label, search)),
        mark=organization.mark,
        network=organization.network,
        number=organization.number,
        sources=organization.sources,
    )


def _reasons(organization: Organization, hit: Hit, label: str, search: Search) -> Iterator[Reason]:
    confidence = organization.confidence or 0.0
    yield Reason("classed", confidence, f"{_cap(organization.reason or '')}.")
    match = search.scores.get(organization.partner or "", 0.0)
    yield Reason("match", round(match / 100, 3), f"{label}: {match:.0f} of 100 for the goal.")
    placed = _PLACED.get(organization.located or "", "")
    box = "; its mail goes to a PO box" if organization.mark == "po box" else ""
    yield Reason(
        "near",
        round(1 - hit.distance / search.within, 3),
        f"{hit.distance:.1f} miles away{f', {placed}' if placed else ''}{box}.",
    )
    if organization.size is not None and organization.number:
        yield Reason("size", organization.size / 9, f"{_cap(_INCOME[organization.size])}.")


def _cap(text: str) -> str:
    return text[:1].upper() + text[1:]


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
    known = nearby.nearest(connection, spot, wanted)
    return [
        _absence(catalog.partners[partner].label, known.get(partner), search.within)
        for partner in wanted
        if partner not in known or known[partner].distance > search.within
    ]


def _absence(label: str, nearest: Nearest | None, within: float) -> str:
    kind = label[:1].lower() + label[1:] if label[1:2].islower() else label
    said = f"no {kind} within {within:g} miles"
    if nearest is None:
        return f"{said}, and none in the directory"
    return (
        f"{said}; the nearest is {nearest.distance:.0f} miles away"
        f"{f' in {nearest.town}' if nearest.town else ''}: {nearest.name}"
    )


def gaps(connection: Connection, catalog: Catalog, spot: Spot, within: float) -> list[Absence]:
    """Return the goals whose own partners are all absent, then the partners that nobody near is."""
    partners = catalog.partners
    here = nearby.present(connection, spot, within, partners)
    missing = [id_ for id_ in partners if id_ not in here]
    known = nearby.nearest(connection, spot, missing) if missing else {}
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
    nearest: Nearest | None,
) -> Absence:
    if nearest is None:
        return Absence(kind, id_, label, goals, None, None, None, None)
    distance = round(nearest.distance, 1)
    return Absence(
        kind, id_, label, goals, nearest.name, nearest.id, nearest.town or None, distance
    )
