"""The engine: what is known of a case, the one next question worth asking, and what can be written now.

Pure and deterministic: the same case gives the same question. Nothing here prints, writes or asks.
"""

from collections.abc import Callable
from threading import RLock
from typing import TYPE_CHECKING

from collabkit.cases.case import Case
from collabkit.cases.questions import Question, Turn
from collabkit.cases.reader import Reader
from collabkit.cases.steps import ORDER, PASS, Step, refusal
from collabkit.cases.work_step import WorkStep
from collabkit.catalog import Catalog
from collabkit.errors import UnknownIdError, UsageError
from collabkit.ondemand import opened_once

if TYPE_CHECKING:
    from collabkit.cases.bodies import Finder
    from collabkit.cases.later_steps import LaterSteps

Remembered = Callable[[str], str | None]
"""Returns the work that was chosen for such words before."""


class Engine:
    """Leads cases from words to a paper."""

    def __init__(
        self, catalog: Catalog, reader: Reader, remembered: Remembered, finder: "Finder"
    ) -> None:
        """Lead the cases of one library.

        Args:
            catalog: what the field knows.
            reader: reads words.
            remembered: returns the work that was chosen for such words before.
            finder: opens what finds real bodies.
        """
        self._catalog = catalog
        self._reader = reader
        self._finder = finder
        self._work = WorkStep(catalog, reader.works, remembered)
        self.opening = RLock()

    @opened_once
    def _later(self) -> "LaterSteps":
        """The steps after the work. The first question needs none of what they import."""
        from collabkit.cases.later_steps import later_steps  # noqa: PLC0415

        return later_steps(self._catalog, self._reader.query, self._finder)

    def _all(self) -> tuple[Step, ...]:
        return (self._work, self._later.body, self._later.kind, *self._later.details)

    def _reached(self, case: Case) -> tuple[Step, ...]:
        """Return the steps that have anything to say of *case*."""
        return (self._work,) if case.is_wish_alone else self._all()

    def begun(self, words: str) -> Case:
        """Return the case that *words* begin.

        Raises:
            UsageError: they say nothing.
        """
        wish = " ".join(words.split())
        if not wish:
            raise UsageError(
                "no words are given", 'Say what you want: collab start "kids come hungry in july"'
            )
        return self._work.begun(wish)

    def turn(self, case: Case) -> Turn:
        """Return where *case* stands."""
        known = tuple(fact for step in self._reached(case) for fact in step.facts(case))
        return Turn(case, known, self.question(case), self.ready(case))

    def question(self, case: Case) -> Question | None:
        """Return the one next question worth asking; nothing if no answer would change anything."""
        for step in self._reached(case):
            question = step.question(case)
            if question is not None and not self._spared(step, case):
                return question
        return None

    def ready(self, case: Case) -> tuple[str, ...]:
        """Return the papers that can be written now: once it is settled whom they speak to, and of what."""
        if case.partner is None:
            return ()
        from collabkit.cases.detail_steps import written  # noqa: PLC0415 - few questions need it

        first = (self._work, self._later.body, self._later.kind)
        if any(step.question(case) for step in first):
            return ()
        can = written(case)
        return tuple(sorted(can, key=lambda each: each != case.paper))

    def answered(self, case: Case, question: str, answer: str) -> Case:
        """Return *case* with *answer* to *question*: the id of a choice, other words, or blank to pass it over.

        Raises:
            UnknownIdError: there is no such question.
            UsageError: the answer cannot be taken.
        """
        step = next((each for each in self._all() if each.owns(question)), None)
        if step is None:
            raise UnknownIdError("question", question, ORDER)
        text = " ".join(answer.split())
        open_question = step.question(case)
        if open_question is not None and open_question.id == question:
            _refuse(open_question, text)
        return step.answered(case, question, text)

    def taken_back(self, case: Case) -> Case | None:
        """Return *case* without its last answer; nothing where it has none."""
        for step in reversed(self._reached(case)):
            earlier = step.taken_back(case)
            if earlier is not None:
                return earlier
        return None

    def passed_over(self, case: Case, body: str, why: str) -> Case:
        """Return *case* with *body*, an id or a name, never to be offered again, for the reason *why*."""
        return self._later.body.pass_over(case, " ".join(body.split()), " ".join(why.split()))

    def _spared(self, step: Step, case: Case) -> bool:
        """Return whether *step* is a detail that is no longer asked for, so that the paper is in sight."""
        return (
            step is not self._work
            and step in self._later.details[:-1]
            and self._answers(case) >= _ENOUGH
        )

    def _answers(self, case: Case) -> int:
        """Return how many questions were answered or passed over."""
        many = 0
        earlier: Case | None = case
        while earlier is not None:
            many, earlier = many + 1, self.taken_back(earlier)
        return many - 1


_ENOUGH = 6
"""Answers after which only the paper is asked for: whoever has answered so many wants to see something."""


def _refuse(question: Question, answer: str) -> None:
    """Raise if *question* does not take *answer*."""
    if answer in {each.id for each in question.choices} or (answer != PASS and question.free):
        return
    if answer != PASS or not question.may_pass:
        raise refusal(answer, [each.id for each in question.choices])
