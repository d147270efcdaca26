"""The folder in which a library keeps its partnerships, and each of them by its name."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.errors import UsageError

if TYPE_CHECKING:
    from collabkit.catalog import Catalog
    from collabkit.directory.directory import Directory
    from collabkit.errors import Problem
    from collabkit.partnerships.brief import Briefs
    from collabkit.partnerships.partnership import Partnership

FOLDER = "partnerships"
"""The folder of a workspace that holds the partnerships it keeps."""


class Shelf:
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

    @property
    def are_kept(self) -> bool:
        """Whether there is a folder of them."""
        return self._home is not None and (self._home / FOLDER).is_dir()

    def __iter__(self) -> "Iterator[Partnership]":
        """Yield each, by the name of its folder."""
        from collabkit.partnerships.partnership import partnerships  # noqa: PLC0415 - pydantic

        return partnerships(self.folder)

    def in_brief(self, briefs: "Briefs") -> "list[Partnership]":
        """Return each, with what is known already of facts like its own."""
        from collabkit.partnerships.partnership import partnerships  # noqa: PLC0415

        return list(partnerships(self.folder, briefs))

    def stated(self) -> "list[Partnership]":
        """Return those whose facts are right, or that state none yet."""
        return [one for one in self if one.stated]

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
