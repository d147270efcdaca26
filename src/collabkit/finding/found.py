"""An organization that fits, with the reasons for its place in the list."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple, Self

from collabkit.directory.query.near import Hit
from collabkit.directory.records import GUESS, Location, Organization, Statement
from collabkit.finding.contacts import Contact
from collabkit.finding.quotes import quoted
from collabkit.finding.search import Search
from collabkit.finding.works import Works
from collabkit.matching.history import history_sentence, moved_by
from collabkit.matching.records import Lead
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

    name: Literal["history", "sign", "match", "near", "size", "classed", "role"]
    """Which reason it is: how it went with them so far (`history`), what shows that the work is its own (`sign`), how well its kind fits (`match`, only
    where a goal was asked for), nearness, income, why it is of that kind (`classed`), or why it stands behind
    (`role`)."""
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
        reasons=(*lived, *_reasons(organization, hit, partner, label, known, search)),
        mark=organization.mark,
        network=organization.network,
        number=organization.number,
        sources=organization.sources,
        ids=organization.ids or (organization.id,),
        places=organization.places,
    )


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


def _reasons(
    organization: Organization,
    hit: Hit,
    partner: str,
    label: str,
    known: Works,
    search: Search,
) -> Iterator[Reason]:
    yield from _signs(organization, known, search)
    yield from _classed(organization, partner)
    match = search.scores.get(partner, 0.0)
    if search.ranked and match:
        yield Reason("match", round(match / 100, 3), f"{label}: {match:.0f} of 100 for the goal.")
    if organization.role:
        yield Reason("role", 0.0, _ROLES[organization.role])
    placed = _PLACED.get(organization.located or "", "")
    where = (
        "Its mail goes to a PO box, so nobody knows how far it is."
        if organization.mark == "po box"
        else f"{hit.distance:.1f} miles away{f', {placed}' if placed else ''}."
    )
    yield Reason("near", round(1 - hit.distance / search.within, 3), where)
    if organization.size is not None and organization.number:
        yield Reason("size", organization.size / 9, f"{cap(_INCOME[organization.size])}.")


def _signs(organization: Organization, known: Works, search: Search) -> Iterator[Reason]:
    """Yield what shows that the body does what was asked for: a sentence for each thing that shows it."""
    told: set[str] = set()
    for asked in search.wanted.goals:
        sign = known.of(asked)
        does = cap(sign.label if sign else asked)
        statement = _statement_of(organization, asked)
        if statement and statement.text not in told:
            told.add(statement.text)
            yield Reason("sign", _SAYS, f"{does}: {quoted(statement, sign)}.")
        shown = [
            each.split("|", 2)[1:] for each in organization.signs if each.startswith(f"{asked}|")
        ]
        shown.sort(key=lambda each: _HOW[each[0]][0])
        if shown and shown[0][1] not in told:
            how, what = shown[0]
            told.add(what)
            yield Reason("sign", _HOW[how][1], f"{does}: {_shows(how, what, known)}.")


_SAYS = 0.95
"""How surely a body does what it says that it does."""


def _statement_of(organization: Organization, asked: str) -> Statement | None:
    """Return the statement of *organization* that speaks of what was *asked* for: of programs the largest."""
    speaking = (each for each in organization.statements if asked in each.goals)
    return max(speaking, key=lambda each: (each.kind == "program", each.dollars or 0), default=None)


_HOW = {"service": (0, 1.0), "name": (1, 0.9), "network": (2, 0.9), "code": (3, 0.6)}
"""What shows a goal, the plainest first, and how surely."""


def _shows(how: str, what: str, known: Works) -> str:
    match how:
        case "service":
            return f'lists the service "{what.lower()}"'
        case "name":
            return f'its name says "{what.lower()}"'
        case "network":
            return known.networks.get(what, "of its network")
        case _:
            doubt = ", which is often wrong" if what.endswith("?") else ""
            return f"files under {what.removesuffix('?')}{doubt}"


def _classed(organization: Organization, partner: str) -> Iterator[Reason]:
    if partner and partner == organization.second:
        yield Reason(
            "classed",
            organization.second_confidence or 0.0,
            f"{cap(organization.second_reason or '')}, besides {organization.reason}.",
        )
    elif organization.reason:
        sure = organization.confidence or 0.0
        guess = " (a guess)" if sure < GUESS else ""
        yield Reason("classed", sure, f"{cap(organization.reason)}{guess}.")


_ROLES = {
    "advocate": "Takes a side in politics: ask your director before you are seen together.",
    "support": "Serves another body: it holds its money or its house, or raises funds.",
    "national": "Works for the whole country or the world; its office is here.",
    "residence": "Houses or nurses those who live with it.",
    "silent": "Has not reported for four years or more.",
}
