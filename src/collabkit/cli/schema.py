"""``collab schema``: the JSON Schema of a file that a library keeps, or of what a command prints."""

from importlib import import_module
from typing import Annotated, Any, NamedTuple

import typer

from collabkit import output
from collabkit.catalog.schema import SCHEMAS, file_schema, schema
from collabkit.cli import options
from collabkit.cli.complete import among
from collabkit.errors import UnknownIdError
from collabkit.output import Column
from collabkit.text.json import to_json
from collabkit.workspace import record_kinds

FILES = {
    "library": "library:Library",
    "partnership": "partnerships.facts:Facts",
    "contacts": "partnerships.people:Contacts",
    "people": "partnerships.people:People",
    "knowledge": "finding.knowledge_file:KnownBodies",
    "readings": "cases.memory:ChosenReadings",
}
"""Files that hold one model, each with where it is."""


class Described(NamedTuple):
    """Something that has a schema."""

    id: str
    what: str


KNOWN = (
    *(Described(kind.id, f"a record of {kind.printed}") for kind in record_kinds.KINDS.values()),
    *(Described(kind, f"the file {kind}.yaml") for kind in (*SCHEMAS, *FILES)),
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
    output.say(to_json(_schema(kind), indent=2) + "\n")
    output.flush()


def _schema(kind: str) -> dict[str, Any]:
    if kind in record_kinds.KINDS:
        return record_kinds.schema(kind)
    if kind in FILES:
        module, _, name = FILES[kind].partition(":")
        return file_schema(f"{kind}.yaml", getattr(import_module(f"collabkit.{module}"), name))
    if kind not in SCHEMAS:
        raise UnknownIdError("schema", kind, (known.id for known in KNOWN))
    return schema(kind)
