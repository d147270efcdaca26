"""One loader at a time. The system lets go of the lock when its holder dies, however it dies."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from collabkit.errors import CollabkitError


class DirectoryBusyError(CollabkitError):
    """Another load is at work."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"another load is writing the directory in {folder}; nothing was changed",
            "Wait until it has finished, then run the command again.",
        )


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock in the file at *path*, or raise ``DirectoryBusyError``."""
    with path.open("a") as file:
        try:
            _lock(file)
        except OSError as error:
            raise DirectoryBusyError(path.parent) from error
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[str]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
