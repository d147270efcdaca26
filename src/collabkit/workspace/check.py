"""Problems in files."""

from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.errors import Problem

if TYPE_CHECKING:
    from collabkit.workspace.workspace import Workspace


def check(self: "Workspace", *files: str | Path) -> list[Problem]:
    """Return every problem in *files*, or in the library's own, as ``collab check`` does."""
    from collabkit.workspace.files import problems_in  # noqa: PLC0415

    return problems_in([Path(file) for file in files] or self.files(), self.own_catalog)
