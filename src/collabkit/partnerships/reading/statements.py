"""What a line states: a promise, a meeting, something to follow up, and the like."""

from datetime import date
from typing import Literal, NamedTuple

Kind = Literal[
    "promise",
    "follow up",
    "meeting",
    "agreement",
    "stage",
    "person",
    "money",
    "count",
    "kept",
    "missed",
]
Party = Literal["we", "they", "both"]


class Statement(NamedTuple):
    """One thing that a clause states."""

    kind: Kind
    text: str
    """In the words that were typed."""
    side: Party | None = None
    """Whose promise or money it is."""
    day: date | None = None
    """By when, on which day, or until when."""
    time: str = ""
    """Of day, as ``14:30``."""
    place: str = ""
    who: str = ""
    """Who of us does it, by name: private."""
    which: str = ""
    """The stage; what changed about a person: `left`, `new` or `role`; what became of money: `pledged`, `received` or `paid`; `held` for a meeting that was."""
    number: float | None = None
    """Dollars, or how many."""
    sure: bool = True
    """Whether there is one way to read it."""
    clause: int = 0
    """Which clause of the line states it, from 0."""
    rough: bool = False
    """Whether the day is only about then."""
    lead: str = "by"
    """The word that leads to the day: `by` or `on`."""
    whole: bool = False
    """Whether it holds every word of its clause that matters."""


class Commitment(NamedTuple):
    """Something that a clause says somebody is to do."""

    kind: Literal["promise", "follow up", ""]
    """Empty where somebody does something, and it is neither."""
    side: Party | None
    """Whose promise it is."""
    start: int
    """The letter of the clause from which on it says what."""
    sure: bool = True
    """Whether there is one way to read it."""
    who: str = ""
    """Who of us is to do it, by name: private."""


NOTHING = Commitment("", None, 0)
"""Somebody does something, and nobody is to do anything."""


class Setting(NamedTuple):
    """What was said before a clause."""

    subject: Party | None
    """Whose doing was told last."""
    before: str
    """The clause before."""
    quoted: bool
    """Whether somebody else's words stand in quotation marks."""
    paired: bool
    """Whether the line tells of both sides: "they do the lunch, we do the room"."""
