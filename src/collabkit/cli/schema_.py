"""``collab schema``: the JSON Schema of a catalog, for editors."""

from typing import Annotated

import typer

from collabkit import output
from collabkit.catalog.schema import SCHEMAS, schema
from collabkit.errors import UnknownIdError


def complete_schema(incomplete: str) -> list[str]:
    """Return the schemas that the shell may offer."""
    return [kind for kind in SCHEMAS if kind.startswith(incomplete)]


def command(
    kind: Annotated[
        str,
        typer.Argument(help=f"One of: {', '.join(SCHEMAS)}.", autocompletion=complete_schema),
    ],
) -> None:
    """Print the JSON Schema of one catalog, as editors use it to complete and to check.

    Example: collab schema partners > partners.schema.json
    """
    if kind not in SCHEMAS:
        raise UnknownIdError("schema", kind, SCHEMAS)
    output.say(output.to_json(schema(kind), indent=2) + "\n")
    output.flush()
