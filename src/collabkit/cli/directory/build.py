"""``collab directory build``: registers of a country to packs, a state each."""

from pathlib import Path
from typing import Annotated

import typer

from collabkit import output
from collabkit.cli import options
from collabkit.output import Column
from collabkit.workspace import Workspace
from collabkit.workspace.names import Packed

PACKED = (
    Column[Packed]("state", lambda each: each.state),
    Column[Packed]("organizations", lambda each: each.organizations, justify="right"),
    Column[Packed]("rows", lambda each: each.rows, justify="right"),
    Column[Packed]("file", lambda each: each.file),
    Column[Packed]("bytes", lambda each: each.bytes, justify="right"),
    Column[Packed]("sha256", lambda each: each.sha256, only="file"),
)


def build_command(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE|DIR|ZIP", help="The registers, as their publishers offer them."
        ),
    ],
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            "-o",
            metavar="FOLDER",
            help="Where to: a new folder, or that of an earlier build.",
        ),
    ],
    at_once: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=256,
            metavar="N",
            help="States that are made at the same time. [default: as many as there are cores]",
            show_default=False,
        ),
    ] = None,
    catalog: options.CatalogOption = None,
    format_: options.FormatOption = None,
) -> None:
    """Build the packs of a country for others: each state is a file that `load` takes in a second.

    Example: collab directory build eo1.csv eo2.csv eo3.csv eo4.csv PLS_FY19_Outlet_pud19i.csv -o packs
    """
    workspace = Workspace.open(catalog=catalog)
    built = workspace.build_packs(files, out, at_once=at_once, tell=output.note)
    options.print_notes(built.notes)
    output.note(f"The packs are in {out}; `collab directory load {out}/ST.pack` takes one.")
    output.write(built.packs, PACKED, format_, id_=lambda each: each.state)
