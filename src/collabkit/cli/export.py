"""``collab export``: partnerships for calendars, address books, spreadsheets, maps and directories."""

from pathlib import Path
from typing import Annotated

import typer

from collabkit import output
from collabkit.cli import options
from collabkit.cli.complete import among
from collabkit.errors import DataError, UnknownIdError, UsageError
from collabkit.files import saving
from collabkit.output import Column, Format
from collabkit.workspace import Workspace
from collabkit.workspace.names import EXPORTS, Files, PartnershipRow

TABLE = "table"
KINDS = (TABLE, *EXPORTS)
COLUMNS = tuple(
    Column[PartnershipRow](name.replace("_", " "), lambda row, name=name: getattr(row, name))  # type: ignore[misc]
    for name in PartnershipRow._fields
)


KindArgument = Annotated[
    str,
    typer.Argument(
        metavar="KIND",
        help="table: a row for each partnership. "
        + " ".join(f"{name}: {each.what}." for name, each in EXPORTS.items()),
        autocompletion=among(KINDS),
    ),
]
OutOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE|FOLDER",
        help="Where to write; a folder where there are several files.",
        show_default=False,
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How to write the table.")]


def command(
    kind: KindArgument,
    people: options.PeopleOption = False,
    out: OutOption = None,
    force: options.ForceOption = False,
    day: options.DayOption = None,
    format_: FormatOption = Format.CSV,
) -> None:
    """Write partnerships for other programs and for spreadsheets.

    A table, a calendar, cards, a map of ties, a workbook, a feed of organizations.

    Example: collab export kumu -o kumu.json
    """
    if kind not in KINDS:
        raise UnknownIdError("export", kind, KINDS)
    workspace = Workspace.open()
    partnerships = workspace.partnerships
    on = day.date() if day else None
    if kind == TABLE:
        if out is not None:
            raise UsageError("a table goes to stdout", f"collab export table > {out}")
        output.write(partnerships.rows(on=on), COLUMNS, format_, id_=lambda each: each.id)
    else:
        _refuse_screen(kind, out)
        _write(workspace.export(kind, on=on, people=people), out, force=force)
    broken = partnerships.problems()
    if broken:
        raise DataError(broken)


def _refuse_screen(kind: str, out: Path | None) -> None:
    """Refuse what is no text for a screen before anybody waits for it."""
    if out is None and EXPORTS[kind].several:
        raise UsageError(f"{kind} is several files", f"Give it a folder: -o {kind}")
    if out is None and EXPORTS[kind].binary:
        raise UsageError(
            f"{kind} cannot go to the screen", f"Give it a name: -o partnerships.{kind}"
        )
    if out is not None and not EXPORTS[kind].several and out.is_dir():
        raise UsageError(f"{out} is a folder, and {kind} is one file", "Give it a name in there")


def _write(files: Files, out: Path | None, *, force: bool) -> None:
    if out is None:
        output.say("".join(content.decode() for content in files.values()))
        output.flush()
        return
    places = [(out / name if len(files) > 1 else out, content) for name, content in files.items()]
    for place, _ in places:
        saving.refuse_taken(place, force=force)
    for place, content in places:
        saving.put(place, content, force=force, make_folder=len(files) > 1)
        output.note(f"Wrote {place}")
