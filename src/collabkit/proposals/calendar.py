"""When a trial could begin: after the weeks of preparing, in a month that the work is bound to."""

import re
from collections.abc import Collection
from datetime import date, timedelta

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
_NO_BEGINNING = ("before ", "by ", "through ", "to ", "until ")
"""Words before a month in which something ends."""


def beginning(activity: Activity, on: date) -> str:
    """Return the month in which a trial could begin that is agreed on at the day *on*: "March 2027".

    It is empty where nobody can know: the work has no schedule, or waits for a storm or a layoff.
    """
    schedule = activity.schedule
    if schedule is None or (schedule.held and not schedule.season and not _named(activity.pilot)):
        return ""
    ready = on + timedelta(weeks=schedule.lead_weeks)
    month = (ready if ready.day <= _HALF else ready + timedelta(days=_HALF + 1)).replace(day=1)
    bound = _bound(schedule, activity.pilot)
    while bound and month.month not in bound:
        month = (month + timedelta(days=32)).replace(day=1)
    return f"{MONTHS[month.month - 1]} {month.year}"


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
