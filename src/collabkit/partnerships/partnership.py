"""One partnership, read from its folder."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.errors import DataError, Problem
from collabkit.partnerships.brief import Brief, Briefs, brief_of
from collabkit.partnerships.folders import FACTS, copies_of_facts, folders
from collabkit.partnerships.logs import Log, read_log
from collabkit.partnerships.state import State, state

if TYPE_CHECKING:
    from collections.abc import Mapping

    from collabkit.catalog import Activity
    from collabkit.datafiles.documents import Document
    from collabkit.partnerships.counts.records import Counted
    from collabkit.partnerships.counts.rows import Count
    from collabkit.partnerships.facts import Facts
    from collabkit.partnerships.health.sheets import Sheet
    from collabkit.partnerships.people import Contact


_ANSWERS = "health.csv"


class Partnership:
    """One partnership: its facts, its log, and where it stands."""

    def __init__(self, folder: Path, briefs: Briefs | None = None) -> None:
        """Take *folder* for a partnership; nothing is read yet.

        Args:
            folder: of the partnership.
            briefs: what is known already of facts like its own.
        """
        self.folder = folder
        self._briefs = briefs

    @property
    def id(self) -> str:
        """The name of its folder."""
        return self.folder.name

    @property
    def name(self) -> str:
        """The organization's name; that of the folder as long as the facts do not say it."""
        return self.brief.name

    @cached_property
    def facts(self) -> "Facts":
        """What ``partnership.yaml`` states; only a name if there is none.

        Raises:
            DataError: it is wrong, or there are two of it.
        """
        facts, document, problems = self._read
        if problems:
            raise DataError(problems)
        if facts is None or document is None:
            from collabkit.partnerships.facts import Facts  # noqa: PLC0415 - pydantic

            return Facts.model_construct(name=self.id.replace("-", " "))
        return facts

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with the facts."""
        return [] if self._known is not None else self._read[2]

    @cached_property
    def brief(self) -> Brief:
        """What of the facts is asked for most.

        Raises:
            DataError: they are wrong, or there are two of them.
        """
        if self._known is not None:
            return self._known
        brief = brief_of(self.facts)
        if self._briefs is not None:
            self._briefs.add(self.facts_file, brief)
        return brief

    @cached_property
    def _known(self) -> Brief | None:
        """The brief, if just these facts were found right before and nothing stands beside them."""
        if self._briefs is None or self.copies:
            return None
        return self._briefs.of(self.facts_file)

    @property
    def copies(self) -> list[Problem]:
        """Second copies of the facts, which a sync service left: nobody knows which of them is right."""
        return copies_of_facts(self.folder)

    @property
    def valid(self) -> bool:
        """Whether the facts are right, or there are none yet."""
        return not self.problems

    @cached_property
    def _read(self) -> "tuple[Facts | None, Document | None, list[Problem]]":
        from collabkit.partnerships.facts import read_facts  # noqa: PLC0415 - pydantic, and YAML

        return read_facts(self.folder)

    @cached_property
    def log(self) -> Log:
        """The lines of its log."""
        return read_log(self.folder)

    def state(self, today: date) -> State:
        """Return where it stands *today*: by its log; the day of the partner's last answers counts as a touch, too."""
        at = state(self.log.entries, today)
        if not (self.folder / _ANSWERS).exists():  # most have none, and `due` asks two hundred
            return at
        answered = (each.day for each in self.sheets if each.side == "they" and each.day <= today)
        return at._replace(last=max(filter(None, (at.last, *answered)), default=None))

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
        return max(filter(None, (at.until, self.brief.end)), default=None)

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


def partnerships(home: Path, briefs: Briefs | None = None) -> Iterator[Partnership]:
    """Yield the partnerships in the folder *home*, by the names of their folders."""
    for folder in folders(home):
        yield Partnership(folder, briefs)
