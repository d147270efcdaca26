"""``collab report``: what the records show of what a library is asked."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from collabkit import output
from collabkit.cli import options
from collabkit.cli.complete import ids_of
from collabkit.cli.report.card import cards
from collabkit.cli.report.columns import COLUMNS, SUMMARY, statuses
from collabkit.errors import DataError
from collabkit.output import Format
from collabkit.workspace import Workspace


class What(StrEnum):
    """What is reported."""

    EVIDENCE = "evidence"


WhatOption = Annotated[What, typer.Option("--as", help="What is reported: what the records prove.")]
StandardsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--standard",
        "-s",
        metavar="ID",
        help="Only this standard; `collab list standards` lists them. Repeatable.",
        autocompletion=ids_of("standards"),
        show_default=False,
    ),
]
StateOption = Annotated[
    str | None,
    typer.Option(
        "--state",
        metavar="XX",
        help="The state whose standards count. [default: that of `place:` in library.yaml]",
        show_default=False,
        rich_help_panel="Narrower",
    ),
]
AllOption = Annotated[
    bool,
    typer.Option("--all", "-a", help="The standards of every state.", rich_help_panel="Narrower"),
]
LongOption = Annotated[
    bool, typer.Option("--long", help="On a terminal, what proves each, and what to do.")
]
OutOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write a page: .md, .txt, .html, .docx, .odt or .pdf.",
        show_default=False,
        rich_help_panel="Files to write",
    ),
]


def command(
    what: WhatOption = What.EVIDENCE,
    standards: StandardsOption = None,
    state: StateOption = None,
    all_: AllOption = False,
    long: LongOption = False,
    out: OutOption = None,
    force: options.ForceOption = False,
    day: options.DayOption = None,
    format_: options.FormatOption = None,
    catalog: options.CatalogOption = None,
) -> None:
    """List what your records prove of what you must show.

    With days, and what is missing. Standards of your state, Edge, federal library money, and the
    strategic goals of library.yaml.

    Example: collab report --as evidence -o evidence.docx
    """
    del what  # there is one so far
    workspace = Workspace.open(catalog=catalog)
    on = day.date() if day else None
    found = workspace.evidence(
        standards=standards, state=state.upper() if state else None, every=all_, on=on
    )
    if out is not None:
        workspace.evidence_page(found, on=on).save(out, force=force)
        output.note(f"Wrote {out}")
    elif (format_ or output.default_format()) is not Format.TABLE:
        output.write(found.rows, COLUMNS, format_, id_=lambda row: row.standard)
    elif long:
        output.say(cards(found.rows))
        output.flush()
    else:
        output.write(statuses(found.rows), SUMMARY, format_, id_=lambda each: each.id)
    options.print_notes(found.notes)
    broken = workspace.partnerships.problems() if workspace.partnerships.exists else []
    if broken:
        raise DataError(broken)
