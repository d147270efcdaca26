"""The folder in which a library keeps its partnerships, and each of them by its name."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit import paths

if TYPE_CHECKING:
    from collabkit.catalog import Catalog
    from collabkit.directory.directory import Directory
    from collabkit.errors import Problem
    from collabkit.partnerships.brief import Briefs
    from collabkit.partnerships.entries import LogEntry
    from collabkit.partnerships.facts import Facts
    from collabkit.partnerships.partnership import Partnership
    from collabkit.partnerships.people import Contact

FOLDER = "partnerships"
"""The folder of a workspace that holds the partnerships it keeps."""


class PartnershipStore:
    """What a library keeps in ``partnerships/``: a folder for each partner, with facts and a log."""

    def __init__(
        self,
        home: Path | None,
        catalog: "Callable[[], Catalog]",
        directory: "Callable[[], Directory]",
    ) -> None:
        """Take the partnerships of the workspace *home*; nothing is read yet.

        Args:
            home: the folder that holds ``library.yaml``, if there is one.
            catalog: opens what ids may name, where it is needed.
            directory: opens the directory of organizations, where it is needed.
        """
        self.home = home
        self._open_catalog = catalog
        self._open_directory = directory

    @property
    def catalog(self) -> "Catalog":
        """What the ids in facts may name.

        Raises:
            DataError: with every problem in every file.
        """
        return self._open_catalog()

    @property
    def directory(self) -> "Directory":
        """The organizations, by ids that facts may state.

        Raises:
            DirectoryMissingError: none is loaded.
        """
        return self._open_directory()

    @property
    def folder(self) -> Path:
        """Where they are.

        Raises:
            UsageError: there is no workspace.
        """
        return paths.in_workspace(self.home, FOLDER)

    @property
    def exists(self) -> bool:
        """Whether there is a folder of them."""
        return self.home is not None and (self.home / FOLDER).is_dir()

    def __iter__(self) -> "Iterator[Partnership]":
        """Yield each, by the name of its folder, whether its facts are right or wrong."""
        return self.read()

    def read(self, briefs: "Briefs | None" = None) -> "Iterator[Partnership]":
        """Yield each as `__iter__` does; *briefs* spare reading facts that were found right before."""
        from collabkit.partnerships.partnership import partnerships  # noqa: PLC0415 - not for a log

        return partnerships(self.folder, briefs)

    def valid(self) -> "list[Partnership]":
        """Return those whose facts are right, or that state none yet."""
        return [one for one in self if one.valid]

    def named(self, name: str) -> "Partnership":
        """Return the one that *name* is a clear part of.

        Raises:
            UsageError: none is called so, or several are.
        """
        from collabkit.partnerships.folders import folder_named  # noqa: PLC0415
        from collabkit.partnerships.partnership import Partnership  # noqa: PLC0415

        return Partnership(folder_named(self.folder, name))

    def problems(self) -> "list[Problem]":
        """Return what is wrong with the facts of any of them: such are left out of every answer."""
        return [problem for each in self for problem in each.problems]

    def start(
        self,
        facts: "Facts",
        on: date,
        *,
        folder: str = "",
        entries: "Sequence[LogEntry]" = (),
        contacts: "Sequence[Contact]" = (),
    ) -> "Partnership":
        """Begin the partnership that *facts* state.

        Args:
            facts: what is known.
            on: the day of the first line of its log.
            folder: the name of its folder; made of the organization's name unless given.
            entries: what its log begins with; that it is an idea unless given.
            contacts: its people.

        Raises:
            KeptAlreadyError: there is one of that name.
        """
        from collabkit.partnerships.partnership import Partnership  # noqa: PLC0415
        from collabkit.partnerships.starting import start  # noqa: PLC0415

        made = start(self.folder, facts, on, folder=folder, entries=entries, contacts=contacts)
        return Partnership(made)
