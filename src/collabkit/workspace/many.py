"""Many workspaces at once, such as those of a state's libraries."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.workspace.workspace import Workspace

if TYPE_CHECKING:
    from collabkit.api.rollups import RollUp
    from collabkit.catalog import Catalog


def roll_up(folders: str | Path | Iterable[str | Path], *, on: date | None = None) -> "RollUp":
    """Return a row for each workspace in *folders*, as ``collab roll-up`` does; one broken stops no other.

    Args:
        folders: workspaces, or folders that hold them at most three deep.
        on: the day on which they are told; today by default.

    Raises:
        UsageError: there is no such folder, or no workspace in it.
    """
    from collabkit.api import clock, rollups  # noqa: PLC0415 - pydantic, and YAML

    named = [folders] if isinstance(folders, (str, Path)) else list(folders)
    found = rollups.workspaces_in([Path(each) for each in named])
    return rollups.roll_up(found, _sharing(), on or clock.today())


def _sharing() -> Callable[[Path], Workspace]:
    """Return what opens workspaces of which all without catalogs of their own share one."""
    shared: list[Catalog] = []

    def opened(folder: Path) -> Workspace:
        workspace = Workspace.open(folder)
        if workspace.own_catalog is None:
            if not shared:
                shared.append(workspace.catalog)
            workspace.catalog = shared[0]
        return workspace

    return opened
