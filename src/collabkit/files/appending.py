"""Lines put at the end of a file that is never rewritten: logs, which many may write to at once."""

import os
from pathlib import Path

from collabkit.files.locking import locked


def append_line(path: Path, line: str) -> None:
    """Put *line* at the end of the file at *path*, whole or not at all; make the file if need be.

    What stands there stays byte for byte. The line ends as the last one does, in a line feed or as
    on Windows; a last line that was left without an end gets one first.

    Args:
        path: a file of text in UTF-8; its folder is there.
        line: without a line end in it.

    Raises:
        ValueError: *line* holds a line end.
        BusyError: another program has been writing there for a long time.
        OSError: the disk is full, or the file is not ours to write to; it is as it was.
    """
    if len(line.splitlines()) > 1 or line.endswith(("\n", "\r")):
        raise ValueError("a line may not hold a line end")
    with locked(path.parent):
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
        handle = os.open(path, flags, 0o666)
        try:
            _append(handle, line.encode())
        finally:
            os.close(handle)


def _append(handle: int, line: bytes) -> None:
    size = os.fstat(handle).st_size
    last = _last_bytes(handle, size)
    end = b"\r\n" if last == b"\r\n" else b"\n"
    begin = b"" if not last or last.endswith(b"\n") else end
    content = begin + line + end
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
