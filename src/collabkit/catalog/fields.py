"""The kinds of value an entry may hold: ids, sentences, phrases, and references to other entries."""

import re
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from collabkit.datafiles.annotations import Ref

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
"""A stable id: lower case, words joined by hyphens."""


def _one_line(text: str) -> str:
    if not text.strip():
        raise ValueError("is empty; write something or leave the field out")
    return " ".join(text.split())


Text = Annotated[str, StringConstraints(max_length=2_000), AfterValidator(_one_line)]
"""Words on one line; runs of blanks and line ends become one blank."""


def _lines_joined(text: object) -> object:
    if not isinstance(text, str):
        return text
    return ", ".join(line for each in text.splitlines() if (line := each.strip(" ,")))


Address = Annotated[Text, BeforeValidator(_lines_joined)]
"""Street, town and ZIP code: on one line, or on several as on a letter, which commas then join."""

Sentence = Text
"""Text that stands alone: a capital at the start and a full stop at the end."""

Phrase = Text
"""Text that fits in the middle of a sentence: no capital unless a name has one, no full stop."""

Article = Literal["a", "an", "none"]
"""The article that English puts before what one of a kind is called."""

Month = Annotated[int, Field(ge=1, le=12)]
"""A calendar month, from 1 for January."""

Day = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")]
"""A year, a month or a day, as exact as it is known: "2026", "2026-11" or "2026-11-25"."""


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


_Several = Annotated[tuple[Text, ...], Field(min_length=1)]
Sources = Annotated[_Several, BeforeValidator(_listed, json_schema_input_type=Text | _Several)]
"""Where an entry comes from: one text, or a list of them."""


BLANKS = (
    "library",
    "partner",
    "activity",
    "summary",
    "need",
    "place",
    "start",
    "end",
    "money",
    "home",
    "notice",
    "review",
    "days",
)
"""What a clause may leave open, in braces, for the draft to fill."""


def _known_blanks(text: str) -> str:
    for blank in re.findall(r"\{([^{}]*)\}?|\}", text):
        if blank not in BLANKS:
            braces = ", ".join(f"{{{name}}}" for name in BLANKS)
            raise ValueError(f"{{{blank}}} is nothing a clause may hold; use {braces}")
    return text


Paragraphs = Annotated[
    tuple[Annotated[Sentence, AfterValidator(_known_blanks)], ...],
    BeforeValidator(_listed),
    Field(min_length=1, max_length=3),
]
"""One to three paragraphs of a clause; a single one needs no list."""


Sector = Literal[
    "libraries",
    "education",
    "culture",
    "health",
    "human-services",
    "economy",
    "government",
    "environment",
]

SECTORS: tuple[str, ...] = get_args(Sector)

Level = Literal["networking", "coordinating", "cooperating", "collaborating"]
"""How close the work is. *networking*: exchanging news. *coordinating*: each adjusts its own
work to fit. *cooperating*: sharing resources for one program. *collaborating*: building
something together, with shared decisions, for long."""

GoalId = Annotated[Slug, Ref("goals")]
SignId = Annotated[Slug, Ref("signs")]
ResourceId = Annotated[Slug, Ref("resources")]
PartnerId = Annotated[Slug, Ref("partners")]
FormId = Annotated[Slug, Ref("forms")]
ConditionId = Annotated[Slug, Ref("conditions")]
FigureId = Annotated[Slug, Ref("figures")]
BenefitId = Annotated[Slug, Ref("benefits")]
CautionId = Annotated[Slug, Ref("cautions")]
AssetId = Annotated[Slug, Ref("assets")]
ActivityId = Annotated[Slug, Ref("activities")]
Supplier = Annotated[Slug, Ref("partners", also=("library",))]
"""A partner id, or ``library``."""
Onlooker = Annotated[Slug, Ref("partners", also=("any", *SECTORS))]
"""A partner id, the name of a sector, or ``any``."""
Verdict = Annotated[Slug, Ref("partners", also=("none",))]
"""A partner id, or ``none``: a partner of no kind."""
