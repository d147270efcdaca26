"""``collab chart``: goals against partners, in one view."""

from typing import Annotated

import typer

from collabkit import output
from collabkit.cli import options
from collabkit.cli.complete import ids_of
from collabkit.output import Column
from collabkit.workspace import Workspace
from collabkit.workspace.names import ChartRow

_LIST: tuple[Column[ChartRow], ...] = (
    Column[ChartRow]("goal", lambda row: row.goal, ratio=3),
    Column[ChartRow]("its own work", lambda row: ", ".join(row.own), ratio=5),
    Column[ChartRow]("often helps", lambda row: ", ".join(row.helps), ratio=5),
    Column[ChartRow](
        "has a part in the work", lambda row: ", ".join(row.work), ratio=5, only="file"
    ),
)


def command(
    goal: Annotated[
        list[str] | None,
        typer.Option(
            "--goal",
            "-g",
            metavar="ID",
            help="Only this goal. Repeatable. [default: the goals of library.yaml, or all]",
            autocompletion=ids_of("goals"),
            show_default=False,
        ),
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="All goals, whatever library.yaml names.")
    ] = False,
    matrix: Annotated[
        bool, typer.Option("--matrix", help="A column for each partner: own, helps or work.")
    ] = False,
    library: options.LibraryOption = None,
    catalog: options.CatalogOption = None,
    format_: options.FormatOption = None,
) -> None:
    """Show which kinds of organization share which goals.

    Example: collab chart --matrix --format html > chart.html
    """
    workspace = Workspace.open(catalog=catalog, library=library)
    rows = workspace.chart(goal or (), every=every)
    columns = _LIST
    if matrix:
        shown = [id_ for id_ in workspace.catalog.partners if any(row.share(id_) for row in rows)]
        columns = (_LIST[0], *(_column(id_) for id_ in shown))
    output.write(rows, columns, format_, id_=lambda row: row.goal)


def _column(partner: str) -> Column[ChartRow]:
    return Column[ChartRow](partner, lambda row: row.share(partner) or "")
