"""Lines of a log that were taken back: a later line names them, and nothing is ever deleted."""

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

from collabkit.errors import UsageError
from collabkit.partnerships.entries import LogEntry, comparable, written

LOG = "log.txt"
"""The file of a log itself; others are copies that a sync service left."""


def struck_by(entry: LogEntry) -> LogEntry:
    """Return the entry that takes *entry* back, on the same day, so that it stands beside it."""
    return LogEntry(entry.day, "struck", written(entry))


def valid_entries(entries: Sequence[LogEntry]) -> list[LogEntry]:
    """Return those of *entries* that count: none that was struck, and none that strikes another."""
    if not any(entry.word == "struck" for entry in entries):
        return list(entries)
    struck = struck_positions(entries)
    return [
        entry for at, entry in enumerate(entries) if entry.word != "struck" and at not in struck
    ]


def struck_positions(entries: Sequence[LogEntry]) -> set[int]:
    """Return which of *entries*, from 0, were taken back.

    A line is named by its own words, so that two copies of a log that were merged mean the same.
    Of equal lines each one that strikes takes back one, the first of them.
    """
    left = Counter(comparable(entry.text) for entry in entries if entry.word == "struck")
    found = set()
    for at, entry in enumerate(entries):
        key = comparable(written(entry)) if left and entry.word != "struck" else ""
        if key and left[key] > 0:
            left[key] -= 1
            found.add(at)
    return found


def line_to_strike(entries: Sequence[LogEntry], number: int | None) -> LogEntry:
    """Return the entry in line *number* of the log itself, or the last one there.

    Args:
        entries: those that count.
        number: the line in the file, from 1.

    Raises:
        UsageError: there is none.
    """
    lines = {entry.line: entry for entry in entries if PurePath(entry.file).name == LOG}
    found = lines.get(max(lines, default=0) if number is None else number)
    if found is None:
        which = "no line that counts" if number is None else f"no line {number} that counts"
        raise UsageError(
            f"there is {which} in that log",
            "Workspace.open().partnerships.lines(NAME) numbers them",
            command="`collab log NAME` numbers them",
        )
    return found
