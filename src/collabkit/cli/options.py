"""Options that mean the same in every command, and the input that several of them read."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from collabkit import arguments, output
from collabkit.cli.complete import ids_of
from collabkit.errors import UsageError
from collabkit.files.reading import decoded_lines, read_file
from collabkit.notes import Note
from collabkit.output import Format

FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format",
        "-f",
        envvar="COLLAB_FORMAT",
        metavar="FORMAT",
        help="How to write it: table, ndjson, json, csv, tsv, markdown, ids, html, geojson. "
        "[default: a table on a terminal, NDJSON in a pipe]",
        show_default=False,
    ),
]
CatalogOption = Annotated[
    Path | None,
    typer.Option(
        "--catalog",
        envvar="COLLAB_CATALOG",
        metavar="DIR",
        help="Folder of your own catalogs, laid over the shipped ones. [default: catalog/ beside library.yaml]",
        show_default=False,
        rich_help_panel="Files",
    ),
]
LibraryOption = Annotated[
    Path | None,
    typer.Option(
        "--library",
        metavar="FILE",
        help="Profile of the library. [default: the nearest library.yaml, from here upward]",
        show_default=False,
        rich_help_panel="Files",
    ),
]
DirectoryOption = Annotated[
    Path | None,
    typer.Option(
        "--directory",
        envvar="COLLAB_DIRECTORY",
        metavar="DIR",
        help="Folder of the directory of organizations. [default: the user's data folder]",
        show_default=False,
        rich_help_panel="Files",
    ),
]
GoalOption = Annotated[
    list[str] | None,
    typer.Option(
        "--goal",
        "-g",
        metavar="ID|TEXT",
        help="What you want to achieve: a goal id, or your own words. Repeatable; several are one request.",
        autocompletion=ids_of("goals"),
        show_default=False,
    ),
]
ForceOption = Annotated[
    bool,
    typer.Option(
        "--force", help="Write over a file that exists.", rich_help_panel="Files to write"
    ),
]
PeopleOption = Annotated[
    bool,
    typer.Option(
        "--people", help="Name people too: they are private.", rich_help_panel="How it is shown"
    ),
]


def _meant(value: datetime | None) -> datetime | None:
    """Return the day that an option gives, if somebody can mean it."""
    if value is not None:
        arguments.day(value.date(), "the day")
    return value


DayOption = Annotated[
    datetime | None,
    typer.Option(
        "--on",
        callback=_meant,
        formats=["%Y-%m-%d"],
        metavar="YYYY-MM-DD",
        help="The day, if it is not today.",
        show_default=False,
    ),
]


def refuse_data(format_: Format | None) -> None:
    """Refuse a format for programs beside `--explain`, which prints text for a person.

    Raises:
        UsageError: such a format was asked for.
    """
    if format_ not in {None, Format.TABLE}:
        raise UsageError(
            f"--explain prints text, and {format_} was asked for",
            "Leave out --explain: the records hold score and reasons; or leave out the format",
        )


def print_notes(notes: Iterable[Note]) -> None:
    """Print what a person should know of an answer, as a command line says it."""
    for note in notes:
        output.note(note.for_command)


def lines(source: str) -> Iterator[str]:
    """Yield the lines of a file, or of stdin for ``-``, without their ends, as they come.

    Raises:
        UsageError: the file cannot be read, or a line is longer than anybody means.
    """
    if source == "-":  # in bytes, whatever the locale says
        yield from decoded_lines(sys.stdin.buffer, "stdin")
        return
    try:
        with Path(source).open("rb") as file:
            yield from decoded_lines(file, source)
    except OSError as error:
        raise UsageError(f"cannot read {source}: {error.strerror}") from error


def is_file(source: str) -> bool:
    """Tell whether *source*, or stdin for ``-``, is a file: it is there as a whole, as no pipe is."""
    try:
        status = os.fstat(sys.stdin.fileno()) if source == "-" else Path(source).stat()
    except (OSError, ValueError):  # a stdin that is no file at all is a ValueError
        return False
    return stat.S_ISREG(status.st_mode)


def content(source: str) -> tuple[bytes, str]:
    """Return what a file, or stdin for ``-``, holds, and what to call it.

    Raises:
        UsageError: the file cannot be read, or holds more than anybody means.
    """
    if source == "-":
        raw = sys.stdin.buffer.read(MAX_CONTENT + 1)
        if len(raw) > MAX_CONTENT:
            raise UsageError(f"stdin is larger than {MAX_CONTENT:,} bytes")
        return raw, "stdin"
    try:
        return read_file(Path(source), MAX_CONTENT), source
    except (OSError, ValueError) as error:  # a null byte in the name is a ValueError
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"cannot read {source}: {reason}") from error


MAX_CONTENT = 16_000_000
"""Bytes of a table that somebody hands over."""
