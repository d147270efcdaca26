"""``collab schema``: the JSON Schema of a file that a library keeps, or of what a command prints."""

from typing import Annotated, NamedTuple

import typer

from collabkit import output
from collabkit.cli import options
from collabkit.cli.complete import among
from collabkit.output import Column
from collabkit.text.json import to_json
from collabkit.workspace import schemas


class Described(NamedTuple):
    """Something that has a schema."""

    id: str
    what: str


KNOWN = (
    *(Described(kind.id, f"a record of {kind.printed}") for kind in schemas.KINDS.values()),
    *(Described(kind, f"the file {kind}.yaml") for kind in schemas.FILES),
)
COLUMNS = (
    Column[Described]("id", lambda known: known.id),
    Column[Described]("describes", lambda known: known.what, ratio=1),
)


def command(
    kind: Annotated[
        str | None,
        typer.Argument(
            help="A record or a file; without it a list of both.",
            autocompletion=among(known.id for known in KNOWN),
            show_default=False,
        ),
    ] = None,
    format_: options.FormatOption = None,
) -> None:
    """Print the JSON Schema of a record, a catalog or library.yaml.

    For scripts and editors.

    Example: collab schema match
    """
    if kind is None:
        output.write(KNOWN, COLUMNS, format_, id_=lambda known: known.id)
        return
    known = schemas.schema if kind in schemas.KINDS else schemas.file_schema
    output.say(to_json(known(kind), indent=2) + "\n")
    output.flush()
