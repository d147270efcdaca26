"""Days as people say them: "Dec 3", "12/3", "Friday", "tomorrow", "the end of May"."""

import calendar
import re
from datetime import date, timedelta
from typing import Final

from collabkit.partnerships.entries import day_of

_MONTHS: Final = {
    name: number
    for number in range(1, 13)
    for name in (calendar.month_name[number].lower(), calendar.month_abbr[number].lower())
} | {"sept": 9}
_WEEKDAYS: Final = {
    name: number
    for number in range(7)
    for name in (calendar.day_name[number].lower(), calendar.day_abbr[number].lower())
} | {"tues": 1, "thur": 3, "thurs": 3}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(_WEEKDAYS, key=len, reverse=True))

SPOKEN: Final = re.compile(
    rf"""(?P<iso>\d{{4}}-\d{{1,2}}-\d{{1,2}})
    | (?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year>\d{{4}}))?
    | (?:the\s+)?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month2>{_MONTH})\.?(?:,?\s+(?P<year2>\d{{4}}))?
    | (?P<month3>\d{{1,2}})/(?P<day3>\d{{1,2}})(?:/(?P<year3>\d{{4}}|\d\d))?
    | (?P<near>today|tonight|tomorrow|yesterday)
    | (?P<after>next\s+)?(?P<weekday>{_WEEKDAY})\.?
    | (?:the\s+)?end\s+of\s+(?:(?P<whole>{_MONTH})|(?:the|this)\s+(?P<span>week|month|year))
    | the\s+(?P<nth>\d{{1,2}})(?:st|nd|rd|th)""",
    re.IGNORECASE | re.VERBOSE,
)
"""A day in words; what it means depends on the day on which it is said."""


def coming(said: str, today: date) -> date | None:
    """Return the day that *said* means for something to come, if it names one."""
    found = SPOKEN.fullmatch(said.strip())
    return _day(found, today, past=False) if found else None


def gone(said: str, today: date) -> date | None:
    """Return the day that *said* means for something that was, if it names one."""
    found = SPOKEN.fullmatch(said.strip())
    return _day(found, today, past=True) if found else None


def _day(found: re.Match[str], today: date, *, past: bool) -> date | None:
    part = found.groupdict()
    if part["iso"]:
        return day_of("-".join(f"{int(number):02}" for number in part["iso"].split("-")))
    if part["near"]:
        return _moved(today, {"tomorrow": 1, "yesterday": -1}.get(part["near"].lower(), 0))
    if part["weekday"]:
        return _weekday(part["weekday"].lower(), today, past=past, after=bool(part["after"]))
    if part["span"]:
        return _end_of(part["span"].lower(), today)
    if part["whole"]:
        return _nearest(_MONTHS[part["whole"].lower()], 0, today, past=past)
    if part["nth"]:
        return _of_month(int(part["nth"]), today, past=past)
    for number in ("", "2", "3"):
        if part[f"month{number}"]:
            month = _MONTHS.get(part[f"month{number}"].lower()) or int(part["month3"])
            return _dated(month, int(part[f"day{number}"]), part[f"year{number}"], today, past=past)
    return None


def _moved(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:  # beyond the year 9999
        return None


def _weekday(name: str, today: date, *, past: bool, after: bool) -> date | None:
    ahead = (_WEEKDAYS[name] - today.weekday()) % 7
    if past:
        return _moved(today, ahead - 7 if ahead else -7)
    if after:  # "next Friday" is the one of the week that begins on Monday next
        return _moved(today, 7 - today.weekday() + _WEEKDAYS[name])
    return _moved(today, ahead or 7)


def _end_of(span: str, today: date) -> date | None:
    if span == "week":
        return _moved(today, (4 - today.weekday()) % 7)
    month = 12 if span == "year" else today.month
    return _safe(today.year, month, 0)


def _dated(month: int, day: int, year: str | None, today: date, *, past: bool) -> date | None:
    if day == 0:
        return None
    if year is None:
        return _nearest(month, day, today, past=past)
    return _safe(int(year) + (2000 if len(year) == 2 else 0), month, day)  # noqa: PLR2004 - digits


def _nearest(month: int, day: int, today: date, *, past: bool) -> date | None:
    """Return the next such day from *today* on, or the last one; a day of 0 is the month's last."""
    step = -1 if past else 1
    years = range(today.year, today.year + 5 * step, step)  # until the next leap year
    days = (_safe(year, month, day) for year in years)
    return next(
        (each for each in days if (each and (each <= today) is past) or each == today), None
    )


def _of_month(day: int, today: date, *, past: bool) -> date | None:
    """Return the coming or the last day of that number."""
    first = today.replace(day=1)
    other = _moved(first, -1 if past else 31)
    for month in filter(None, (first, other)):
        found = _safe(month.year, month.month, day) if day else None
        if found and (found <= today if past else found >= today):
            return found
    return None


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day or calendar.monthrange(year, month)[1])
    except (ValueError, OverflowError):
        return None
