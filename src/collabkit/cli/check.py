"""``collab check``: every problem in a library's own files."""

import os
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from collabkit import output, paths
from collabkit.catalog import Catalog, freshness, load
from collabkit.catalog.folders import folder_of
from collabkit.catalog.freshness import Stale
from collabkit.catalog.layers import read_layers
from collabkit.cli import options
from collabkit.errors import DataError, Problem, UsageError
from collabkit.output import Column, Format
from collabkit.profiles import read_library
from collabkit.text.characters import escape_terminal

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
    stale: Annotated[
        bool,
        typer.Option(
            "--stale", help="List what is past its date, or was looked up over a year ago."
        ),
    ] = False,
    catalog: options.CatalogOption = None,
) -> None:
    """Check catalogs and profiles; say every problem with its place, and exit 3 if there is one.

    Example: collab check library.yaml catalog/
    """
    if stale:
        _say_stale(options.open_catalog(catalog), format_)
        return
    paths_ = path or _here()
    problems: list[Problem] = []
    for each in paths_:
        problems += _check(each)
    if format_ is not None:
        output.write(problems, COLUMNS, format_, id_=lambda problem: str(problem.place))
    else:
        for problem in problems:
            output.say(escape_terminal(str(problem)) + "\n")
        output.flush()
    checked = ", ".join(str(each) for each in paths_)
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


def _say_stale(catalog: Catalog, format_: Format | None) -> None:
    """List the entries that want to be looked up again. Not an error: time passes."""
    found = freshness.stale(catalog, date.today())  # noqa: DTZ011 - the day on the wall
    output.write(found, STALE_COLUMNS, format_, id_=lambda each: each.id)
    output.note(f"{len(found)} to look up again." if found else "Nothing is past its date.")


def _here() -> list[Path]:
    home = paths.workspace()
    own = paths.own_catalog()
    return [
        *([own] if own else [paths.data_dir()]),
        *([home / paths.PROFILE] if home else []),
    ]


def _check(path: Path) -> list[Problem]:
    if not path.exists():
        raise UsageError(f"no file or folder called {str(path)!r}")
    whole = folder_of(path)
    if whole is not None:
        return _part_of(whole, path)
    if path.is_dir():
        return _folder(path)
    return read_library(path, _catalog(path))[1]


def _folder(path: Path) -> list[Problem]:
    """Return the problems of a folder of catalogs, laid over the shipped ones."""
    shipped = paths.data_dir()
    own = [] if path.resolve() == shipped.resolve() else [path]
    return read_layers([shipped, *own]).problems


def _part_of(whole: Path, path: Path) -> list[Problem]:
    """Return the problems of one catalog's file or folder, read with all others of *whole*."""
    part = os.path.normpath(path.absolute())

    def within(problem: Problem) -> bool:
        file = Path(os.path.normpath(Path(problem.place.path).absolute()))
        return file.is_relative_to(part)

    return [problem for problem in _folder(whole) if within(problem)]


def _catalog(profile: Path) -> Catalog:
    """Return the catalogs that a profile may name entries of; its own, if they are right."""
    beside = profile.parent / "catalog"
    try:
        return load(beside if beside.is_dir() else paths.own_catalog())
    except DataError:
        return load()
