"""``collab directory compare``: what is otherwise between two dates."""

from collections import Counter
from typing import Annotated

import typer

from collabkit import output
from collabkit.cli import options
from collabkit.cli.complete import ids_of
from collabkit.output import Column
from collabkit.workspace import Workspace
from collabkit.workspace.names import Changed

CHANGES = (
    Column[Changed]("change", lambda each: each.change),
    Column[Changed]("name", lambda each: each.name, ratio=5),
    Column[Changed]("kind", lambda each: each.partner, ratio=4, only="table"),
    Column[Changed]("partner", lambda each: each.partner, only="file"),
    Column[Changed]("in", lambda each: each.city, ratio=3),
    Column[Changed]("was", lambda each: each.was, ratio=5),
    Column[Changed]("id", lambda each: each.id, only="file"),
    Column[Changed]("street", lambda each: each.street, only="file"),
    Column[Changed]("state", lambda each: each.state, only="file"),
    Column[Changed]("zip", lambda each: each.zip, only="file"),
)


def compare_command(
    earlier: Annotated[
        str, typer.Argument(metavar="EARLIER", help="A file, folder or ZIP of one date.")
    ],
    later: Annotated[str, typer.Argument(metavar="LATER", help="The same of a later date.")],
    partner: Annotated[
        list[str] | None,
        typer.Option(
            "--partner",
            metavar="ID",
            help="Only partners of this type. Repeatable.",
            autocompletion=ids_of("partners"),
            show_default=False,
        ),
    ] = None,
    catalog: options.CatalogOption = None,
    format_: options.FormatOption = None,
) -> None:
    """List who is new, gone, moved or called otherwise between two dates; nothing that is loaded changes.

    Example: collab directory compare eo_wy_2020.csv eo_wy_2025.csv --partner food-bank
    """
    workspace = Workspace.open(catalog=catalog)
    found = workspace.compare_editions(earlier, later, partner or (), tell=output.note)
    output.write(found, CHANGES, format_, id_=lambda each: each.id)
    count = Counter(each.change for each in found)
    said = ", ".join(f"{times:,} {change}" for change, times in count.most_common())
    output.note(f"{said}." if said else "Nothing changed.")
