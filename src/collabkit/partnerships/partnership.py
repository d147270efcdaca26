"""One partnership, read from its folder."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.datafiles.documents import Document
from collabkit.errors import DataError, Problem
from collabkit.partnerships.facts import FACTS, Facts, copies_of_facts, read_facts
from collabkit.partnerships.folders import folders
from collabkit.partnerships.logs import Log, read_log
from collabkit.partnerships.state import State, state

if TYPE_CHECKING:
    from collections.abc import Mapping

    from collabkit.catalog import Activity
    from collabkit.partnerships.counts.counted import Counted
    from collabkit.partnerships.counts.rows import Count
    from collabkit.partnerships.health.sheets import Sheet
    from collabkit.partnerships.people import Contact


class Partnership:
    """One partnership: its facts, its log, and where it stands."""

    def __init__(self, folder: Path) -> None:
        """Take *folder* for a partnership; nothing is read yet."""
        self.folder = folder

    @property
    def id(self) -> str:
        """The name of its folder."""
        return self.folder.name

    @property
    def name(self) -> str:
        """The organization's name; that of the folder as long as the facts do not say it."""
        return self.facts.name

    @cached_property
    def facts(self) -> Facts:
        """What ``partnership.yaml`` states; only a name if there is none.

        Raises:
            DataError: it is wrong, or there are two of it.
        """
        facts, document, problems = self._read
        if problems:
            raise DataError(problems)
        if facts is None or document is None:
            return Facts.model_construct(name=self.id.replace("-", " "))
        return facts

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with the facts."""
        return self._read[2]

    @property
    def twice(self) -> list[Problem]:
        """Second copies of the facts, which a sync service left: nobody knows which of them is right."""
        return copies_of_facts(self.folder)

    @property
    def stated(self) -> bool:
        """Whether the facts are right, or there are none yet."""
        return not self.problems

    @cached_property
    def _read(self) -> tuple[Facts | None, Document | None, list[Problem]]:
        return read_facts(self.folder)

    @cached_property
    def log(self) -> Log:
        """The lines of its log."""
        return read_log(self.folder)

    def state(self, today: date) -> State:
        """Return where it stands *today*."""
        return state(self.log.entries, today)

    @cached_property
    def sheets(self) -> "list[Sheet]":
        """What both sides answered in the short check, in order of the days."""
        from collabkit.partnerships.health.sheets import read_sheets  # noqa: PLC0415 - if it is asked for

        return read_sheets(self.folder)

    @cached_property
    def counts(self) -> "list[Count]":
        """What was counted, as it was typed, in order of the days."""
        from collabkit.partnerships.counts.rows import read_counts  # noqa: PLC0415 - if it is asked for

        return read_counts(self.folder)

    def counted(
        self,
        works: "Mapping[str, Activity]",
        *,
        since: date | None = None,
        until: date | None = None,
    ) -> "list[Counted]":
        """Return what was counted by work and measure, for days from *since* up to *until*."""
        from collabkit.partnerships.counts.counted import counted  # noqa: PLC0415 - if it is asked for

        work = self.facts.work
        return counted(self.id, self.name, self.counts, works, work=work, since=since, until=until)

    def ends(self, at: State) -> date | None:
        """Return the last day of its agreement, by the log and the facts, whichever is later."""
        return max(filter(None, (at.until, self.facts.agreement.end)), default=None)

    def contacts(self) -> "tuple[Contact, ...]":
        """Return its people, from ``contacts.yaml``: private.

        Raises:
            DataError: the file is wrong.
        """
        from collabkit.partnerships.people import read_contacts  # noqa: PLC0415 - if they are asked for

        return read_contacts(self.folder)

    @property
    def facts_file(self) -> Path:
        """Where its facts stand."""
        return self.folder / FACTS


def partnerships(home: Path) -> Iterator[Partnership]:
    """Yield the partnerships in the folder *home*, by the names of their folders."""
    for folder in folders(home):
        yield Partnership(folder)
