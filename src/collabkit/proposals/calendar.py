"""When a trial could begin: after the weeks of preparing, in a month that the work is bound to."""

import re
from collections.abc import Collection
from datetime import date, timedelta
from typing import NamedTuple

from collabkit.catalog import Activity
from collabkit.catalog.work import Schedule

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_MONTH = re.compile(rf"(\w+ )?\b({'|'.join(MONTHS)})\b")
_HALF = 15
"""The day of a month after which nothing new begins in it."""
_HURRIED = 0.75
"""The share of the weeks of preparing that is enough to be there when a season opens."""
_FRIDAY = 5
_TURN_BEGINS, _TURN_ENDS = 18, 3
"""Days of December and January between which nobody answers."""
_TIME_TO_ANSWER = timedelta(weeks=2)
_NO_BEGINNING = ("before ", "by ", "through ", "to ", "until ")
"""Words before a month in which something ends."""


class Beginning(NamedTuple):
    """When a trial could begin."""

    month: str
    """Such as "March 2027"."""
    answer: str
    """The last day for a yes, such as "January 11, 2027"; empty if that is within two weeks."""


def long_date(day: date) -> str:
    """Return *day* as a letter bears it, the same on every machine: "March 3, 2026"."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def beginning(activity: Activity, on: date) -> Beginning | None:
    """Return when a trial could begin that is proposed at the day *on*.

    It is None where nobody can know: the work has no schedule, or waits for a storm or a layoff.
    """
    schedule = activity.schedule
    if schedule is None or schedule.waits:
        return None
    bound = _bound(schedule, activity.pilot)
    least = timedelta(weeks=schedule.lead_weeks * _HURRIED)
    month = _next(bound, on + timedelta(weeks=schedule.lead_weeks))
    hurried = _next(bound, on + least)
    if bound and (hurried.month - 2) % 12 + 1 not in bound:
        # Who would else wait for a year hurries: a school's October is not missed for three weeks.
        month = hurried
    answer = _workday(_before_the_holidays(_workday(month + timedelta(days=_HALF) - least)))
    return Beginning(
        f"{MONTHS[month.month - 1]} {month.year}",
        long_date(answer) if answer >= on + _TIME_TO_ANSWER else "",
    )


def _workday(day: date) -> date:
    """Return *day*, or the Friday before it."""
    return day - timedelta(days=max(0, day.isoweekday() - _FRIDAY))


def _before_the_holidays(day: date) -> date:
    """Return *day*, or the last on which people answer letters before the turn of the year."""
    if day.month == 1 and day.day <= _TURN_ENDS:
        return date(day.year - 1, 12, _TURN_BEGINS)
    return min(day, day.replace(day=_TURN_BEGINS)) if day.month == len(MONTHS) else day


def _next(bound: Collection[int], ready: date) -> date:
    """Return the first of the first month of *bound* that still has its first half at *ready*."""
    month = (ready if ready.day <= _HALF else ready + timedelta(days=_HALF + 1)).replace(day=1)
    while bound and month.month not in bound:
        month = (month + timedelta(days=32)).replace(day=1)
    return month


def _bound(schedule: Schedule, pilot: str) -> Collection[int]:
    """Return the months in which the trial can begin; empty if in any.

    What the pilot says counts before the season of the work, where both agree.
    """
    named = _named(pilot)
    if not schedule.season:
        return named[:1]
    return [month for month in named if month in schedule.season][:1] or schedule.season


def _named(pilot: str) -> list[int]:
    """Return the months in which *pilot* says that something is held, in its order."""
    return [
        MONTHS.index(month) + 1
        for before, month in _MONTH.findall(pilot)
        if before.lower() not in _NO_BEGINNING
    ]
