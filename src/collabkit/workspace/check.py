"""Problems in files."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit import clock
from collabkit.errors import Problem

if TYPE_CHECKING:
    from collabkit.catalog.freshness import Stale
    from collabkit.workspace.workspace import Workspace


def check(self: "Workspace", *files: str | Path) -> list[Problem]:
    """Return every problem in *files*, or in the library's own, as ``collab check`` does."""
    from collabkit.workspace.files import problems_in  # noqa: PLC0415

    return problems_in([Path(file) for file in files] or self.files(), self.own_catalog)


def stale(self: "Workspace", *, on: date | None = None) -> "list[Stale]":
    """Return what in the catalogs is past its date or was not looked up for a year, as ``collab check --stale`` does.

    Args:
        on: the day on which it is asked; today by default.
    """
    from collabkit.catalog import freshness  # noqa: PLC0415

    return freshness.stale(self.catalog, on or clock.today())
