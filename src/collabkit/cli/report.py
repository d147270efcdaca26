"""``collab report``: what the records show of what a library is asked."""

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from collabkit import output
from collabkit.cli import options
from collabkit.cli.cards import wrapped
from collabkit.cli.complete import ids_of
from collabkit.errors import DataError
from collabkit.output import Column, Format
from collabkit.reports.evidence import Shown
from collabkit.text.characters import escape_terminal
from collabkit.workspace import Workspace


class What(StrEnum):
    """What is reported."""

    EVIDENCE = "evidence"


class Standing(NamedTuple):
    """One standard, for the eyes: how much of it is proved, and what is not."""

    label: str
    proved: str
    missing: str
    id: str


def _standings(rows: Iterable[Shown]) -> list[Standing]:
    return [_standing(list(own)) for _, own in groupby(rows, key=lambda row: row.standard)]


def _standing(own: Sequence[Shown]) -> Standing:
    proved = sum(row.state == "proved" for row in own)
    missing = "; ".join(row.evidence for row in own if row.state != "proved")
    return Standing(own[0].label, f"{proved} of {len(own)}", missing, own[0].standard)


SUMMARY = (
    Column[Standing]("asked", lambda each: each.label, ratio=4),
    Column[Standing]("proved", lambda each: each.proved, "right"),
    Column[Standing]("missing", lambda each: each.missing, ratio=5),
)
COLUMNS = (
    Column[Shown]("standard", lambda row: row.standard),
    Column[Shown]("label", lambda row: row.label),
    Column[Shown]("body", lambda row: row.body),
    Column[Shown]("number", lambda row: row.number),
    Column[Shown]("asks", lambda row: row.asks),
    Column[Shown]("has to show", lambda row: row.evidence),
    Column[Shown]("state", lambda row: row.state),
    Column[Shown](
        "found",
        lambda row: "; ".join(f"{each.name}: {each.what} ({each.on})" for each in row.found),
    ),
    Column[Shown]("missing", lambda row: row.missing or ""),
    Column[Shown]("page", lambda row: row.page),
    Column[Shown]("as of", lambda row: row.as_of),
)
MARKS = {"proved": "+", "partly": "~", "missing": "-"}


def _cards(rows: Iterable[Shown]) -> str:
    """Return each standard as a card: what it asks, what the records have, and what to do."""
    return "\n".join(_card(list(own)) for _, own in groupby(rows, key=lambda row: row.standard))


def _card(own: Sequence[Shown]) -> str:
    first = own[0]
    lines = [escape_terminal(first.label), *wrapped(f"{first.standard}: {first.asks}")]
    for row in own:
        lines += wrapped(f"{MARKS[row.state]} {row.evidence}")
        for each in row.found[:FEW]:
            lines += wrapped(f"    {each.name}: {each.what}", 6)
        if row.total > FEW:
            lines += wrapped(f"    and {row.total - FEW} more", 6)
        if row.missing:
            lines += wrapped(f"    to do: {row.missing}", 6)
    if first.page:
        lines += wrapped(f"{first.page} ({first.as_of})")
    return "\n".join(lines) + "\n"


FEW = 3
"""Facts that a card shows."""


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
    ),
]
AllOption = Annotated[bool, typer.Option("--all", "-a", help="The standards of every state.")]
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
    ),
]
ForceOption = Annotated[bool, typer.Option("--force", help="Write over a file that exists.")]


def command(
    what: WhatOption = What.EVIDENCE,
    standards: StandardsOption = None,
    state: StateOption = None,
    all_: AllOption = False,
    long: LongOption = False,
    out: OutOption = None,
    force: ForceOption = False,
    day: options.DayOption = None,
    format_: options.FormatOption = None,
    color: options.ColorOption = True,
    catalog: options.CatalogOption = None,
) -> None:
    """List what your records prove of what you are asked to show, with days, and what is missing.

    Standards of your state, Edge, federal library money, and the strategic goals of library.yaml.

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
        output.write(found.rows, COLUMNS, format_, id_=lambda row: row.standard, color=color)
    elif long:
        output.say(_cards(found.rows))
        output.flush()
    else:
        output.write(
            _standings(found.rows), SUMMARY, format_, id_=lambda each: each.id, color=color
        )
    counted = Counter(row.state for row in found.rows)
    output.note(
        f"{counted['proved']} proved, {counted['partly']} in part, {counted['missing']} missing."
    )
    if found.state is None and not standards and not all_:
        output.note("Which state? Write `place: Town, XX` into library.yaml, or give --state.")
    broken = workspace.partnerships.problems() if workspace.partnerships.are_kept else []
    if broken:
        raise DataError(broken)
