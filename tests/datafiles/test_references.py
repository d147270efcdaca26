"""Ids in any model that name entries elsewhere."""

from collections.abc import Collection
from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from collabkit.datafiles.annotations import Ref
from collabkit.datafiles.limits import MAX_PROBLEMS
from collabkit.datafiles.reading import parse
from collabkit.datafiles.references import dangling, references

PartnerId = Annotated[str, StringConstraints(max_length=20), Ref("partners", also=("any",))]


class Promise(BaseModel):
    """A part of the model."""

    to: PartnerId


class Plan(BaseModel):
    """A file that names partners in every way there is."""

    lead: PartnerId | None = None
    others: tuple[PartnerId, ...] = ()
    promises: tuple[Promise, ...] = ()
    few: Annotated[tuple[PartnerId, ...], Field(max_length=3)] | None = None
    speaks_to: Annotated[str, Ref("partners", "sectors")] = "any"
    note: str = ""


def _ids(kind: str) -> Collection[str]:
    return {"partners": ("museum", "food-bank"), "sectors": ("any", "health")}[kind]


def _said(text: str) -> list[str]:
    document = parse(text.encode(), "plan.yaml")
    plan = Plan.model_validate(document.data)
    return [str(problem) for problem in dangling(plan, document, (), _ids)]


def test_every_id_is_seen_wherever_it_stands() -> None:
    plan = Plan(
        lead="museum",
        others=("any", "x"),
        promises=(Promise(to="y"),),
        few=("w",),
        speaks_to="v",
        note="z",
    )

    assert [(at, named) for at, named, _ in references(plan)] == [
        (("lead",), "museum"),
        (("others", 0), "any"),
        (("others", 1), "x"),
        (("promises", 0, "to"), "y"),
        (("few", 0), "w"),
        (("speaks_to",), "v"),
    ]


def test_ids_that_name_something_are_no_problem() -> None:
    assert _said("lead: museum\nothers: [food-bank, any]\n") == []


def test_an_id_that_names_nothing_is_told_with_its_place_and_what_was_meant() -> None:
    assert _said("others:\n  - museum\n  - food-bnak\npromises:\n  - to: nobody\n") == [
        "plan.yaml:3:5: others[1]: nothing in partners is called 'food-bnak'; did you mean 'food-bank'?",
        "plan.yaml:5:5: promises[0].to: nothing in partners is called 'nobody'",
    ]


def test_an_id_of_either_of_two_kinds_is_told_with_both() -> None:
    assert _said("speaks_to: health\n") == []
    assert _said("speaks_to: helth\n") == [
        "plan.yaml:1:1: speaks_to: nothing in partners or sectors is called 'helth'; did you mean 'health'?"
    ]


def test_of_many_as_many_are_told_as_anyone_wants_to_read() -> None:
    said = _said(f"others: [{', '.join(f'x{number}' for number in range(5_000))}]\n")

    assert len(said) == MAX_PROBLEMS
