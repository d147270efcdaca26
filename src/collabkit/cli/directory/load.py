"""``collab directory load`` and ``fetch``: files, ours or the publisher's, into the directory."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from collabkit import output
from collabkit.catalog import Catalog
from collabkit.cli import options
from collabkit.directory import own
from collabkit.directory.accounts import Loaded
from collabkit.directory.loading import Report, load
from collabkit.directory.sources import UnreadableFileError, sources
from collabkit.directory.store import StoppedInPlaceError
from collabkit.errors import CollabkitError, UnknownIdError, UsageError
from collabkit.files.writing import write_whole
from collabkit.output import Column, Format
from collabkit.text.cells import escape_cell


def complete_source(incomplete: str) -> list[str]:
    """Return the sources that the shell may offer."""
    return [id_ for id_, source in sources().items() if source.files and id_.startswith(incomplete)]


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
        typer.Argument(metavar="FILE|DIR|ZIP|-...", help="What to load; `-` is stdin."),
    ],
    rejects: RejectsOption = None,
    map_: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="FIELD=COLUMN,...",
            help=f"What the columns of a table of your own are: {', '.join(own.FIELDS)}. Kept for next time.",
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
    color: options.ColorOption = True,
) -> None:
    """Load public registers, each known by its content; what was loaded before is replaced.

    Example: collab directory load eo_mt.csv PLS_FY19_Outlet_pud19i.csv
    """
    _check_rejects(rejects, files)
    known = options.open_catalog(catalog)
    folder = options.directory_folder(directory)
    tables = own.tables(folder, map_ or (), as_ or "", Path(files[0]))
    report = _load(files, folder, known, tables)
    name = tables.asked
    if map_ and f"own-{name}" in {made.source for made in report.loaded}:
        own.keep(folder, name, tables.kept[name])
        output.note(
            f"Kept what the columns are as {name!r}; next time `collab directory load` knows."
        )
    _finish(report, folder, rejects, format_, color=color)


def fetch_command(
    source: Annotated[
        str,
        typer.Argument(help="A source, such as irs.", autocompletion=complete_source),
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
    color: options.ColorOption = True,
) -> None:
    """Download a register from its publisher, then load it. The only command that uses the network.

    Example: collab directory fetch irs --state MT
    """
    from collabkit.directory import fetching  # noqa: PLC0415 - 40 ms of HTTP for this command only

    if source not in sources():
        raise UnknownIdError("source", source, sources())
    known = options.open_catalog(catalog)
    folder = options.directory_folder(directory)
    _check_rejects(rejects, [str(folder / "downloads")])
    chosen = sources()[source]
    files = [
        str(fetching.fetch(address, folder / "downloads", chosen, output.note))
        for address in fetching.addresses(chosen, state, base)
    ]
    report = _load(files, folder, known)
    _finish(report, folder, rejects, format_, color=color)


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
    files: Sequence[str], folder: Path, known: Catalog, tables: own.Tables = own.NONE
) -> Report:
    """Load *files*, and if Ctrl-C comes say whether it kept them out."""
    try:
        return load(files, folder, known, tables=tables, tell=output.note)
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
    *,
    color: bool,
) -> None:
    """Write what a load did, and say what it could not do."""
    output.write(report.loaded, LOADED, format_, id_=lambda made: made.source, color=color)
    for sentence in report.notes:
        output.note(sentence)
    for reason, count in report.reasons().items():
        output.note(f"{count:,} row{'s' if count != 1 else ''} left out: {reason}")
    if rejects is not None:
        _write_rejects(report, rejects)
    elif report.rejects:
        output.note("--rejects FILE writes them all.")
    if report.duplicates:
        are = "row is an organization" if report.duplicates == 1 else "rows are organizations"
        output.note(f"{report.duplicates:,} {are} that another source has too.")
    output.note(f"The directory is in {folder}; `collab find --goal literacy` asks it.")
    if report.unreadable:
        raise UnreadableFileError(
            "\n".join(str(error) for error in report.unreadable), report.unreadable[0].hint
        )


def _write_rejects(report: Report, path: Path) -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("file", "line", "reason", "text"))
    writer.writerows(
        (escape_cell(each.file), each.line, each.reason, escape_cell(each.text))
        for each in report.rejects
    )
    try:
        write_whole(path, text.getvalue().encode())
    except OSError as error:
        raise CollabkitError(f"cannot write {path}: {error.strerror}") from error
    count = len(report.rejects)
    rows = "1 row with its reason" if count == 1 else f"{count:,} rows with their reasons"
    output.note(f"Wrote {rows} to {path}")
