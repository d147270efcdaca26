"""``collab review``: what to do with a partnership, as advice, with what speaks against it."""

from collections.abc import Iterator
from typing import Annotated

import typer

from collabkit import output
from collabkit.cli import options
from collabkit.errors import DataError, UsageError
from collabkit.output import Column
from collabkit.partnerships.advice.deciding import Advice
from collabkit.workspace import Workspace


def _because(each: Advice) -> str:
    return " ".join(sign.says for sign in each.because)


def _but(each: Advice) -> str:
    return " ".join(sign.says for sign in each.but)


COLUMNS = (
    Column[Advice]("partner", lambda each: each.name, ratio=2),
    Column[Advice]("advice", lambda each: each.advice),
    Column[Advice]("sure", lambda each: each.sure),
    Column[Advice]("do first", lambda each: each.do, ratio=4),
    Column[Advice]("stage", lambda each: each.stage, only="file"),
    Column[Advice]("because", _because, only="file"),
    Column[Advice]("but", _but, only="file"),
    Column[Advice]("on", lambda each: each.on, only="file"),
    Column[Advice]("id", lambda each: each.partnership, only="file"),
)
MEANS = {
    "start": "take the next step",
    "hold": "go on as it is",
    "change": "go on, and change something first",
    "rest": "pause it openly, with a day to look again",
    "end": "end it well",
}
"""What each advice means, in words."""


def command(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME", help="The partner: any part of its name.", show_default=False
        ),
    ] = None,
    all_: Annotated[bool, typer.Option("--all", "-a", help="A row for each partnership.")] = False,
    day: options.DayOption = None,
    format_: options.FormatOption = None,
    color: options.ColorOption = True,
    catalog: options.CatalogOption = None,
) -> None:
    """Advise whether to start, hold, change, rest or end, and why.

    It is advice out of the record, with what speaks against it. You know more than the record.

    Example: collab review prairie
    """
    if (name is None) is not all_:
        raise UsageError("say which partner, or --all", "`collab review prairie`")
    kept = Workspace.open(catalog=catalog).partnerships
    on = day.date() if day else None
    found = [kept.review(name, on=on)] if name is not None else kept.reviews(on=on)
    form = format_ or output.default_format()
    output.write(found, COLUMNS, form, id_=lambda each: each.partnership, color=color)
    if name is not None:
        for line in _told(found[0]):
            output.note(line)
    broken = kept.problems() if all_ else []
    if broken:
        raise DataError(broken)


def _told(found: Advice) -> Iterator[str]:
    """Yield the advice in words, for whoever reads it on a terminal."""
    sure = {"clear": "The record is clear.", "likely": "The record leans that way.", "open": "The record leaves it open."}  # fmt: skip
    yield f"{found.advice.capitalize()}: {MEANS[found.advice]}. {sure[found.sure]}"
    yield "Because:" if found.because else "Because nothing in the record speaks for more."
    yield from (f"  {sign.says}" for sign in found.because)
    if found.but:
        yield "Against it:"
        yield from (f"  {sign.says}" for sign in found.but)
    yield "This is advice out of the record, and you know more than the record."
