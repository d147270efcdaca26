"""The third step: what the body is, where its kind holds several and nothing tells which."""

import re
from collections.abc import Iterator

from collabkit.cases import body_kinds
from collabkit.cases.case import Case
from collabkit.cases.partners import Partners
from collabkit.cases.questions import Choice, Fact, Question
from collabkit.cases.steps import PASS, passed_over, refusal
from collabkit.catalog import Catalog
from collabkit.text.phrases import cap, with_article


class KindStep:
    """What the body of a case is."""

    def __init__(self, catalog: Catalog, partners: Partners) -> None:
        """Ask in the terms of *catalog*; *partners* tells who may be asked."""
        self._catalog = catalog
        self._partners = partners

    def owns(self, question: str) -> bool:
        """Return whether *question* asks what the body is."""
        return question in {_KIND, _WHICH}

    def question(self, case: Case) -> Question | None:
        """Return the question what the body is: which kind of partner, or which of those that a kind holds."""
        question = self._open(case)
        if case.body is not None or question in case.passed or not (case.partner or case.name):
            return None
        choices = self._choices(case)
        if len(choices) < _SEVERAL:
            return None
        who = case.name or self._catalog.partners[case.partner or ""].one
        return Question(
            question,
            f"What is {who}?" if case.name else f"Which of these do you mean by {who}?",
            "It decides what the paper says of them and asks for.",
            choices,
            may_pass=True,
        )

    def answered(self, case: Case, question: str, answer: str) -> Case:
        """Return *case* with what the body is."""
        if answer == PASS:
            case = passed_over(case, question)
            first = next(iter(self._partners.kinds(case)), None)
            return case if case.partner else case._replace(partner=first)
        known = {_id(label): label for label in self._labels(case)}
        if answer in known:
            return case.without(question)._replace(body=known[answer])
        stranger = case.name is not None and case.organization is None
        if stranger and answer in self._catalog.partners:
            told = body_kinds.told_by(self._catalog, answer, case.name or "")
            return case.without(_KIND, _WHICH)._replace(partner=answer, body=told)
        raise refusal(answer, list(known))

    def taken_back(self, case: Case) -> Case | None:
        """Return *case* without what the body is, where that was asked for."""
        chosen = self._was_chosen(case)
        question = self._open(case)
        earlier = case.without(question)._replace(body=None)
        if question in case.passed or case.body is not None:
            unsaid = chosen and question == _KIND
            earlier = earlier._replace(partner=None) if unsaid else earlier
            open_ = self.question(earlier)
            if open_ is not None and open_.id == question:
                return earlier
        return case.without(_KIND)._replace(partner=None, body=None) if chosen else None

    def _open(self, case: Case) -> str:
        """Return the id of the question that may be open: after a kind was chosen for a name, the second."""
        return _WHICH if self._was_chosen(case) and _KIND not in case.passed else _KIND

    def _was_chosen(self, case: Case) -> bool:
        """Return whether the kind of partner was chosen for a name that does not tell it."""
        stranger = case.name is not None and case.organization is None
        return (
            stranger and case.partner is not None and not self._partners.told(case, case.name or "")
        )

    def facts(self, case: Case) -> Iterator[Fact]:
        """Yield what the body is."""
        if case.body:
            yield Fact("kind", cap(with_article(case.body)))

    def _choices(self, case: Case) -> tuple[Choice, ...]:
        if case.partner is None:
            return tuple(
                Choice(each, cap(self._catalog.partners[each].one))
                for each in self._partners.kinds(case)
            )
        return tuple(Choice(_id(each), cap(with_article(each))) for each in self._labels(case))

    def _labels(self, case: Case) -> list[str]:
        """Return what the body may be."""
        work = self._partners.work(case)
        return body_kinds.open_for(self._catalog, work, case.partner) if case.partner else []


def _id(label: str) -> str:
    return re.sub("[^a-z0-9]+", "-", label.lower()).strip("-")


_KIND, _WHICH = "kind", "kind-2"
"""The question what kind of body a name is, or which of those that its kind holds; and the latter where both are open."""
_SEVERAL = 2
"""Choices from which on an answer makes a difference."""
