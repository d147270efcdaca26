"""The engine: one question at a time, the same for the same case, and none that changes nothing."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cases.made import engine, picks, walk, wishes
from collabkit.cases.case import Case
from collabkit.errors import CollabkitError
from shipped import CATALOG

DETAILS = {
    "when": "Tuesdays at 4; the story room",
    "fact": "We turn away ten children a week",
    "paper": "agreement",
    "others": "agreed",
    "pays": "library",
}


@given(wishes, picks)
def test_no_question_comes_again_once_it_was_answered(wish: str, chosen: list[int]) -> None:
    asked = [question.id for _, question, _, _ in walk(wish, chosen)]

    assert len(asked) == len(set(asked))


@given(wishes, picks)
def test_the_same_case_gives_the_same_question(wish: str, chosen: list[int]) -> None:
    for case, question, _, _ in walk(wish, chosen):
        assert engine().question(case) == question


@given(wishes, picks)
def test_going_back_and_answering_the_same_gives_the_same_case(
    wish: str, chosen: list[int]
) -> None:
    for _, _, _, after in walk(wish, chosen):
        earlier = engine().taken_back(after)
        assert earlier is not None
        again = engine().question(earlier)
        assert again is not None
        assert after in [
            engine().answered(earlier, again.id, answer)
            for answer in (*(choice.id for choice in again.choices), *_typed(after), "")
            if _takes(earlier, again.id, answer)
        ]


def _typed(case: Case) -> list[str]:
    when = "; ".join(each for each in (case.when, case.where) if each)
    named = [each.name or "" for each in case.others]
    return [
        *case.words,
        *case.facts,
        when,
        case.pays or "",
        case.name or "",
        case.work_name or "",
        *named,
    ]


def _takes(case: Case, question: str, answer: str) -> bool:
    try:
        engine().answered(case, question, answer)
    except CollabkitError:
        return False
    return True


@given(wishes, picks, st.permutations(list(DETAILS.items())))
def test_the_order_of_answers_that_do_not_hang_together_does_not_matter(
    wish: str, chosen: list[int], order: list[tuple[str, str]]
) -> None:
    case = next((after for *_, after in walk(wish, chosen) if engine().ready(after)), None)
    assume(case is not None)
    assert case is not None
    waits = engine().answered(case._replace(others=(), passed=()), "others", "open")

    results = {_all_answered(waits, each) for each in (order, list(DETAILS.items()))}

    assert len(results) == 1


def _all_answered(case: Case, answers: list[tuple[str, str]]) -> Case:
    for question, answer in answers:
        if question != "others":
            case = engine().answered(case, question, answer)
    return case


@given(wishes, picks)
def test_a_question_with_choices_has_more_than_one_way_to_answer_it(
    wish: str, chosen: list[int]
) -> None:
    for _, question, _, _ in walk(wish, chosen):
        assert len(question.choices) + question.free + question.may_pass > 1


@given(wishes, picks)
def test_a_paper_can_be_written_after_seven_questions_at_the_latest(
    wish: str, chosen: list[int]
) -> None:
    steps = list(walk(wish, chosen))
    without_paper = [case for case, *_ in steps if not engine().ready(case)]

    assert len(without_paper) <= 7


def test_an_unsure_wish_is_asked_for_its_work_first() -> None:
    question = engine().question(engine().begun("kids who can't read"))

    assert question is not None
    assert question.id == "work"
    assert [choice.id for choice in question.choices if choice.id in CATALOG.activities]
    assert question.choices[-1].id == "none"


def test_what_is_said_after_none_of_these_is_added_to_the_wish() -> None:
    case = engine().answered(engine().begun("kids who can't read"), "work", "none")
    case = engine().answered(case, "words", "first graders with a teenager")

    assert case.words == ("kids who can't read", "first graders with a teenager")
    assert engine().question(case) is None or engine().question(case).id == "work-2"  # type: ignore[union-attr]


def test_a_goal_from_the_menu_shows_its_works() -> None:
    case = engine().answered(engine().begun("kids who can't read"), "work", "none")
    case = engine().answered(case, "words", "veterans")
    question = engine().question(case)

    assert question is not None
    works = [choice.id for choice in question.choices if choice.id in CATALOG.activities]
    assert works
    assert all("veterans" in CATALOG.activities[work].goals for work in works)


def test_who_was_passed_over_is_not_offered_again() -> None:
    case = engine().answered(engine().begun("kids who can't read"), "work", "reading-buddies")
    case = engine().passed_over(case, "k12-school", "asked last year, no answer")
    question = engine().question(case)

    assert question is not None
    assert "k12-school" not in [choice.id for choice in question.choices]
    assert case.passed_over[0].why == "asked last year, no answer"


@pytest.mark.parametrize(
    ("name", "body"),
    [("Lowell Elementary", "elementary school"), ("Hellgate High School", "high school")],
)
def test_a_name_tells_what_a_body_is(name: str, body: str) -> None:
    case = engine().answered(engine().begun("kids who can't read"), "work", "reading-buddies")
    case = engine().answered(case, "body", name)

    assert (case.partner, case.body) == ("k12-school", body)
    asked = engine().question(case)
    assert asked is None or asked.id != "kind"


@pytest.mark.parametrize(
    ("question", "answer"),
    [("work", ""), ("kind", "no such"), ("nothing", "x"), ("paper", "no such")],
)
def test_an_answer_that_cannot_be_is_refused(question: str, answer: str) -> None:
    case = engine().begun("kids who can't read")
    if question in {"kind", "paper"}:
        case = case._replace(work="reading-buddies", partner="k12-school")
        if question == "paper":
            case = case._replace(body="elementary school")

    with pytest.raises(CollabkitError):
        engine().answered(case, question, answer)
