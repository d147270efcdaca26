"""What the catalogs hold for papers: clauses of agreements, and what those who took part may say."""

from typing import Literal

from pydantic import Field, model_validator

from collabkit.catalog.base import Entry, Part
from collabkit.catalog.fields import GoalId, Paragraphs, Phrase, Sentence, Sources

Condition = Literal[
    "money",
    "minors",
    "personal-data",
    "volunteers",
    "food",
    "equipment",
    "shared-staff",
    "shared-property",
    "school-data",
    "sponsorship",
    "events",
    "library-to-library",
    "high-risk",
    "long-term",
    "space",
]
"""What a case may involve, so that an agreement has to speak of it."""
Rung = Literal["letter", "mou", "contract"]
"""How formal an agreement is."""


class When(Part):
    """What calls for a clause: either `always: true`, or any one of some conditions."""

    always: bool = False
    """true for what every agreement needs."""
    any_: tuple[Condition, ...] = Field(default=(), alias="any")
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
    text: Paragraphs
    """One to three paragraphs, which may hold {library}, {partner}, {activity}, {place}, {start}, {end}, {notice} and {review}."""
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


class Outcome(Entry):
    """What those who took part may say, for one goal, in the first person."""

    goal: GoalId
    """The goal it is about."""
    learned: Sentence
    """What they know or can do now."""
    confident: Sentence
    """What they feel sure enough to do."""
    act: Sentence
    """What they mean to do next."""
    aware: Sentence
    """What they know is there for them."""
    used: Sentence
    """Some weeks later: what they used."""
    changed: Sentence
    """Some weeks later: what is different."""
    returned: Sentence
    """Some weeks later: whether they came back."""
    source: Sources
    """Where it comes from."""

    def title(self) -> str:
        """Return the goal."""
        return self.goal

    def gist(self) -> str:
        """Return what they learned."""
        return self.learned
