"""What every step of a conversation can do: ask its question, take an answer, and take it back."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from collabkit.cases.case import Case
from collabkit.cases.questions import Fact, Question
from collabkit.errors import UsageError, cut

PASS = ""
"""The answer that passes a question over."""


class Step(Protocol):
    """One step. Nothing that it does changes a case: it returns another."""

    def owns(self, question: str) -> bool:
        """Return whether the question with that id is one of this step."""
        ...

    def question(self, case: Case) -> Question | None:
        """Return the question that is open, if its answers would lead to different results."""
        ...

    def answered(self, case: Case, question: str, answer: str) -> Case:
        """Return *case* with *answer*: the id of a choice, words of her own, or `PASS`.

        Raises:
            UsageError: the answer is none of the choices, and no other is taken.
        """
        ...

    def taken_back(self, case: Case) -> Case | None:
        """Return *case* without the last answer of this step; nothing if there is none."""
        ...

    def facts(self, case: Case) -> Iterator[Fact]:
        """Yield what is known by it, for a reader."""
        ...


def passed_over(case: Case, question: str) -> Case:
    """Return *case* with *question* passed over."""
    if question in case.passed:
        return case
    return case._replace(passed=tuple(sorted((*case.passed, question), key=place_of)))


ORDER = ("work", "words", "body", "kind", "name", "others", "when", "pays", "fact", "paper")
"""The questions in the order of what an answer changes most in the result."""


def place_of(question: str) -> tuple[int, int, str]:
    """Return where *question* comes: `words-2` after `work-2`, and both before `body`."""
    name, _, number = question.partition("-")
    rounds = int(number) if number.isdigit() else 1
    at = ORDER.index(name) if name in ORDER else len(ORDER)
    return (0, rounds, name) if name in {"work", "words"} else (at, 0, name)


def refusal(answer: str, choices: Sequence[str]) -> UsageError:
    """Return the error that *answer* is none of *choices*."""
    return UsageError(
        f"{cut(answer)!r} is none of the choices", f"Choose one of: {', '.join(choices)}"
    )
