"""The second step: who is asked. One body that fits the work, one that she names, or only its kind."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from collabkit.cases import body_kinds
from collabkit.cases.case import Case, PassedOver
from collabkit.cases.partners import Partners
from collabkit.cases.questions import Choice, Fact, Question
from collabkit.cases.steps import PASS, passed_over
from collabkit.catalog import Catalog
from collabkit.errors import UsageError
from collabkit.text.phrases import cap, lower_first

if TYPE_CHECKING:
    from collabkit.cases.bodies import Finder
    from collabkit.finding import Found
    from collabkit.matching import Query

_KINDS, _KINDS_BESIDE = 6, 3
"""Kinds of partner that are offered where no body is found, and beside bodies."""


class BodyStep:
    """Which body a case is about."""

    def __init__(
        self,
        catalog: Catalog,
        partners: Partners,
        query: "Callable[[Case], Query]",
        finder: "Finder",
    ) -> None:
        """Ask in the terms of *catalog*.

        Args:
            catalog: which kinds there are.
            partners: tells who may be asked.
            query: what a case asks for, with its work as the only one that answers.
            finder: opens what finds bodies.
        """
        self._catalog = catalog
        self._partners = partners
        self._query = query
        self._finder = finder

    def owns(self, question: str) -> bool:
        """Return whether *question* asks for the body."""
        return question == "body"

    def question(self, case: Case) -> Question | None:
        """Return the question whom to ask, once the work is known."""
        known = case.work is not None or case.own_work
        if not known or case.partner is not None or case.name or "body" in case.passed:
            return None
        kinds = self._partners.kinds(case)
        bodies = [self._body(each) for each in self._fitting(case, kinds)]
        several = kinds[: _KINDS_BESIDE if bodies else _KINDS]
        choices = (*bodies, *(self._kind(each) for each in several))
        return Question(
            "body",
            "Whom do you want to ask? Choose one, or type a name.",
            "The paper is written to them.",
            choices,
            free=True,
            may_pass=True,
        )

    def answered(self, case: Case, question: str, answer: str) -> Case:
        """Return *case* with that body, or with its kind alone."""
        case = case._replace(partner=None, organization=None, name=None, body=None)
        case = case.without("body", "kind", "kind-2")
        if answer == PASS:
            kinds = self._partners.kinds(case)
            return passed_over(case, question)._replace(partner=kinds[0] if kinds else None)
        if answer in self._catalog.partners:
            return case._replace(partner=answer)
        finder = self._finder()
        found = finder.by_id(answer) if finder else None
        if found is not None:
            return self._with(case, found.id, found.name, found.partner, found.register_kind)
        near = finder.named(answer) if finder else []
        if len(near) == 1 and finder and (one := finder.by_id(near[0].id)):
            return self._with(
                case, one.id, one.name, near[0].partner or one.partner, one.register_kind
            )
        return self._with(case, None, answer, None, None)

    def taken_back(self, case: Case) -> Case | None:
        """Return *case* without the body."""
        if case.partner is None and not case.name and "body" not in case.passed:
            return None
        return case.without("body")._replace(partner=None, organization=None, name=None, body=None)

    def facts(self, case: Case) -> Iterator[Fact]:
        """Yield whom the paper is written to, and who was passed over."""
        kind = self._catalog.partners[case.partner] if case.partner else None
        if case.name:
            yield Fact("body", f"{case.name} ({lower_first(kind.label)})" if kind else case.name)
        elif kind:
            yield Fact("body", f"{cap(kind.one)}, nobody by name yet")
        for each in case.passed_over:
            passed = f"{each.name}: {each.why}" if each.why else each.name
            yield Fact("passed_over", passed, private=True)

    def pass_over(self, case: Case, body: str, why: str) -> Case:
        """Return *case* with *body*, an id, a name or a kind of partner, passed over for the reason *why*.

        Raises:
            UsageError: no body is named.
        """
        if not body.strip():
            raise UsageError("no body is named", "Give its id or its name")
        finder = self._finder()
        found = finder.by_id(body) if finder else None
        if found:
            one = PassedOver(found.name, why, found.id, found.partner)
        elif body in self._catalog.partners:
            one = PassedOver(body, why, None, body)
        else:
            one = PassedOver(body, why, None, self._partners.told(case, body))
        rest = tuple(each for each in case.passed_over if each.name != one.name)
        case = case._replace(passed_over=(*rest, one))
        meant = {case.organization, case.name} & {one.organization, one.name} - {None}
        return self.taken_back(case) or case if meant else case

    def _with(
        self, case: Case, id_: str | None, name: str, partner: str | None, code: str | None
    ) -> Case:
        kind = partner or self._partners.told(case, name)
        body = body_kinds.told_by(self._catalog, kind, name, code) if kind else None
        return case._replace(organization=id_, name=name, partner=kind, body=body)

    def _fitting(self, case: Case, kinds: Sequence[str]) -> "list[Found]":
        finder = self._finder()
        return finder.fitting(self._query(case), kinds, case) if finder and kinds else []

    def _body(self, found: "Found") -> Choice:
        far = found.distance is not None and found.distance >= _FAR
        miles = f", {found.distance:.0f} miles" if far else ""
        where = f"{found.city or 'near'}{miles}"
        sure = next((each for each in found.reasons if each.name == "classed"), None)
        shown = next((each for each in found.reasons if each.name in {"history", "sign"}), sure)
        guess = " (a guess)" if sure and sure.value < _GUESS and "guess" not in sure.why else ""
        return Choice(
            found.id,
            found.name,
            f"{found.label} in {where}",
            why=f"{shown.why}{guess}" if shown else "",
        )

    def _kind(self, partner: str) -> Choice:
        known = self._catalog.partners[partner]
        return Choice(
            partner,
            f"{cap(known.one)}, nobody by name yet",
            "The paper leaves a gap for the name.",
        )


_FAR = 1.0
"""Miles from which on they are told: nearer than the middle of a ZIP code nobody knows."""
_GUESS = 0.8
"""How sure the kind of a body is that is no guess."""
