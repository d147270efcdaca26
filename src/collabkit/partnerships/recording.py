"""What happened, written into the log of a partnership. Imports little: it is to take no time at all."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from collabkit.errors import UsageError
from collabkit.notes import Note
from collabkit.partnerships.entries import Entry, written
from collabkit.partnerships.folders import folder_named
from collabkit.partnerships.logs import Log, append, read_log
from collabkit.partnerships.match_promise import FOLLOW_UPS, match_promise, suggested_form
from collabkit.partnerships.promises import Promise, promises
from collabkit.partnerships.sentences import parse_sentence
from collabkit.partnerships.stages import STAGES, stage_of
from collabkit.partnerships.state import went_of

MOST_OPEN = 5
"""Promises that a note names one by one."""
QUIET = 14
"""Days without a word after which a note says how long it was."""


class Logged(NamedTuple):
    """What was written, and how things stand with them now."""

    partnership: str
    """The folder of the partnership."""
    file: Path
    entries: tuple[Entry, ...]
    open: tuple[Promise, ...]
    """What somebody waits for now."""
    before: date | None
    """When the two were in touch before."""
    suggestions: tuple[str, ...]
    """How text would have to be written that looks like words of the log and is free text."""
    on: date
    """The day from which the notes count days."""

    @property
    def lines(self) -> tuple[str, ...]:
        """Each entry as it was written, with the weekday of its last day, which shows a slip."""
        return tuple(_line(entry, self.on) for entry in self.entries)

    @property
    def notes(self) -> tuple[Note, ...]:
        """What the record gives back: how long it was quiet, and what is open now."""
        return tuple(_notes(self))


def record_events(
    home: Path, name: str, texts: Iterable[str], *, today: date, day: date | None = None
) -> Logged:
    """Write *texts* into the log of the partnership that *name* is a clear part of.

    Args:
        home: the folder of all partnerships.
        name: any part of the partnership's name that is clear.
        texts: what happened, each as a person types it.
        today: the day on which it is typed.
        day: the day on which it happened, where no text says it.

    Raises:
        UsageError: there is no such partnership, or a text says nothing that can be written.
        CollabkitError: the log cannot be written; it is as it was.
    """
    folder = folder_named(home, name)
    typed = [text for text in texts if text.strip()]
    found = [entry for text in typed or [""] for entry in parse_sentence(text, today, day)]
    before = read_log(folder)
    entries = tuple(_checked(entry, before, found[:at]) for at, entry in enumerate(found))
    file = append(folder, entries)
    after = promises(_in_order([*before.entries, *entries]))
    touches = [entry.day for entry in before.entries if entry.touch and entry.day <= today]
    return Logged(
        folder.name,
        file,
        entries,
        tuple(each for each in after if each.open),
        touches[-1] if touches else None,
        tuple(filter(None, (suggested_form(entry, after) for entry in entries))),
        day or today,
    )


def _checked(entry: Entry, before: Log, newer: Iterable[Entry]) -> Entry:
    """Return *entry* as it is written; the promise that it is about may stand in the same text.

    Raises:
        UsageError: its word of the log is not followed by what it means.
    """
    if entry.word in FOLLOW_UPS:
        entry = match_promise(entry, promises(_in_order([*before.entries, *newer])))
    if entry.word == "stage" and stage_of(entry.text) is None:
        raise UsageError(f"no stage called {entry.text!r}", f"One of: {', '.join(STAGES)}")
    if entry.word == "went" and went_of(entry.text) is None:
        raise UsageError("it is not said how it went", "Write `went: well`, mixed or badly.")
    if entry.word == "moved" and entry.until is None:
        raise UsageError("the new day is missing", "Write `moved: the promise to Dec 10`.")
    if entry.word == "agreement" and entry.until is None:
        raise UsageError("its last day is missing", "Write `agreement: signed until 2027-03-31`.")
    if entry.word and not entry.text and entry.word != "agreement":
        raise UsageError(f"nothing follows {entry.word!r}", f"Write `{entry.word}: what`.")
    return entry


def _in_order(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: entry.day)


def _line(entry: Entry, on: date) -> str:
    if entry.until is None:
        return written(entry)
    return f"{written(entry)} ({entry.until:%A}, {_days_away((entry.until - on).days)})"


def _notes(logged: Logged) -> Iterator[Note]:
    for form in logged.suggestions:
        yield Note("free-text", f'That is free text. To mean it, write it with a colon: "{form}"')
    touch = any(entry.touch for entry in logged.entries)
    if touch and logged.before and (logged.on - logged.before).days > QUIET:
        ago = _days_away((logged.before - logged.on).days)
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
    return _days_away(days) if days >= 0 else f"{-days} day{'s' if days < -1 else ''} late"


def _days_away(days: int) -> str:
    """Return how far a day is from another in words; below 0 it is past."""
    match days:
        case 0:
            return "today"
        case 1:
            return "tomorrow"
        case -1:
            return "yesterday"
        case _ if days < 0:
            return f"{-days} days ago"
        case _:
            return f"in {days} days"
