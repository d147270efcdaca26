"""The lines of a log as records: those that were written, those that stand there, and those that were struck."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from collabkit.partnerships.corrections import LOG, struck_positions
from collabkit.partnerships.entries import LogEntry, written
from collabkit.partnerships.logs import Log
from collabkit.partnerships.sentences import Doubt


class LogLine(NamedTuple):
    """One line of a log."""

    partnership: str
    """The folder of the partnership."""
    line: int | None
    """Where it stands in log.txt, from 1; null for one that was written just now, or stands in a copy."""
    day: str
    """The day of what happened, as in 2026-03-09."""
    word: str
    """The word of the log that it begins with, such as `they promise`; empty for free text."""
    what: str
    """What it says, without word and day."""
    until: str | None
    """The day at its end: by when, on which day, or until when."""
    time: str | None
    """The time of that day, as in 14:30."""
    who: str | None
    """Who promised it, by name: private, and null unless people are asked for."""
    struck: bool
    """Whether a later line took it back."""
    unclear: tuple[str, ...]
    """Words of it that hold a promise, a day or a sum, and were kept as text since they were not understood."""
    readings: tuple[str, ...]
    """What those words may mean, each as a line to log."""


def log_lines(partnership: str, log: Log, *, people: bool = False) -> list[LogLine]:
    """Return every line of *log* that has a day, as its files stand."""
    lines = [line for line in log.lines if line.entry]
    entries = [line.entry for line in lines if line.entry]
    struck = struck_positions(entries)
    return [
        line_record(partnership, entry, at in struck, line=_number(entry), people=people)
        for at, entry in enumerate(entries)
    ]


def line_record(
    partnership: str,
    entry: LogEntry,
    struck: bool = False,  # noqa: FBT001, FBT002 - what a line is, and no switch
    *,
    line: int | None = None,
    people: bool = False,
    doubts: Sequence[Doubt] = (),
) -> LogLine:
    """Return *entry* as a record."""
    return LogLine(
        partnership,
        line,
        entry.day.isoformat(),
        entry.word,
        entry.text,
        entry.until.isoformat() if entry.until else None,
        entry.time or None,
        (entry.who or None) if people else None,
        struck,
        tuple(doubt.text for doubt in doubts),
        tuple(readings_of(doubts)),
    )


def readings_of(doubts: Sequence[Doubt]) -> Iterator[str]:
    """Yield each reading of *doubts* as a line to log, without its day."""
    for doubt in doubts:
        yield from (as_typed(entry) for entry in doubt.readings)


def as_typed(entry: LogEntry) -> str:
    """Return *entry* as somebody types it today: without the day at its start."""
    return written(entry).split(" ", 1)[1]


def _number(entry: LogEntry) -> int | None:
    return entry.line if PurePath(entry.file).name == LOG else None
