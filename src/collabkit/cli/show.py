"""``collab show``: one entry, whole, and where it comes from."""

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from collabkit import output
from collabkit.cli import options
from collabkit.cli.complete import any_id
from collabkit.cli.organization_card import organization_card
from collabkit.output import Column, Format
from collabkit.text.cells import cell_text
from collabkit.text.json import json_value
from collabkit.workspace import Workspace
from collabkit.workspace.show import Shown


def _lines(shown: Shown) -> Iterator[tuple[str, object]]:
    for name, value in json_value(shown.entry).items():
        if isinstance(value, float):  # as a number: to a spreadsheet a text below zero is a formula
            yield (name.replace("_", " "), value)
            continue
        for number, line in enumerate(_flat(value)):
            yield (name.replace("_", " ") if number == 0 else "", line)
    for number, file in enumerate(shown.files):
        yield ("file" if number == 0 else "", file)


def _flat(value: Any) -> Iterator[str]:  # noqa: ANN401 - an entry holds anything JSON can
    match value:
        case None | []:
            yield "(none)"
        case dict():
            for name, each in value.items():
                yield f"{name.replace('_', ' ')}: {'; '.join(_flat(each))}"
        case list() if _short(value):
            yield ", ".join(value)
        case list():
            for each in value:
                yield _entry(each) if isinstance(each, dict) else str(each)
        case _:
            yield cell_text(value)


_FOUR_LINES = 300
"""Characters that still read as one list on a terminal."""


def _short(values: list[Any]) -> bool:
    words = all(isinstance(each, str) for each in values)
    return words and sum(map(len, values)) < _FOUR_LINES


def _entry(each: dict[str, Any]) -> str:
    """Return a part such as a want as one line: "meeting-space: Tutor and learner need…"."""
    first, *rest = (cell_text(value) for value in each.values())
    said = " / ".join(rest).rstrip(" /")
    return f"{first}: {said}" if said else first


COLUMNS = (
    Column[tuple[str, object]]("field", lambda line: line[0]),
    Column[tuple[str, object]]("", lambda line: line[1], ratio=1),
)


def command(
    id_: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="Any id of any catalog, or of an organization in the directory.",
            autocompletion=any_id,
        ),
    ],
    directory: options.DirectoryOption = None,
    catalog: options.CatalogOption = None,
    format_: options.FormatOption = None,
) -> None:
    """Show one entry, whole, and where it comes from.

    Example: collab show literacy-council
    """
    workspace = Workspace.open(catalog=catalog, directory=directory)
    found = workspace.show(id_)
    format_ = format_ or output.default_format()
    if format_ is Format.TABLE and found[0].kind == "organization":
        output.say(organization_card(workspace.portrait(found[0].entry)))
    elif format_ in {Format.TABLE, Format.CSV, Format.TSV, Format.MARKDOWN}:
        lines = [line for shown in found for line in (("kind", shown.kind), *_lines(shown))]
        output.write(lines, COLUMNS, format_, id_=lambda line: str(line[1]))
    elif format_ is Format.GEOJSON:  # whose points are those of the entries
        output.write([shown.entry for shown in found], (), format_, id_=lambda entry: entry.id)
    else:
        output.write(found, (), format_, id_=lambda shown: shown.id)
