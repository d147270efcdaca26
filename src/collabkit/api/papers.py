"""A partner, a match or an organization to a paper, in any format."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias, get_args

from collabkit.api.arguments import Words, a, day, of_kind, one_of, several, text
from collabkit.api.pages import Page
from collabkit.api.paper_records import PaperRecord, record_of
from collabkit.catalog import Catalog
from collabkit.errors import UsageError
from collabkit.library import Library
from collabkit.matching import Match
from collabkit.proposals import (
    VOICES,
    Choosing,
    Draft,
    Drafter,
    Reach,
    Subject,
    Terms,
    formats,
    paper,
    refuse_low,
    subject_of,
)
from collabkit.proposals.facts import Decision, Formality, Outcomes, Stage, Voice
from collabkit.proposals.papers import is_agreement
from collabkit.proposals.subjects import Other

if TYPE_CHECKING:
    from collabkit.directory.records import Organization
    from collabkit.finding import Found

    About: TypeAlias = str | Match | Found | Organization | Mapping[str, Any] | None


LEVELS: Final[tuple[Formality, ...]] = get_args(Formality)
STAGES: Final[tuple[Stage, ...]] = get_args(Stage)
DECISIONS: Final[tuple[Decision, ...]] = get_args(Decision)


def today() -> date:
    """Return the day that a paper bears unless told otherwise."""
    return date.today()  # noqa: DTZ011 - the day on the wall


@dataclass(frozen=True)
class Order:
    """Which paper is wanted. All of it may be left open."""

    paper: str = "one-pager"
    voice: Voice = "partner"
    """Who reads it: ``partner``, ``board`` or ``funder``."""
    stage: Stage = "idea"
    """How far the talk has come: ``idea``, ``asked`` or ``agreed``."""
    decision: Decision = "yes"
    """How a reply answers: ``yes``, ``later`` or ``no``."""
    on: date = field(default_factory=today)
    """The day that it bears."""
    terms: Terms = field(default_factory=Terms)
    """What holds if it is an agreement."""
    outcomes: Outcomes | None = None
    """What came of the work so far, where a record tells it."""

    def __post_init__(self) -> None:
        """Refuse what is not written.

        Raises:
            UnknownIdError: there is no such paper, reader or level.
            UsageError: the paper is not written for that reader, or ends before it starts.
        """
        one_of(self.voice, "reader", VOICES)
        one_of(self.stage, "stage", STAGES)
        one_of(self.decision, "answer", DECISIONS)
        for name in ("start", "end"):
            day(getattr(self.terms, name), name)
        day(self.on, "on")
        paper(self.paper, self.voice)
        if self.terms.level is not None:
            one_of(self.terms.level, "level", LEVELS)
        _refuse_a_muddle(self.terms)


def _refuse_a_muddle(terms: Terms) -> None:
    both = [name for name in terms.involves if name in terms.excludes]
    if both:
        raise UsageError(
            f"{both[0]} cannot both hold and not hold", "Say it once: involved or excluded"
        )
    if terms.start and terms.end and terms.end < terms.start:
        raise UsageError(
            f"an agreement cannot end on {terms.end} before it starts on {terms.start}",
            "Turn the two days around, or leave one out",
        )


@dataclass(frozen=True)
class Document(Page):
    """A finished paper. As text it is Markdown; ``save`` makes a file of it in any format."""

    draft: Draft
    unsettled: tuple[str, ...] = ()
    """Conditions of an agreement that only a person can tell."""

    def record(self) -> PaperRecord:
        """Return it as a record, with the facts that are missing in it."""
        return record_of(self.draft, self.look.on.isoformat(), self.unsettled)

    @property
    def subject(self) -> Subject:
        """What it is about."""
        return self.draft.subject


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
        line: int = 1,
        anyway: bool = False,
    ) -> Subject:
        """Return what a paper is about.

        Args:
            about: a partner's id, a match, an organization that was found, or a record of one; with
                nothing the partner that fits *goal* best.
            goal: why; a match brings its own.
            activity: the joint work to propose; that which fits best by default.
            to: name of the organization that receives the paper.
            reach: where and how it is reached.
            person: who receives it there.
            others: the other sides, where three or more take part.
            line: where a record stood, for what is said if it is wrong.
            anyway: write about an aim that was read with low confidence, too.

        Raises:
            UsageError: no joint work answers.
        """
        found = self._subject(
            about, goal, activity=activity, to=to, reach=reach, line=line, anyway=anyway
        )
        for other in others:
            self._catalog.known("partners", other.partner)
        return found._replace(person=person or found.person, others=tuple(others))

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
        text(to, "to", "Prairie Literacy Council")
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
    paper: str = "one-pager",
    voice: Voice = "partner",
    on: date | None = None,
    activity: str | None = None,
    level: Formality | None = None,
    anyway: bool = False,
) -> Document:
    """Return a paper about a partner, a match or an organization; see ``Papers.subject``."""
    papers = Papers(catalog, library)
    order = Order(paper, voice, on=on or today(), terms=Terms(level))
    return papers.write(papers.subject(about, goal, activity=activity, to=to, anyway=anyway), order)


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
