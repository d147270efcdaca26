"""What to know before starting: forms of partnership, principles, benefits and cautions."""

from typing import Literal

from pydantic import Field

from collabkit.catalog.base import Record
from collabkit.catalog.fields import Phrase, Sentence

Gainer = Literal["library", "partner", "community", "funder"]


class Form(Record):
    """One of the forms that a partnership can take."""

    span: Phrase
    """How long and how heavy it usually is."""
    examples: tuple[Phrase, ...] = ()
    """Concrete cases."""


class Principle(Record):
    """A reason to collaborate, a way in, or a stance."""

    kind: Literal["why", "way-in", "stance"]
    """What sort of advice it is."""
    text: Sentence
    """Advice to act on, in a few sentences."""


class Benefit(Record):
    """Something good that comes of working together."""

    gains: tuple[Gainer, ...] = Field(min_length=1)
    """Who gains."""
    says: dict[Gainer, Sentence]
    """The benefit as each of them would hear it."""
    measure: Phrase
    """How one would know."""


class Caution(Record):
    """Something to mind."""

    readers: Literal["library", "both"] = "library"
    """Who may read it: *library* for its own notes, *both* for what the two sides settle together."""
    do: Sentence
    """What to do about it before starting."""
    ask: Sentence
    """A question for the first meeting."""
