"""What the pages share: the workspace, opened anew when its files change, and cases that are not kept yet."""

import os
import secrets
from collections import OrderedDict
from collections.abc import Iterator
from pathlib import Path
from threading import RLock
from typing import NamedTuple

from collabkit.errors import UnknownIdError
from collabkit.workspace import Workspace
from collabkit.workspace.case_names import Case

_NEW = "new-"
"""Which the names of cases begin with that are not kept; no folder of a partnership is called so by itself."""
_MOST_DRAFTS = 500
"""Cases that are held and not kept: more than anybody begins in a day."""
_WATCHED = ("library.yaml", "readings.yaml", "knowledge.yaml", "plan.yaml")


class Said(NamedTuple):
    """What the next page says first."""

    lines: tuple[str, ...]
    meant: tuple[tuple[int, tuple[str, ...]], ...] = ()
    """Of each line of a log that can be read in several ways, its number and the ways."""


class Site:
    """One library's page."""

    def __init__(
        self, home: Path | None, *, directory: Path | None = None, read_only: bool = False
    ) -> None:
        """Serve the workspace of *home*.

        Args:
            home: the folder that holds ``library.yaml``, or one below it.
            directory: folder of the directory of organizations, instead of the user's own.
            read_only: whether the pages offer nothing that writes.
        """
        self._home = home
        self._directory = directory
        self.read_only = read_only
        self._lock = RLock()
        self._workspace = self._opened()
        self._stamps = self._now()
        self._drafts: OrderedDict[str, Case] = OrderedDict()
        self._said: list[Said] = []

    @property
    def workspace(self) -> Workspace:
        """The workspace as its files are now. What an editor, a command or a load changed is read anew."""
        with self._lock:
            stamps = self._now()
            if stamps != self._stamps:
                self._workspace.close()
                self._workspace, self._stamps = self._opened(), stamps
            return self._workspace

    def hold(self, case: Case) -> str:
        """Return the name under which *case*, which is not kept, stands in an address. It tells nothing of it."""
        with self._lock:
            name = _NEW + secrets.token_hex(4)
            self._drafts[name] = case
            while len(self._drafts) > _MOST_DRAFTS:
                self._drafts.popitem(last=False)
            return name

    def case(self, name: str) -> Case:
        """Return the case that is held, or kept, under *name*.

        Raises:
            UnknownIdError: none is.
            UsageError: the partnership of that name began with no wish.
        """
        with self._lock:
            held = self._drafts.get(name)
        if held is not None:
            return held
        cases = self.workspace.cases
        if name.startswith(_NEW) or not cases.is_kept(name):
            raise UnknownIdError("case", name, ())
        return cases.named(name)

    def put(self, case: Case) -> str:
        """Return the name under which *case* goes on: written into its folder if it has one, else held anew.

        Each answer of a case that is not kept has a name of its own, so that the browser's way back works.
        """
        if case.folder:
            return str(self.workspace.cases.keep(case).folder)
        return self.hold(case)

    def say(self, *lines: str, meant: tuple[tuple[int, tuple[str, ...]], ...] = ()) -> None:
        """Let the next page say *lines* first, and offer what else the words of a log may mean."""
        with self._lock:
            self._said.append(Said(lines, meant))

    def sayings(self) -> list[Said]:
        """Return what is to be said first, once."""
        with self._lock:
            said, self._said = self._said, []
            return said

    def _opened(self) -> Workspace:
        return Workspace.open(self._home, directory=self._directory)

    def _now(self) -> tuple[tuple[int, int, int], ...]:
        return tuple(_stamp(path) for path in self._files())

    def _files(self) -> Iterator[str]:
        """Yield the files that a workspace reads once."""
        home = self._workspace.home
        if home is not None:
            yield from (str(home / name) for name in _WATCHED)
            for name in ("catalog", "templates"):
                for folder, _, files in os.walk(home / name):
                    yield from (os.path.join(folder, file) for file in sorted(files))  # noqa: PTH118 - many
        yield str(self._workspace.folder / "directory.duckdb")


def _stamp(path: str) -> tuple[int, int, int]:
    """Return what changes when the file at *path* does."""
    try:
        status = os.stat(path)  # noqa: PTH116 - each page asks for many
    except (OSError, ValueError):
        return (0, 0, 0)
    return (status.st_ino, status.st_mtime_ns, status.st_size)
