"""Days that somebody named, with the year or the months that they leave out: "Friday, April 16, 2027, at dusk"."""

import re
from datetime import date, timedelta

from collabkit.text.months import MONTHS


def dated(when: str, on: date, start: date, end: date | None = None, *, span: bool = True) -> str:
    """Return *when* so that nobody has to guess in which year or in which months it is.

    A day that names its month gets its year, where that is not the year of the paper; days of the week alone get
    the months from *start* to *end*. What says its year already stays as it is.

    Args:
        when: days and hours, as somebody said them.
        on: the day that the paper bears.
        start: the first day of the work.
        end: the last day, as far as it is known.
        span: whether to tell the months; what is signed tells its first and last day itself.
    """
    if re.search(_YEAR, when):
        return when
    found = re.search(_DAYS, when)
    if found:
        return _with_year(when, found, on, start)
    if not span or re.search(_DATED, when):
        return when
    return f"{when}, {months(start, end)}"


def named_days(when: str, on: date) -> tuple[date, ...]:
    """Return the days that *when* names with their month, in order; none of them where it names a stretch of days.

    Without a year each is the first such day from about the day *on*.
    """
    if re.search(_STRETCH, when):
        return ()
    stated = re.search(_YEAR, when)
    days, month = [], 0
    for found in re.finditer(_DAYS, when):
        for name, number in re.findall(rf"(?:({_MONTH}) )?({_DAY})", found[0]):
            month = MONTHS.index(name) + 1 if name else month
            day = int(re.sub(r"\D", "", number))
            year = int(stated[0]) if stated else _year(month, day, on)
            try:
                days.append(date(year or on.year, month, day))
            except ValueError:  # a slip
                return ()
    return tuple(days)


def months(start: date, end: date | None) -> str:
    """Return the months from *start* to *end*: "from March to May 2027", "in March 2027", "from March 2027 on"."""
    first = f"{MONTHS[start.month - 1]} {start.year}"
    if end is None:
        return f"from {first} on"
    last = f"{MONTHS[end.month - 1]} {end.year}"
    if first == last:
        return f"in {first}"
    return f"from {first.split(maxsplit=1)[0] if start.year == end.year else first} to {last}"


def _with_year(when: str, found: re.Match[str], on: date, start: date) -> str:
    """Return *when* with the year behind the days that were *found*, or behind the first if the year turns in them."""
    named = [MONTHS.index(each) for each in re.findall(_MONTH, found[0])]
    turns = named != sorted(named)
    place = found.start() + len(found["first"]) if turns else found.end()
    year = _year(named[0] + 1, int(found["day"]), start)
    if year is None or (year == on.year and not turns):
        return when
    rest = when[place:]
    comma = "" if re.match(r"[,;.)]| \(|$", rest) else ","
    return f"{when[:place]}, {year}{comma}{rest}"


def _year(month: int, day: int, start: date) -> int | None:
    """Return the year of the first such day that is not long before *start*; none if no calendar has it."""
    for year in (start.year - 1, start.year, start.year + 1):
        try:
            if date(year, month, day) >= start - _BEFORE:
                return year
        except ValueError:  # February 29, or a slip
            continue
    return None


_BEFORE = timedelta(days=60)
"""How long before the first day something may be held that belongs to it, such as a meeting."""
_YEAR = r"\b(?:19|20)\d\d\b"
_MONTH = rf"\b(?:{'|'.join(MONTHS)})\b"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?\b(?!:|/| ?[ap]\.?m\b| o'clock)"
_ITEM = rf"(?:{_MONTH} )?{_DAY}"
_DAYS = (
    rf"(?P<first>{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:/]))"
    rf"(?:(?:(?:, {_ITEM})*,? (?:and|or) {_ITEM}|, {_MONTH} {_DAY})+|(?: (?:to|through|until) | ?[-\u2013] ?){_ITEM})?"
)
"""A day with its month, and those that follow it: "January 11 and 25", "November 6 to December 10"."""
_STRETCH = rf"\b(?:from|since|after) (?:{_MONTH}) |{_DAY}(?: (?:to|through|until) | ?[-\u2013] ?)(?:{_MONTH} )"
"""What shows that days are the first and the last of a stretch."""
_DATED = (
    rf"\b(?:{'|'.join(f'{each}|{each[:3]}' for each in MONTHS)}|Sept)\b|\b\d{{1,2}}/\d{{1,2}}\b"
)
"""What shows that a month is named, also where it is cut short."""
