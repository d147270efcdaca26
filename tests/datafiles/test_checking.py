"""What a model objects to, in words, with the place in the file."""

from typing import Annotated, Literal, Self

import pytest
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from collabkit.datafiles.checking import first_problem, validate
from collabkit.datafiles.limits import MAX_PROBLEMS
from collabkit.datafiles.reading import parse


class Promise(BaseModel):
    """A part of the model."""

    model_config = ConfigDict(extra="forbid")

    by: str
    kept: bool = False


class Partnership(BaseModel):
    """A file as other rooms may have one."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, StringConstraints(max_length=20)]
    stage: Literal["talk", "pilot"] = "talk"
    hours: float = Field(default=0, ge=0, le=168)
    level: int = 1
    promises: tuple[Promise, ...] = ()
    lead: Promise | None = None
    by_town: dict[Annotated[str, StringConstraints(max_length=9)], Promise] = {}
    id: Annotated[str, StringConstraints(pattern="^[a-z]+$")] = "a"
    days: Annotated[tuple[str, ...], Field(min_length=2)] = ("mon", "tue")
    people: Annotated[int, Field(gt=0)] = 1

    @model_validator(mode="after")
    def _nobody_waits_for_ever(self) -> Self:
        if self.level > 100:
            raise ValueError(f"level {self.level} is none" + "!" * 1_000)
        return self


def _said(text: str) -> list[str]:
    return [str(each) for each in validate(parse(text.encode(), "p.yaml"), Partnership)[1]]


def test_a_file_that_is_right_is_its_model() -> None:
    made, problems = validate(
        parse(b"name: Ours\npromises:\n  - by: us\n    kept: true\n", "p.yaml"), Partnership
    )

    assert problems == []
    assert made == Partnership(name="Ours", promises=(Promise(by="us", kept=True),))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("stage: talk\n", "p.yaml:1:1: name: is missing; add it"),
        ("name: a\nstge: talk\n", "p.yaml:2:1: stge: no such field; did you mean 'stage'?"),
        (
            "name: a\nstage: pilto\n",
            "p.yaml:2:1: stage: should be one of talk, pilot, not 'pilto'; did you mean 'pilot'?",
        ),
        ("name: a\nhours: 200\n", "p.yaml:2:1: hours: should be at most 168, not 200"),
        ("name: a\nhours: many\n", "p.yaml:2:1: hours: should be a number, not 'many'"),
        ("name: a\nlevel: 1.5\n", "p.yaml:2:1: level: should be a whole number, not 1.5 (put it in quotes if text is meant)"),
        ("name: 12\n", "p.yaml:1:1: name: should be text, not 12 (put it in quotes if text is meant)"),
        ("name:\n", "p.yaml:1:1: name: should be text, not empty"),
        (f"name: {'x' * 21}\n", "p.yaml:1:1: name: longer than 20 characters; shorten it"),
        ("name: a\npromises: us\n", "p.yaml:2:1: promises: should be a list, not 'us'"),
        (
            "name: a\npromises: [{by: us}, us]\n",
            "p.yaml:2:22: promises[1]: should be a block of `name: value` lines, not 'us'",
        ),
        (
            "name: a\npromises:\n  - by: us\n    kpt: true\n",
            "p.yaml:4:5: promises[0].kpt: no such field; did you mean 'kept'?",
        ),
        ("name: true\n", "p.yaml:1:1: name: should be text, not true (put it in quotes if text is meant)"),
        ("name: false\n", "p.yaml:1:1: name: should be text, not false (put it in quotes if text is meant)"),
        ("name: [a]\n", "p.yaml:1:1: name: should be text, not a list"),
        ("name: {a: b}\n", "p.yaml:1:1: name: should be text, not a block of `name: value` lines"),
        ("name: a\nstage: [pilot]\n", "p.yaml:2:1: stage: should be one of talk, pilot, not a list"),
        ("name: a\nxyz: 1\n", "p.yaml:2:1: xyz: no such field; remove it, or check its spelling"),
        ("name: a\nlead: {by: us, kpt: true}\n", "p.yaml:2:16: lead.kpt: no such field; did you mean 'kept'?"),
        (
            "name: a\nby_town: {Butte: {by: us, kpt: true}}\n",
            "p.yaml:2:27: by_town.Butte.kpt: no such field; remove it, or check its spelling",
        ),
        (
            "name: a\nby_town: {Deer Lodge: {by: us}}\n",
            "p.yaml:2:11: by_town.Deer Lodge: longer than 9 characters; shorten it",
        ),
        ("name: a\nid: A b\n", "p.yaml:2:1: id: 'A b' is not an id; use lower-case words joined by hyphens"),
        ("name: a\ndays: [mon]\n", "p.yaml:2:1: days: needs at least 2 entry"),
        ("name: a\nhours: -1\n", "p.yaml:2:1: hours: should be at least 0, not -1"),
        ("name: a\npeople: 0\n", "p.yaml:2:1: people: Input should be greater than 0"),
        ("name: a\nlevel: 101\n", f"p.yaml:1:1: level 101 is none{'!' * 280}..."),
        ("- a\n", "p.yaml:1:1: should be `name: value` lines"),
        ("", "p.yaml:1:1: the file is empty; write an entry, or delete the file"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_sentence_with_its_place(text: str, said: str) -> None:
    assert _said(text) == [said]


def test_a_file_of_something_else_is_told_what_to_write() -> None:
    (problem,) = validate(parse(b"- a\n", "p.yaml"), Partnership, example="`init` writes one")[1]

    assert str(problem) == "p.yaml:1:1: should be `name: value` lines; `init` writes one"


def test_whoever_gave_values_and_no_file_is_told_the_first_mistake_and_no_place() -> None:
    with pytest.raises(ValidationError) as caught:
        Partnership.model_validate({"name": "a", "lead": {"by": 1}, "hours": 200})

    assert first_problem(caught.value, Partnership) == "hours: should be at most 168, not 200"
    with pytest.raises(ValidationError) as caught:
        Partnership.model_validate({"name": "a", "lead": {"by": 1}})
    assert first_problem(caught.value, Partnership) == (
        "lead.by: should be text, not 1 (put it in quotes if text is meant)"
    )


def test_mistakes_come_in_the_order_of_the_file_and_end_somewhere() -> None:
    lines = "".join("  - {to: us}\n" for _ in range(10_000))
    said = _said(f"promises:\n{lines}")

    assert len(said) == MAX_PROBLEMS
    places = [int(line.split(":")[1]) for line in said]
    assert places == sorted(places)
