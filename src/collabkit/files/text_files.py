"""Texts that somebody reads, changes elsewhere, and saves: never over what another one wrote meanwhile."""

from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from collabkit.errors import CollabkitError, StaleFileError, UsageError
from collabkit.files.locking import locked
from collabkit.files.reading import decode, read_file
from collabkit.files.writing import write_whole

MAX_TEXT = 1_000_000
"""Bytes: more than anybody writes into one paper or profile."""


class TextFile(NamedTuple):
    """A text as it was read, with what tells whether its file changed since."""

    path: Path
    text: str
    """With line ends of one character, whatever the file has."""
    digest: str
    """SHA-256 of the bytes of the file, in hexadecimal."""


def read_text(path: Path) -> TextFile:
    """Return what the file at *path* holds.

    Raises:
        UsageError: it cannot be read, or is no text.
    """
    try:
        raw = read_file(path, MAX_TEXT)
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from error
    return _text_file(path, raw)


def save_text(path: Path, text: str, digest: str) -> TextFile:
    """Write *text* to the file at *path*, whole, with the line ends and the mark that it has.

    Args:
        path: a file that is there.
        text: all that it is to hold.
        digest: of what was read before *text* was written.

    Raises:
        StaleFileError: somebody changed it since; it is as they left it.
        UsageError: *text* is too long, or no file can hold it.
        CollabkitError: it cannot be written; it is as it was.
    """
    with locked(path.parent):
        there = read_text(path)
        if there.digest != digest:
            raise StaleFileError(path)
        content = _encoded(path, text)
        if len(content) > MAX_TEXT:
            raise UsageError(f"the text is longer than {MAX_TEXT:,} bytes; nothing was written")
        try:
            write_whole(path, content)
        except OSError as error:
            raise CollabkitError(
                f"cannot write {path}: {error.strerror}; it is as it was"
            ) from error
    return _text_file(path, content)


def _text_file(path: Path, raw: bytes) -> TextFile:
    text = decode(raw, str(path)).replace("\r\n", "\n")
    return TextFile(path, text, sha256(raw).hexdigest())


def _encoded(path: Path, text: str) -> bytes:
    """Return *text* as the file at *path* would hold it: a browser sends other line ends than an editor."""
    raw = read_file(path, MAX_TEXT)
    end = "\r\n" if b"\r\n" in raw else "\n"
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    mark = _MARK if raw.startswith(_MARK) else b""
    try:
        return mark + lines.replace("\n", end).encode()
    except UnicodeEncodeError as error:
        raise UsageError("the text holds half a character; nothing was written") from error


_MARK = b"\xef\xbb\xbf"
"""By which some editors begin a file of UTF-8."""
