"""``collab check``: every problem in a library's own files."""

from pathlib import Path
from typing import Annotated

import typer

from collabkit import output
from collabkit.errors import DataError, Problem
from collabkit.output import Column, Format
from collabkit.text.characters import escape_terminal
from collabkit.workspace import Workspace

COLUMNS = (
    Column[Problem]("place", lambda problem: str(problem.place), ratio=2),
    Column[Problem]("field", lambda problem: problem.field, ratio=2),
    Column[Problem]("problem", lambda problem: problem.message, ratio=3),
)


def command(
    path: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="library.yaml files and folders of catalogs. [default: those of this workspace, and the shipped ones]",
            show_default=False,
        ),
    ] = None,
    format_: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            help="Write the problems as records. [default: one line each, path:line:column: field: what]",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Check catalogs and profiles; say every problem with its place, and exit 3 if there is one.

    Example: collab check library.yaml catalog/
    """
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
