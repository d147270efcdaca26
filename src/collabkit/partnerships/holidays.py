"""Days that Americans call by a name: "Thanksgiving", "MLK day", "tax day", "Easter"."""

import re
from datetime import date, timedelta
from typing import Final

_FIXED: Final = {
    r"new year'?s? eve": (12, 31), r"(?<!a )(?:the )?new year(?:'?s)?(?: day)?": (1, 1),
    r"groundhog day": (2, 2), r"valentine'?s?(?: day)?": (2, 14), r"(?:st\.? )(?:patrick|paddy)'?s?(?: day)?": (3, 17),
    r"april fools'?(?: day)?": (4, 1), r"tax day": (4, 15), r"earth day": (4, 22), r"cinco de mayo": (5, 5),
    r"flag day": (6, 14), r"juneteenth": (6, 19), r"(?:the )?fourth of july|(?:the )?4th of july|independence day": (7, 4),
    r"constitution day": (9, 17), r"halloween": (10, 31), r"veterans'? day": (11, 11), r"(?:christmas|xmas) eve": (12, 24), r"christmas(?: day)?|xmas": (12, 25),
}  # fmt: skip
_NTH: Final = {
    r"mlk(?: day)?|martin luther king(?: jr)?(?: day)?": (1, 0, 3), r"president'?s'?(?: day)?": (2, 0, 3),
    r"mother'?s'? day": (5, 6, 2), r"memorial day": (5, 0, -1), r"father'?s'? day": (6, 6, 3), r"labor day": (9, 0, 1),
    r"(?:columbus|indigenous peoples'?) day": (10, 0, 2), r"thanksgiving(?: day)?|turkey day": (11, 3, 4), r"giving tuesday": (11, 3, 4), r"black friday": (11, 3, 4), r"election day": (11, 0, 1), r"arbor day": (4, 4, -1),
}  # fmt: skip
"""Month, weekday from Monday, and which of the month; -1 is the last."""
_EASTER: Final = (
    r"easter(?: sunday)?|good friday|palm sunday|ash wednesday|mardi gras|easter monday"
)
_AFTER: Final = {"giving tuesday": 5, "black friday": 1, "election day": 1}
"""Days from the weekday in `_NTH` to the day itself: Thanksgiving to the Tuesday after it, a Monday to its Tuesday."""
_BEFORE_EASTER: Final = {
    "good friday": -2,
    "palm sunday": -7,
    "ash wednesday": -46,
    "mardi gras": -47,
    "easter monday": 1,
}
HOLIDAY: Final = "|".join([*_FIXED, *_NTH, _EASTER]).replace(" ", r"\s")
"""The pattern of all of them, in small letters."""


def holiday(name: str, year: int) -> date | None:
    """Return the day that *name* has in *year*."""
    for pattern, (month, day) in _FIXED.items():
        if re.fullmatch(pattern, name):
            return date(year, month, day)
    for pattern, (month, weekday, nth) in _NTH.items():
        if re.fullmatch(pattern, name):
            found = nth_weekday(year, month, weekday, nth)
            return found + timedelta(days=_AFTER.get(name, 0)) if found else None
    easter = re.fullmatch(_EASTER, name)
    return _easter(year) + timedelta(days=_BEFORE_EASTER.get(name, 0)) if easter else None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """Return the *nth* such *weekday* of a month, from 1; -1 is the last."""
    first = date(year, month, 1)
    days = [
        day
        for step in range(31)
        if (day := first + timedelta(days=step)).month == month and day.weekday() == weekday
    ]
    try:
        return days[nth - 1 if nth > 0 else nth]
    except IndexError:
        return None


def _easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar, by the anonymous reckoning of 1876."""
    golden, century, of_century = year % 19, year // 100, year % 100
    leap, rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - correction + 15) % 30
    leaps, years = divmod(of_century, 4)
    to_sunday = (32 + 2 * rest + 2 * leaps - epact - years) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
