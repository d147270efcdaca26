"""The days and hours of the steps of a trial, where somebody named those on which it is held."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from collabkit.catalog.work import Step
from collabkit.proposals.calendar import workday
from collabkit.text.days import SOON, clock, days_held, ends, opens
from collabkit.text.months import MONTHS
from collabkit.text.phrases import listed


class Held(NamedTuple):
    """The days on which a trial is held, and when it opens on them."""

    days: tuple[date, ...]
    """In order; the first and the last alone where nobody named those between."""
    all: bool
    """Whether they are all of its days."""
    opening: tuple[int, int] | None = None
    """Hour and minute, on a clock of twelve hours."""


def held(when: str, on: date, start: date | None, end: date | None, count: int = 0) -> Held | None:
    """Return the days that *when* names, else from *start* to *end*; nothing where nobody knows them.

    Args:
        when: days and hours, as somebody said them.
        on: the day that the paper bears.
        start: the first day of the work.
        end: its last day.
        count: how often it is held by the plan; 0 where it has no such number.
    """
    days = days_held(when, on, start, end)
    if days and count and len(days) != count and not re.search(_MONTH, when):
        return None  # "Saturdays" of which some are meant, and nobody has said which
    if days:
        return Held(days, all=True, opening=opens(when))
    stretch = ends(when, start or on + SOON)
    if stretch:
        return Held(stretch, all=False, opening=opens(when))
    if when or start is None:
        return None
    return Held((start, end or start), all=False)


_MONTH = rf"\b(?:{'|'.join(MONTHS)}|month)\b"


def dated_steps(steps: Sequence[Step], days: Held | None) -> tuple[Step, ...]:
    """Return *steps* that say the day or the hour at which they are: "fourteen days before (by September 28)"."""
    if days is None:
        return tuple(steps)
    return tuple(_dated(step, days) for step in steps)


def _dated(step: Step, held: Held) -> Step:
    told = _times(step, held) or _distance(step, held) or _hour(step, held)
    return step.model_copy(update={"when": f"{step.when} ({told})"}) if told else step


def _times(step: Step, held: Held) -> str:
    """Return the days of the times at which *step* is."""
    if not held.all or not step.times or any(abs(nth) > len(held.days) for nth in step.times):
        return ""
    chosen = [held.days[nth - 1 if nth > 0 else nth] for nth in step.times]
    return listed(tuple(_day(each, held) for each in chosen))


def _distance(step: Step, held: Held) -> str:
    """Return the day that is so many before the first, or after the last."""
    if step.days is None or (step.days > 0 and not held.all and held.days[0] == held.days[-1]):
        return ""
    near = abs(step.days) <= 1
    day = (held.days[0] if step.days <= 0 else held.days[-1]) + timedelta(days=step.days)
    return _day(day, held) if near else f"by {_day(workday(day), held)}"


def _hour(step: Step, held: Held) -> str:
    """Return when it comes, by the clock."""
    if step.minutes is None or held.opening is None:
        return ""
    told = clock(held.opening, step.minutes)
    return told if step.minutes == 0 else f"about {told}"


def _day(day: date, held: Held) -> str:
    """Return *day* without its year, where that is the year of the first."""
    told = f"{MONTHS[day.month - 1]} {day.day}"
    return told if day.year == held.days[0].year else f"{told}, {day.year}"
