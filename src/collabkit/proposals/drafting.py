"""From a subject to a finished paper: facts, the agreement if it is one, and the words."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from collabkit.catalog import Catalog
from collabkit.catalog.agreements import Condition
from collabkit.library import Library
from collabkit.proposals import clauses, conditions, ladder
from collabkit.proposals.facts import Agreement, Fact, Facts, Gap, Level, Voice
from collabkit.proposals.gathering import gather, long_date
from collabkit.proposals.papers import Paper, template_of
from collabkit.proposals.rendering import Text, render
from collabkit.proposals.subjects import Subject
from collabkit.text.characters import escape_line


class Terms(NamedTuple):
    """What a person says of an agreement. All of it may be left open."""

    level: Level | None = None
    """How formal; else as the case calls for."""
    with_: tuple[str, ...] = ()
    """Conditions that hold."""
    without: tuple[str, ...] = ()
    """Conditions that do not."""
    start: date | None = None
    end: date | None = None
    explain: bool = False
    """Let each clause say why it is there."""


class Draft(NamedTuple):
    """A finished paper."""

    paper: Paper
    subject: Subject
    title: str
    """As a reader's program shows it."""
    text: Text
    facts: Facts


_NOTICE: Mapping[Level, str] = {
    "email": "30 days",
    "letter": "30 days",
    "mou": "60 days",
    "contract": "90 days",
}


class Desk:
    """Where papers are written: for one library, on one day, in one voice."""

    def __init__(
        self,
        catalog: Catalog,
        library: Library,
        paper: Paper,
        *,
        voice: Voice = "partner",
        on: date,
        own: Path | None = None,
    ) -> None:
        """Write *paper* for *voice*.

        Args:
            catalog: what the field knows.
            library: who writes.
            paper: which paper.
            voice: who reads it.
            on: the day that it bears.
            own: folder of the library's own templates.
        """
        self._catalog = catalog
        self._library = library
        self._paper = paper
        self._voice: Voice = voice
        self._on = on
        self._own = own

    def draft(self, subject: Subject, terms: Terms) -> Draft:
        """Return the paper about *subject*; *terms* hold if it is an agreement."""
        facts = gather(self._catalog, self._library, subject, on=self._on, voice=self._voice)
        level = None
        if self._paper.layout != "page":
            agreement = self._agreement(facts, subject, terms)
            facts = facts.with_agreement(agreement)
            level = agreement.level
        template = template_of(self._paper, self._voice, level)
        title = escape_line(f"{facts.activity.label} ({self._paper.id})")
        return Draft(self._paper, subject, title, render(facts, template, self._own), facts)

    def unsettled(self, subject: Subject, terms: Terms) -> list[Condition]:
        """Return the conditions of an agreement that only a person can tell."""
        holds = self._holds(subject, terms)
        return [condition for condition in conditions.QUESTIONS if holds[condition] is None]

    def _holds(self, subject: Subject, terms: Terms) -> dict[Condition, bool | None]:
        return conditions.told(
            self._catalog.partners[subject.partner],
            self._catalog.activities[subject.activity],
            with_=terms.with_,
            without=terms.without,
        )

    def _agreement(self, facts: Facts, subject: Subject, terms: Terms) -> Agreement:
        holds = self._holds(subject, terms)
        advice = ladder.advise(holds, facts.activity)
        level = terms.level or self._paper.level or advice.level
        start = long_date(terms.start) if terms.start else Gap("first day", "give it with --start")
        end = long_date(terms.end) if terms.end else Gap("last day", "give it with --end")
        blanks: dict[str, Fact] = {
            "library": facts.library,
            "partner": facts.to,
            "activity": facts.activity.label,
            "place": facts.place,
            "start": start,
            "end": end,
            "notice": _NOTICE[level],
            "review": "when the trial ends, and once a year after that",
        }
        every = self._catalog.clauses.values()
        return Agreement(
            level=level,
            recommended=advice.level,
            because=advice.because,
            clauses=tuple(
                clauses.written(clause, blanks) for clause in clauses.chosen(every, holds, level)
            ),
            explain=terms.explain,
            start=start,
            end=end,
        )
