"""``collab schema``: the JSON Schema of a catalog, for editors."""

from typing import Annotated

import typer

from collabkit import output
from collabkit.catalog.schema import SCHEMAS, file_schema, schema
from collabkit.cli.complete import among
from collabkit.errors import UnknownIdError
from collabkit.library import Library
from collabkit.text.json import to_json

KNOWN = (*SCHEMAS, "library")
"""Every catalog, and the profile."""


def command(
    kind: Annotated[
        str,
        typer.Argument(help=f"One of: {', '.join(KNOWN)}.", autocompletion=among(KNOWN)),
    ],
) -> None:
    """Print the JSON Schema of one catalog or of library.yaml, as editors use it to complete and to check.

    Example: collab schema partners > partners.schema.json
    """
    if kind not in KNOWN:
        raise UnknownIdError("schema", kind, KNOWN)
    made = file_schema("library.yaml", Library) if kind == "library" else schema(kind)
    output.say(to_json(made, indent=2) + "\n")
    output.flush()
