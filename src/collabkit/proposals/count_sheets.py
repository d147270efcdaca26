"""The sheet on which a trial is counted: a line for each time, week or month, and a column for each count."""

from collections.abc import Sequence
from datetime import date

from collabkit.catalog.schedule import WEEKS, Schedule
from collabkit.catalog.work import Measure
from collabkit.proposals.count_columns import (
    goes_along,
    is_known_later,
    is_known_once,
    look_of,
    numbers,
)
from collabkit.proposals.fact_parts import Fact
from collabkit.proposals.result_parts import CountSheet
from collabkit.text.months import MONTHS

_MOST = 16
"""Lines that a sheet has room for."""


def count_sheet(
    schedule: Schedule | None,
    measures: Sequence[Measure],
    days: Sequence[date] = (),
    rule: Fact = "",
) -> CountSheet | None:
    """Return the sheet for *measures*; nothing where none is counted.

    Args:
        schedule: when the work runs.
        measures: what is counted.
        days: on which it is held, as far as somebody named them.
        rule: by which the trial stops.
    """
    counted = [
        (number, each.ask)
        for each in measures
        if each.kind == "output" and not each.ratio
        for number in numbers(each.what)
    ]
    if schedule is None or not counted:
        return None
    per, lines = _lines(schedule, days)
    counted += [
        (each.what, each.ask)
        for each in measures
        if each.answer == "count" and goes_along(each.ask)
    ]
    # What is counted once has no line for each time; where there is one time, most is counted then.
    once = [
        number
        for number, ask in counted
        if (is_known_once(number, ask) if len(lines) > 1 else is_known_later(number, ask))
    ]
    looked_up = [
        each.what for each in measures if each.answer == "count" and not goes_along(each.ask)
    ]
    return CountSheet(
        per,
        lines,
        tuple(number for number, _ in counted if number not in once),
        (*once, *looked_up),
        look_of(str(rule)) if len(lines) > 1 else "",
    )


def _lines(schedule: Schedule, days: Sequence[date]) -> tuple[str, tuple[str, ...]]:
    """Return what a line is for, and how each begins."""
    held = _times(schedule)
    if 0 < len(days) <= _MOST and len(days) == held:
        return "Day", tuple(f"{MONTHS[day.month - 1]} {day.day}" for day in days)
    if 0 < held <= _MOST:
        per, count = ("Day" if held == 1 else "Time"), held
    elif 0 < schedule.pilot_weeks <= _MOST:
        per, count = "Week", schedule.pilot_weeks
    else:
        per, count = "Month", max(1, round(schedule.pilot_weeks / WEEKS))
    return per, tuple(str(line + 1) if count > 1 else "" for line in range(min(count, _MOST)))


def _times(schedule: Schedule) -> int:
    """Return how often the trial is held; nothing for a service without sessions."""
    if schedule.is_one_day():
        return 1
    if schedule.pilot_sessions is not None:
        return round(schedule.pilot_sessions)
    return round(schedule.sessions_a_month * min(schedule.pilot_weeks / WEEKS, schedule.months))
