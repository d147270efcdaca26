"""``collab log``: what happened with a partner, in one line."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import typer

from collabkit import clock, output
from collabkit.api.log import Logged
from collabkit.cli import options
from collabkit.partnerships.entries import Entry, written
from collabkit.workspace import Workspace

MOST_OPEN = 5
"""Promises that are shown back; `collab due NAME` shows all."""


def command(
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="Any part of the partner's name that is clear."),
    ],
    text: Annotated[
        list[str],
        typer.Argument(
            metavar="TEXT",
            help="What happened, in your words; - reads one entry a line from stdin.",
        ),
    ],
    day: options.DayOption = None,
) -> None:
    """Write down what happened; days and promises in it are heard.

    They are shown back as they were heard.
    A line may begin with a word of the log: we promise, they promise, kept, moved, dropped, agreed,
    agreement, stage, went, mind, note.

    Example: collab log prairie "met the coordinator, they send dates by Dec 3"
    """
    typed = options.lines("-") if text == ["-"] else [" ".join(text)]
    on = day.date() if day else None
    now = on or clock.today()
    made = Workspace.open().partnerships.log(name, list(typed), on=on)
    for entry in made.entries:
        output.note(_shown(entry, now))
    output.note(f"in {made.file}")
    for line in _back(made, now):
        output.note(line)


def _shown(entry: Entry, now: date) -> str:
    """Return the line as it was written, with the weekday of its last day, which tells a slip."""
    if entry.until is None:
        return written(entry)
    return f"{written(entry)} ({entry.until:%A}, {_away((entry.until - now).days)})"


def _back(made: Logged, now: date) -> Iterator[str]:
    """Yield what a log gives back: how long it was quiet, and what is open now."""
    for meant in made.almost:
        yield f'That is free text. To mean it, write it with a colon: "{meant}"'
    touch = any(entry.touch for entry in made.entries)
    if touch and made.before and (now - made.before).days > _QUIET:
        yield f"The last word before was {_away((made.before - now).days)}."
    waiting = sorted(made.open, key=lambda promise: promise.due or date.max)
    for promise in waiting[:MOST_OPEN]:
        when = f", {_left((promise.due - now).days)}" if promise.due else ""
        yield f"open: {promise.side} promised: {promise.what}{when}"
    if len(waiting) > MOST_OPEN:
        yield f"open: {len(waiting) - MOST_OPEN} more; `collab due {made.partnership}` lists them"


_QUIET = 14


def _left(days: int) -> str:
    return _away(days) if days >= 0 else f"{-days} day{'s' if days < -1 else ''} late"


def _away(days: int) -> str:
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
