"""Many workspaces at once, such as those of a state's libraries."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.errors import CollabkitError
from collabkit.workspace.workspace import Workspace

if TYPE_CHECKING:
    from collabkit.catalog import Catalog
    from collabkit.directory.pipeline.libraries import Asked
    from collabkit.reports.roll_up import RollUp


def roll_up(folders: str | Path | Iterable[str | Path], *, on: date | None = None) -> "RollUp":
    """Return a row for each workspace in *folders*, as ``collab roll-up`` does; one broken stops no other.

    Args:
        folders: workspaces, or folders that hold them at most three deep.
        on: the day of the rows; today by default.

    Raises:
        UsageError: there is no such folder, or no workspace in it.
    """
    from collabkit import clock  # noqa: PLC0415
    from collabkit.reports import roll_up as many  # noqa: PLC0415 - pydantic, and YAML

    named = [folders] if isinstance(folders, (str, Path)) else list(folders)
    found = many.workspaces_in([Path(each) for each in named])
    return many.roll_up(found, _sharing(), on or clock.today())


def libraries_in(named: str, columns: Sequence[str] = ()) -> "Asked":
    """Return the libraries that *named* holds: a file of them, or a folder of workspaces.

    Args:
        named: a CSV, the ZIP of the Public Libraries Survey, ``-`` for stdin, or a folder that holds
            workspaces at most three deep. Of a workspace its goals, place and partnerships count.
        columns: which column of a list of one's own is what, as ``name=Library``.

    Raises:
        UsageError: there is no such file, nor any workspace in the folder.
        UnreadableFileError: the file holds no libraries.
    """
    from collabkit.directory.pipeline import libraries  # noqa: PLC0415 - DuckDB

    folder = Path(named)
    if columns or not folder.is_dir():
        return libraries.read(named, columns)
    return _profiled(folder)


def _profiled(folder: Path) -> "Asked":
    from collabkit.directory.pipeline.libraries import Asked, Library  # noqa: PLC0415
    from collabkit.finding import findings  # noqa: PLC0415
    from collabkit.reports.roll_up import workspaces_in  # noqa: PLC0415

    opened, placed, broken, nowhere = _sharing(), [], [], 0
    for each in workspaces_in([folder]):
        workspace = opened(each)
        try:
            who = workspace.library
            if who.where is None:
                nowhere += 1
                continue
            spot = findings.spot_of(None, who)
            placed.append(
                Library(
                    who.fscskey or each.name,
                    spot._replace(label=who.name or each.name),
                    who.fscskey or "",
                    home=spot.town[-2:],
                    goals=tuple(who.goals),
                    works_with=workspace.works_with,
                )
            )
        except CollabkitError as error:
            broken.append(f"{each}: {error}")
    return Asked(placed, nowhere, 0, 0, tuple(broken), profiles=True)


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
