"""``collab review``: what to do with a partnership, as advice, with what speaks against it."""

from typing import Annotated

import typer

from collabkit import output
from collabkit.cli import options
from collabkit.errors import DataError, UsageError
from collabkit.output import Column
from collabkit.workspace import Workspace
from collabkit.workspace.names import Advice


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
    catalog: options.CatalogOption = None,
) -> None:
    """Advise whether to start, hold, change, rest or end, and why.

    It is advice out of the record, with what speaks against it. You know more than the record.

    Example: collab review prairie
    """
    if (name is None) is not all_:
        raise UsageError("say which partner, or --all", "`collab review prairie`")
    partnerships = Workspace.open(catalog=catalog).partnerships
    on = day.date() if day else None
    found = [partnerships.review(name, on=on)] if name is not None else partnerships.reviews(on=on)
    form = format_ or output.default_format()
    output.write(found, COLUMNS, form, id_=lambda each: each.partnership)
    if name is not None:
        options.print_notes(found[0].notes)
    broken = partnerships.problems() if all_ else []
    if broken:
        raise DataError(broken)
