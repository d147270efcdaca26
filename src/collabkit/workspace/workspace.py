"""One library's workspace: whatever may be asked of it, as the commands ask it."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from collabkit import paths
from collabkit.api.arguments import Words
from collabkit.errors import Problem
from collabkit.workspace.asking import Asking
from collabkit.workspace.writing import Writing

if TYPE_CHECKING:
    from collabkit.directory.pipeline.load import Report


class Workspace(Asking, Writing):
    """One library's own files over the shipped catalogs. Each part is read when it is first used.

    >>> from collabkit import Workspace
    >>> workspace = Workspace.open()
    >>> workspace.match("kids come hungry in july")[0].partner
    'food-bank'
    """

    def load(
        self,
        files: Words,
        *,
        columns: Mapping[str, str] | None = None,
        name: str = "",
    ) -> "Report":
        """Load public registers and tables into the directory, as ``collab directory load`` does.

        Args:
            files: files, folders and ZIPs, each known by its content.
            columns: which column of a table of one's own is what: ``{"name": "Organization"}``.
            name: what to call such a table.
        """
        from collabkit.api.registers import load_files  # noqa: PLC0415

        self.close()  # what is open is the old one
        return load_files(self.catalog, self.folder, files, columns=columns, name=name)

    def check(self, *files: str | Path) -> list[Problem]:
        """Return every problem in *files*, or in the library's own, as ``collab check`` does."""
        from collabkit.api import profiles  # noqa: PLC0415

        return profiles.check([Path(file) for file in files] or self.files(), self.own_catalog)

    @classmethod
    def init(
        cls,
        folder: str | Path = ".",
        *,
        force: bool = False,
        **stated: Any,  # noqa: ANN401 - any field
    ) -> Self:
        """Write a commented ``library.yaml`` into *folder*, as ``collab init`` does; return its workspace.

        Args:
            folder: where; it must exist.
            force: write over a file that exists.
            stated: what the profile states, by its fields: ``name="Our Library"``, ``zip="59801"``,
                ``assets=["study-rooms"]``, ``contact={"role": "librarian"}``.

        Raises:
            UsageError: a value cannot stand in a profile.
            CollabkitError: there is a ``library.yaml`` already.
        """
        from collabkit.api.profiles import profile_of_fields, write_profile  # noqa: PLC0415

        opened = cls.open(folder)
        write_profile(
            opened.catalog,
            profile_of_fields(stated),
            Path(folder) / paths.PROFILE,
            force=force,
        )
        return cls.open(folder)
