"""The days that somebody meant by "Thursdays, February 4 to April 8, 6 to 8", and the hour at which it opens."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from collabkit.text.dated import named_days
from collabkit.text.months import MONTHS

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NTH = ("first", "second", "third", "fourth")
_WEEK = timedelta(weeks=1)


def days_held(
    when: str, on: date, start: date | None = None, end: date | None = None
) -> tuple[date, ...]:
    """Return the days on which it is held that *when* tells of, in order; none where that leaves a doubt.

    Args:
        when: days and hours, as somebody said them.
        on: the day that the paper bears.
        start: the first day of the work, for days of the week alone.
        end: its last day, where the words name none.
    """
    on = start or on
    named = tuple(sorted(named_days(when, on)))
    weekdays = [nth for nth, name in enumerate(_WEEKDAYS) if re.search(rf"\b{name}s?\b", when)]
    open_ended = re.search(_FROM, when)
    if named and not open_ended:
        return named
    stretch = re.search(_STRETCH, when)
    if stretch:
        begun, ended = _day(stretch["first"], when, on), _day(stretch["last"], when, on)
    else:
        begun = _day(open_ended["first"], when, on) if open_ended else start
        ended = end
    if not weekdays or begun is None or ended is None:
        return ()
    if ended < begun:
        ended = ended.replace(year=ended.year + 1)
    every = 2 if re.search(_OTHER, when) else 1
    nths = [nth for nth, word in enumerate(_NTH) if every == 1 and re.search(_of_month(word), when)]
    if nths and re.search(_MONTHLY, when):
        months = [nth for nth, name in enumerate(MONTHS, 1) if re.search(rf"\b{name}\b", when)]
        held = [
            day
            for day in _weekly(begun, ended, weekdays)
            if (day.day - 1) // 7 in nths and (not months or day.month in months)
        ]
        return tuple(held)
    if nths:
        return ()
    return tuple(_weekly(begun, ended, weekdays, every))


def opens(when: str) -> tuple[int, int] | None:
    """Return the hour and minute at which *when* says that it begins, on a clock of twelve hours; nothing if it does not."""
    found = re.search(_HOURS, when)
    if not found:
        return None
    said = found["at"] or found["from"]
    hour, _, minute = said.replace("noon", "12").partition(":")
    return int(hour), int(minute or 0)


def clock(opening: tuple[int, int], after: int) -> str:
    """Return what a clock shows so many minutes *after* the *opening*: "4:25"."""
    hour, minute = divmod(opening[0] * 60 + opening[1] + after, 60)
    return f"{(hour - 1) % 12 + 1}:{minute:02}"


def _weekly(begun: date, ended: date, weekdays: Iterable[int], every: int = 1) -> Iterator[date]:
    """Yield such days of the week from *begun* to *ended*, of each so many weeks."""
    monday = begun - timedelta(days=begun.weekday())
    while monday <= ended:
        for nth in weekdays:
            day = monday + timedelta(days=nth)
            if begun <= day <= ended:
                yield day
        monday += every * _WEEK


def _day(named: str, when: str, on: date) -> date | None:
    """Return the day that is *named* in *when*, which may tell its year at another place."""
    year = re.search(r"\b(?:19|20)\d\d\b", when)
    days = named_days(f"{named}, {year[0]}" if year else named, on)
    return days[0] if days else None


def _of_month(word: str) -> str:
    return rf"\b{word}(?:,| and| or)? (?:(?:{'|'.join(_NTH)}|and|or),? )*(?:{'|'.join(_WEEKDAYS)})"


_NAMED = rf"(?:{'|'.join(MONTHS)}) \d{{1,2}}\b"
_STRETCH = rf"(?P<first>{_NAMED})(?:, \d{{4}},?)?(?: (?:to|through|until) | ?[-\u2013] ?)(?P<last>{_NAMED})"
_FROM = rf"\b(?:from|since) (?P<first>{_NAMED})"
_OTHER = r"\bevery (?:other|second)\b"
_MONTHLY = rf"\bof (?:each|every|the) month\b|\bof (?:{'|'.join(MONTHS)})\b|\bmonthly\b"
_HOURS = (
    r"\b(?P<from>\d{1,2}(?::\d\d)?|noon)(?: ?[ap]\.?m\.?)? (?:to|until) (?:\d{1,2}(?::\d\d)?\b(?! ?[A-Z])|noon|midnight|dusk)"
    r"|\bat (?P<at>\d{1,2}(?::\d\d)?)\b"
)
