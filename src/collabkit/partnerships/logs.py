"""The log of a partnership: every file of it read as one, and lines put at the end of the first."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from os import listdir
from pathlib import Path
from typing import NamedTuple

from collabkit.errors import CollabkitError, UsageError
from collabkit.files.appending import append_lines
from collabkit.files.reading import read_file
from collabkit.partnerships.corrections import LOG as LOG  # noqa: PLC0414 - also asked for here
from collabkit.partnerships.corrections import valid_entries
from collabkit.partnerships.entries import LogEntry, parsed, written

MAX_BYTES = 16_000_000
"""A hundred years of a line an hour."""
# What sync services leave beside it: `log (1).txt`, `log-PC7.txt`, `log.sync-conflict-20260301.txt`.
_COPY = re.compile(r"(copy of )?log([\W_].*)?\.txt", re.IGNORECASE)
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_MARK = b"\xef\xbb\xbf"


class Line(NamedTuple):
    """One line of a log as it stands there, without its end."""

    file: str
    number: int
    text: str
    entry: LogEntry | None
    """Nothing for a line without a day: it belongs to the one above it."""


class Log(NamedTuple):
    """What the files of one log say together."""

    lines: tuple[Line, ...]
    """Each once, in the order of the files."""
    files: tuple[str, ...]
    unreadable: tuple[tuple[str, str], ...] = ()
    """Files that could not be read, each with the reason."""
    doubtful: tuple[str, ...] = ()
    """Files that are not UTF-8."""

    @property
    def entries(self) -> list[LogEntry]:
        """The entries that count, in order of their days; those of one day as they stand."""
        return sorted(
            valid_entries([line.entry for line in self.lines if line.entry]),
            key=lambda entry: entry.day,
        )


def log_files(folder: Path) -> list[Path]:
    """Return the files of the log in *folder*, the log itself first."""
    found = listdir(folder)  # noqa: PTH208 - a third of the time of iterdir, two hundred times
    names = [name for name in found if _COPY.fullmatch(name)]
    return [folder / name for name in sorted(names, key=lambda name: (name != LOG, name))]


def read_log(folder: Path) -> Log:
    """Return the log of the partnership in *folder*; copies of it are read too, and equal lines once."""
    files = log_files(folder)
    lines: list[Line] = []
    first_in: dict[str, str] = {}
    unreadable, doubtful = [], []
    for file in files:
        try:
            raw = read_file(file, MAX_BYTES)
        except OSError as error:
            unreadable.append((str(file), error.strerror or str(error)))
            continue
        text, sure = _decoded(raw)
        if not sure:
            doubtful.append(str(file))
        # Twice in one file is what somebody wrote; in two files it is one line and its copy.
        lines += [
            line
            for line in _lines(text, str(file))
            if first_in.setdefault(line.text, line.file) == line.file
        ]
    return Log(tuple(lines), tuple(map(str, files)), tuple(unreadable), tuple(doubtful))


GIT = ".gitattributes"
UNION = tuple(
    f"partnerships/*/{name} merge=union" for name in ("log*.txt", "counts*.csv", "health*.csv")
)
"""Tells Git to keep both sides of a file of lines where two people wrote at once."""


def merge_by_union(home: Path) -> bool:
    """Let Git merge logs, counts and answers of the workspace *home* line by line; return whether that was new."""
    file = home / GIT
    stated: list[str] = []
    try:
        stated = file.read_text("utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        pass
    except OSError:
        return False  # a folder, or not ours to read: Git will not read it either
    new = [line for line in UNION if line not in stated]
    if new:
        append_lines(file, new)
    return bool(new)


def append(folder: Path, entries: Sequence[LogEntry]) -> Path:
    """Put *entries* at the end of the log in *folder*, all or none; return its file.

    Raises:
        UsageError: one of them is no text that a file can hold.
        CollabkitError: the log cannot be written; it is as it was.
    """
    file = folder / LOG
    _refuse_wide(file)
    lines = [_clean(written(entry)) for entry in entries]
    try:
        append_lines(file, lines)
    except UnicodeEncodeError as error:
        raise UsageError("the text is not UTF-8", "Set the terminal to UTF-8.") from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise CollabkitError(f"cannot write {file}: {reason}; nothing was lost") from error
    return file


def _lines(text: str, file: str) -> Iterator[Line]:
    for number, raw in enumerate(text.split("\n"), start=1):
        line = raw.rstrip("\r\t ")
        if line and not is_marker(line):
            yield Line(file, number, line, parsed(line, file, number))


def is_marker(line: str) -> bool:
    """Return whether *line* is one that Git leaves where two versions met."""
    return line == "=======" or line.startswith(("<<<<<<< ", ">>>>>>> ", "||||||| "))


def _decoded(raw: bytes) -> tuple[str, bool]:
    """Return *raw* as text, and whether it is UTF-8 throughout."""
    if raw.startswith(_WIDE):
        return raw.decode("utf-16", errors="replace"), False
    try:
        return raw.decode("utf-8-sig"), True
    except UnicodeDecodeError:
        # Notepad of old wrote so; a name is read with an odd letter rather than not at all.
        return raw.removeprefix(_MARK).decode("cp1252", errors="replace"), False


def _refuse_wide(file: Path) -> None:
    try:
        with file.open("rb") as stream:
            wide = stream.read(2) in _WIDE
    except OSError:
        return  # appending will say what is wrong
    if wide:
        raise CollabkitError(
            f"{file} is UTF-16, and a line of UTF-8 would spoil it; nothing was written",
            "Save it as UTF-8 in a text editor, then do it again.",
        )


def _clean(text: str) -> str:
    """Return *text* on one line, without characters that only machines obey."""
    whole = " ".join(text.split())
    if whole.isprintable():
        return whole
    return "".join(sign for sign in whole if unicodedata.category(sign) != "Cc")
