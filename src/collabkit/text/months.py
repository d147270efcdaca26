"""Calendar months by name, the same on every machine, and those that a text names."""

import re
from datetime import date

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
_ENDS = ("before ", "by ", "through ", "to ", "until ")
"""Words before a month in which something ends."""


def month_after(day: date, after: int) -> str:
    """Return the month that comes so many months *after* that of *day*: "March 2027"."""
    months = day.year * len(MONTHS) + day.month - 1 + after
    return f"{MONTHS[months % len(MONTHS)]} {months // len(MONTHS)}"


def months_named(text: str) -> list[int]:
    """Return the months in which *text* says that something is held, in its order, each once."""
    found = (
        MONTHS.index(month) + 1
        for before, month in _MONTH.findall(text)
        if before.lower() not in _ENDS
    )
    return list(dict.fromkeys(found))
