"""``collab due``: what was promised, what ends, and what goes cold."""

from typing import Annotated

import typer

from collabkit import output
from collabkit.cli import options
from collabkit.errors import DataError
from collabkit.output import Column
from collabkit.workspace import Workspace
from collabkit.workspace.names import Due


def _when(each: Due) -> str:
    match each.days:
        case None:
            return "no day"
        case 0:
            return f"today {each.time}" if each.time else "today"
        case days if days < 0:
            return (
                f"{-days} day{'s' if days != -1 else ''} late"
                if each.kind in {"promise", "follow up"}
                else f"{-days} days ago"
            )
        case days:
            return f"in {days} day{'s' if days != 1 else ''}"


def _what(each: Due) -> str:
    who = f" ({each.who})" if each.who else ""
    return f"{each.side}{who}: {each.what}" if each.side else each.what


COLUMNS = (
    Column[Due]("when", _when),
    Column[Due]("on", lambda each: each.on or "", only="file"),
    Column[Due]("time", lambda each: each.time or "", only="file"),
    Column[Due]("partner", lambda each: each.name, ratio=2),
    Column[Due]("what", _what, ratio=4),
    Column[Due]("kind", lambda each: each.kind, only="file"),
    Column[Due]("stage", lambda each: each.stage, only="file"),
    Column[Due]("id", lambda each: each.partnership, only="file"),
)


def command(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME", help="Only one partner: any part of its name.", show_default=False
        ),
    ] = None,
    within: Annotated[
        int, typer.Option("--within", min=0, metavar="DAYS", help="How far to look ahead.")
    ] = 30,
    all_: Annotated[
        bool, typer.Option("--all", "-a", help="Everything that is open, however far ahead.")
    ] = False,
    people: options.PeopleOption = False,
    day: options.DayOption = None,
    format_: options.FormatOption = None,
) -> None:
    """List what was promised, ends or goes cold, most urgent first.

    Example: collab due --within 14
    """
    partnerships = Workspace.open().partnerships
    found = partnerships.due(name, within=within, on=day.date() if day else None, people=people)
    shown = found if all_ else found.soon()
    output.write(shown, COLUMNS, format_, id_=lambda each: each.partnership)
    options.print_notes(shown.notes)
    if found.problems:
        raise DataError(found.problems)
