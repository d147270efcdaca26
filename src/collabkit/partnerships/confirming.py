"""What was understood of a text, said back in one line: "Noted: they promise: send dates by ..."."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from collabkit.notes import Note
from collabkit.partnerships.entries import LogEntry
from collabkit.partnerships.log_lines import as_typed
from collabkit.partnerships.sentences import Doubt


def noted(entries: Iterable[LogEntry], on: date) -> str:
    """Return what was understood as one sentence, its days in words, which shows a slip; empty if nothing was."""
    parts = [_said(entry, on) for entry in entries if entry.word]
    return f"Noted: {'; '.join(parts)}." if parts else ""


def _said(entry: LogEntry, on: date) -> str:
    who = f" ({entry.who})" if entry.who else ""
    head = f"{entry.word}{who}: {entry.text}".rstrip(" .")
    if entry.until is None:
        return head
    day = f"{entry.until:%A, %B} {entry.until.day}, {entry.until.year}"
    time = f" at {_clock(entry.time)}" if entry.time else ""
    return f"{head} {entry.lead} {day}{time} ({days_away((entry.until - on).days)})"


def _clock(time: str) -> str:
    """Return ``14:30`` as 2:30 pm."""
    hour, minute = int(time[:2]), time[3:]
    half = "pm" if hour >= _NOON else "am"
    return f"{hour % _NOON or _NOON}:{minute} {half}"


_NOON = 12


def doubt_notes(doubts: Sequence[Doubt]) -> Iterator[Note]:
    """Yield a note for each of *doubts*: what stays text, and how to write what it may mean."""
    for doubt in doubts:
        forms = " or ".join(f'"{as_typed(entry)}"' for entry in doubt.readings)
        yield Note(
            "not-understood",
            f'Kept as text, since it can be read in several ways: "{doubt.text}". Write {forms}.',
        )


def days_away(days: int) -> str:
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
