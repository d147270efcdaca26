"""The one way out to a file: written whole or not at all, whatever stands there already."""

import errno
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def write_whole(path: Path, content: bytes, *, replace: bool = True) -> None:
    """Write *content* to the file at *path*, so that a reader sees the old file or the new one.

    A link is followed, and what it leads to keeps its rights. A device or a pipe is written to and
    never replaced.

    Args:
        path: where. Its folder is there.
        content: all of it.
        replace: False fails if anything stands there, also if it comes while we write.

    Raises:
        FileExistsError: something stands there, and *replace* is False.
        OSError: the folder is missing, full or not ours to write to; what stood there is as it was.
    """
    there = _status(path)
    if there is not None and stat.S_ISDIR(there.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if there is not None and (stat.S_ISCHR(there.st_mode) or stat.S_ISFIFO(there.st_mode)):
        path.write_bytes(content)
    elif replace:
        _over(Path(os.path.realpath(path)), content, there)
    else:
        _new(path, content)


def is_taken(path: Path) -> bool:
    """Return whether a new file at *path* would cost what stands there: not a device or a pipe."""
    try:
        kind = path.stat().st_mode
    except (OSError, ValueError):
        return path.is_symlink()  # to nothing
    return not (stat.S_ISCHR(kind) or stat.S_ISFIFO(kind))


def make_folder(path: Path) -> None:
    """Make the folder at *path* and those above it, unless they are there.

    Raises:
        OSError: it cannot be made, with the reason; a file that stands in the way is named.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        named = next((each for each in (path, *path.parents) if each.exists()), path)
        raise NotADirectoryError(errno.ENOTDIR, f"{named} is a file, not a folder") from error
    except ValueError as error:
        raise _unwritable(path) from error


def disk_is_full(error: Exception) -> bool:
    """Return whether *error*, of the system or of a library that hands its words on, says so."""
    return os.strerror(errno.ENOSPC) in str(error)


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None
    except ValueError as error:
        raise _unwritable(path) from error


def _unwritable(path: Path) -> OSError:
    """Return what to raise of a name in letters that no name of a file has on this system."""
    return OSError(errno.EILSEQ, os.strerror(errno.EILSEQ), str(path))


def _over(path: Path, content: bytes, there: os.stat_result | None) -> None:
    with _temporary(path.parent, content) as temporary:
        if there is not None:
            with suppress(PermissionError):  # only root may give a file to somebody else
                os.chown(temporary, there.st_uid, there.st_gid)
            temporary.chmod(stat.S_IMODE(there.st_mode))
        temporary.replace(path)


def _new(path: Path, content: bytes) -> None:
    with _temporary(path.parent, content) as temporary:
        try:
            os.link(temporary, path)  # fails if the name is taken, which a renaming would not
        except OSError as error:
            if isinstance(error, FileExistsError) or error.errno not in _NO_LINKS:
                raise
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))  # takes the name
            temporary.replace(path)


_NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK}
"""How disks without hard links, such as those of cameras and some shared drives, say so."""


@contextmanager
def _temporary(folder: Path, content: bytes) -> Iterator[Path]:
    """Yield a file beside the one to be, with *content* safe on the disk; gone in the end."""
    _sweep(folder)
    temporary = folder / f"{_PREFIX}{os.urandom(8).hex()}{_SUFFIX}"
    # A file made so follows the umask of whoever runs us, as any file she makes.
    handle = os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _BINARY, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(handle)
        yield temporary
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()


def _sweep(folder: Path) -> None:
    """Remove what killed runs left in *folder*."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(_PREFIX) and entry.name.endswith(_SUFFIX):
                _remove_old(entry)


def _remove_old(entry: os.DirEntry[str]) -> None:
    with suppress(OSError):
        if entry.stat(follow_symlinks=False).st_mtime < time.time() - _HOUR:
            os.unlink(entry.path)  # noqa: PTH108 - an entry of a folder is no Path


_PREFIX, _SUFFIX = ".collab-", ".tmp"
_HOUR = 3600
"""Seconds: no writing takes so long."""
_BINARY = getattr(os, "O_BINARY", 0)
"""Without it Windows would change the ends of lines."""
