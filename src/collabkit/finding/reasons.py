"""Why a body stands where it does in a list, and what it is, each reason a sentence."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from collabkit.directory.query.near import Hit
from collabkit.directory.records import GUESS, Organization, Statement
from collabkit.finding.quotes import quoted
from collabkit.finding.search import Search
from collabkit.finding.works import Works
from collabkit.text.phrases import cap

INCOME = (
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


def reasons(
    organization: Organization,
    hit: Hit,
    partner: str,
    label: str,
    known: Works,
    search: Search,
) -> Iterator[Reason]:
    """Yield why *organization* stands where it does, what shows that it does the work first.

    Args:
        organization: what the directory has of it.
        hit: how well it fits.
        partner: the kind by which it fits.
        label: what the kind is called.
        known: who does which work.
        search: what was asked.
    """
    yield from _signs(organization, known, search)
    yield from classed(organization, partner)
    match = search.scores.get(partner, 0.0)
    if search.ranked and match:
        yield Reason("match", round(match / 100, 3), f"{label}: {match:.0f} of 100 for the goal.")
    if organization.role:
        yield Reason("role", 0.0, ROLES[organization.role])
    placed = _PLACED.get(organization.located or "", "")
    where = (
        "Its mail goes to a PO box, so nobody knows how far it is."
        if organization.mark == "po box"
        else f"{hit.distance:.1f} miles away{f', {placed}' if placed else ''}."
    )
    yield Reason("near", round(1 - hit.distance / search.within, 3), where)
    if organization.size is not None and organization.number:
        yield Reason("size", organization.size / 9, f"{cap(INCOME[organization.size])}.")


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
        shown.sort(key=lambda each: HOW[each[0]][0])
        if shown and shown[0][1] not in told:
            how, what = shown[0]
            told.add(what)
            yield Reason("sign", HOW[how][1], f"{does}: {shows(how, what, known)}.")


_SAYS = 0.95
"""How surely a body does what it says that it does."""


def _statement_of(organization: Organization, asked: str) -> Statement | None:
    """Return the statement of *organization* that speaks of what was *asked* for: of programs the largest."""
    speaking = (each for each in organization.statements if asked in each.goals)
    return max(speaking, key=lambda each: (each.kind == "program", each.dollars or 0), default=None)


HOW = {"service": (0, 1.0), "name": (1, 0.9), "network": (2, 0.9), "code": (3, 0.6)}
"""What shows a goal, the plainest first, and how surely."""


def shows(how: str, what: str, known: Works) -> str:
    """Return in words what shows a goal.

    Args:
        how: `service`, `name`, `network` or `code`.
        what: the service, the phrase, the network or the code.
        known: what networks are called.
    """
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


def classed(organization: Organization, partner: str) -> Iterator[Reason]:
    """Yield why *organization* is taken for a *partner* of that kind, if it is."""
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


ROLES = {
    "advocate": "Takes a side in politics: ask your director before you are seen together.",
    "support": "Serves another body: it holds its money or its house, or raises funds.",
    "national": "Works for the whole country or the world; its office is here.",
    "residence": "Its name or code says that it houses or nurses those who live with it.",
    "silent": "Has not reported for four years or more.",
}
