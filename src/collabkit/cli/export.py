"""``collab export``: partnerships for calendars, address books and spreadsheets."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from collabkit import output
from collabkit.api import writing
from collabkit.cli import options
from collabkit.errors import DataError, UsageError
from collabkit.output import Column, Format
from collabkit.partnerships.exports.rows import Kept
from collabkit.workspace import Workspace


class Kind(StrEnum):
    """What is exported."""

    CALENDAR = "calendar"
    CARDS = "cards"
    TABLE = "table"


COLUMNS = tuple(
    Column[Kept](name.replace("_", " "), lambda kept, name=name: getattr(kept, name))  # type: ignore[misc]
    for name in Kept._fields
)


def command(
    kind: Annotated[
        Kind,
        typer.Argument(
            metavar="calendar|cards|table",
            help="Dates as iCalendar, organizations as vCard, or a row for each partnership as CSV.",
        ),
    ],
    people: options.PeopleOption = False,
    out: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where to write.", show_default=False),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that exists.")] = False,
    day: options.DayOption = None,
    format_: Annotated[
        Format, typer.Option("--format", "-f", help="How to write the table.")
    ] = Format.CSV,
) -> None:
    """Write partnerships for other programs: dates to subscribe to, cards, or a table.

    Example: collab export table
    """
    kept = Workspace.open().partnerships
    on = day.date() if day else None
    if kind is Kind.TABLE:
        if out is not None:
            raise UsageError("a table goes to stdout", f"collab export table > {out}")
        output.write(kept.rows(on=on), COLUMNS, format_, id_=lambda each: each.id)
    else:
        content = (
            kept.calendar(on=on, people=people)
            if kind is Kind.CALENDAR
            else kept.cards(people=people)
        )
        if out is None:
            output.say(content.decode())
            output.flush()
        else:
            writing.put(out, content, force=force)
            output.note(f"Wrote {out}")
    broken = kept.problems()
    if broken:
        raise DataError(broken)
