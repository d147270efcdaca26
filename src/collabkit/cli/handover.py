"""``collab handover``: one page on a partnership for whoever comes next."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from collabkit import output
from collabkit.cli import options
from collabkit.errors import DataError, UsageError
from collabkit.files import saving
from collabkit.workspace import Workspace


class Reader(StrEnum):
    """Who comes next."""

    LIBRARY = "library"
    PARTNER = "partner"


NameArgument = Annotated[
    str | None,
    typer.Argument(metavar="NAME", help="The partner: any part of its name.", show_default=False),
]
AllOption = Annotated[
    bool, typer.Option("--all", "-a", help="Every partnership, after a table of them.")
]
ReaderOption = Annotated[
    Reader,
    typer.Option(
        "--for",
        help="Who comes next: at the library, or at the partner, who reads none of its notes.",
    ),
]
OutOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Where to write.", show_default=False),
]


def command(
    name: NameArgument = None,
    all_: AllOption = False,
    reader: ReaderOption = Reader.LIBRARY,
    people: options.PeopleOption = False,
    out: OutOption = None,
    force: options.ForceOption = False,
    day: options.DayOption = None,
    catalog: options.CatalogOption = None,
) -> None:
    """Write one page for whoever takes a partnership over.

    Who, why, what was agreed, what is open, what to mind, the last talks.

    Example: collab handover prairie
    """
    if (name is None) is not all_:
        raise UsageError("say which partner, or --all", "`collab handover prairie`")
    partnerships = Workspace.open(catalog=catalog).partnerships
    on = day.date() if day else None
    text = partnerships.handover(name, reader=reader.value, people=people, on=on)
    if out is None:
        output.say(text)
        output.flush()
    else:
        saving.put(out, text.encode(), force=force)
        output.note(f"Wrote {out}")
    broken = partnerships.problems() if all_ else []
    if broken:
        raise DataError(broken)
