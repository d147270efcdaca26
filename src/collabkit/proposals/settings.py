"""When and where the work is held, as somebody said it."""

import re
from datetime import date

from collabkit.proposals.fact_parts import Setting
from collabkit.proposals.subjects import Subject
from collabkit.text.dated import dated, named_days
from collabkit.text.months import MONTHS, months_named
from collabkit.text.phrases import listed


def setting_of(
    subject: Subject,
    on: date,
    start: date | None = None,
    end: date | None = None,
    *,
    span: bool = True,
    offer: str = "",
) -> Setting | None:
    """Return when and where the work of *subject* is held; nothing if nobody said so.

    Args:
        subject: what the paper is about.
        on: the day that it bears.
        start: the first day of the work, by which the days get the year or the months that they leave out.
        end: the last day.
        span: whether the paper has to tell those months.
        offer: what is offered to the reader, where that tells of its own place.
    """
    when, where = subject.when.strip(), subject.where.strip()
    where = "" if _is_told(where, offer) else where
    if not when and not where:
        return None
    from collabkit.text.occasions import occasion, place, time  # noqa: PLC0415 - if somebody said so

    named = _by_name(when, on, start, end) if when and start else ""
    if named:
        when = f"{time(when)} ({named})"
    elif when:
        # Without a first day nobody knows the months, but a day that has passed this year is one of the next.
        when = dated(time(when), on, start or on, end, span=span and start is not None)
    title = "When and where" if when and where else "When" if when else "Where"
    return Setting(title, occasion(when, where), time(when), place(where), bool(months_named(when)))


def _by_name(when: str, on: date, start: date, end: date | None) -> str:
    """Return the days of *when*, where they are few and it names none: "March 13, April 10 and May 8, 2027"."""
    from collabkit.text.days import days_held  # noqa: PLC0415 - if somebody said so

    days = days_held(when, on, start, end)
    if (
        named_days(when, on)
        or not re.search(_SOME, when)
        or not 1 < len(days) <= _FEW
        or days[0].year != days[-1].year
    ):
        return ""
    told = listed(tuple(f"{MONTHS[day.month - 1]} {day.day}" for day in days))
    return f"{told}, {days[0].year}"


_FEW = 6
"""Days that a sentence can name."""
_SOME = rf"\bof (?:each|every|the) month\b|\bof (?:{'|'.join(MONTHS)})\b"
"""What shows that not each such day of the week is meant, so that a reader would have to look it up."""


def _is_told(where: str, offer: str) -> bool:
    """Return whether *where* is the reader's own place and no more, and the *offer* tells of it: "your laundromat"."""
    words = where.casefold().removeprefix("at ").removeprefix("in ").split()
    if len(words) < 2 or len(words) > _PLACE or words[0] != "your":  # noqa: PLR2004 - "your" and a noun
        return False
    return "your " in offer.casefold()


_PLACE = 3
"""Words of a place that says no more than whose it is."""
