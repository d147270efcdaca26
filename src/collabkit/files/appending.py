"""Lines put at the end of a file that is never rewritten: logs, which many may write to at once."""

import os
from collections.abc import Sequence
from pathlib import Path

from collabkit.files.locking import locked


def append_lines(path: Path, lines: Sequence[str]) -> None:
    """Put *lines* at the end of the file at *path*, all or none; make the file if need be.

    What stands there stays byte for byte. Lines end as the last one does, in a line feed or as
    on Windows; a last line that was left without an end gets one first.

    Args:
        path: a file of text in UTF-8; its folder is there.
        lines: without a line end in any of them.

    Raises:
        ValueError: a line holds a line end.
        BusyError: another program has been writing there for a long time.
        OSError: the disk is full, or the file is not ours to write to; it is as it was.
    """
    if any(len(line.splitlines()) > 1 or line.endswith(("\n", "\r")) for line in lines):
        raise ValueError("a line may not hold a line end")
    encoded = [line.encode() for line in lines]
    with locked(path.parent):
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
        handle = os.open(path, flags, 0o666)
        try:
            _append(handle, encoded)
        finally:
            os.close(handle)


def _append(handle: int, lines: Sequence[bytes]) -> None:
    size = os.fstat(handle).st_size
    last = _last_bytes(handle, size)
    end = b"\r\n" if last == b"\r\n" else b"\n"
    begin = b"" if not last or last.endswith(b"\n") else end
    content = begin + b"".join(line + end for line in lines)
    try:
        _write_all(handle, content)
        os.fsync(handle)
    except OSError:
        # Ours alone under the lock: what was written of it goes, and nothing of what was before.
        os.ftruncate(handle, size)
        raise


def _last_bytes(handle: int, size: int) -> bytes:
    os.lseek(handle, max(0, size - 2), os.SEEK_SET)
    return os.read(handle, 2)


def _write_all(handle: int, content: bytes) -> None:
    while content:
        content = content[os.write(handle, content) :]
