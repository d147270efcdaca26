"""A partner, a match or an organization to a paper, in any format."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from collabkit.api import clock
from collabkit.api.arguments import Words, a, of_kind, several, text
from collabkit.api.documents import Document
from collabkit.api.paper_orders import Order
from collabkit.catalog import Catalog
from collabkit.errors import UsageError, cut
from collabkit.library import Library
from collabkit.matching import Match
from collabkit.proposals import (
    Choosing,
    Drafter,
    Reach,
    Subject,
    Terms,
    formats,
    paper,
    refuse_low,
    subject_of,
)
from collabkit.proposals.fact_parts import Formality, Voice
from collabkit.proposals.papers import is_agreement
from collabkit.proposals.subjects import Other

if TYPE_CHECKING:
    from collabkit.directory.records import Organization
    from collabkit.finding import Found

    About: TypeAlias = str | Match | Found | Organization | Mapping[str, Any] | None


class Papers:
    """Where a library's papers are written."""

    def __init__(
        self,
        catalog: Catalog,
        library: Library | None = None,
        *,
        profile: Path | None = None,
        templates: Path | None = None,
    ) -> None:
        """Write for *library*.

        Args:
            catalog: what the field knows.
            library: who writes; what it does not state stands as a gap.
            profile: its file, beside which a logo lies.
            templates: folder of its own templates.
        """
        of_kind(catalog, Catalog, "catalog", "load_catalog() or Workspace.open().catalog is one")
        self._catalog = catalog
        self._library = Library.model_construct() if library is None else library
        of_kind(
            self._library, Library, "library", 'load_library("library.yaml", catalog) reads one'
        )
        self._profile = profile
        self._templates = templates
        if templates is not None and not templates.is_dir():
            raise UsageError(
                f"no folder called {str(templates)!r}",
                "`collab templates copy one-pager` makes one",
            )

    def subject(  # noqa: PLR0913 - one keyword for each thing that a person may say of it
        self,
        about: "About",
        goal: Words | None = None,
        *,
        activity: str | None = None,
        to: str | None = None,
        reach: Reach | None = None,
        person: str | None = None,
        others: Sequence[Other] = (),
        helpers: Sequence[Other] = (),
        when: str | None = None,
        where: str | None = None,
        facts: Words | None = None,
        why: str | None = None,
        line: int = 1,
        anyway: bool = False,
    ) -> Subject:
        """Return what a paper is about.

        Args:
            about: a partner's id, a match, an organization that was found, or a record of one; with
                nothing the partner that fits *goal* best.
            goal: what for; a match brings its own.
            activity: the joint work to propose; that which fits best by default.
            to: name of the organization that receives the paper.
            reach: where and how it is reached.
            person: who receives it there.
            others: the other sides, where three or more take part.
            helpers: who else is known to help and signs nothing, by name.
            when: on which days and at what hours the work is held, in plain words.
            where: in which place, in plain words.
            facts: whole sentences about the library or the town that the paper says.
            why: a whole sentence that tells the reader why the library writes; *goal* never stands in a paper.
            line: where a record stood, for what is said if it is wrong.
            anyway: write about an aim that was read with low confidence, too.

        Raises:
            UsageError: no joint work answers.
        """
        found = self._subject(
            about, goal, activity=activity, to=to, reach=reach, line=line, anyway=anyway
        )
        seen = {found.partner}
        for other in (*others, *helpers):
            self._catalog.known("partners", other.partner)
            if other.partner in seen and other in helpers:
                raise UsageError(
                    f"{other.name} helps as {other.partner}, and another {other.partner} is named already",
                    "Name one helper of each kind, and of none that takes part.",
                )
            seen.add(other.partner)
        return found._replace(
            person=_said(person, "person", "Ann Lee, principal") or found.person,
            others=tuple(others),
            helpers=tuple(helpers),
            when=_said(when, "when", "Mondays, 9 to noon"),
            where=_said(where, "where", "the training room of the library"),
            facts=tuple(
                " ".join(_said(each, "fact", "Postage cost us $5,100 last year.").split())
                for each in several(facts, "fact")
            ),
            why=" ".join(_said(why, "why", "Families ask us for help with forms.").split()),
        )

    def _subject(
        self,
        about: "About",
        goal: Words | None,
        *,
        activity: str | None,
        to: str | None,
        reach: Reach | None,
        line: int,
        anyway: bool,
    ) -> Subject:
        goals = several(goal, "goal")
        to = (text(to, "to", "Prairie Literacy Council") or "").strip() or None
        choosing = Choosing(self._catalog, self._library, activity, to, reach, anyway=anyway)
        if about is None:
            return choosing.best(_wanted(goals))
        if isinstance(about, str):
            return choosing.with_partner(about, goals)
        if isinstance(about, Match) and activity is None:
            refuse_low(about.aim, about.confidence, about.reading, anyway=anyway)
            return _of_match(self._catalog, about)._replace(to=to, reach=reach)
        return choosing.from_record(_record(about), line)

    def unsettled(self, subject: Subject, order: Order) -> list[str]:
        """Return the conditions of an agreement about *subject* that only a person can tell."""
        if not is_agreement(paper(order.paper, order.voice)):
            return []
        return self._drafter(order).unsettled(subject, order.terms)

    def write(self, subject: Subject, order: Order) -> Document:
        """Return the paper about *subject* that *order* asks for."""
        return Document(
            self._drafter(order).draft(subject, order.terms, order.outcomes),
            formats.Look.of(self._library, self._profile, order.on),
            tuple(self.unsettled(subject, order)),
        )

    def _drafter(self, order: Order) -> Drafter:
        return Drafter(
            self._catalog,
            self._library,
            paper(order.paper, order.voice),
            voice=order.voice,
            stage=order.stage,
            decision=order.decision,
            on=order.on,
            own=self._templates,
        )


