"""Days in a text that no calendar has, or that nobody can mean: "February 30", "2027-13-45", "the 31st of June"."""

import calendar
import re
from collections.abc import Iterator
from typing import Final

from collabkit.arguments import FIRST_YEAR, LAST_YEAR
from collabkit.text.months import MONTHS

_ABBREVIATED = "|".join(
    f"{name[:3]}(?:{name[3:]})?" if name != "September" else "Sept?(?:ember)?" for name in MONTHS
)
_NAME = rf"\b(?P<month>{_ABBREVIATED})\b\.?"
_ISO = re.compile(r"(?<![\w-])(?P<year>\d{4,6})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?![\w-])")
_SLASHED = re.compile(
    r"(?<![\w/])(?P<month>\d{1,2})/(?P<day>\d{1,2})(?:/(?P<year>\d{4}|\d{2}))?(?![\w/])"
)
_NAMED = re.compile(
    rf"(?P<in>\bin )?{_NAME} (?P<day>\d{{1,2}})(?P<nth>st|nd|rd|th)?\b(?!:|/| ?[ap]\.?m\b)(?:,? (?P<year>\d{{4}})\b)?",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th) (?:of |in )?{_NAME}(?:,? (?P<year>\d{{4}})\b)?",
    re.IGNORECASE,
)
_NUMBERS: Final = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_LONGEST = 31
"""Days of the longest month."""
_LEAP = 2024
"""A year in which February has all its days, for a text that names none."""


def impossible_day(text: str) -> str | None:
    """Return the first day named in *text* that no calendar has, as it is written there; nothing if there is none.

    A day of a year before `FIRST_YEAR` or after `LAST_YEAR` counts as one. A fraction (1/2), a span (24/7), a count
    behind a month ("in June 31 kids came", "we may 40") and anything else that need not be a day is left alone.
    """
    return min(_impossible(text), default=(0, None), key=lambda found: found[0])[1]


def _impossible(text: str) -> Iterator[tuple[int, str]]:
    """Yield such days with their places."""
    for found in _ISO.finditer(text):
        if not _exists(int(found["year"]), int(found["month"]), int(found["day"])):
            yield found.start(), found[0]
    for found in _SLASHED.finditer(text):
        month, day = int(found["month"]), int(found["day"])
        # Without a year only what has a month and a day of some month is meant as one: 24/7 and 9/45 are not.
        meant = found["year"] or (1 <= month <= len(MONTHS) and 1 <= day <= _LONGEST)
        if meant and not _exists(_in_full(found["year"]), month, day):
            yield found.start(), found[0]
    for found in _NAMED.finditer(text):
        if (found["nth"] or found["year"] or _names_a_day(found)) and not _exists_named(found):
            yield found.start("month"), found[0].removeprefix(found["in"] or "")
    for found in _DAY_FIRST.finditer(text):
        if not _exists_named(found):
            yield found.start(), found[0]


def _names_a_day(found: re.Match[str]) -> bool:
    """Return whether the bare number behind a month is its day, and not how many came."""
    is_month = found["month"] not in {"may", "march"}
    return is_month and not found["in"] and int(found["day"]) <= _LONGEST


def _exists_named(found: re.Match[str]) -> bool:
    number = _NUMBERS[found["month"][:3].lower()]
    return _exists(int(found["year"] or _LEAP), number, int(found["day"]))


def _in_full(year: str | None) -> int:
    if year is None:
        return _LEAP
    return int(year) + (2000 if len(year) == 2 else 0)  # noqa: PLR2004 - digits


def _exists(year: int, month: int, day: int) -> bool:
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= len(MONTHS)):
        return False
    return 1 <= day <= calendar.monthrange(year, month)[1]
