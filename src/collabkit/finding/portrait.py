"""One body told to a person: what it is, what shows what it does, how to reach it, and how sure that is."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from collabkit.catalog import Catalog
from collabkit.directory.records import GUESS, Organization
from collabkit.directory.sources import listed
from collabkit.finding.quotes import quoted
from collabkit.finding.reasons import INCOME, ROLES, classed, shows
from collabkit.finding.works import Works, works
from collabkit.text.phrases import cap

_QUOTED = 4
"""Statements that are quoted: its mission, and the programs on which it spends most."""
_PLACED = {
    "zip": "placed on the map by its ZIP code",
    "zip area": "placed on the map by the first three digits of its ZIP code",
    "town": "placed on the map by its town",
}


class Portrait(NamedTuple):
    """What the directory knows of a body, in sentences."""

    name: str
    id: str
    kind: str
    """What it is called as a partner; "No kind of partner that is known" if no rule tells."""
    why: tuple[str, ...]
    """Why it is taken for that kind, and how sure that is."""
    does: tuple[str, ...]
    """What shows what it does: its own words with source and year, services, its name, its code."""
    mind: tuple[str, ...]
    """What to know before it is asked: that it serves another body, or takes a side."""
    where: str
    """Its address, and how exactly it is known."""
    reach: tuple[str, ...]
    """Its telephones and its site; empty if none is known."""
    size: tuple[str, ...]
    """Its income, and who works there."""
    registers: tuple[str, ...]
    """Which registers name it, as they are called."""


def portrait(catalog: Catalog, organization: Organization) -> Portrait:
    """Return *organization* in sentences, with the names of *catalog*."""
    known = works(catalog)
    partner = organization.partner or ""
    kind = known.kinds.get(partner)
    also = known.kinds.get(organization.second or "")
    return Portrait(
        organization.name,
        organization.id,
        (kind.label if kind else "No kind of partner that is known")
        + (f"; also: {also.label}" if also else ""),
        tuple(_why(organization, partner)),
        tuple(dict.fromkeys(_does(organization, known))),
        (ROLES[organization.role],) if organization.role else (),
        _where(organization),
        _reach(organization),
        tuple(_size(organization)),
        tuple(_registers(organization.sources)),
    )


def _why(organization: Organization, partner: str) -> Iterator[str]:
    for reason in classed(organization, partner):
        yield reason.why
        if reason.value >= GUESS:
            yield f"Such a rule is right {reason.value:.0%} of the time."


def _does(organization: Organization, known: Works) -> Iterator[str]:
    """Yield what shows what it does: its own words first."""
    spending = sorted(
        organization.statements, key=lambda each: (each.kind != "mission", -(each.dollars or 0))
    )
    for statement in spending[:_QUOTED]:
        yield f"{cap(quoted(statement))}."
    if organization.services:
        yield f"Lists as services: {organization.services}."
    for sign in organization.signs:
        asked, how, what = sign.split("|", 2)
        if how != "service":
            of = known.of(asked)
            yield f"{cap(of.label if of else asked)}: {shows(how, what, known)}."


def _where(organization: Organization) -> str:
    if organization.mark == "po box":
        return f"{organization.address}: a post-office box, no place to visit"
    placed = _PLACED.get(organization.located or "")
    return f"{organization.address}{f' ({placed})' if placed else ''}"


def _reach(organization: Organization) -> tuple[str, ...]:
    phones = (organization.phone, *(place.phone for place in organization.places))
    return tuple(dict.fromkeys(way for way in (*phones, organization.site) if way))


def _size(organization: Organization) -> Iterator[str]:
    if organization.size is not None and organization.number:
        yield cap(INCOME[organization.size])
    if organization.employees:
        yield f"{organization.employees:,} employees"
    if organization.volunteers:
        yield f"{organization.volunteers:,} volunteers"


def _registers(ids: Sequence[str]) -> Iterator[str]:
    known = {source.id: source.label for source in listed()}
    for id_ in ids:
        yield known.get(id_, "your own list")
