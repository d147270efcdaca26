"""The days that somebody meant by "Thursdays, February 4 to April 8, 6 to 8", and the hour at which it opens."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from collabkit.text.dated import named_days
from collabkit.text.months import MONTHS

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NTH = ("first|1st", "second|2nd", "third|3rd", "fourth|4th", "last")
"""Those of a month."""
_LAST = 4
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
    if re.search(_DOUBT, re.sub(_STRETCH, "", when)):
        return ()
    on = start or on + SOON
    weekdays = [nth for nth, name in enumerate(_WEEKDAYS) if re.search(rf"\b{name}s?\b", when)]
    stretch, open_ended = re.search(_STRETCH, when), re.search(_FROM, when)
    named = named_days(when, on)
    if named and not (open_ended or stretch):
        return tuple(sorted(named))
    begun, ended = start, end
    if stretch:
        begun, ended = _ends_of(stretch, when, on)
    elif open_ended:
        begun = _day(open_ended["first"], when, on)
    if not weekdays or begun is None or ended is None or ended - begun > _LONGEST:
        return ()
    return tuple(_chosen(when, begun, ended, weekdays))


def ends(when: str, on: date) -> tuple[date, date] | None:
    """Return the first and the last day of the stretch that *when* names: "November 6 to December 10"; nothing if none.

    Whoever asks knows of no day before *on*.
    """
    stretch = re.search(_STRETCH, when)
    first, last = _ends_of(stretch, when, on) if stretch else (None, None)
    return (first, last) if first and last else None


def _chosen(when: str, begun: date, ended: date, weekdays: Sequence[int]) -> Iterator[date]:
    """Yield those *weekdays* from *begun* to *ended* that *when* means: all, each second, or the first of each month."""
    months = [nth for nth, name in enumerate(MONTHS, 1) if re.search(rf"\b{name}\b(?! \d)", when)]
    monthly = re.search(_MONTHLY, when) is not None
    if re.search(_OTHER, when) and not monthly:
        begun = next(
            _weekly(begun, ended, weekdays), ended
        )  # the first of them, whatever week that is
        yield from _weekly(begun, ended, weekdays, every=2)
        return
    nths = [nth for nth, word in enumerate(_NTH) if re.search(_of_month(word), when, re.IGNORECASE)]
    if bool(nths) != monthly and not months:
        return  # the first Tuesday of what, or which of a month, nobody knows
    for day in _weekly(begun, ended, weekdays):
        if (not nths or _is_one_of(day, nths)) and (not months or day.month in months):
            yield day


def _is_one_of(day: date, nths: Sequence[int]) -> bool:
    """Return whether *day* is one of such days of its month."""
    is_last = (day + _WEEK).month != day.month
    return (day.day - 1) // 7 in nths or (is_last and _LAST in nths)


def _ends_of(stretch: re.Match[str], when: str, on: date) -> tuple[date | None, date | None]:
    """Return the first and the last day of a *stretch* in *when*, over the turn of the year where that is meant."""
    month = "" if stretch["month"] else f"{stretch['first'].split()[0]} "
    first, last = _day(stretch["first"], when, on), _day(f"{month}{stretch['last']}", when, on)
    if first and last and last < first:
        last = date(last.year + 1, last.month, min(last.day, 28))
    return first, last


def opens(when: str) -> tuple[int, int] | None:
    """Return the hour and minute at which *when* says that it begins, on a clock of twelve hours; nothing if it does not."""
    found = re.search(_HOURS, re.sub(_DATES, "", when))
    if not found:
        return None
    said = found["at"] or found["from"]
    hour, _, minute = said.replace("noon", "12").partition(":")
    return int(hour), int(minute or 0)


def clock(opening: tuple[int, int], after: int) -> str:
    """Return what a clock shows so many minutes *after* the *opening*: "4:25"."""
    hour, minute = divmod(opening[0] * 60 + opening[1] + after, 60)
    return f"{(hour - 1) % 12 + 1}:{minute:02}"


def _weekly(begun: date, ended: date, weekdays: Sequence[int], every: int = 1) -> Iterator[date]:
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
    return (
        rf"\b(?:{word})(?:,| and| or)? (?:(?:{'|'.join(_NTH)}|and|or),? )*(?:{'|'.join(_WEEKDAYS)})"
    )


SOON = timedelta(days=60)
"""From when on a day is the next of its name: `named_days` takes those, too, that were shortly before."""
_LONGEST = timedelta(days=731)
"""A stretch of which nobody names the days one by one."""
_NAMED = rf"(?:{'|'.join(MONTHS)}) \d{{1,2}}\b"
_STRETCH = rf"(?P<first>{_NAMED})(?:, \d{{4}},?)?(?: (?:to|through|until) | ?[-\u2013] ?)(?P<last>(?P<month>(?:{'|'.join(MONTHS)}) )?\d{{1,2}}\b(?! ?[ap]\.?m|:))"
_FROM = rf"\b(?:from|since) (?P<first>{_NAMED})"
_OTHER = r"(?i)\b(?:every (?:other|second)|alternate)\b"
_MONTHLY = r"(?i)\b(?:of|in|each|every|the|a|per) month\b|\bmonthly\b"
_DOUBT = (
    r"(?i)\b(?:except|but|not|no|other than|save|skip\w*|biweekly|bi-weekly|once|twice|every (?:third|fourth))\b"
    rf"|\b(?:an?|one|some|two|three|four) (?:{'|'.join(_WEEKDAYS)})"
    rf"|\b(?:{'|'.join(_WEEKDAYS)})s? ?(?:to|through|[-\u2013]) ?(?:{'|'.join(_WEEKDAYS)})"
    rf"|\b(?:until|through|by|till) (?:{'|'.join(MONTHS)}) \d"
    rf"|\b(?:{'|'.join(MONTHS)}) ?(?:to|through|until|[-\u2013]) ?(?:{'|'.join(MONTHS)})\b"
)
"""What leaves a doubt on which of its days: "Fridays except March 26", "a Tuesday in March", "May to July"."""
_DATES = rf"{_STRETCH}|(?:{'|'.join(MONTHS)}) \d{{1,2}}(?:(?:, | and )\d{{1,2}}\b(?!:| to| until| ?[ap]\.?m))*"
"""Days, which are no hours: "January 7 to 28", "April 6, 13 and 20"."""
_HOURS = (
    r"\b(?P<from>\d{1,2}(?::\d\d)?|noon)(?: ?[ap]\.?m\.?)? (?:to|until) (?:\d{1,2}(?::\d\d)?\b(?! ?[A-Z])|noon|midnight|dusk)"
    r"|\bat (?P<at>\d{1,2}(?::\d\d)?)\b"
)
