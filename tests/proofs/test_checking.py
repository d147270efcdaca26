"""A text held against the facts of a case."""

import pytest

from collabkit import Workspace
from collabkit.cases.case import Case, PassedOver

CASE = Case(
    ("my ladies at the Lowell trailers want somebody for the slow readers",),
    work="reading-buddies",
    partner="k12-school",
    body="elementary school",
    name="Prairie View Elementary School",
    when="Mondays, 3:30 to 4:30",
    facts=("We lent 412 picture books last year.",),
)
RIGHT = (
    "Up to eight of your second graders could read aloud with a trained teen, once a week for six weeks.",
    "Could Prairie View Elementary School give a note to a dozen families?",
    "We would meet on Mondays at 3:30.",
    "Mondays work best for us, from 3:30 till 4:30.",
    "Last year we lent 412 picture books.",
    "About four hundred picture books were lent last year.",
    "No child leaves without the parent.",
    "May I call you next week?",
    "In cash the trial takes at most $150.",
)


def _kinds(text: str, case: Case = CASE, paper: str = "email") -> set[str]:
    workspace = Workspace(None, profile=None, own_catalog=None, templates=None)
    return {each.kind for each in workspace.check_text(text, case, paper=paper).doubts}


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import date  # noqa: PLC0415

    monkeypatch.setattr("collabkit.clock.today", lambda: date(2026, 12, 4))


@pytest.mark.parametrize("text", RIGHT)
def test_what_the_facts_say_is_let_pass_in_any_words(text: str) -> None:
    assert _kinds(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "To begin in March 2027 we need to hear from you by Feb. 2, 2027.",
        "Please tell us by 2 February.",
        "Is 2/2/27 too early for your answer?",
    ],
)
def test_a_day_of_the_facts_is_known_in_every_form(text: str) -> None:
    assert _kinds(text, CASE._replace(when=None)) == set()
    assert _kinds(text) == {"day"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Up to fifteen of your second graders could read aloud with a trained teen.", "number"),
        ("Last year we lent 512 picture books.", "number"),
        ("The trial takes $1,500 in cash.", "number"),
        ("We would meet on Thursdays.", "day"),
        ("We would meet at 5 p.m.", "day"),
        ("Please tell us by March 19, 2027.", "day"),
        ("Please tell us by 3/19.", "day"),
        ("It could begin in August.", "day"),
        ("The Kiwanis Club of Otter Bend has joined.", "name"),
        ("We have asked Juniper Flats Literacy Council.", "name"),
        ("Ask for Wilhelmina at the desk.", "name"),
        ("The library will buy every pupil a bicycle free of charge.", "promise"),
        ("We'll also mow your lawn.", "promise"),
        ("This is for the ladies from the trailers.", "private"),
        ("It began at Lowell.", "private"),
    ],
)
def test_what_no_fact_says_is_named(text: str, kind: str) -> None:
    assert kind in _kinds(text)


def test_who_was_passed_over_and_why_is_private() -> None:
    case = CASE._replace(passed_over=(PassedOver("Zephyr Academy", "the principal was drunk"),))

    assert "private" in _kinds("We did not ask the academy whose principal was drunk.", case)
    assert "private" in _kinds("Zephyr said nothing.", case)


def test_papers_of_the_program_about_the_case_pass_whole() -> None:
    workspace = Workspace(None, profile=None, own_catalog=None, templates=None)
    for paper in ("email", "one-pager", "proposal", "script", "agreement"):
        text = workspace.cases.paper(CASE, paper).record().markdown
        assert workspace.check_text(text, CASE, paper=paper).doubts == ()


def test_a_clause_that_is_left_out_of_an_agreement_is_named() -> None:
    workspace = Workspace(None, profile=None, own_catalog=None, templates=None)
    document = workspace.cases.paper(CASE, "agreement")
    agreement = document.draft.facts.agreement
    assert agreement is not None
    whole = document.record().markdown

    missing = workspace.check_text("Dear friends, this is agreed.", CASE, paper="agreement")

    titles = {each.text for each in missing.doubts if each.kind == "clause"}
    assert titles == {each.title for each in agreement.clauses}
    assert "clause" not in _kinds(whole, paper="agreement")


def test_a_text_of_nothing_has_nothing_to_doubt() -> None:
    assert _kinds("") == set()
    assert _kinds("\n\n***\n") == set()
