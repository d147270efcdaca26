"""The last steps: who else must say yes, when and where, who pays, what only she knows, and which paper."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from collabkit.cases.case import Case, Participant
from collabkit.cases.partners import Partners
from collabkit.cases.questions import Choice, Fact, Question
from collabkit.cases.steps import PASS, passed_over
from collabkit.catalog import Activity, Catalog
from collabkit.errors import UsageError
from collabkit.text.phrases import cap, ended, listed, lower_first

if TYPE_CHECKING:
    from collabkit.proposals.fact_parts import Helper

AGREED, OPEN = "agreed", "open"
_AGREED = re.compile(r",? (?:agreed|said yes|has said yes|have said yes)$", re.IGNORECASE)


class _At(NamedTuple):
    """Where a case stands once its work and its partner are known."""

    case: Case
    work: Activity
    partner: str


class _DetailStep:
    """A step that has one question, which may be passed over."""

    id = ""

    def __init__(self, catalog: Catalog, partners: Partners) -> None:
        """Ask in the terms of *catalog*; *partners* knows the work of a case."""
        self._catalog = catalog
        self._partners = partners

    def owns(self, question: str) -> bool:
        """Return whether *question* is the one of this step."""
        return question == self.id

    def question(self, case: Case) -> Question | None:
        """Return its question, unless it is settled or its answers change nothing."""
        work = self._partners.work(case)
        if work is None or case.partner is None or self.id in case.passed or self._said(case):
            return None
        return self._open(_At(case, work, case.partner))

    def answered(self, case: Case, question: str, answer: str) -> Case:
        """Return *case* with the answer."""
        emptied = self._without(case).without(self.id)
        if answer == PASS:
            return passed_over(emptied, question)
        return self._with(emptied, answer)

    def taken_back(self, case: Case) -> Case | None:
        """Return *case* without the answer."""
        if self.id not in case.passed and not self._said(case):
            return None
        return self._without(case).without(self.id)

    def facts(self, case: Case) -> Iterator[Fact]:
        """Yield the answer."""
        said = self._said(case)
        if said:
            yield Fact(self.id, said)

    def _open(self, at: _At) -> Question | None:
        """Return the question, where an answer makes a difference."""
        raise NotImplementedError

    def _said(self, case: Case) -> str:
        raise NotImplementedError

    def _with(self, case: Case, answer: str) -> Case:
        raise NotImplementedError

    def _without(self, case: Case) -> Case:
        raise NotImplementedError


class NameStep(_DetailStep):
    """What a work is called that no catalog holds."""

    id = "name"

    def _open(self, at: _At) -> Question | None:
        if not at.case.own_work:
            return None
        return Question(
            self.id,
            "What would you call it, in words that they may read?",
            "Papers never quote what you typed first: it may be private.",
            (),
            free=True,
            may_pass=True,
        )

    def facts(self, _: Case) -> Iterator[Fact]:
        """Yield nothing: the name stands as the work."""
        yield from ()

    def _said(self, case: Case) -> str:
        return case.work_name or ""

    def _with(self, case: Case, answer: str) -> Case:
        return case._replace(work_name=answer)

    def _without(self, case: Case) -> Case:
        return case._replace(work_name=None)


class OthersStep(_DetailStep):
    """Who else must say yes before anything begins."""

    id = "others"

    def _open(self, at: _At) -> Question | None:
        awaited = self._awaited(at.work, at.partner)
        if not awaited:
            return None
        kinds = listed([each.called for each in awaited])
        return Question(
            self.id,
            f"This also takes {kinds}. Has anybody said yes?",
            "Nothing begins before they have, and the paper says so.",
            (
                Choice(OPEN, "Not yet", "The paper says that it waits for them."),
                Choice(AGREED, "Yes, they have said yes", "The paper waits for nobody."),
            ),
            free=True,
            may_pass=True,
        )

    def _awaited(self, work: Activity, partner: str) -> "list[Helper]":
        from collabkit.proposals.helping import helpers  # noqa: PLC0415 - once the work is known

        found, _ = helpers(self._catalog, work, [partner])
        return [each for each in found if each.awaited]

    def _said(self, case: Case) -> str:
        return listed([_told(self._catalog, each) for each in case.others])

    def _with(self, case: Case, answer: str) -> Case:
        if answer == OPEN:
            return passed_over(case, self.id)
        work = self._partners.work(case)
        awaited = self._awaited(work, case.partner) if work and case.partner else []
        if not work or not awaited:
            raise UsageError("nobody else has to say yes", "Leave `others` out")
        kinds = [self._partner(work, each) for each in awaited]
        if answer == AGREED:
            return case._replace(others=tuple(Participant(each, agreed=True) for each in kinds))
        agreed = _AGREED.search(answer) is not None
        name = _AGREED.sub("", answer).strip(" ,")
        return case._replace(others=(Participant(kinds[0], name, agreed=agreed),))

    def _partner(self, work: Activity, helper: "Helper") -> str:
        """Return the kind of partner that *helper* is."""
        kinds = [*(role.partner for role in work.roles), *work.partners()]
        labels = {lower_first(self._catalog.partners[each].label): each for each in kinds}
        return labels[helper.kind]

    def _without(self, case: Case) -> Case:
        return case._replace(others=())


def _told(catalog: Catalog, each: Participant) -> str:
    name = each.name or catalog.partners[each.partner].one
    return f"{name}, {'who has said yes' if each.agreed else 'no answer yet'}"


class WhenStep(_DetailStep):
    """On which days, and where."""

    id = "when"

    def _open(self, at: _At) -> Question | None:
        schedule = at.work.schedule
        if schedule is None or not schedule.times_held():
            return None
        return Question(
            self.id,
            "When would it be, and where? Type days, hours and a place.",
            "The paper then names them; else they stay open.",
            (),
            free=True,
            may_pass=True,
        )

    def _said(self, case: Case) -> str:
        return "; ".join(each for each in (case.when, case.where) if each)

    def _with(self, case: Case, answer: str) -> Case:
        when, where = _parted(answer)
        return case._replace(when=when or None, where=where or None)

    def _without(self, case: Case) -> Case:
        return case._replace(when=None, where=None)


_PLACE = re.compile(r"[,;]?\s+(?=(?:in|at|on) (?:the|our|your|a|an) )", re.IGNORECASE)
_TIME = re.compile(
    r"\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:morning|afternoon|evening|noon|weekly|monthly|daily)s?\b"
    r"|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|fall|winter)\b",
    re.IGNORECASE,
)


def _parted(answer: str) -> tuple[str, str]:
    """Return the days and the place in *answer*: parted by a semicolon, or where a place begins."""
    first, sign, rest = answer.partition(";")
    if not sign:
        found = _PLACE.search(answer)
        first, rest = (answer[: found.start()], answer[found.end() :]) if found else (answer, "")
    first, rest = first.strip(" ,"), rest.strip(" ,")
    if not rest and not _TIME.search(first):
        return "", first
    if rest and _TIME.search(rest) and not _TIME.search(first):
        return rest, first
    return first, rest


class PaysStep(_DetailStep):
    """Who pays, for a paper that says so."""

    id = "pays"

    def _open(self, at: _At) -> Question | None:
        from collabkit.proposals.papers import PAPERS, is_agreement  # noqa: PLC0415 - for one question

        paper, schedule = PAPERS.get(at.case.paper or ""), at.work.schedule
        told = paper is not None and is_agreement(paper)
        if not told or schedule is None or not schedule.cash[1]:
            return None
        them = at.case.name or self._catalog.partners[at.partner].one
        return Question(
            self.id,
            "Who pays for what has to be bought?",
            "An agreement says who pays what, and leaves blanks where nobody told.",
            (
                Choice("library", "The library pays"),
                Choice("partner", f"{cap(them)} pays"),
                Choice("both", "Each side pays for what it brings"),
            ),
            free=True,
            may_pass=True,
        )

    def _said(self, case: Case) -> str:
        return case.pays or ""

    def _with(self, case: Case, answer: str) -> Case:
        them = case.name or "the partner"
        said = {
            "library": "The library pays for what has to be bought.",
            "partner": f"{cap(them)} pays for what has to be bought.",
            "both": "Each side pays for what it brings.",
        }.get(answer, ended(cap(answer)))
        return case._replace(pays=said)

    def _without(self, case: Case) -> Case:
        return case._replace(pays=None)


class FactStep(_DetailStep):
    """What only the library or the town knows."""

    id = "fact"

    def _open(self, at: _At) -> Question | None:
        unknown = at.work.to_find_out([at.partner])
        if not unknown:
            return None
        return Question(
            self.id,
            f"Do you know {unknown[0]}? Say it in a whole sentence.",
            "A figure of your own town persuades more than anything else.",
            (),
            free=True,
            may_pass=True,
        )

    def _said(self, case: Case) -> str:
        return " ".join(case.facts)

    def _with(self, case: Case, answer: str) -> Case:
        return case._replace(facts=(ended(cap(answer)),))

    def _without(self, case: Case) -> Case:
        return case._replace(facts=())


class PaperStep(_DetailStep):
    """Which paper is written."""

    id = "paper"

    def _open(self, at: _At) -> Question | None:
        from collabkit.proposals.papers import PAPERS  # noqa: PLC0415 - for one question

        return Question(
            self.id,
            "Which paper do you want?",
            "It can be written now; the others can be written later.",
            tuple(
                Choice(each, cap(each.replace("-", " ")), cap(PAPERS[each].what))
                for each in written(at.case)
            ),
        )

    def _said(self, case: Case) -> str:
        return case.paper or ""

    def _with(self, case: Case, answer: str) -> Case:
        return case._replace(paper=answer)

    def _without(self, case: Case) -> Case:
        return case._replace(paper=None)


_WRITTEN = ("email", "script", "one-pager", "proposal", "agreement")
"""The papers of which one is written first, the usual first."""


def written(case: Case) -> tuple[str, ...]:
    """Return the papers of which one is written first about *case*: no agreement about a work that nobody described."""
    return _WRITTEN[:-1] if case.own_work else _WRITTEN
