"""An organization that fits, with the reasons for its place in the list."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from collabkit.catalog import Catalog
from collabkit.directory.query.near import Hit
from collabkit.directory.records import Organization
from collabkit.finding.search import Search
from collabkit.text.phrases import cap

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
    goals: tuple[str, ...]
    """The goals of the aim that it shares, so that a paper can begin with one of them."""
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
    located: str | None
    """How it was placed on the map: by `address`, `zip`, `zip area` or `town`."""
    phone: str | None
    site: str | None
    reasons: tuple[Reason, ...]
    mark: str | None
    network: str | None
    number: str | None
    sources: tuple[str, ...]
    library: str | None = None
    """The id of the library it was found for, where several are asked for at once."""
    library_name: str | None = None


def record(
    rank: int, organization: Organization, hit: Hit, catalog: Catalog, search: Search
) -> Found:
    """Return the record of the organization that *hit* names, at its rank in the list."""
    partner = organization.partner or ""
    known = catalog.partners.get(partner)
    label = known.label if known else partner
    theirs = {*known.goals.core, *known.goals.related} if known else ()
    return Found(
        rank=rank,
        id=organization.id,
        name=organization.name,
        partner=partner,
        label=label,
        goals=tuple(goal for goal in search.goals if goal in theirs),
        score=round(min(100.0, hit.total), 1),
        distance=round(hit.distance, 1),
        street=organization.street,
        city=organization.city,
        state=organization.state,
        zip=organization.zip,
        lat=organization.lat,
        lon=organization.lon,
        located=organization.located,
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
    yield Reason("classed", confidence, f"{cap(organization.reason or '')}.")
    match = search.scores.get(organization.partner or "", 0.0)
    if search.ranked:
        yield Reason("match", round(match / 100, 3), f"{label}: {match:.0f} of 100 for the goal.")
    placed = _PLACED.get(organization.located or "", "")
    box = "; its mail goes to a PO box" if organization.mark == "po box" else ""
    yield Reason(
        "near",
        round(1 - hit.distance / search.within, 3),
        f"{hit.distance:.1f} miles away{f', {placed}' if placed else ''}{box}.",
    )
    if organization.size is not None and organization.number:
        yield Reason("size", organization.size / 9, f"{cap(_INCOME[organization.size])}.")
