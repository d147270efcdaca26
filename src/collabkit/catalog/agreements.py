"""What the catalogs hold for papers: clauses of agreements."""

from typing import Literal

from pydantic import Field, model_validator

from collabkit.catalog.base import Entry, Part
from collabkit.catalog.fields import (
    CautionId,
    ConditionId,
    FormId,
    GoalId,
    Level,
    Paragraphs,
    PartnerId,
    Phrase,
    ResourceId,
    Sector,
    Sentence,
    Sources,
)

Rung = Literal["letter", "mou", "contract"]
"""How formal an agreement is."""


Weight = Literal["slight", "plain", "weighty", "grave", "counsel"]
"""How much of an agreement a condition calls for by itself. *slight* and *plain*: a letter carries
it. *weighty*: a letter carries one of these, two want a memorandum. *grave*: a memorandum by
itself. *counsel*: a contract that counsel draws up."""


class Circumstance(Part):
    """What shows that a condition holds: every field that is stated has to be met, by one of its values."""

    needs: tuple[ResourceId, ...] = ()
    """The work takes one of these."""
    theirs: tuple[ResourceId, ...] = ()
    """The partner supplies one of these to the work."""
    cautions: tuple[CautionId, ...] = ()
    """The work has one of these cautions."""
    forms: tuple[FormId, ...] = ()
    """The work has one of these forms."""
    goals: tuple[GoalId, ...] = ()
    """The work serves one of these goals."""
    partners: tuple[PartnerId, ...] = ()
    """The partner is one of these."""
    sectors: tuple[Sector, ...] = ()
    """The partner belongs to one of these sectors."""
    not_partners: tuple[PartnerId, ...] = ()
    """The partner is none of these."""
    levels: tuple[Level, ...] = ()
    """The work is as close as one of these."""
    costs: bool | None = None
    """true if the work costs money beyond staff time, false if it costs none."""


class Condition(Entry):
    """Something that a case may involve, so that an agreement has to speak of it."""

    label: Phrase
    """What it is, in the middle of a sentence."""
    weight: Weight
    """How formal it makes an agreement."""
    because: Sentence
    """Why, as it is told to whoever asks for the agreement."""
    question: Sentence = ""
    """What to ask a person where no circumstance tells."""
    holds: tuple[Circumstance, ...] = ()
    """It holds if one of these is met."""
    never: tuple[Circumstance, ...] = ()
    """It does not hold if one of these is met and none above."""
    source: Sources
    """Where it comes from."""

    def title(self) -> str:
        """Return the label."""
        return self.label

    def gist(self) -> str:
        """Return why it matters."""
        return self.because


class When(Part):
    """What calls for a clause: either `always: true`, or any one of some conditions."""

    always: bool = False
    """true for what every agreement needs."""
    any_: tuple[ConditionId, ...] = Field(default=(), alias="any")
    """Conditions, one of which is enough."""

    @model_validator(mode="after")
    def _one_or_the_other(self) -> "When":
        if self.always == bool(self.any_):
            raise ValueError("give either `always: true` or `any:` with a list of conditions")
        return self


class Clause(Entry):
    """One numbered clause of an agreement, in the library's words."""

    title_: Phrase = Field(alias="title")
    """Its heading."""
    when: When
    """What calls for it."""
    rungs: tuple[Rung, ...] = Field(min_length=1)
    """On which rungs it stands: `letter`, `mou`, `contract`."""
    order: int = Field(ge=0, le=10_000)
    """Where it stands: clauses follow each other by this number."""
    draft: bool = False
    """true for what stands in a draft only, and not in the copy that is signed."""
    text: Paragraphs
    """One to three paragraphs, which may hold {library}, {partner}, {activity}, {summary}, {need}, {place}, {start}, {end}, {money}, {home}, {notice}, {review} and {days}."""
    why: Sentence
    """Why it is there, for the person who drafts."""
    source: Sources
    """Where it comes from."""

    def title(self) -> str:
        """Return the heading."""
        return self.title_

    def gist(self) -> str:
        """Return why it is there."""
        return self.why
