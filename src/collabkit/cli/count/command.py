"""``collab count``: what came of a partnership and what it took, typed once."""

from collabkit import output
from collabkit.api.counting import Noted
from collabkit.api.partnerships import Partnerships
from collabkit.cli import options
from collabkit.cli.count import columns
from collabkit.cli.count import count_options as given
from collabkit.errors import DataError, UsageError
from collabkit.output import Format
from collabkit.partnerships.counts.counted import Counted
from collabkit.partnerships.counts.rows import Count, Kind
from collabkit.partnerships.entries import Side
from collabkit.workspace import Workspace

MOST = 6
"""Rows that are shown back; the file has them all."""


def command(
    name: given.NameArgument = None,
    measure: given.MeasureArgument = None,
    values: given.ValuesArgument = None,
    total: given.TotalOption = False,
    level: given.LevelOption = False,
    target: given.TargetOption = False,
    baseline: given.BaselineOption = False,
    theirs: given.TheirsOption = False,
    work: given.WorkOption = None,
    from_: given.FromOption = None,
    since: given.SinceOption = None,
    day: options.DayOption = None,
    format_: options.FormatOption = None,
    color: options.ColorOption = True,
    catalog: options.CatalogOption = None,
) -> None:
    """Write down what was counted, or show it beside the target.

    Hours and dollars of both sides stand with it. Hours stay hours: no price is put on anything. Without NAME all partnerships are shown.

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
    for less in dict.fromkeys(filter(None, made.narrower[:MOST])):
        output.note(f"Kept in your own words. If you meant what the work counts, write: {less}.")
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
