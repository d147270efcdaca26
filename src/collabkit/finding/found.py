"""An organization that fits, with the reasons for its place in the list."""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple, Self

from collabkit.directory.query.near import Hit
from collabkit.directory.records import GUESS, Location, Organization
from collabkit.finding.contacts import Contact
from collabkit.finding.reasons import Reason, reasons
from collabkit.finding.search import Search
from collabkit.finding.works import Works
from collabkit.matching.history import history_sentence, moved_by
from collabkit.matching.records import Lead
from collabkit.records import from_record, to_record

ShownBy = Literal["word", "statement", "service", "name", "network", "kind", "code", "none"]
"""What shows best that a body does what was asked for: the library's own *word*, what it says itself, a service
that it lists, its name, its network, a kind that does nothing else, or its code alone; with *none* it may help."""


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
    """Miles as the crow flies; nothing where the mail goes to a post-office box."""
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
    ids: tuple[str, ...] = ()
    """Its ids in all registers that have it."""
    shown_by: ShownBy = "none"
    """What shows best that it does what was asked for: `word` (your own), `statement`, `service`, `name`,
    `network`, `kind` or `code`; `none` if it may only help."""
    role: str | None = None
    """Why it stands behind: `advocate`, `support`, `residence`, `national` or `silent`."""
    places: tuple[Location, ...] = ()
    """Where else it is: a feed may list several places of one organization, and the nearest stands above."""
    library: str | None = None
    """The id of the library it was found for, where several are asked for at once."""
    library_name: str | None = None
    """The name of that library."""
    known_by: tuple[Lead, ...] = ()
    """Who of the library's own people knows somebody there; empty unless people are asked for."""
    contacts: tuple[Contact, ...] = ()
    """Whom the library keeps there, in a partnership or a table of its own; empty unless people are asked for."""

    @property
    def telephones(self) -> list[str]:
        """Every telephone that is known: of whom the library keeps there first, then of the body."""
        theirs = [each.phone for each in self.contacts]
        return list(dict.fromkeys(phone for phone in (*theirs, self.phone) if phone))

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
    rank: int,
    organization: Organization,
    hit: Hit,
    known: Works,
    search: Search,
    noted: str | None = None,
) -> Found:
    """Return the record of the organization that *hit* names, at its rank in the list.

    Args:
        rank: 1 is best.
        organization: what the directory has of it.
        hit: how well it fits.
        known: who does which work.
        search: what was asked.
        noted: what the library itself says that it does of that.
    """
    past = search.past.of(organization)
    lived = () if past is None else (Reason("history", moved_by(past), history_sentence(past)),)
    if noted is not None:
        lived = (*lived, Reason("sign", 1.0, f'You know that it does "{noted}".'))
    partner = hit.partner or organization.partner or _of_signs(organization, known, search)
    kind = known.kinds.get(partner)
    label = kind.label if kind else partner
    theirs = {*kind.core, *kind.related} if kind else ()
    return Found(
        rank=rank,
        id=organization.id,
        name=organization.name,
        partner=partner,
        label=label,
        goals=tuple(goal for goal in search.goals if goal in theirs),
        score=round(min(100.0, hit.total), 1),
        distance=None if organization.mark == "po box" else round(hit.distance, 1),
        street=organization.street,
        city=organization.city,
        state=organization.state,
        zip=organization.zip,
        lat=organization.lat,
        lon=organization.lon,
        located=organization.located,
        phone=organization.phone,
        site=organization.site,
        reasons=(*lived, *reasons(organization, hit, partner, label, known, search)),
        mark=organization.mark,
        network=organization.network,
        number=organization.number,
        sources=organization.sources,
        ids=organization.ids or (organization.id,),
        shown_by=_shown_by(organization, hit, search, noted),
        role=organization.role,
        places=organization.places,
    )


def _shown_by(organization: Organization, hit: Hit, search: Search, noted: str | None) -> ShownBy:
    """Return what shows best that the body does what is wanted, the plainest first."""
    if noted is not None:
        return "word"
    asked = search.wanted.goals
    if any(goal in statement.goals for statement in organization.statements for goal in asked):
        return "statement"
    ways = {
        how for sign in organization.signs for goal, how, _ in [sign.split("|", 2)] if goal in asked
    }
    if hit.partner in search.wanted.doers and (organization.confidence or 0.0) >= GUESS:
        ways.add("kind")
    order: tuple[ShownBy, ...] = ("service", "name", "network", "kind", "code")
    return next((way for way in order if way in ways), "none")


def _of_signs(organization: Organization, known: Works, search: Search) -> str:
    """Return the kind of a body that nothing tells but the signs it shows; blank if it shows none."""
    shown = {sign.split("|", 1)[0] for sign in organization.signs}
    shown.update(goal for statement in organization.statements for goal in statement.goals)
    kinds = (
        sign.partner
        for asked in search.wanted.goals
        for sign in known.signs
        if sign.shows == asked and asked in shown
    )
    return next(kinds, "")
