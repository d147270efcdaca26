"""Days, months, weekdays and hours of the clock in a text, each in one form."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_MONTHS = [
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
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTH = (
    "|".join(f"{each}|{each[:3]}\\." for each in _MONTHS)
    + "|Sept?\\.?|Jan|Feb|Mar|Apr|Aug|Oct|Nov|Dec"
)
_PATTERN = re.compile(
    rf"\b(?P<m1>{_MONTH})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)(?:,?\s+(?P<y1>\d{{4}}))?"
    rf"|\b(?:the\s+)?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{_MONTH})(?!\w)(?:,?\s+(?P<y2>\d{{4}}))?"
    r"|\b(?P<m3>\d{1,2})/(?P<d3>\d{1,2})(?:/(?P<y3>\d{2,4}))?\b"
    r"|\b(?P<y4>\d{4})-(?P<m4>\d\d)-(?P<d4>\d\d)\b"
    r"|\b(?P<modal>May)(?=\s+(?:I|we|our|you|your|they|the|a|one|two)\b)"
    rf"|\b(?P<month>{_MONTH})(?!\w)(?:\s+(?P<year>\d{{4}}))?"
    rf"|\b(?P<weekday>{'|'.join(_DAYS)})s?\b"
    r"|\b(?P<hour>\d{1,2})(?::(?P<minute>\d\d))?\s*(?P<half>[ap]\.?m\.?)(?!\w)"
    r"|\b(?P<clock>\d{1,2}:\d\d)\b"
)
_SPAN = re.compile(rf"\b({'|'.join(_MONTHS)})\s+(?:to|through|until|and)\s+({'|'.join(_MONTHS)})\b")


class Time(NamedTuple):
    """A day, a month, a weekday or an hour."""

    text: str
    """As it stands."""
    form: str
    """The same in one form: `03-17` for a day, `month 3`, `weekday mon`, `clock 3:30`."""
    year: str = ""
    start: int = 0
    end: int = 0


def times(text: str) -> Iterator[Time]:
    """Yield what *text* says of time; "may" in small letters is no month."""
    for found in _PATTERN.finditer(text):
        if found["modal"]:
            continue
        form, year = _form(found)
        yield Time(found[0], form, year, found.start(), found.end())


def months_between(text: str) -> Iterator[str]:
    """Yield the forms of the months that lie in a span that *text* names."""
    for first, last in _SPAN.findall(text):
        at, end = _MONTHS.index(first), _MONTHS.index(last)
        for step in range((end - at) % 12 + 1):
            yield f"month {(at + step) % 12 + 1}"


def _form(found: re.Match[str]) -> tuple[str, str]:
    for number in "1234":
        if day := found[f"d{number}"]:
            return f"{_month(found[f'm{number}']):02}-{int(day):02}", found[f"y{number}"] or ""
    if found["month"]:
        return f"month {_month(found['month'])}", found["year"] or ""
    if found["weekday"]:
        return f"weekday {found['weekday'][:3].casefold()}", ""
    if found["hour"]:
        return f"clock {int(found['hour'])}:{found['minute'] or '00'}", ""
    return f"clock {found['clock'].lstrip('0')}", ""


def _month(name: str) -> int:
    if name.isdecimal():
        return int(name)
    return next(at for at, each in enumerate(_MONTHS, start=1) if each[:3] == name[:3])
