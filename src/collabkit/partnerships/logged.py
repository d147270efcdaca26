"""What was written into a log, said back: what was understood, what was not, and what is open now."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from collabkit.notes import Note
from collabkit.partnerships.confirming import days_away, doubt_notes, noted
from collabkit.partnerships.entries import LogEntry, written
from collabkit.partnerships.log_lines import LogLine, line_record
from collabkit.partnerships.promises import Promise
from collabkit.partnerships.sentences import Doubt

MOST_OPEN = 5
"""Promises that a note names one by one."""
QUIET = 14
"""Days without a word after which a note says how long it was."""


class Logged(NamedTuple):
    """What was written, and how things stand with them now."""

    partnership: str
    """The folder of the partnership."""
    file: Path
    entries: tuple[LogEntry, ...]
    explicit: tuple[bool, ...]
    """Of each entry, whether it was typed with its word of the log, and not read out of a sentence."""
    open: tuple[Promise, ...]
    """What somebody waits for now."""
    before: date | None
    """When the two were in touch before."""
    suggestions: tuple[str, ...]
    """How text would have to be written that looks like words of the log and is free text."""
    doubts: tuple[Doubt, ...]
    """What can be read in several ways, and was kept as text."""
    on: date
    """The day from which the notes count days."""

    @property
    def lines(self) -> tuple[str, ...]:
        """Text and words of the log as they stand there, then in one line what was understood."""
        understood = [
            entry
            for entry, explicit in zip(self.entries, self.explicit, strict=True)
            if entry.word and not explicit
        ]
        plain = [entry for entry in self.entries if entry not in understood]
        said = noted(understood, self.on)
        return (*(_line(entry, self.on) for entry in plain), *([said] if said else []))

    @property
    def as_written(self) -> tuple[str, ...]:
        """Each line as the file has it."""
        return tuple(map(written, self.entries))

    @property
    def notes(self) -> tuple[Note, ...]:
        """What was not understood, how long it was quiet, and what is open now."""
        return tuple(_notes(self))

    def records(self, *, people: bool = False) -> list[LogLine]:
        """Return each line as a record, the one of the text with what was unclear in it.

        Args:
            people: whether the names of who promised are told.
        """
        holds = [at for at, entry in enumerate(self.entries) if not entry.word][-1:]
        return [
            line_record(
                self.partnership,
                entry,
                people=people,
                doubts=self.doubts if at in holds else (),
            )
            for at, entry in enumerate(self.entries)
        ]


def _line(entry: LogEntry, on: date) -> str:
    """Return *entry* as it was written, with the weekday of its last day, which shows a slip."""
    if entry.until is None:
        return written(entry)
    return f"{written(entry)} ({entry.until:%A}, {days_away((entry.until - on).days)})"


def _notes(logged: Logged) -> Iterator[Note]:
    yield from doubt_notes(logged.doubts)
    for form in logged.suggestions:
        yield Note("free-text", f'That is free text. To mean it, write it with a colon: "{form}"')
    touch = any(entry.touch for entry in logged.entries)
    if touch and logged.before and (logged.on - logged.before).days > QUIET:
        ago = days_away((logged.before - logged.on).days)
        yield Note("quiet", f"The last word before was {ago}.")
    waiting = sorted(logged.open, key=lambda promise: promise.due or date.max)
    for promise in waiting[:MOST_OPEN]:
        when = f", {_days_left((promise.due - logged.on).days)}" if promise.due else ""
        yield Note("open-promise", f"open: {promise.side} promised: {promise.what}{when}")
    more = len(waiting) - MOST_OPEN
    if more > 0:
        command = f"open: {more} more; `collab due {logged.partnership}` lists them"
        yield Note("open-promises-left-out", f"open: {more} more", command)


def _days_left(days: int) -> str:
    return days_away(days) if days >= 0 else f"{-days} day{'s' if days < -1 else ''} late"
