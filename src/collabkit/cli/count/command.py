"""``collab count``: what came of a partnership and what it took, typed once."""

from collabkit import output
from collabkit.cli import options
from collabkit.cli.count import columns
from collabkit.cli.count import count_options as given
from collabkit.errors import DataError, UsageError
from collabkit.output import Format
from collabkit.workspace import Workspace
from collabkit.workspace.names import CountKind, Counts, Partnerships, RecordedCounts, Side


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
    catalog: options.CatalogOption = None,
) -> None:
    """Write down what was counted, or show it beside the target.

    Hours and dollars of both sides stand with it. Hours stay hours: no price is put on anything. Without NAME all partnerships are shown.

    Example: collab count prairie learners 12
    """
    partnerships = Workspace.open(catalog=catalog).partnerships
    on = day.date() if day else None
    if from_ is not None:
        if name is None or measure is not None:
            raise UsageError(
                "--from takes a name and nothing else", "`collab count NAME --from FILE`"
            )
        raw, called = options.content(from_)
        _print(partnerships.count_csv(name, raw, file=called, on=on))
    elif name is not None and measure is not None:
        if not values:
            raise UsageError("say how many", f"`collab count {name} {measure!r} 12`")
        kind = _kind(total=total, level=level, target=target, baseline=baseline)
        side: Side | None = "they" if theirs else None
        _print(partnerships.count(name, measure, values, kind=kind, side=side, work=work, on=on))
    else:
        found = partnerships.counted(name, since=since.date() if since else None, until=on)
        _show(partnerships, found, format_, one=name is not None)


def _kind(*, total: bool, level: bool, target: bool, baseline: bool) -> CountKind:
    flags: dict[CountKind, bool] = {
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
    partnerships: Partnerships,
    found: Counts,
    format_: Format | None,
    *,
    one: bool,
) -> None:
    form = format_ or output.default_format()
    # A table of all is for what came of them; what is not counted yet is asked for one by one.
    shown = found if one or form is not Format.TABLE else [each for each in found if each.known]
    cells = columns.ONE if one else columns.ALL
    output.write(shown, cells, form, id_=lambda each: each.measure)
    options.print_notes(found.notes)
    broken = [] if one else partnerships.problems()
    if broken:
        raise DataError(broken)


def _print(recorded: RecordedCounts) -> None:
    options.print_notes(recorded.notes)
    output.note(f"in {recorded.file}")
