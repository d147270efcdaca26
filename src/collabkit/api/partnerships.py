"""The partnerships that a library keeps, as one thing to ask and to tell."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from collabkit.api.arguments import Words, several
from collabkit.api.clock import today
from collabkit.api.judging import Judging
from collabkit.errors import UsageError

if TYPE_CHECKING:
    from collabkit.api.dues import Dues
    from collabkit.api.log import Logged
    from collabkit.catalog import Catalog
    from collabkit.directory.directory import Directory
    from collabkit.errors import Problem
    from collabkit.library import Library
    from collabkit.partnerships.entries import Entry
    from collabkit.partnerships.exports.rows import Kept
    from collabkit.partnerships.facts import Facts
    from collabkit.partnerships.handover import Reader
    from collabkit.partnerships.partnership import Partnership

FOLDER = "partnerships"
"""The folder of a workspace that holds the partnerships it keeps."""


class Partnerships(Judging):
    """What a library keeps in ``partnerships/``: a folder for each partner, with facts and a log."""

    def __init__(
        self,
        home: Path | None,
        catalog: "Callable[[], Catalog]",
        directory: "Callable[[], Directory]",
    ) -> None:
        """Take the partnerships of the workspace *home*.

        Args:
            home: the folder that holds ``library.yaml``, if there is one.
            catalog: opens what ids may name, where it is needed.
            directory: opens the directory of organizations, where it is needed.
        """
        self._home = home
        self._catalog = catalog
        self._directory = directory

    @property
    def folder(self) -> Path:
        """Where they are.

        Raises:
            UsageError: there is no workspace.
        """
        if self._home is None:
            raise UsageError(
                "no library.yaml here or above, beside which partnerships could be kept",
                'Workspace.init(".") writes one',
                command="`collab init` writes one",
            )
        return self._home / FOLDER

    def __iter__(self) -> "Iterator[Partnership]":
        """Yield each, by the name of its folder."""
        from collabkit.partnerships.partnership import partnerships  # noqa: PLC0415 - pydantic

        return partnerships(self.folder)

    def named(self, name: str) -> "Partnership":
        """Return the one that *name* is a clear part of.

        Raises:
            UsageError: none is called so, or several are.
        """
        from collabkit.partnerships.folders import folder_named  # noqa: PLC0415
        from collabkit.partnerships.partnership import Partnership  # noqa: PLC0415

        return Partnership(folder_named(self.folder, name))

    def track(
        self,
        name: str,
        *,
        partner: str | None = None,
        goals: Words | None = None,
        folder: str = "",
        on: date | None = None,
        **more: Any,  # noqa: ANN401 - any field of partnership.yaml
    ) -> "Partnership":
        """Start keeping a partnership, as ``collab track`` does.

        Args:
            name: the organization's name, its id in the directory, or a kind of partner.
            partner: what kind it is.
            goals: ids of the goals that both share.
            folder: the name of its folder; made of the organization's name unless given.
            on: the day of the first line in its log; today by default.
            more: other fields of ``partnership.yaml``, such as ``work="tutoring-rooms"``.

        Raises:
            KeptAlreadyError: there is one of that name.
            UnknownIdError: an id names nothing.
        """
        from collabkit.api.registers import looks_like_one, organization  # noqa: PLC0415
        from collabkit.api.tracking import of_organization, stated  # noqa: PLC0415

        known: dict[str, Any] = {}
        if looks_like_one(name):
            known = of_organization(organization(self._directory(), name))
        given = {"partner": partner, "goals": several(goals, "goal"), **more}
        told = {field: value for field, value in given.items() if value}
        facts = stated(self._catalog(), **{"name": name, **known, **told})
        return self._start(facts, folder, on)

    def track_record(
        self, record: Mapping[str, Any], *, folder: str = "", on: date | None = None
    ) -> "Partnership":
        """Start keeping the partnership that a record of ``match`` or ``find`` names."""
        from collabkit.api.tracking import of_record, stated  # noqa: PLC0415

        catalog = self._catalog()
        return self._start(stated(catalog, **of_record(catalog, record)), folder, on)

    def track_known(self, library: "Library", *, on: date | None = None) -> "list[Partnership]":
        """Start keeping every organization that stands by name in ``partners:`` of the profile *library*.

        Those that are kept already are passed over. The profile is left as it is: a record wins over it.
        """
        from collabkit.api.tracking import known, stated  # noqa: PLC0415
        from collabkit.partnerships.starting import KeptAlreadyError  # noqa: PLC0415

        catalog, day, made = self._catalog(), on or today(), []
        for each in library.partners:
            if each.name is None:
                continue
            facts = stated(catalog, each.name, partner=each.partner, since=each.since)
            try:
                made.append(self._start(facts, "", day, known(each, day)))
            except KeptAlreadyError:
                continue
        return made

    def _start(
        self, facts: "Facts", folder: str, on: date | None, entries: "Sequence[Entry]" = ()
    ) -> "Partnership":
        from collabkit.partnerships.partnership import Partnership  # noqa: PLC0415
        from collabkit.partnerships.starting import start  # noqa: PLC0415

        return Partnership(start(self.folder, facts, on or today(), folder=folder, entries=entries))

    def log(self, name: str, texts: Words, *, on: date | None = None) -> "Logged":
        """Write what happened into the log of one, as ``collab log`` does.

        Args:
            name: any part of its name that is clear.
            texts: what happened, in a person's words; several are written together.
            on: the day on which it happened; what a text says of its day, or today, by default.
        """
        from collabkit.api.log import log  # noqa: PLC0415

        said = [texts] if isinstance(texts, str) else texts
        return log(self.folder, name, said, today=today(), day=on)

    def due(
        self,
        name: str | None = None,
        *,
        within: int = 30,
        on: date | None = None,
        people: bool = False,
    ) -> "Dues":
        """Return what is due, the most urgent first, as ``collab due`` does.

        Args:
            name: of one partnership; of all by default.
            within: days in which something counts as due soon.
            on: the day on which it is asked; today by default.
            people: whether the names of who promised are told.

        Raises:
            DataError: the facts of the one that was named are wrong. Of several, those whose facts
                are wrong are left out, with their ``problems``.
        """
        from collabkit.api.dues import dues  # noqa: PLC0415 - pydantic, and YAML

        kept = [self.named(name)] if name is not None else list(self)
        return dues(kept, on or today(), within=within, people=people, strict=name is not None)

    def handover(
        self,
        name: str | None = None,
        *,
        reader: "Reader" = "library",
        people: bool = False,
        on: date | None = None,
    ) -> str:
        """Return a page in Markdown for whoever comes next, as ``collab handover`` does.

        Args:
            name: of one partnership; by default all of them follow each other, after a table.
            reader: who comes next: at the ``library``, or at the ``partner``.
            people: whether people are named: they are private.
            on: the day that it bears; today by default.
        """
        from collabkit.partnerships.handover import overview, page  # noqa: PLC0415

        day, catalog = on or today(), self._catalog()
        kept = [self.named(name)] if name is not None else [each for each in self if each.stated]
        pages = [page(one, day, catalog, reader=reader, people=people) for one in kept]
        if name is None:
            pages.insert(0, overview((one, one.state(day)) for one in kept))
        return "\n".join(pages)

    def log_papers(
        self, name: str, paper: str, files: Sequence[Path], *, on: date | None = None
    ) -> None:
        """Write into the log of one that *paper* was written into *files*, by the names it has from there."""
        from collabkit.partnerships.entries import Entry as Line  # noqa: PLC0415
        from collabkit.partnerships.logs import append  # noqa: PLC0415

        folder = self.named(name).folder
        day = on or today()
        places = [os.path.relpath(file, folder).replace(os.sep, "/") for file in files]
        append(folder, [Line(day, "paper", f"{paper}, {place}") for place in places])

    def rows(self, *, on: date | None = None) -> "list[Kept]":
        """Return each as it stands, as ``collab export table`` does; those whose facts are wrong are left out."""
        from collabkit.partnerships.exports.rows import row  # noqa: PLC0415

        return [row(one, on or today()) for one in self if one.stated]

    def calendar(self, *, on: date | None = None, people: bool = False) -> bytes:
        """Return everything that has a day as an iCalendar file, as ``collab export calendar`` does."""
        from collabkit.partnerships.exports.calendar import calendar  # noqa: PLC0415

        return calendar(self.due(on=on, people=people))

    def cards(self, *, people: bool = False) -> bytes:
        """Return the organizations as vCards, and with *people* their contacts, as ``collab export cards`` does."""
        from collabkit.partnerships.exports.cards import cards  # noqa: PLC0415

        return cards([one for one in self if one.stated], people=people)

    def with_history(self, library: "Library") -> "Library":
        """Return *library* with what it has done with the partners that are kept."""
        if not self.are_kept:
            return library
        from collabkit.api.ties import with_history  # noqa: PLC0415

        return with_history(library, self, today())

    def leads(self, found: "Sequence[tuple[str, str, str]]") -> list[str]:
        """Return who knows whom, and what is kept, of organizations given by id, name and kind of partner.

        A kind is meant where the name is blank.
        """
        if self._home is None or not (self.are_kept or (self._home / "people.yaml").exists()):
            return []
        from collabkit.api.ties import Ties, leads  # noqa: PLC0415

        return leads(Ties(self, self._home, today()), found)

    @property
    def are_kept(self) -> bool:
        """Whether there is a folder of them."""
        return self._home is not None and (self._home / FOLDER).is_dir()

    def problems(self) -> "list[Problem]":
        """Return what is wrong with the facts of any of them: such are left out of every answer."""
        return [problem for each in self for problem in each.problems]
