"""From a subject to a finished paper: facts, the agreement if it is one, and the words."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from collabkit.catalog import Catalog
from collabkit.catalog.work import Schedule
from collabkit.library import Library
from collabkit.proposals import clauses, formality, settled
from collabkit.proposals.calendar import long_date, sign_by
from collabkit.proposals.cases import Case, case_of
from collabkit.proposals.fact_parts import Agreement, Decision, Fact, Formality, Gap, Stage, Voice
from collabkit.proposals.facts import Facts
from collabkit.proposals.gathering import gather
from collabkit.proposals.papers import Layout, Paper, is_agreement, template_of
from collabkit.proposals.rendering import Text, render
from collabkit.proposals.result_parts import Outcomes
from collabkit.proposals.subjects import Subject
from collabkit.proposals.sums import names_dollars
from collabkit.text.characters import escape_line
from collabkit.text.phrases import listed


class Terms(NamedTuple):
    """What a person says of an agreement. All of it may be left open."""

    level: Formality | None = None
    """How formal; else as the case calls for."""
    involves: tuple[str, ...] = ()
    """Conditions that hold."""
    excludes: tuple[str, ...] = ()
    """Conditions that do not."""
    start: date | None = None
    end: date | None = None
    explain: bool = False
    """Let each clause say why it is there."""
    final: bool = False
    """The copy that is signed: nothing to tick, no word about a draft."""
    agreed: tuple[str, ...] = ()
    """What the two sides named besides what the work needs."""


class Draft(NamedTuple):
    """A finished paper."""

    paper: Paper
    subject: Subject
    title: str
    """As a reader's program shows it."""
    text: Text
    facts: Facts

    @property
    def layout(self) -> Layout:
        """How it is laid out: an agreement that is a letter looks like one."""
        agreement = self.facts.agreement
        return "letter" if agreement and agreement.level == "letter" else self.paper.layout


_NOTICE_DAYS: Mapping[Formality, int] = {"email": 30, "letter": 30, "mou": 60, "contract": 90}
_GIVE_BY_AWARD = frozenset({"funder", "humanities-council"})
"""Kinds of partner that grant money by an award letter of their own."""
_SHORTEST = 14
"""Days of notice that a trial of a few weeks asks for."""


class Drafter:
    """Writes papers for one library, on one day, in one voice."""

    def __init__(
        self,
        catalog: Catalog,
        library: Library,
        paper: Paper,
        *,
        voice: Voice = "partner",
        stage: Stage = "idea",
        decision: Decision = "yes",
        on: date,
        own: Path | None = None,
    ) -> None:
        """Write *paper* for *voice*.

        Args:
            catalog: what the field knows.
            library: who writes.
            paper: which paper.
            voice: who reads it.
            stage: how far the talk with the partner has come.
            decision: how a request is answered, in a reply.
            on: the day that it bears.
            own: folder of the library's own templates.
        """
        self._catalog = catalog
        self._library = library
        self._paper = paper
        self._voice: Voice = voice
        self._stage: Stage = stage
        self._decision: Decision = decision
        self._on = on
        self._own = own

    def draft(self, subject: Subject, terms: Terms, outcomes: Outcomes | None = None) -> Draft:
        """Return the paper about *subject*; *terms* hold if it is an agreement.

        Where a record tells what came of the work so far, *outcomes* do.
        """
        facts = gather(
            self._catalog,
            self._library,
            subject,
            on=self._on,
            voice=self._voice,
            stage=self._stage,
            decision=self._decision,
            start=terms.start,
        )
        facts = facts.with_outcomes(outcomes)
        level, gift = None, False
        if is_agreement(self._paper):
            agreement = self._agreement(facts, subject, terms)
            facts = facts.with_agreement(agreement)
            level, gift = agreement.level, agreement.gift
        template = template_of(self._paper, self._voice, level, gift=gift)
        title = escape_line(f"{facts.activity.label} ({self._paper.id})")
        text = render(facts, template, self._own)
        if facts.agreement and facts.agreement.unpaid:
            text = text._replace(gaps=(*text.gaps, _WHO_PAYS))
        return Draft(self._paper, subject, title, text, facts)

    def unsettled(self, subject: Subject, terms: Terms) -> list[str]:
        """Return the conditions of an agreement that only a person can tell."""
        case = self._case(subject, terms)
        return [id_ for id_, holds in case.items() if holds is None]

    def _case(self, subject: Subject, terms: Terms) -> Case:
        return case_of(
            self._catalog,
            self._catalog.partners[subject.partner],
            self._catalog.activities[subject.activity],
            as_=subject.as_,
            name=subject.to,
            involves=terms.involves,
            excludes=terms.excludes,
        )

    def _agreement(self, facts: Facts, subject: Subject, terms: Terms) -> Agreement:
        case = self._case(subject, terms)
        gifts = (str(gift) for side in facts.parties for gift in (*side.gives, *side.may_give))
        sums = any(names_dollars(gift) for gift in gifts)
        advice = formality.advise(self._catalog.conditions, case, facts.activity, sums=sums)
        asked = terms.level or self._paper.level
        gift = asked is None and subject.partner in _GIVE_BY_AWARD and bool(facts.party.asked.money)
        level: Formality = "letter" if gift else asked or advice.level
        start = long_date(terms.start) if terms.start else Gap("first day", "give it with --start")
        end = long_date(terms.end) if terms.end else Gap("last day", "give it with --end")
        paid, unpaid = settled.money(facts, terms.agreed, final=terms.final)
        blanks: dict[str, Fact] = {
            "library": facts.library,
            "partner": listed([str(party.name) for party in facts.parties])
            if len(facts.parties) > 1
            else facts.to,
            "activity": facts.activity.label,
            "summary": facts.activity.summary,
            "need": facts.need,
            "place": facts.place,
            "start": start,
            "end": end,
            "money": paid,
            "notice": _notice(level, facts.activity.schedule),
            "review": "when the trial ends, and once a year after that",
            "home": settled.way_home(facts),
            "days": "" if facts.setting and facts.setting.when else _DAYS_OPEN,
        }
        every = self._catalog.clauses.values()
        return Agreement(
            level=level,
            recommended=advice.level,
            because=advice.because,
            clauses=tuple(
                clauses.written(clause, blanks)
                for clause in clauses.chosen(every, case, level)
                if not (terms.final and clause.draft)
            ),
            explain=terms.explain,
            final=terms.final,
            agreed=terms.agreed,
            start=start,
            end=end,
            gift=gift,
            unpaid=unpaid and terms.final and bool(case.get("money")),
            sign_by=sign_by(terms.start, self._on) if terms.start else "",
        )


def _notice(level: Formality, schedule: Schedule | None) -> str:
    """Return how long before its end an agreement is given notice of: about a third of a trial, at least two weeks."""
    days = _NOTICE_DAYS[level]
    if schedule is not None and schedule.pilot_weeks:
        days = min(days, max(_SHORTEST, schedule.pilot_weeks * 7 // 3))
    return "two weeks" if days < _NOTICE_DAYS["letter"] else f"{days // 30 * 30} days"


_DAYS_OPEN = " The two settle exact days and times in writing."
"""What is still to be done where nobody has said when the work is held."""
_WHO_PAYS = Gap("who pays whom, how much and when", 'say it with --agreed "..."')
"""What a copy to sign leaves out and nobody may forget."""
