"""What is asked of the partnerships that a library keeps. Nothing here writes a file."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from collabkit import clock
from collabkit.api.shelf import Shelf
from collabkit.errors import DataError
from collabkit.paths import PROFILE

if TYPE_CHECKING:
    from collabkit.api.dues import Dues
    from collabkit.api.ties import M, Ties
    from collabkit.exports.rows import Kept
    from collabkit.finding import Found
    from collabkit.finding.contacts import Contact
    from collabkit.library import Library
    from collabkit.partnerships.due import Due
    from collabkit.partnerships.handover import Reader
    from collabkit.partnerships.partnership import Partnership
    from collabkit.proposals.subjects import Other


_SPOKEN_TO = frozenset({"talk", "pilot", "active", "renew"})
"""Stages in which a partner may be named to another."""


class Asking(Shelf):
    """Partnerships that are asked: what is due, where they stand, what comes next."""

    def due(
        self,
        name: str | None = None,
        *,
        within: int = 30,
        on: date | None = None,
        people: bool = False,
    ) -> "Dues":
        """Return what is due, the most urgent first, as ``collab due`` does.

        Steps of the plan that is saved as ``plan.yaml`` in the workspace are due as well.

        Args:
            name: of one partnership; of all by default.
            within: days in which something counts as due soon.
            on: the day on which it is asked; today by default.
            people: whether the names of who promised are told.

        Raises:
            DataError: the facts of the one that was named are wrong. Of several, those whose facts
                are wrong are left out, with their ``problems``.
        """
        from collabkit.api.dues import dues  # noqa: PLC0415
        from collabkit.partnerships.brief import Briefs  # noqa: PLC0415

        briefs = Briefs(self.folder)
        kept = [self.named(name)] if name is not None else self.in_brief(briefs)
        day = on or clock.today()
        found = dues(kept, day, within=within, people=people, strict=name is not None)
        briefs.save()
        if name is None:
            try:
                found.add(self._planned(day, within))
            except DataError as error:  # the plan is broken; what was promised is due all the same
                found.problems += error.problems
        return found

    def doing(self, work: str, *, on: date | None = None) -> "list[Other]":
        """Return who is spoken to about the joint *work*, or does it.

        A kind of which there are two, or whose partnership is an idea, rests or has ended, is left out.
        """
        from collabkit.proposals.subjects import Other  # noqa: PLC0415 - only papers ask

        day = on or clock.today()
        found: dict[str, list[Other]] = {}
        for one in self.stated():
            facts, stage = one.facts, one.state(day).stage
            if facts.work == work and facts.partner and stage in _SPOKEN_TO:
                known = Other(facts.partner, facts.name, agreed=stage != "talk")
                found.setdefault(facts.partner, []).append(known)
        return [known[0] for known in found.values() if len(known) == 1]

    def _planned(self, day: date, within: int) -> "list[Due]":
        """Return the steps of the plan that is saved in the workspace, if one is.

        Raises:
            DataError: it is broken.
        """
        file = self._home / "plan.yaml" if self._home else None
        if file is None or not file.is_file():
            return []
        from collabkit.profiles import read_library  # noqa: PLC0415
        from collabkit.reports.plan_steps import due_steps  # noqa: PLC0415 - if there is one

        profile = file.with_name(PROFILE)
        library = read_library(profile, self._catalog())[0] if profile.is_file() else None
        ready = library.ready if library else {}
        return due_steps(self._catalog(), file, day, within, ready=ready)

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

        day, catalog = on or clock.today(), self._catalog()
        kept = [self.named(name)] if name is not None else self.stated()
        pages = [page(one, day, catalog, reader=reader, people=people) for one in kept]
        if name is None:
            pages.insert(0, overview((one, one.state(day)) for one in kept))
        return "\n".join(pages)

    def rows(self, *, on: date | None = None) -> "list[Kept]":
        """Return each as it stands, as ``collab export table`` does; those whose facts are wrong are left out."""
        from collabkit.exports.rows import row  # noqa: PLC0415

        return [row(one, on or clock.today()) for one in self.stated()]

    def calendar(self, *, on: date | None = None, people: bool = False) -> bytes:
        """Return everything that has a day as an iCalendar file, as ``collab export calendar`` does."""
        from collabkit.exports.calendar import calendar  # noqa: PLC0415

        return calendar(self.due(on=on, people=people), self._owner())

    def _owner(self) -> str:
        """Return the library's name, or nothing: two libraries may keep the same partner."""
        from collabkit.datafiles.reading import read  # noqa: PLC0415 - YAML
        from collabkit.paths import PROFILE  # noqa: PLC0415

        stated = read(self.folder.parent / PROFILE).data
        name = stated.get("name") if isinstance(stated, dict) else None
        return name if isinstance(name, str) else ""

    def cards(self, *, people: bool = False) -> bytes:
        """Return the organizations as vCards, and with *people* their contacts, as ``collab export cards`` does."""
        from collabkit.exports.cards import cards  # noqa: PLC0415

        return cards(self.stated(), people=people)

    def with_history(self, library: "Library") -> "Library":
        """Return *library* with what it has done with the partners that are kept."""
        if not self.are_kept:
            return library
        from collabkit.api.history import with_history  # noqa: PLC0415

        return with_history(library, self._read, clock.today())

    def beside(self, found: "Iterable[M]") -> "list[M]":
        """Return the matches or organizations *found*, each with who of our people knows somebody there.

        People are private: ``known_by`` of a record is empty unless this was asked for.

        Raises:
            DataError: ``people.yaml`` is wrong, or the contacts of a partnership are.
        """
        return self._ties.beside(found) if self._knows else list(found)

    def contacts(self, found: "Found") -> "list[Contact]":
        """Return whom the library keeps at the organization *found*: private.

        Raises:
            DataError: the contacts of a partnership are wrong.
        """
        if not self._knows:
            return []
        return list(self._ties.contacts(found.id, found.name, found.partner))

    def leads(self, found: "Sequence[tuple[str, str, str]]") -> list[str]:
        """Return who knows whom, and what is kept, of organizations given by id, name and kind of partner.

        A kind is meant where the name is blank. What is wrong with facts that are left out comes last.
        """
        if not self._knows:
            return []
        from collabkit.api.ties import leads  # noqa: PLC0415

        left_out = [f"Left out: {problem}" for problem in self._ties.problems]
        return [*leads(self._ties, found), *left_out]

    @property
    def _knows(self) -> bool:
        """Whether there is anything to know of others."""
        people = self._home is not None and (self._home / "people.yaml").exists()
        return people or self.are_kept

    @cached_property
    def _ties(self) -> "Ties":
        from collabkit.api.ties import Ties  # noqa: PLC0415

        return Ties(self._read, self._home, clock.today())

    @cached_property
    def _read(self) -> "list[Partnership]":
        """Every partnership, read once for all that one question asks of them."""
        return list(self) if self.are_kept else []
