"""``collab know``: what the library knows itself of an organization."""

from typing import Annotated

import typer

from collabkit import output
from collabkit.cli import options
from collabkit.errors import UsageError
from collabkit.workspace import Workspace

_FIELDS = ("does", "not")


def command(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME|ID", help="The organization's name, or its id in the directory."
        ),
    ],
    said: Annotated[
        list[str],
        typer.Argument(
            metavar="FIELD=WORDS", help='does="tax help, coats", not="literacy", or both.'
        ),
    ],
    directory: options.DirectoryOption = None,
) -> None:
    """Write down what an organization does and what it does not; it wins over every register.

    It stands in knowledge.yaml beside library.yaml, and follows the organization where a register calls it otherwise.

    Example: collab know "Valley Hub" does="tax help, coats" not="literacy"
    """
    words = _read(said)
    workspace = Workspace.open(directory=directory)
    noted = workspace.know(name, does=words["does"], does_not=words["not"])
    where = f", {noted.identity.town}" if noted.identity.town else ""
    output.note(f"{noted.identity.name}{where}: kept in knowledge.yaml; `collab find` counts it.")
    if not noted.identity.id:
        output.note("The directory has nobody of that name, so it counts for whoever is called so.")


def _read(said: list[str]) -> dict[str, list[str]]:
    """Return the words of each field.

    Raises:
        UsageError: something is of neither.
    """
    found: dict[str, list[str]] = {field: [] for field in _FIELDS}
    for each in said:
        field, mark, words = each.partition("=")
        if not mark or field not in found:
            raise UsageError(
                f"{each!r} does not say what it does or does not do",
                'Write does="tax help, coats" or not="literacy"',
            )
        found[field].append(words)
    return found
