"""``collab directory load`` and ``fetch``: files, ours or the publisher's, into the directory."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from collabkit import output
from collabkit.cli import options
from collabkit.cli.complete import among
from collabkit.errors import UsageError
from collabkit.files.saving import put
from collabkit.output import Column, Format
from collabkit.text.cells import escape_cell
from collabkit.workspace import Workspace
from collabkit.workspace.names import (
    FIELDS,
    Loaded,
    Report,
    StoppedInPlaceError,
    UnreadableFileError,
    source_of,
    sources,
)


def _fetchable(incomplete: str) -> list[str]:
    """Return the sources that the shell may offer."""
    return among(id_ for id_, source in sources().items() if source.files)(incomplete)


RejectsOption = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="Write every rejected row with its reason.", show_default=False
    ),
]
LOADED = (
    Column[Loaded]("source", lambda made: made.source),
    Column[Loaded]("rows", lambda made: made.rows, justify="right"),
    Column[Loaded]("kept", lambda made: made.organizations, justify="right"),
    Column[Loaded]("left out", lambda made: made.rejected, justify="right"),
    Column[Loaded]("unclassified", lambda made: made.unclassified, justify="right"),
    Column[Loaded]("new", lambda made: made.new, justify="right"),
    Column[Loaded]("gone", lambda made: made.gone, justify="right"),
    Column[Loaded]("moved", lambda made: made.moved, justify="right"),
)


def load_command(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE|DIR|ZIP|-", help="What to load; `-` is stdin."),
    ],
    rejects: RejectsOption = None,
    map_: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="FIELD=COLUMN,...",
            help=f"What the columns of a table of your own are: {', '.join(FIELDS)}. Kept for next time.",
            show_default=False,
        ),
    ] = None,
    as_: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="NAME",
            help="What to call a table of your own. [default: the file's name]",
            show_default=False,
        ),
    ] = None,
    directory: options.DirectoryOption = None,
    catalog: options.CatalogOption = None,
    format_: options.FormatOption = None,
) -> None:
    """Load public registers, each known by its content; what was loaded before is replaced.

    Example: collab directory load eo_mt.csv PLS_FY19_Outlet_pud19i.csv
    """
    _check_rejects(rejects, files)
    workspace = Workspace.open(catalog=catalog, directory=directory)
    report = _load(workspace, files, map_ or (), as_ or "")
    _finish(report, workspace.folder, rejects, format_)


def fetch_command(
    source: Annotated[
        str,
        typer.Argument(help="A source, such as irs.", autocompletion=_fetchable),
    ],
    state: Annotated[
        str | None,
        typer.Option(
            metavar="ST", help="Only the file of one state, as two letters.", show_default=False
        ),
    ] = None,
    base: Annotated[
        str | None,
        typer.Option(
            envvar="COLLAB_FETCH_BASE",
            metavar="ADDRESS",
            help="Where the files are. [default: the publisher's own server]",
            show_default=False,
        ),
    ] = None,
    rejects: RejectsOption = None,
    directory: options.DirectoryOption = None,
    catalog: options.CatalogOption = None,
    format_: options.FormatOption = None,
) -> None:
    """Download a register from its publisher, then load it. The only command that uses the network.

    Example: collab directory fetch irs --state MT
    """
    workspace = Workspace.open(catalog=catalog, directory=directory)
    source_of(source)
    _check_rejects(rejects, [str(workspace.folder / "downloads")])
    files = workspace.fetch(source, state=state, base=base, tell=output.note)
    report = _load(workspace, files)
    _finish(report, workspace.folder, rejects, format_)


def _check_rejects(path: Path | None, files: Sequence[str]) -> None:
    """Raise if the rejects would not go to a file, or to one that is itself to be loaded."""
    if path is None:
        return
    if str(path) == "-":
        raise UsageError(
            "--rejects writes to a file, not to stdout",
            "Give it the name of a file: --rejects rejects.csv",
        )
    if path.exists() and any(_holds(Path(name), path) for name in files):
        raise UsageError(
            f"--rejects {path} would overwrite a file that is to be loaded",
            "Give it another name: nothing was loaded or changed.",
        )


def _holds(given: Path, path: Path) -> bool:
    """Return whether *path* is the file *given*, or in the folder *given*."""
    if given.is_dir():
        return path.resolve().is_relative_to(given.resolve())
    return given.exists() and given.samefile(path)


def _load(
    workspace: Workspace, files: Sequence[str], columns: Sequence[str] = (), name: str = ""
) -> Report:
    """Load *files*, and if Ctrl-C comes say whether it kept them out."""
    try:
        return workspace.load(files, columns=columns, name=name, tell=output.note)
    except StoppedInPlaceError:
        output.note("Stopped. The new directory is in place.")
        raise
    except KeyboardInterrupt:
        output.note("Stopped. The directory is as it was.")
        raise


def _finish(
    report: Report,
    folder: Path,
    rejects: Path | None,
    format_: Format | None,
) -> None:
    """Write what a load did, and say what it could not do."""
    before = [note for note in report.notes if note.about in {"files", "left-out"}]
    options.print_notes(before)
    if rejects is not None:
        _write_rejects(report, rejects)
    options.print_notes(
        note for note in report.notes[len(before) :] if rejects is None or note.about != "rejects"
    )
    output.note(f"The directory is in {folder}; `collab find --goal literacy` asks it.")
    try:
        output.write(report.loaded, LOADED, format_, id_=lambda made: made.source)
    finally:
        # Whoever read the output may have gone; a file that could not be read is told all the same.
        _raise_unreadable(report)


def _raise_unreadable(report: Report) -> None:
    if report.unreadable:
        raise UnreadableFileError(
            "\n".join(str(error) for error in report.unreadable),
            report.unreadable[0].hint,
            command=report.unreadable[0].command,
        )


def _write_rejects(report: Report, path: Path) -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("file", "line", "reason", "text"))
    writer.writerows(
        (escape_cell(each.file), each.line, each.reason, escape_cell(each.text))
        for each in report.rejects
    )
    put(path, text.getvalue().encode(), force=True)
    count = len(report.rejects)
    rows = "1 row with its reason" if count == 1 else f"{count:,} rows with their reasons"
    output.note(f"Wrote {rows} to {path}")
