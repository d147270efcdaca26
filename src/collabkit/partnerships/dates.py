"""Days as people say them: "Dec 3", "12/3", "next Friday", "in two weeks", "the end of May", "Thanksgiving"."""

import calendar
import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

from collabkit.partnerships.entries import day_of
from collabkit.partnerships.holidays import holiday, nth_weekday
from collabkit.partnerships.spoken_days import MONTHS, NTHS, NUMBERS, SPOKEN, WEEKDAYS


def coming(said: str, today: date) -> date | None:
    """Return the day that *said* means for something to come, if it names one."""
    found = SPOKEN.fullmatch(said.strip())
    return day_in(found, today, past=False) if found else None


def gone(said: str, today: date) -> date | None:
    """Return the day that *said* means for something that was, if it names one."""
    found = SPOKEN.fullmatch(said.strip())
    return day_in(found, today, past=True) if found else None


def is_rough(found: re.Match[str]) -> bool:
    """Return whether what was *found* names a time of some days, such as a week or a month."""
    part = found.groupdict()
    return bool(
        part["bare"]
        or part["part"]
        or part["soon"]
        or part["quarter"]
        or part["weekend"]
        or part["nthweek"]
    )


def day_in(found: re.Match[str], today: date, *, past: bool) -> date | None:
    """Return the day that a match of `SPOKEN` means; of a time of some days the last, save of a coming week."""
    part = {name: value.lower() for name, value in found.groupdict().items() if value is not None}
    try:
        return next(
            (read(part, today, past) for name, read in _READERS.items() if name in part), None
        )
    except (ValueError, OverflowError):  # no such day, or beyond the year 9999
        return None


Part = Mapping[str, str]


def _iso(part: Part, _today: date, _past: bool) -> date | None:  # noqa: FBT001 - one shape for all readers
    return day_of("-".join(f"{int(number):02}" for number in part["iso"].split("-")))


def _near(part: Part, today: date, _past: bool) -> date | None:  # noqa: FBT001
    day = today + timedelta(days={"tomorrow": 1, "yesterday": -1}.get(part["near"], 0))
    return day + timedelta(
        days={"day": 1, "week": 7, "month": 30}.get(part.get("afternear", ""), 0)
    )


def _weekday(part: Part, today: date, past: bool) -> date | None:  # noqa: FBT001
    number = WEEKDAYS[part["weekday"]]
    ahead = (number - today.weekday()) % 7
    after, later = part.get("after", ""), 7 if "weekon" in part else 0
    if past or part.get("nextlast") == "last":
        return today + timedelta(days=ahead - 7 if ahead else -7)
    if (
        after.startswith("next") or "nextlast" in part
    ):  # "next Friday" is the one of the week that begins on Monday next
        return today + timedelta(days=7 - today.weekday() + number + later)
    return today + timedelta(days=(ahead or 7) + (7 if after else later))


def _counted(part: Part, today: date, past: bool) -> date | None:  # noqa: FBT001
    said = " ".join(part["count"].split())
    number = int(said) if said.isdecimal() else NUMBERS[said]
    number = -number if past else number
    if part["unit"] == "month":
        months = today.year * 12 + today.month - 1 + number
        return _safe(months // 12, months % 12 + 1, today.day) or _safe(
            months // 12, months % 12 + 1, 0
        )
    return today + timedelta(days=number * (7 if part["unit"] == "week" else 1))


def _week_from(part: Part, today: date, _past: bool) -> date | None:  # noqa: FBT001
    first = coming(part["fromday"], today)
    return first + timedelta(days=7 if part["weekfrom"].startswith("a") else 14) if first else None


def _end_of(part: Part, today: date, _past: bool) -> date | None:  # noqa: FBT001
    later = "spannext" in part
    if part["span"] == "week":
        return today + timedelta(days=(4 - today.weekday()) % 7 + 7 * later)
    if part["span"] == "month":
        last = _safe(today.year, today.month, 0)
        following = last + timedelta(days=1) if last else None
        return _safe(following.year, following.month, 0) if later and following else last
    month = 12 if part["span"] == "year" else (today.month + 2) // 3 * 3
    return _safe(today.year + (later and part["span"] == "year"), month, 0)


def _part_of(part: Part, today: date, past: bool) -> date | None:  # noqa: FBT001
    place = part["part"][:3]
    if part["partmonth"] == "next week":
        return today + timedelta(
            days=7 - today.weekday() + {"ear": 1, "mid": 2}.get(place, 4 if place == "lat" else 0)
        )
    first = _next_month(today) if part["partmonth"].startswith("next") else None
    day = {"ear": 7, "mid": 15, "lat": 0}.get(place, 1)
    if first:
        return _safe(first.year, first.month, day)
    return _nearest(MONTHS[part["partmonth"]], day, today, past=past)


def _soon(part: Part, today: date, _past: bool) -> date | None:  # noqa: FBT001
    later = part["soon"] == "next"
    if part["soonspan"] == "month":
        first = _next_month(today) if later else today
        return _safe(first.year, first.month, 0)
    if part["soonspan"] == "week":
        return today + timedelta(days=7 - today.weekday() if later else (4 - today.weekday()) % 7)
    return today + timedelta(days=(5 - today.weekday()) % 7 + 7 * later)


