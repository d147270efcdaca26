"""What matching learns from: what librarians say, what words mean, and what libraries did."""

from typing import Literal

from pydantic import Field

from collabkit.catalog.base import Entry, Part
from collabkit.catalog.fields import (
    ActivityId,
    Day,
    GoalId,
    PartnerId,
    Phrase,
    Sentence,
    Sources,
    Text,
)


class Phrasing(Entry):
    """Ways in which librarians ask for something that one type of partner answers."""

    partner: PartnerId
    """The partner that answers them."""
    aims: tuple[Phrase, ...] = Field(min_length=1)
    """The requests, as they are typed before the answer is known."""

    def title(self) -> str:
        """Return whom the requests lead to."""
        return self.partner

    def gist(self) -> str:
        """Return the first of the requests."""
        return self.aims[0]


class Term(Entry):
    """Words that mean the same to a librarian."""

    words: tuple[Phrase, ...] = Field(min_length=2)
    """Words and short phrases for one idea, acronyms and spellings among them."""

    def title(self) -> str:
        """Return the first of the words."""
        return self.words[0]

    def gist(self) -> str:
        """Return the words."""
        return ", ".join(self.words)


class Name(Entry):
    """What a name or a fixed expression means to someone who has never heard it."""

    kind: Literal["program", "office", "brand", "expression"]
    """*program* (WIC), *office* (FEMA), *brand* (Etsy), or *expression*: words that go together."""
    words: tuple[Phrase, ...] = Field(min_length=1)
    """The ways it is written."""
    means: Phrase
    """What it stands for, in plain words."""
    source: Sources
    """Where the meaning is from: `practice`, a public address or a citation."""

    def title(self) -> str:
        """Return the first of the ways it is written."""
        return self.words[0]

    def gist(self) -> str:
        """Return the meaning."""
        return self.means


class Taker(Part):
    """An organization that took part in a precedent."""

    name: Text
    """What it is called, or what it was, if the source names none."""
    partner: PartnerId
    """Its type."""


class Precedent(Entry):
    """A real partnership of a real library, with the page that tells of it."""

    aim: Phrase
    """What the library wanted, in our words, as it might have said before it knew the partner."""
    library: Text
    place: Text | None = None
    """Town and state, where they are not in the name."""
    year: int | None = Field(default=None, ge=1800, le=2200)
    goals: tuple[GoalId, ...] = Field(min_length=1)
    """The goals it served."""
    partners: tuple[Taker, ...] = Field(min_length=1)
    """Who took part."""
    library_gave: tuple[Phrase, ...] = ()
    """What the library gave, as far as the source says."""
    partners_gave: tuple[Phrase, ...] = ()
    """What the partners gave, as far as the source says."""
    activity: ActivityId | None = None
    """The kind of joint work that it is one of."""
    outcome: Sentence = ""
    """What came of it, as far as the source says."""
    runs: Sentence = ""
    """Whether it still runs, and on what day somebody saw that it does."""
    source: Sources
    """The page."""
    as_of: Day = ""
    """When somebody last read the page, if that was noted: a year, month or day."""
    page: Literal["reachable", "archived", ""] = ""
    """Whether the page was read at its address, or only in a stored copy; nothing if nobody noted it."""

    def title(self) -> str:
        """Return the library, with its place."""
        return f"{self.library}, {self.place}" if self.place else self.library

    def gist(self) -> str:
        """Return the aim."""
        return self.aim
