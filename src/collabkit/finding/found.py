"""An organization that fits, with the reasons for its place in the list."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple, Self

from collabkit.catalog import Catalog
from collabkit.directory.query.near import Hit
from collabkit.directory.records import Organization
from collabkit.finding.search import Search
from collabkit.records import from_record, to_record
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
    """Which reason it is; `match` only where a goal was asked for."""
    value: float
    """0 to 1."""
    why: str
    """The sentence behind it."""


class Found(NamedTuple):
    """An organization that fits, with the reasons for it."""

    rank: int
    """1 is best."""
    id: str
    """Of the organization in the directory: source and number, such as `irs-810300000`."""
    name: str
    """As its register has it, in capitals and small letters."""
    partner: str
    """The type of partner it is, an entry of `partners.yaml`."""
    label: str
    """What the partner is called."""
    goals: tuple[str, ...]
    """The goals of the aim that it shares, so that a paper can begin with one of them."""
    score: float
    """0 to 100: match, nearness, confidence and size together."""
    distance: float | None
    """Miles as the crow flies."""
    street: str | None
    """Street and number."""
    city: str | None
    """The town."""
    state: str | None
    """Two letters."""
    zip: str | None
    """The ZIP code."""
    lat: float | None
    """Latitude."""
    lon: float | None
    """Longitude."""
    located: str | None
    """How it was placed on the map: by `address`, `zip`, `zip area` or `town`."""
    phone: str | None
    """The telephone."""
    site: str | None
    """Its page on the web."""
    reasons: tuple[Reason, ...]
    """Why it stands where it does."""
    mark: str | None
    """Why its address may not be where it works."""
    network: str | None
    """The national network it belongs to."""
    number: str | None
    """Its number with the government."""
    sources: tuple[str, ...]
    """The registers that name it."""
    library: str | None = None
    """The id of the library it was found for, where several are asked for at once."""
    library_name: str | None = None
    """The name of that library."""

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