def _nth_weekday(part: Part, today: date, past: bool) -> date | None:  # noqa: FBT001
    weekday, nth = WEEKDAYS[part["nthweekday"]], NTHS[part["nthday"]]
    if "nthmonth" not in part:
        first = _next_month(today) if "nextmonth" in part else today
        return nth_weekday(first.year, first.month, weekday, nth)
    years = [today.year - 1, today.year] if past else [today.year, today.year + 1]
    days = [nth_weekday(year, MONTHS[part["nthmonth"]], weekday, nth) for year in years]
    fitting = [day for day in days if day and (day <= today if past else day >= today)]
    return fitting[-1 if past else 0] if fitting else None


def _week_of(part: Part, today: date, past: bool) -> date | None:  # noqa: FBT001
    week = NTHS[part["nthweek"]]
    return _nearest(MONTHS[part["weekmonth"]], week * 7 if week > 0 else 0, today, past=past)


def _holiday(part: Part, today: date, past: bool) -> date | None:  # noqa: FBT001
    name = " ".join(part["holiday"].split()).replace("\u2019", "'")
    years = [today.year - 1, today.year] if past else [today.year, today.year + 1]
    days = [day for year in years if (day := holiday(name, year))]
    fitting = [day for day in days if (day <= today if past else day >= today)]
    return fitting[-1 if past else 0] if fitting else None


def _of_month(part: Part, today: date, past: bool) -> date | None:  # noqa: FBT001
    """Return the coming or the last day of that number."""
    first = today.replace(day=1)
    other = first + timedelta(days=-1 if past else 31)
    day = int(part["nth"])
    for month in [other] if "nthnext" in part else [first, other]:
        found = _safe(month.year, month.month, day) if day else None
        if found and (found <= today if past else found >= today):
            return found
    return None


def _beside_holiday(part: Part, today: date, past: bool) -> date | None:  # noqa: FBT001
    """Return "the Monday before Thanksgiving"."""
    day = _holiday({"holiday": part["besides"]}, today, past)
    if day is None:
        return None
    ahead = (WEEKDAYS[part["dayof"]] - day.weekday()) % 7
    return day + timedelta(days=(ahead or 7) if part["beside"] == "after" else ahead - 7)


def _quarter(part: Part, today: date, past: bool) -> date | None:  # noqa: FBT001
    return _nearest(int(part["quarter"][1]) * 3, 0, today, past=past)


def _dated(number: str) -> Callable[[Part, date, bool], date | None]:
    def read(part: Part, today: date, past: bool) -> date | None:  # noqa: FBT001
        name, day, year = (
            part[f"month{number}"],
            int(part[f"day{number}"]),
            part.get(f"year{number}"),
        )
        month = MONTHS.get(name) or int(name)
        if day == 0:
            return None
        if year is None:
            return _nearest(month, day, today, past=past)
        return _safe(int(year) + (2000 if len(year) == 2 else 0), month, day)  # noqa: PLR2004 - digits

    return read


_READERS: Final[Mapping[str, Callable[[Part, date, bool], date | None]]] = {
    "iso": _iso,
    "month": _dated(""),
    "month2": _dated("2"),
    "month4": lambda part, _today, _past: _safe(int(part["year4"]), MONTHS[part["month4"]], 0),
    "month3": _dated("3"),
    "near": _near,
    "nthday": _nth_weekday,
    "first": lambda _part, today, past: (
        today.replace(day=1) if past or today.day == 1 else _next_month(today).replace(day=1)
    ),
    "nthweek": _week_of,
    "dayof": _beside_holiday,
    "weekfrom": _week_from,
    "weekday": _weekday,
    "count": _counted,
    "endofday": lambda _part, today, _past: today,
    "whole": lambda part, today, past: _nearest(MONTHS[part["whole"]], 0, today, past=past),
    "endyear": lambda part, _today, _past: _safe(int(part["endyear"]), 12, 31),
    "span": _end_of,
    "out": lambda _part, today, _past: _safe(today.year, today.month, 0),
    "part": _part_of,
    "soon": _soon,
    "weekend": lambda _part, today, _past: today + timedelta(days=(5 - today.weekday()) % 7),
    "holiday": _holiday,
    "nth": _of_month,
    "quarter": _quarter,
    "bare": lambda part, today, past: _nearest(MONTHS[part["bare"]], 0, today, past=past),
}
"""How each way of saying a day is read."""


def _next_month(today: date) -> date:
    return today.replace(day=1) + timedelta(days=31)


def _nearest(month: int, day: int, today: date, *, past: bool) -> date | None:
    """Return the next such day from *today* on, or the last one; a day of 0 is the month's last."""
    step = -1 if past else 1
    years = range(today.year, today.year + 5 * step, step)  # until the next leap year
    days = (_safe(year, month, day) for year in years)
    return next(
        (each for each in days if (each and (each <= today) is past) or each == today), None
    )


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day or calendar.monthrange(year, month)[1])
    except (ValueError, OverflowError):
        return None
