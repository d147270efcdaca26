"""``collab check``: every problem in a library's own files."""

from pathlib import Path
from typing import Annotated

import typer

from collabkit import output
from collabkit.cli import options
from collabkit.errors import DataError, Problem
from collabkit.output import Column, Format
from collabkit.text.characters import escape_terminal
from collabkit.workspace import Workspace
from collabkit.workspace.names import Stale

COLUMNS = (
    Column[Problem]("place", lambda problem: str(problem.place), ratio=2),
    Column[Problem]("field", lambda problem: problem.field, ratio=2),
    Column[Problem]("problem", lambda problem: problem.message, ratio=3),
)


PathArgument = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH",
        help="library.yaml files and folders of catalogs. [default: those of this workspace, and the shipped ones]",
        show_default=False,
    ),
]
FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format",
        "-f",
        help="Write the problems as records. [default: one line each, path:line:column: field: what]",
        show_default=False,
    ),
]
StaleOption = Annotated[
    bool,
    typer.Option(
        "--stale",
        help="List what ended, ends within 90 days, was not looked up for a year, or has an old page.",
    ),
]


def command(
    path: PathArgument = None,
    format_: FormatOption = None,
    stale: StaleOption = False,
    catalog: options.CatalogOption = None,
) -> None:
    """Check your own files, and say every problem with its place.

    The exit code is 3 if there is one.

    Example: collab check library.yaml catalog/
    """
    if stale:
        _say_stale(Workspace.open(catalog=catalog), format_)
        return
    workspace = Workspace.open()
    files = path or workspace.files()
    problems = workspace.check(*files)
    if format_ is not None:
        output.write(problems, COLUMNS, format_, id_=lambda problem: str(problem.place))
    else:
        for problem in problems:
            output.say(escape_terminal(str(problem)) + "\n")
        output.flush()
    checked = ", ".join(str(each) for each in files)
    if problems:
        output.note(f"{len(problems)} problem{'s' if len(problems) != 1 else ''} in {checked}")
        raise typer.Exit(DataError.exit_code)
    output.note(f"No problem in {checked}")


STALE_COLUMNS = (
    Column[Stale]("catalog", lambda found: found.kind),
    Column[Stale]("entry", lambda found: found.id, ratio=2),
    Column[Stale]("field", lambda found: found.field),
    Column[Stale]("date", lambda found: found.date),
    Column[Stale]("why", lambda found: found.why, ratio=2),
)


def _say_stale(workspace: Workspace, format_: Format | None) -> None:
    """List the entries that want to be looked up again. Not an error: time passes."""
    found = workspace.stale()
    output.write(found, STALE_COLUMNS, format_, id_=lambda each: each.id)
    output.note(f"{len(found)} to look up again." if found else "Nothing is past its date.")
