"""What a library wants to change: goals, and the local figures that show the need."""

from pydantic import Field, field_validator

from collabkit.catalog.base import Part, Record
from collabkit.catalog.fields import GoalId, Phrase, Sentence, Text


class Goal(Record):
    """An aim of the library."""

    need: Sentence
    """The shared need, as a pitch states it; true for a town of any size."""
    aliases: tuple[Phrase, ...] = ()
    """Words people use for it."""
    broader: GoalId | None = None
    """The goal it is a part of."""
    measure: Phrase
    """The local figure that would best show the need."""


class Compared(Part):
    """A state or national value to set beside a local figure."""

    value: Text
    where: Phrase
    """What it is the value of, such as "the United States"."""
    year: int = Field(ge=1900, le=2200)
    source: Text
    """The page that states it."""


class LocalFigure(Record):
    """A figure about a town or county that a letter can cite."""

    sentence: Text = ""
    """The sentence that it stands in, with `{value}` in the place of the figure; empty if the label is enough."""
    publisher: Text
    """Who publishes it."""
    table: Text
    """In which table or on which page."""
    geography: Phrase
    """For which places: state, county, town, school district."""
    often: Phrase
    """How often it comes out."""
    find: Sentence
    """How to find it in five minutes."""
    survey: Text = ""
    """The element of the Public Libraries Survey that holds it, such as VISITS."""
    compare: tuple[Compared, ...] = ()
    """State or national values to set beside it."""

    @field_validator("sentence")
    @classmethod
    def _has_one_place(cls, sentence: str) -> str:
        if sentence and sentence.count("{value}") != 1:
            raise ValueError("write {value} once, in the place of the figure")
        return sentence
