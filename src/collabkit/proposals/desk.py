"""A partner, a match or an organization to a paper, in any format."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from collabkit.arguments import a, several, text
from collabkit.catalog import Catalog
from collabkit.errors import CollabkitError, ExitCode, UsageError, cut
from collabkit.library import Library
from collabkit.matching import Match
from collabkit.matching.matcher import Matcher
from collabkit.notes import Note
from collabkit.proposals import formats
from collabkit.proposals.claims import claims
from collabkit.proposals.documents import Document
from collabkit.proposals.drafting import Drafter
from collabkit.proposals.orders import PaperOrder
from collabkit.proposals.papers import is_agreement, paper
from collabkit.proposals.subjects import Subject, subject_of
from collabkit.proposals.wording import Wording
from collabkit.proposals.work_choice import WorkChoice, refuse_low


class Papers:
    """Where a library's papers are written."""

    def __init__(
        self,
        catalog: Catalog,
        library: Library,
        matcher: Callable[[], Matcher],
        *,
        profile: Path | None = None,
        templates: Path | None = None,
    ) -> None:
        """Write for *library*.

        Args:
            catalog: what the field knows.
            library: who writes; what it does not state stands as a gap.
            matcher: answers the library's requests; asked only where no joint work is named.
            profile: its file, beside which a logo lies.
            templates: folder of its own templates.

        Raises:
            UsageError: there is no such folder.
        """
        if templates is not None and not templates.is_dir():
            raise UsageError(
                f"no folder called {str(templates)!r}",
                "`collab templates copy one-pager` makes one",
            )
        self._catalog = catalog
        self._library = library
        self._matcher = matcher
        self._profile = profile
        self._drafter = Drafter(catalog, library, own=templates)

    def subject(self, order: PaperOrder, about: object = None, *, line: int = 1) -> Subject:
        """Return what the paper of *order* is about.

        Args:
            order: what is asked.
            about: a partner's id, a match, an organization that was found, or a record of one; with
                nothing the partner that fits the goals of *order* best.
            line: where a record stood, for what is said if it is wrong.

        Raises:
            UsageError: no joint work answers.
        """
        found = self._found(order, about, line)
        seen = {found.partner}
        for other in (*order.others, *order.helpers):
            self._catalog.known("partners", other.partner)
            if other.partner in seen and other in order.helpers:
                raise UsageError(
                    f"{other.name} helps as {other.partner}, and another {other.partner} is named already",
                    "Name one helper of each kind, and of none that takes part.",
                )
            seen.add(other.partner)
        return found._replace(
            person=_said(order.person, "person", "Ann Lee, principal") or found.person,
            as_=order.body,
            others=order.others,
            helpers=order.helpers,
            when=_said(order.when, "when", "Mondays, 9 to noon"),
            where=_said(order.where, "where", "the training room of the library"),
            facts=tuple(
                " ".join(_said(each, "fact", "Postage cost us $5,100 last year.").split())
                for each in several(order.facts, "fact")
            ),
            why=" ".join(_said(order.why, "why", "Families ask us for help with forms.").split()),
            wording=_worded(order.wording),
        )

    def _found(self, order: PaperOrder, about: object, line: int) -> Subject:
        goals = several(order.goals, "goal")
        to = (text(order.to, "to", "Prairie Literacy Council") or "").strip() or None
        order = replace(order, to=to)
        choice = WorkChoice(self._catalog, self._matcher, order)
        if about is None:
            return choice.best(_wanted(goals))
        if isinstance(about, str):
            return choice.with_partner(about, goals)
        if isinstance(about, Match) and order.activity is None:
            refuse_low(about.aim, about.confidence, about.reading, anyway=order.anyway)
            return _of_match(self._catalog, about)._replace(to=order.to, reach=order.reach)
        return choice.from_record(_record(about), line)

    def unsettled(self, order: PaperOrder, subject: Subject) -> list[str]:
        """Return the conditions of an agreement about *subject* that only a person can tell."""
        if not is_agreement(paper(order.paper, order.voice)):
            return []
        return self._drafter.unsettled(subject, order.terms)

    def write(self, order: PaperOrder, about: object = None) -> Document:
        """Return the paper that *order* asks for.

        Args:
            order: what is asked.
            about: what it is about, from ``subject``, or whatever that takes.
        """
        subject = about if isinstance(about, Subject) else self.subject(order, about)
        draft = self._drafter.draft(subject, order)
        return Document(
            draft,
            formats.Look.of(self._library, self._profile, order.on),
            tuple(self.unsettled(order, subject)),
            () if subject.wording.sure else tuple(claims(draft, self._catalog, self._library)),
            lambda document: self.notes([document], order),
        )

    def notes(self, documents: Sequence[Document], order: PaperOrder) -> Iterator[Note]:
        """Yield what to know of *documents*, written for *order*: each sentence once for all of them."""
        from collabkit.proposals.paper_notes import notes_of  # noqa: PLC0415 - if somebody asks

        return notes_of(documents, self._catalog, self._profile, order.on)

    def refuse_gaps(self, documents: Sequence[Document]) -> None:
        """Raise if a fact is missing in one of *documents*.

        Raises:
            GapsError: with every fact that is missing.
        """
        from collabkit.proposals.paper_notes import missing  # noqa: PLC0415 - if none may be

        found = [note.text for note in missing(documents, self._profile)]
        if found:
            facts = "fact is" if len(found) == 1 else "facts are"
            raise GapsError(
                "\n".join((f"{len(found)} {facts} missing; nothing was written", *found)),
                "Supply them, or leave --strict out and fill in the brackets by hand.",
            )


class GapsError(CollabkitError):
    """A paper has gaps, and none was to have any."""

    exit_code = ExitCode.DATA


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


def _worded(wording: Wording) -> Wording:
    """Return *wording* on one line each.

    Raises:
        UsageError: a part of it says nothing.
    """
    need = _said(wording.need, "need", "Parents ask us every week for a place to wait.")
    strike = (_said(each, "strike", "two study rooms") for each in wording.strike)
    return Wording(" ".join(need.split()), tuple(strike), wording.sure)


def _said(given: object, name: str, example: str) -> str:
    """Return *given* if it says something, or nothing at all."""
    said = (text(given, name, example) or "").strip()
    if said and not any(letter.isalnum() for letter in said):
        raise UsageError(
            f"{name} says nothing: {cut(said)!r}", f"Say it in words, such as {example!r}."
        )
    return said
