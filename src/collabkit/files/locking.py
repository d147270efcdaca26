"""One writer at a time. The system lets go of a lock when its holder dies, however it dies."""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path

from collabkit.errors import CollabkitError


class BusyError(CollabkitError):
    """Another program of ours holds the lock."""

    def __init__(self, folder: Path, doing: str = "collab is writing in") -> None:
        super().__init__(
            f"another {doing} {folder}; nothing was changed",
            "Wait until it has finished, then run the command again.",
        )


@contextmanager
def locked(
    folder: Path, *, seconds: float = 10.0, busy: type[BusyError] = BusyError
) -> Iterator[None]:
    """Hold the lock of *folder*, which is there, or raise *busy*.

    The lock leaves nothing behind in the folder. Where a disk knows no locks, as some shared
    drives do, nothing is held: whoever writes looks whether the file changed all the same.

    Args:
        folder: whose files are about to change.
        seconds: how long to wait for another holder.
        busy: the error that says what the other one is at.
    """
    handle = _opened(folder)
    try:
        if not _wait(handle, time.monotonic() + seconds):
            raise busy(folder)
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _wait(handle: int | None, end: float) -> bool:
    """Return whether the lock was got before *end*."""
    while handle is not None and not _taken(handle):
        if time.monotonic() > end:
            return False
        time.sleep(_PAUSE)
    return True


_PAUSE = 0.02
"""Seconds: a few times what one writing takes."""

if sys.platform == "win32":
    import msvcrt

    def _opened(folder: Path) -> int | None:
        """Return a file of the system's temporary folder that stands for *folder*."""
        name = blake2b(os.fsencode(folder.resolve()), digest_size=16).hexdigest()
        with suppress(OSError):
            return os.open(
                Path(tempfile.gettempdir()) / f"collab-{name}.lock", os.O_RDWR | os.O_CREAT
            )
        return None

    def _taken(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import errno
    import fcntl

    def _opened(folder: Path) -> int | None:
        """Return the folder itself, which can be locked without a file in it."""
        with suppress(OSError):
            return os.open(folder, os.O_RDONLY)
        return None

    def _taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            return error.errno not in {errno.EWOULDBLOCK, errno.EACCES, errno.EINTR}
        return True
