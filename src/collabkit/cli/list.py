"""``collab list``: the entries of a catalog."""

from typing import Annotated

import typer

from collabkit import output
from collabkit.cli import options
from collabkit.cli.complete import among
from collabkit.errors import UnknownIdError
from collabkit.output import Column
from collabkit.text.json import to_json
from collabkit.workspace import Workspace
from collabkit.workspace.names import KINDS, Entry

COLUMNS = (
    Column[Entry]("id", lambda record: record.id),
    Column[Entry]("label", lambda record: record.title(), ratio=2),
    Column[Entry]("summary", lambda record: record.gist(), ratio=5),
)


def command(
    kind: Annotated[
        str,
        typer.Argument(help=f"One of: {', '.join(KINDS)}.", autocompletion=among(KINDS)),
    ],
    search: Annotated[
        str | None,
        typer.Option(
            "--search",
            "-s",
            metavar="TEXT",
            help="Only entries that hold all of these words.",
            show_default=False,
        ),
    ] = None,
    catalog: options.CatalogOption = None,
    format_: options.FormatOption = None,
) -> None:
    """List the entries of one catalog.

    Example: collab list partners --search tutors
    """
    if kind not in KINDS:
        raise UnknownIdError("catalog", kind, KINDS)
    records = list(Workspace.open(catalog=catalog).catalog.kind(kind).values())
    words = search.casefold().split() if search else []
    found = [record for record in records if _holds(record, words)]
    output.write(found, COLUMNS, format_, id_=lambda record: record.id)
    output.note(f"{len(found)} of {len(records)} {kind}." if search else f"{len(found)} {kind}.")


def _holds(record: Entry, words: list[str]) -> bool:
    text = to_json(record).casefold() if words else ""
    return all(word in text for word in words)
