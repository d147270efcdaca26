"""The workspaces of many libraries, each in one row. One that is broken does not stop the others."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple, Protocol

from collabkit.catalog import Catalog
from collabkit.errors import CollabkitError, UsageError
from collabkit.library import Library
from collabkit.notes import Note
from collabkit.partnerships.counts.counted import came_of_it, given
from collabkit.partnerships.counts.rows import HOURS
from collabkit.partnerships.partnership import Partnership
from collabkit.partnerships.store import PartnershipStore
from collabkit.paths import PROFILE
from collabkit.reports.library_row import (
    LibraryCounts,
    LibraryRow,
    Total,
    add_totals,
    library_row,
    total_row,
)

DEEPEST = 3
"""Folders below the one that was named in which workspaces are looked for: state, county, library."""


class OpenWorkspace(Protocol):
    """As much of a workspace as a roll-up needs."""

    @property
    def catalog(self) -> Catalog:
        """Its catalogs."""

    @property
    def profile_alone(self) -> Library:
        """Its profile."""

    @property
    def partnerships(self) -> PartnershipStore:
        """What it keeps."""


class Broken(NamedTuple):
    """Something that could not be read."""

    folder: Path
    problems: str
    """What is wrong with it, a line for each problem."""


class RollUp(NamedTuple):
    """Many libraries, and what could not be read."""

    rows: tuple[LibraryRow, ...]
    """A row for each library."""
    broken: tuple[Broken, ...]
    """Libraries, and partnerships of the libraries, that are left out."""
    on: date

    @property
    def total(self) -> LibraryRow:
        """The sum of the rows."""
        return total_row(self.rows, self.on)

    @property
    def notes(self) -> tuple[Note, ...]:
        """What is left out."""
        if not self.broken:
            return ()
        count = len({each.folder for each in self.broken})
        some = "One library" if count == 1 else f"{count} libraries"
        whole = f"{some} could not be read whole; the sum is without what is named above."
        wrong = (Note("unreadable", _with_folder(each)) for each in self.broken)
        return (*wrong, Note("left-out", whole))


def _with_folder(broken: Broken) -> str:
    named = str(broken.folder) in broken.problems
    return broken.problems if named else f"{broken.folder}: {broken.problems}"


def workspaces_in(named: Iterable[Path]) -> list[Path]:
    """Return the folders of workspaces that each of *named* is, or holds at most three folders down.

    Raises:
        UsageError: one of them is no folder, or none is in it.
    """
    found: dict[Path, Path] = {}
    for folder in named:
        if not folder.is_dir():
            raise UsageError(f"no folder called {str(folder)!r}", "Name folders of workspaces")
        here = list(_inside(folder, DEEPEST))
        if not here:
            raise UsageError(
                f"no {PROFILE} in {folder}, nor in the folders below it",
                "A workspace is a folder with a library.yaml",
                command="`collab init` makes a workspace of a folder",
            )
        for each in here:
            found.setdefault(each.resolve(), each)
    return list(found.values())


def _inside(folder: Path, depth: int) -> Iterator[Path]:
    if (folder / PROFILE).exists() or (folder / PROFILE).is_symlink():
        yield folder
        return
    if depth:
        try:
            inner = sorted(each for each in folder.iterdir() if each.name[0] not in "._")
        except OSError:
            return
        for each in inner:
            if each.is_dir() and not each.is_symlink():
                yield from _inside(each, depth - 1)


def roll_up(folders: Sequence[Path], open_: Callable[[Path], OpenWorkspace], on: date) -> RollUp:
    """Return a row for each workspace in *folders*.

    Args:
        folders: of workspaces.
        open_: opens one.
        on: the day of the rows.
    """
    rows: list[LibraryRow] = []
    broken: list[Broken] = []
    for folder, name in zip(folders, _names(folders), strict=True):
        try:
            opened = open_(folder)
            rows.append(_row(opened, name, on))
            wrong = opened.partnerships.problems()
        except (CollabkitError, OSError) as error:
            broken.append(Broken(folder, str(error)))
            continue
        if wrong:
            broken.append(Broken(folder, "\n".join(map(str, wrong))))
    return RollUp(tuple(rows), tuple(broken), on)


def _row(opened: OpenWorkspace, name: str, on: date) -> LibraryRow:
    library, every = opened.profile_alone, list(opened.partnerships)
    right = [one for one in every if one.valid]
    return library_row(
        library.fscskey or name,
        library,
        right,
        on,
        counts=_counts(right, opened.catalog, on),
        left_out=len(every) - len(right),
    )


def _counts(partnerships: Iterable[Partnership], catalog: Catalog, on: date) -> LibraryCounts:
    """Return what was counted in *partnerships* until the day *on*."""
    works = catalog.activities
    rows = [row for one in partnerships for row in one.counted(works, until=on)]
    return LibraryCounts(
        given(rows, HOURS, "we"),
        given(rows, HOURS, "they"),
        add_totals(
            Total(row.measure, *(None, row.value, row.value) if row.ratio else (row.value,))
            for row in came_of_it(rows)
            if row.value is not None
        ),
    )


def _names(folders: Sequence[Path]) -> list[str]:
    """Return a name for each of *folders*: its own, with as many above it as part it from the others."""
    whole = [each.resolve().parts for each in folders]
    ends = Counter(parts[-length:] for parts in whole for length in range(1, len(parts) + 1))
    return ["/".join(_shortest(parts, ends)) for parts in whole]


def _shortest(parts: tuple[str, ...], ends: Mapping[tuple[str, ...], int]) -> tuple[str, ...]:
    several = (parts[-length:] for length in range(1, len(parts)))
    return next((each for each in several if ends[each] == 1), parts)
