"""What a model objects to, in words, with the place in the file."""

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from collabkit.datafiles.checking import validate
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
        ("- a\n", "p.yaml:1:1: should be `name: value` lines"),
        ("", "p.yaml:1:1: the file is empty; write an entry, or delete the file"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_sentence_with_its_place(text: str, said: str) -> None:
    assert _said(text) == [said]


def test_mistakes_come_in_the_order_of_the_file_and_end_somewhere() -> None:
    lines = "".join("  - {to: us}\n" for _ in range(10_000))
    said = _said(f"promises:\n{lines}")

    assert len(said) == MAX_PROBLEMS
    places = [int(line.split(":")[1]) for line in said]
    assert places == sorted(places)