def propose(  # noqa: PLR0913 - one keyword for each thing that a person may say of a paper
    catalog: Catalog,
    about: "About" = None,
    *,
    goal: Words | None = None,
    library: Library | None = None,
    to: str | None = None,
    when: str | None = None,
    where: str | None = None,
    facts: Words | None = None,
    why: str | None = None,
    paper: str = "one-pager",
    voice: Voice = "partner",
    on: date | None = None,
    activity: str | None = None,
    level: Formality | None = None,
    anyway: bool = False,
) -> Document:
    """Return a paper about a partner, a match or an organization; see ``Papers.subject``."""
    papers = Papers(catalog, library)
    order = Order(paper, voice, on=on or clock.today(), terms=Terms(level))
    subject = papers.subject(
        about,
        goal,
        activity=activity,
        to=to,
        when=when,
        where=where,
        facts=facts,
        why=why,
        anyway=anyway,
    )
    return papers.write(subject, order)


def _wanted(goals: list[str]) -> list[str]:
    if not goals:
        raise UsageError(
            "say whom to write to, or what for",
            'propose("literacy-council") or propose(goal="literacy")',
        )
    return goals


def _of_match(catalog: Catalog, match: Match) -> Subject:
    subject = subject_of(catalog, match)
    if subject is None:
        raise UsageError(
            f"no joint work with {match.partner} answers {match.aim!r}",
            "Take a match that has an activity",
        )
    return subject


def _record(about: object) -> Mapping[str, Any]:
    """Return an organization, a match or a record of one as a record.

    Raises:
        UsageError: it is something else.
    """
    if isinstance(about, Mapping):
        return about
    if hasattr(about, "_asdict") and hasattr(about, "partner"):
        from collabkit.text.json import json_value  # noqa: PLC0415

        record: Mapping[str, Any] = json_value(about)
        return record
    raise UsageError(
        f"cannot write about {a(about)}",
        "Give the id of a partner, a match, or an organization that was found",
    )


def _said(given: object, name: str, example: str) -> str:
    """Return *given* if it says something, or nothing at all."""
    said = (text(given, name, example) or "").strip()
    if said and not any(letter.isalnum() for letter in said):
        raise UsageError(
            f"{name} says nothing: {cut(said)!r}", f"Say it in words, such as {example!r}."
        )
    return said
