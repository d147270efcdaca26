"""The engine: what is known of a case, the one next question worth asking, and what can be written now.

Pure and deterministic: the same case gives the same question. Nothing here prints, writes or asks.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Self

from collabkit.cases.body_step import BodyStep
from collabkit.cases.case import Case
from collabkit.cases.detail_steps import (
    FactStep,
    NameStep,
    OthersStep,
    PaperStep,
    PaysStep,
    WhenStep,
    written,
)
from collabkit.cases.kind_step import KindStep
from collabkit.cases.partners import Partners
from collabkit.cases.questions import Question, Turn
from collabkit.cases.reader import Reader
from collabkit.cases.steps import ORDER, PASS, Step, refusal
from collabkit.cases.work_step import WorkStep
from collabkit.catalog import Catalog
from collabkit.errors import UnknownIdError, UsageError

if TYPE_CHECKING:
    from collabkit.cases.bodies import Finder

Remembered = Callable[[str], str | None]
"""Returns the work that was chosen for such words before."""


class Engine:
    """Leads cases from words to a paper."""

    @classmethod
    def of(cls, catalog: Catalog, reader: Reader, remembered: Remembered, finder: "Finder") -> Self:
        """Return the engine for one library.

        Args:
            catalog: what the field knows.
            reader: reads words.
            remembered: returns the work that was chosen for such words before.
            finder: opens what finds real bodies.
        """
        partners = Partners(catalog, reader.query)
        return cls(
            WorkStep(catalog, reader.works, remembered),
            BodyStep(catalog, partners, reader.query, finder),
            KindStep(catalog, partners),
            [
                step(catalog, partners)
                for step in (NameStep, OthersStep, WhenStep, PaysStep, FactStep, PaperStep)
            ],
        )

    def __init__(
        self, work: WorkStep, body: BodyStep, kind: KindStep, details: Sequence[Step]
    ) -> None:
        """Go through these steps, in this order."""
        self._work = work
        self._body = body
        self._kind = kind
        self._details = details
        self._steps: tuple[Step, ...] = (work, body, kind, *details)

    def begun(self, words: str) -> Case:
        """Return the case that *words* begin.

        Raises:
            UsageError: they say nothing.
        """
        said = " ".join(words.split())
        if not said:
            raise UsageError(
                "no words are given", 'Say what you want: collab start "kids come hungry in july"'
            )
        return self._work.begun(said)

    def turn(self, case: Case) -> Turn:
        """Return where *case* stands."""
        known = tuple(fact for step in self._steps for fact in step.facts(case))
        return Turn(case, known, self.question(case), self.ready(case))

    def question(self, case: Case) -> Question | None:
        """Return the one next question worth asking; nothing if no answer would change anything."""
        for step in self._steps:
            if (
                step in self._details
                and step is not self._steps[-1]
                and self._asked(case) >= _ENOUGH
            ):
                continue
            question = step.question(case)
            if question is not None:
                return question
        return None

    def ready(self, case: Case) -> tuple[str, ...]:
        """Return the papers that can be written now: once it is settled whom they speak to, and of what."""
        first = (self._work, self._body, self._kind)
        if case.partner is None or any(step.question(case) for step in first):
            return ()
        can = written(case)
        return tuple(sorted(can, key=lambda each: each != case.paper))

    def answered(self, case: Case, question: str, answer: str) -> Case:
        """Return *case* with *answer* to *question*: the id of a choice, other words, or blank to pass it over.

        Raises:
            UnknownIdError: there is no such question.
            UsageError: the answer cannot be taken.
        """
        step = next((each for each in self._steps if each.owns(question)), None)
        if step is None:
            raise UnknownIdError("question", question, ORDER)
        said = " ".join(answer.split())
        asked = step.question(case)
        if asked is not None and asked.id == question:
            _refuse(asked, said)
        return step.answered(case, question, said)

    def taken_back(self, case: Case) -> Case | None:
        """Return *case* without its last answer; nothing where it has none."""
        for step in reversed(self._steps):
            earlier = step.taken_back(case)
            if earlier is not None:
                return earlier
        return None

    def passed_over(self, case: Case, body: str, why: str) -> Case:
        """Return *case* with *body*, an id or a name, never to be offered again, for the reason *why*."""
        return self._body.pass_over(case, " ".join(body.split()), " ".join(why.split()))

    def _asked(self, case: Case) -> int:
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
