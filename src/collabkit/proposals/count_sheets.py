"""The sheet on which a trial is counted: a line for each time, week or month, and a column for each count."""

import re
from collections.abc import Sequence
from datetime import date

from collabkit.catalog.schedule import WEEKS, Schedule
from collabkit.catalog.work import Measure
from collabkit.proposals.fact_parts import Fact
from collabkit.proposals.result_parts import CountSheet
from collabkit.text.months import MONTHS, month_after

_MOST = 16
"""Lines that a sheet has room for."""


def count_sheet(
    schedule: Schedule | None,
    measures: Sequence[Measure],
    days: Sequence[date] = (),
    rule: Fact = "",
    start: date | None = None,
) -> CountSheet | None:
    """Return the sheet for *measures*; nothing where none is counted.

    Args:
        schedule: when the work runs.
        measures: what is counted.
        days: on which it is held, as far as somebody named them.
        rule: by which the trial stops.
        start: its first day, as far as somebody named it.
    """
    counted = [
        each
        for each in measures
        if each.answer == "count" or (each.kind == "output" and not each.ratio)
    ]
    columns = tuple(number for each in counted for number in each.columns())
    later = tuple(number for each in counted for number in each.looked_up())
    if schedule is None or not (columns or later):
        return None
    per, lines = _lines(schedule, days, start)
    return CountSheet(per, lines, columns, later, _look(str(rule)) if len(lines) > 1 else "")


_COUNT = "(?:two|three|four|five|six|seven|eight|nine|ten|twelve)"
_NTH = "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth)"
_SPAN = "(?:date|evening|meeting|morning|afternoon|month|session|Saturday|time|visit|week)"
_LOOK = (
    rf"\b(?:in|of|over|on|at) the first (?P<first>{_COUNT} {_SPAN}s)\b"
    rf"|\b(?:by|after|in|at) the {_NTH} {_SPAN}\b"
    rf"|\bafter {_COUNT} {_SPAN}s\b|\b(?:by|in) week (?:\d+|{_COUNT})\b"
)


def _look(rule: str) -> str:
    """Return when one has to look, so that the *rule* can be heeded: "by the fourth evening"; or nothing."""
    found = re.search(_LOOK, rule)
    if not found:
        return ""
    return f"after the first {found['first']}" if found["first"] else found[0]


def _lines(
    schedule: Schedule, days: Sequence[date], start: date | None
) -> tuple[str, tuple[str, ...]]:
    """Return what a line is for, and how each begins."""
    held = schedule.times_held()
    if 0 < len(days) <= _MOST and len(days) == held:
        return "Day", tuple(f"{MONTHS[day.month - 1]} {day.day}" for day in days)
    if 0 < held <= _MOST:
        per, count = ("Day" if held == 1 else "Time"), held
    elif 0 < schedule.pilot_weeks <= _MOST:
        per, count = "Week", schedule.pilot_weeks
    else:
        per, count = "Month", max(1, round(schedule.pilot_weeks / WEEKS))
    if per == "Month" and start and count > 1:
        return per, tuple(month_after(start, nth) for nth in range(min(count, _MOST)))
    return per, tuple(str(line + 1) if count > 1 else "" for line in range(min(count, _MOST)))
