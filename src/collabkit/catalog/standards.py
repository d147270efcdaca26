"""What others ask a library to show of its work with partners, and what in its records proves it."""

from typing import Literal

from pydantic import Field

from collabkit.catalog.base import Part, Record
from collabkit.catalog.fields import GoalId, PartnerId, Phrase, Sentence, Text

Fact = Literal[
    "partnership",
    "running",
    "talk",
    "agreement",
    "agreed",
    "joint-work",
    "goal",
    "kept-promise",
    "count",
    "answers",
    "their-hours",
    "health",
    "went",
    "paper",
    "plan",
]
"""Kinds of fact in a library's records: a *partnership* that is kept; one *running* (pilot, active, renew);
a *talk* with a partner; a signed *agreement*; something *agreed*; a piece of *joint-work* that runs; work
under way for a *goal*; a promise that was kept; a *count*; *answers* of those who took part; hours that
others gave; a short check that both sides filled (*health*); how it *went*; a *paper* that was sent; a
*plan* whose goals are served."""


class Evidence(Part):
    """One sort of fact that proves a part of what is asked."""

    fact: Fact
    """What kind of fact."""
    what: Phrase
    """What it has to show, as it stands after "shows"."""
    least: int = Field(default=1, ge=1, le=50)
    """How many there have to be."""
    months: int = Field(default=12, ge=1, le=120)
    """How many months back they count."""
    partners: tuple[PartnerId, ...] = ()
    """Only with partners of these kinds."""
    goals: tuple[GoalId, ...] = ()
    """Only for these goals."""


class Standard(Record):
    """Something that a library is asked to show."""

    body: Text
    """Who asks."""
    jurisdiction: Text
    """For whom it holds: the two letters of a state, or `US`."""
    number: Text = ""
    """How the body itself numbers it."""
    binding: Literal["required", "voluntary", "grant", "plan"]
    """*required* for state aid or recognition, *voluntary* for a library's own assessment, *grant* for what a
    funder asks, *plan* for a goal that the library set itself."""
    choice: bool = False
    """True for one of several among which a project chooses one: it is told only where something proves a part of
    it, or where it is asked for."""
    asks: Sentence
    """What it asks of partnerships and outreach, in our words."""
    page: Text
    """The page that states it."""
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    """What in the records proves it."""
