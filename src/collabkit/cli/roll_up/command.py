"""``collab roll-up``: the partnerships of many libraries, a row each, and their sum."""

import glob
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from collabkit import output
from collabkit.cli import options
from collabkit.cli.roll_up.columns import COLUMNS, DIFFERENCES
from collabkit.errors import ExitCode, UsageError, cut
from collabkit.files.reading import decode, read_file
from collabkit.workspace import roll_up
from collabkit.workspace.names import LibraryRow, differences, earlier

LARGEST = 64_000_000
"""Bytes of an earlier roll-up: some twenty thousand libraries."""


FoldersArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="DIR",
        help="Workspaces, or folders that hold them, at most three deep; - reads a list of them.",
    ),
]
SinceOption = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="FILE|YYYY-MM-DD",
        help="Say what differs from an earlier roll-up, kept as NDJSON, JSON or CSV, or from that day.",
        show_default=False,
    ),
]


def command(
    folders: FoldersArgument,
    since: SinceOption = None,
    day: options.DayOption = None,
    format_: options.FormatOption = None,
) -> None:
    """Add up the partnerships of many libraries, a row each.

    Stages, goals, promises, hours and counts, and their sum. A library that cannot be read is named,
    and the others are listed.

    Example: collab roll-up libraries/ -f csv > 2026.csv
    """
    named = list(_named(folders))
    then = _earlier(since) if since is not None else None
    found = roll_up(named, on=day.date() if day else None)
    rows = [*found.rows, *([found.total] if len(found.rows) > 1 else [])]
    if since is None:
        output.write(rows, COLUMNS, format_, id_=lambda row: row.id)
    else:
        before = _before(named, then)
        changed = differences(before, rows)
        output.write(changed, DIFFERENCES, format_, id_=lambda each: each.id)
        if not changed:
            output.note("Nothing differs.")
    options.print_notes(found.notes)
    if found.broken:
        raise typer.Exit(ExitCode.DATA)


def _named(folders: Iterable[str]) -> Iterator[Path]:
    """Yield the folders that were named; stars that no shell has read are read here."""
    for each in folders:
        if each == "-":
            yield from (Path(line.strip()) for line in options.lines("-") if line.strip())
        elif "*" in each and not Path(each).exists():
            yield from _globbed(each)
        else:
            yield Path(each)


def _globbed(pattern: str) -> Iterator[Path]:
    found = sorted(each for each in glob.glob(pattern) if Path(each).is_dir())  # noqa: PTH207 - from here or from /
    if not found:
        raise UsageError(f"no folder fits {pattern!r}", "Name folders of workspaces")
    yield from map(Path, found)


def _earlier(since: str) -> date | list[LibraryRow]:
    """Return the day that *since* is, or the roll-up in that file."""
    try:
        return date.fromisoformat(since)
    except ValueError:
        pass
    if since != "-" and not Path(since).is_file():
        raise UsageError(
            f"{cut(since)!r} is neither a day nor a file",
            "Such as 2026-01-01, or a roll-up that you kept: collab roll-up DIR -f ndjson > 2026.ndjson",
        )
    raw = sys.stdin.buffer.read(LARGEST) if since == "-" else read_file(Path(since), LARGEST)
    return earlier(decode(raw, since), since)


def _before(named: list[Path], then: date | list[LibraryRow] | None) -> list[LibraryRow]:
    if not isinstance(then, date):
        return then or []
    found = roll_up(named, on=then)
    return [*found.rows, *([found.total] if len(found.rows) > 1 else [])]
