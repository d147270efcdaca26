"""The letter that answers a request: what it may say, and how it becomes a text.

It is told by what was decided and by the library's own policy, not by a piece of work, since many who
ask want something that no work of the catalog is.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from collabkit.catalog.activities import Activity
from collabkit.library import Library
from collabkit.proposals.calendar import long_date
from collabkit.proposals.fact_parts import Decision, Fact, Gap, Reach
from collabkit.proposals.papers import Layout
from collabkit.proposals.rendering import Text, render
from collabkit.text.characters import escape_line

TEMPLATE = "answer"


class Point(NamedTuple):
    """One point of the library's policy that the request does not meet, or not yet."""

    label: str
    """What it is called, such as "open to everyone"."""
    unmet: str
    """What the policy says of it to those who ask."""
    settle: str
    """What would settle it, as it stands after "settle with you"."""


class Referral(NamedTuple):
    """Somebody else nearby who may help."""

    name: str
    """The organization's name."""
    where: str
    """Street, town and state; blank if they are not known."""
    phone: str
    """Its telephone; blank if that is not known."""
    site: str
    """Its page on the web; blank if that is not known."""


class Answering(NamedTuple):
    """What a letter that answers a request may say."""

    decision: Decision
    """`yes`, `later` or `no`."""
    date: str
    """The day that the letter bears, such as "March 3, 2026"."""
    to: str
    """Who asked, by the organization's name."""
    to_reach: Reach
    """Where it is reached."""
    person: Fact
    """Who asked there."""
    wants: str
    """What they asked for, in their words."""
    brings: str
    """What they said they bring; empty if they did not say."""
    received: str
    """The day of their request."""
    because: str
    """Why it was decided so, in the words of who decided; empty if she gave none."""
    points: tuple[Point, ...]
    """Points of the policy that it does not meet: in a yes, those to settle before it begins."""
    again: Fact
    """When the library looks at it again, in a letter that says later."""
    doors: tuple[Referral, ...]
    """Who else nearby may help."""
    work: Activity | None
    """The joint work that comes closest, from activities.yaml."""
    library: Fact
    """The library's name."""
    contact_name: Fact
    """Who signs."""
    contact_role: Fact
    """What that person is, such as "outreach librarian"."""
    contact_reach: Fact
    """Telephone or e-mail address, or both."""
    headed: bool
    """Whether that stands on top already, in the library's letterhead."""


class Letter(NamedTuple):
    """A finished letter."""

    title: str
    """As a reader's program shows it."""
    text: Text
    layout: Layout = "letter"


def answering(library: Library, on: date, **told: object) -> Answering:
    """Return what a letter of *library* on the day *on* may say; *told* are the fields that hang on the request."""
    contact = library.contact
    ours: Mapping[str, Fact | bool] = {
        "date": long_date(on),
        "library": library.name or Gap("name of the library", "fill in `name:`", ("name",)),
        "contact_name": contact.name or _signs("your name", "name"),
        "contact_role": contact.role or _signs("your role", "role"),
        "contact_reach": " or ".join(contact.reach) or _signs("telephone or e-mail", "phone"),
        "headed": bool(library.name and contact.reach),
    }
    return Answering(**ours, **told)  # type: ignore[arg-type]


def _signs(what: str, field: str) -> Gap:
    return Gap(what, f"fill in `{field}:` under `contact:`", ("contact", field))


def letter(facts: Answering, own: Path | None = None) -> Letter:
    """Return the letter in the words of its template, the library's *own* if it has one.

    Raises:
        TemplateError: the template cannot be read, or asks for what is not there.
    """
    return Letter(escape_line(f"Your request ({facts.to})"), render(facts, TEMPLATE, own))
