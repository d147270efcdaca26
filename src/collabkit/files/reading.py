"""The one way in from a file: only so much as anyone may want to read, and only as UTF-8."""

import errno
import os
import stat
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from collabkit.errors import UsageError

MAX_LINE = 20_000
"""Bytes: more than anybody asks for in one line."""


class NotTextError(UsageError):
    """Bytes that are no UTF-8, with their place."""

    def __init__(self, name: str, line: int, column: int, byte: int) -> None:
        super().__init__(
            f"{name}:{line}:{column}: byte 0x{byte:02X} is not UTF-8", "Save it as UTF-8."
        )
        self.line, self.column, self.byte = line, column, byte


class LongLineError(UsageError):
    """A line of which nobody can mean every word."""

    def __init__(self, name: str, line: int) -> None:
        super().__init__(f"line {line} of {name} is longer than {MAX_LINE:,} bytes")


def read_file(path: Path, most: int) -> bytes:
    """Return what the file at *path* holds.

    Args:
        path: a regular file, or a link to one.
        most: bytes; never more than one beyond that is read.

    Raises:
        OSError: it is none, larger, missing or not ours to read; ``strerror`` says which.
    """
    # A pipe that nobody writes to would be waited for without end.
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        handle = os.open(path, flags)
    except ValueError as error:  # in letters that no name of a file has on this system
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path)) from error
    try:
        status = os.fstat(handle)
        if stat.S_ISDIR(status.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "not a regular file", str(path))
        with os.fdopen(handle, "rb", closefd=False) as file:
            content = file.read(most + 1) if status.st_size <= most else b""
    finally:
        os.close(handle)
    if status.st_size > most or len(content) > most:
        raise OSError(errno.EFBIG, f"larger than {most:,} bytes", str(path))
    return content


def decode(raw: bytes, name: str) -> str:
    """Return *raw* as text, without the mark that some editors put in front.

    Raises:
        NotTextError: it is not UTF-8; *name* says whose bytes they are.
    """
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        raise NotTextError(name, line, column, raw[error.start]) from error


def decoded_lines(stream: BinaryIO, name: str) -> Iterator[str]:
    """Yield the lines of *stream* without their ends, as they come.

    Bytes that are no UTF-8 come as U+FFFD, which whoever reads the answers will see: a stream of
    thousands does not end with the first line from an old program.

    Args:
        stream: a file or a pipe; of a line that has no end only `MAX_LINE` bytes are read.
        name: what the stream is called in errors.

    Raises:
        LongLineError: a line is longer than `MAX_LINE`.
    """
    raws = iter(partial(stream.readline, MAX_LINE + 1), b"")
    for number, raw in enumerate(raws, start=1):
        if len(raw) > MAX_LINE:
            raise LongLineError(name, number)
        encoding = "utf-8-sig" if number == 1 else "utf-8"
        yield raw.decode(encoding, errors="replace").rstrip("\r\n")
