"""``collab count``: what came of a partnership and what it took, typed once."""

from datetime import datetime
from typing import Annotated

import typer

from collabkit import output
from collabkit.api.counting import Noted
from collabkit.api.partnerships import Partnerships
from collabkit.cli import options
from collabkit.cli.complete import ids_of
from collabkit.cli.count import columns
from collabkit.errors import DataError, UsageError
from collabkit.output import Format
from collabkit.partnerships.counts.counted import Counted
from collabkit.partnerships.counts.rows import Count, Kind
from collabkit.partnerships.entries import Side
from collabkit.workspace import Workspace

MOST = 6
"""Rows that are shown back; the file has them all."""


def command(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]", help="Any part of the partner's name.", show_default=False
        ),
    ] = None,
    measure: Annotated[
        str | None,
        typer.Argument(
            metavar="[MEASURE]",
            help="Any clear part of what the work counts, your own words, or hours or dollars.",
            show_default=False,
        ),
    ] = None,
    values: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[VALUE]...",
            help="A number, which adds to those before; or answers, such as yes=9 partly=2 no=1.",
            show_default=False,
        ),
    ] = None,
    total: Annotated[
        bool, typer.Option("--total", help="The number is all of it up to that day.")
    ] = False,
    level: Annotated[
        bool,
        typer.Option("--level", help="The number is how it stands; such numbers are not added."),
    ] = False,
    target: Annotated[
        bool,
        typer.Option(
            "--target", help='The number is what you hope for; "at most 5" if less is better.'
        ),
    ] = False,
    baseline: Annotated[
        bool, typer.Option("--baseline", help="The number is where it started.")
    ] = False,
    theirs: Annotated[
        bool, typer.Option("--theirs", help="These are the partner's hours or dollars.")
    ] = False,
    work: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="The joint work, if it is not that of the partnership.",
            autocompletion=ids_of("activities"),
            show_default=False,
        ),
    ] = None,
    from_: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FILE|-",
            help="Counts as CSV with the columns measure and value; - reads stdin.",
            show_default=False,
        ),
    ] = None,
    since: Annotated[
        datetime | None,
        typer.Option(
            "--since",
            formats=["%Y-%m-%d"],
            metavar="YYYY-MM-DD",
            help="Show only what was counted from this day on.",
            show_default=False,
        ),
    ] = None,
    day: options.DayOption = None,
    format_: options.FormatOption = None,
    color: options.ColorOption = True,
    catalog: options.CatalogOption = None,
) -> None:
    """Write down what was counted, or show it beside baseline and target, with hours and dollars.

    Hours stay hours: no price is put on anything. Without NAME all partnerships are shown.

    Example: collab count prairie learners 12
    """
    kept = Workspace.open(catalog=catalog).partnerships
    on = day.date() if day else None
    if from_ is not None:
        if name is None or measure is not None:
            raise UsageError(
                "--from takes a name and nothing else", "`collab count NAME --from FILE`"
            )
        raw, called = options.content(from_)
        _tell(kept.count_csv(name, raw, file=called, on=on))
    elif name is not None and measure is not None:
        if not values:
            raise UsageError("say how many", f"`collab count {name} {measure!r} 12`")
        kind = _kind(total=total, level=level, target=target, baseline=baseline)
        side: Side | None = "they" if theirs else None
        _tell(kept.count(name, measure, values, kind=kind, side=side, work=work, on=on))
    else:
        found = kept.counted(name, since=since.date() if since else None, until=on)
        _show(kept, found, format_, one=name is not None, color=color)


def _kind(*, total: bool, level: bool, target: bool, baseline: bool) -> Kind:
    flags: dict[Kind, bool] = {
        "total": total,
        "level": level,
        "target": target,
        "baseline": baseline,
    }
    up = [kind for kind, is_up in flags.items() if is_up]
    if len(up) > 1:
        raise UsageError(f"a number cannot be both {up[0]} and {up[1]}", "Say one of them.")
    return up[0] if up else "count"


def _show(
    kept: Partnerships,
    found: list[Counted],
    format_: Format | None,
    *,
    one: bool,
    color: bool,
) -> None:
    form = format_ or output.default_format()
    # A table of all is for what came of them; what is not counted yet is asked for one by one.
    shown = found if one or form is not Format.TABLE else [each for each in found if each.known]
    cells = columns.ONE if one else columns.ALL
    output.write(shown, cells, form, id_=lambda each: each.measure, color=color)
    if not any(each.known for each in found):
        output.note("Nothing is counted yet: collab count NAME WHAT 12")
    broken = [] if one else kept.problems()
    if broken:
        raise DataError(broken)


def _tell(made: Noted) -> None:
    for said in made.passed_over[:MOST]:
        output.note(f"not a count: {said}")
    for each, about in zip(made.counts[:MOST], made.measures, strict=False):
        output.note(_counted(each, about))
    if len(made.counts) > MOST:
        output.note(f"{len(made.counts) - MOST} more")
    output.note(f"in {made.file}")


_KINDS: dict[Kind, str] = {
    "count": "",
    "level": " (a level: the latest stands)",
    "at-most": " (target)",
}
"""How a kind is told where its name alone would not say it."""


def _counted(each: Count, about: str) -> str:
    side = {"we": ", ours", "they": ", theirs", None: ""}[each.side]
    kind = _KINDS.get(each.kind, f" ({each.kind})")
    most = "at most " if each.kind == "at-most" else ""
    meant = f", counted as: {about}" if about else ""
    return f"{each.day} {each.measure}{side}: {most}{columns.figure(each.value)}{kind}{meant}"
