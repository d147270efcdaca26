"""Cases and answers for tests: an engine over the shipped catalogs, and walks through its questions."""

from collections.abc import Iterator
from functools import cache

from hypothesis import strategies as st

from collabkit.cases.case import Case
from collabkit.cases.engine import Engine
from collabkit.cases.questions import Question
from collabkit.cases.reader import Reader
from collabkit.matching import Parser
from shipped import CATALOG

WISHES = (
    "kids who can't read",
    "kids come hungry in july",
    "there is never any parking when we have story time",
    "veterans do not know what they are owed",
    "eye exams for old people",
    "literacy",
)
OTHER_WORDS = ("families with babies", "on the weekend", "summer-learning", "jobs for teens")
LONGEST = 12
"""Answers of the longest walk; there are fewer questions."""

wishes = st.sampled_from(WISHES)
picks = st.lists(st.integers(0, 6), min_size=LONGEST, max_size=LONGEST)


@cache
def engine() -> Engine:
    """Return an engine without a directory, where nothing was chosen before."""
    return Engine(CATALOG, Reader(lambda: Parser(CATALOG)), lambda _: None, lambda: None)


def answer_to(question: Question, pick: int) -> str:
    """Return one of the answers that *question* takes."""
    answers = [choice.id for choice in question.choices[:4]] + [
        choice.id for choice in question.choices[-1:]
    ]
    if question.free:
        answers.append(OTHER_WORDS[pick % len(OTHER_WORDS)])
    if question.may_pass:
        answers.append("")
    return answers[pick % len(answers)]


def walk(wish: str, chosen: list[int]) -> Iterator[tuple[Case, Question, str, Case]]:
    """Yield each step of a conversation: the case, its question, the answer, and the case with it."""
    case = engine().begun(wish)
    for pick in chosen:
        question = engine().question(case)
        if question is None:
            return
        answer = answer_to(question, pick)
        after = engine().answered(case, question.id, answer)
        yield case, question, answer, after
        case = after
    assert engine().question(case) is None
