"""The sheet on which a trial is counted: a line for each time, week or month, and a column for each count."""

from collections.abc import Sequence
from datetime import date

from collabkit.catalog.schedule import WEEKS, Schedule
from collabkit.catalog.work import Measure
from collabkit.proposals.result_parts import CountSheet
from collabkit.text.months import MONTHS

_MOST = 16
"""Lines that a sheet has room for."""


def count_sheet(
    schedule: Schedule | None, measures: Sequence[Measure], days: Sequence[date] = ()
) -> CountSheet | None:
    """Return the sheet for *measures*; nothing where none is counted as the trial goes on.

    Args:
        schedule: when the work runs.
        measures: what is counted.
        days: on which it is held, as far as somebody named them.
    """
    counted = [each.what for each in measures if each.kind == "output" and not each.ratio]
    if schedule is None or not counted:
        return None
    later = tuple(each.what for each in measures if each.answer == "count")
    held = _times(schedule)
    if 0 < len(days) <= _MOST and len(days) == held:
        return CountSheet(
            "Day",
            tuple(f"{MONTHS[day.month - 1]} {day.day}" for day in days),
            tuple(counted),
            later,
        )
    if 0 < held <= _MOST:
        per, lines = ("Day" if held == 1 else "Time"), held
    elif 0 < schedule.pilot_weeks <= _MOST:
        per, lines = "Week", schedule.pilot_weeks
    else:
        per, lines = "Month", max(1, round(schedule.pilot_weeks / WEEKS))
    return CountSheet(
        per,
        tuple(str(line + 1) if lines > 1 else "" for line in range(min(lines, _MOST))),
        tuple(counted),
        later,
    )


def _times(schedule: Schedule) -> int:
    """Return how often the trial is held; nothing for a service without sessions."""
    if schedule.is_one_day():
        return 1
    if schedule.pilot_sessions is not None:
        return round(schedule.pilot_sessions)
    return round(schedule.sessions_a_month * min(schedule.pilot_weeks / WEEKS, schedule.months))
