"""What happened, into the log of a partnership. Imports little: it is to take no time at all."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from collabkit.errors import UsageError
from collabkit.partnerships.entries import Entry
from collabkit.partnerships.folders import folder_named
from collabkit.partnerships.logs import Log, append, read_log
from collabkit.partnerships.match_promise import FOLLOW_UPS, match_promise, suggested_form
from collabkit.partnerships.promises import Promise, promises
from collabkit.partnerships.sentences import parse_sentence
from collabkit.partnerships.stages import STAGES, stage_of
from collabkit.partnerships.state import went_of


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
    almost: tuple[str, ...] = ()
    """How text would have to be written that looks like words of the log and is free text."""


def log(
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
    said = [text for text in texts if text.strip()]
    found = [entry for text in said or [""] for entry in parse_sentence(text, today, day)]
    before = read_log(folder)
    made = tuple(_sound(entry, before, found[:at]) for at, entry in enumerate(found))
    file = append(folder, made)
    after = _in_order([*before.entries, *made])
    last = [entry.day for entry in before.entries if entry.touch and entry.day <= today]
    return Logged(
        folder.name,
        file,
        made,
        tuple(each for each in promises(after) if each.open),
        last[-1] if last else None,
        tuple(filter(None, (suggested_form(entry, promises(after)) for entry in made))),
    )


def _sound(entry: Entry, before: Log, newer: Iterable[Entry]) -> Entry:
    """Return *entry* as it is written; what it settles may stand in the same breath.

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
