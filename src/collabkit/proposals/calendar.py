"""When a trial could begin, and by when a yes or a signature is asked for.

It begins after the weeks of answering and of preparing, in a month that the work is bound to.
"""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from collabkit.catalog import Activity, Partner
from collabkit.catalog.schedule import Schedule
from collabkit.text.months import MONTHS

_HALF = 15
"""The day of a month after which nothing new begins in it."""
_HURRIED = 0.75
"""The share of the weeks of preparing that is enough to be there when a season opens."""
_SHORTEST = 0.5
"""The share that is left at least where somebody named the first day."""
_PRESSED = 0.9
"""The same for a month that only the trial names: it comes again, and nothing but a plan is late for it."""
_FRIDAY = 5
_TURN_BEGINS, _TURN_ENDS = 18, 3
"""Days of December and January between which nobody answers."""
_TIME_TO_ANSWER = timedelta(weeks=4)
"""What anybody has for an answer."""
_TIME_FOR_A_VOTE = timedelta(weeks=6)
"""What those have who ask a board, a council or counsel first."""
TIME_FOR_A_GRANT = timedelta(weeks=6)
"""What a foundation has at least, which decides at its meetings."""
LEAST_TIME = timedelta(weeks=2)
"""What even a season that opens soon leaves."""
_SETTLED_BEFORE = timedelta(days=3)
"""How long before a meeting it is known who comes."""
_MISSED = timedelta(days=100)
"""How much later a month is that nobody waits for: the season after this one."""
_SHORT_SEASON = 3
"""Months of a season of which none is given away, such as a summer."""
_HEARD_BEFORE = timedelta(weeks=1)
"""How long before its answer a reader hears of those others on whom the plan hangs, where there is time to ask them."""
_OTHERS_ASKED = timedelta(weeks=2)
"""How long after a yes it is known of them where there is none."""
_TO_REVIEW = timedelta(days=30)
"""How long after the last day the counts are on one page."""
_SIGNED_BEFORE = timedelta(weeks=2)
"""How long before the first day a paper is signed."""
_SIGNED_WITHIN = timedelta(weeks=6)
"""How long a paper waits for a signature: after a yes nobody waits a year for it."""
_BEFORE_AWAY = timedelta(days=11)
"""How long before the months in which its reader is away a letter is answered: before June by the 21st of May."""


class Beginning(NamedTuple):
    """When a trial could begin."""

    month: str
    """Such as "March 2027"."""
    answer: str
    """The last day for a yes, such as "January 11, 2027"; empty if that is too near to be asked."""
    in_time: bool = True
    """Whether the weeks of preparing fit before it."""
    known: str = ""
    """The day by which a reader hears whether the others take part, a week before its own answer; empty where that leaves
    no time to ask them."""


def long_date(day: date) -> str:
    """Return *day* as a letter bears it, the same on every machine: "March 3, 2026"."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def end_of_month(day: date, after: int) -> str:
    """Return the last day of the month that comes so many months *after* that of *day*: "July 31, 2027"."""
    # The months of a year are counted from zero here, so this is the month after that one.
    months = day.year * len(MONTHS) + day.month + after
    return long_date(date(months // len(MONTHS), months % len(MONTHS) + 1, 1) - timedelta(days=1))


def time_to_answer(partner: Partner) -> timedelta:
    """Return how long a *partner* has for its yes."""
    return _TIME_FOR_A_VOTE if partner.answers == "board" else _TIME_TO_ANSWER


def sign_by(start: date, on: date, lead: timedelta = timedelta()) -> date | None:
    """Return the last day to sign what begins at *start* and is written at the day *on*; nothing if it is too late.

    It is before the *lead*, the time of preparing, begins; where that has begun, it is as soon as anybody can sign.
    """
    last = min(start - _SIGNED_BEFORE, on + _SIGNED_WITHIN)
    if lead:
        last = min(last, max(start - lead, on + LEAST_TIME))
    day = workday(_before_the_holidays(workday(last)))
    return day if day > on else None


def known_by(answer: date, start: date) -> date:
    """Return the day by which who says yes on the day *answer* hears whether the others are in it, too.

    They are asked meanwhile, not over the turn of the year, and two weeks at least are left before it begins at *start*.
    """
    day = answer + _OTHERS_ASKED
    if day > _before_the_holidays(day):
        day = day.replace(year=day.year + day.month // 12, month=1, day=_TURN_ENDS + 5)
    return max(answer, workday(min(day, start - LEAST_TIME)))


def review_by(last: date) -> str:
    """Return by when both sides have the counts of what ends on the day *last*: "May 7, 2027"."""
    return long_date(workday(last + _TO_REVIEW))


def reply_by(on: date, held: date | None) -> str:
    """Return by when whoever is invited at the day *on* to a meeting *held* then answers; empty if that is too soon."""
    last = on + LEAST_TIME
    if held is not None:
        last = min(last, held - _SETTLED_BEFORE)
    day = workday(_before_the_holidays(workday(last)))
    return long_date(day) if day > on else ""


def beginning(
    activity: Activity,
    on: date,
    patience: timedelta = _TIME_TO_ANSWER,
    start: date | None = None,
    *,
    away: Collection[int] = (),
    least: timedelta = LEAST_TIME,
) -> Beginning | None:
    """Return when a trial could begin that is proposed at the day *on*.

    Args:
        activity: the joint work.
        on: the day of the letter.
        patience: how long its reader has for an answer.
        start: the first day, where somebody named one.
        away: months in which its reader is away, and before which it is asked if that leaves time.
        least: what is left to it for an answer at least.

    It is None where nobody can know: the work has no schedule, or waits for a storm or a layoff.
    """
    schedule = activity.schedule
    if schedule is None or (schedule.waits and start is None):
        return None
    lead = timedelta(weeks=schedule.lead_weeks)
    prepared = lead * _HURRIED
    if start is not None and start > on:
        last = start - max(prepared, LEAST_TIME)
        # Who named the first day herself has rather less time to prepare than a letter that gives two weeks.
        latest = max(last, start - max(lead * _SHORTEST, LEAST_TIME))
        last = max(last, min(on + patience, latest))
        answer = _askable(_asked(last, on, patience, latest), on, least, away=away)
        return _beginning(on, start, answer, in_time=start - on >= lead)
    bound = _bound(schedule, activity.pilot_months)
    month = _next(bound, on + max(lead, patience + prepared))
    pressed = _HURRIED if schedule.season else _PRESSED
    hurried = _next(bound, on + timedelta(weeks=schedule.lead_weeks * pressed))
    opens = (hurried.month - 2) % 12 + 1 not in bound
    if bound and opens and (month - hurried > _MISSED or len(bound) <= _SHORT_SEASON):
        # Who would else wait for a year hurries: a school's October is not missed for three weeks.
        month = hurried
    middle = month + timedelta(days=_HALF)
    answer = _askable(_asked(middle - prepared, on, patience), on, least, away=away)
    return _beginning(on, month, answer, in_time=middle - on >= lead)


def _beginning(on: date, month: date, answer: date | None, *, in_time: bool) -> Beginning:
    """Return the words of what begins in *month*, if *answer* is a yes to a letter of the day *on*."""
    named = f"{MONTHS[month.month - 1]} {month.year}"
    if answer is None:
        return Beginning(named, "", in_time)
    known = workday(_before_the_holidays(answer - _HEARD_BEFORE))
    told = long_date(known) if known >= on + LEAST_TIME else ""
    return Beginning(named, long_date(answer), in_time, told)


def _askable(answer: date, on: date, least: timedelta, *, away: Collection[int]) -> date | None:
    """Return the day of an *answer* as a letter may ask for it; nothing if it is too near."""
    if answer.month in away:
        before = workday(answer.replace(month=min(away), day=1) - _BEFORE_AWAY)
        answer = before if before >= on + least else answer
    return answer if answer >= on + least else None


def _asked(last: date, on: date, patience: timedelta, latest: date | None = None) -> date:
    """Return the day by which a yes is asked for that is needed by *last*.

    Where the turn of the year cuts the time to answer short, it is asked for after it, if *latest* allows.
    """
    last = workday(last)
    answer = workday(_before_the_holidays(last))
    after = workday(last.replace(month=1, day=_TURN_ENDS + 5, year=last.year + last.month // 12))
    cut_short = answer < last and answer < on + patience
    if cut_short and (on + patience <= last or (latest is not None and after <= latest)):
        answer = after
    return answer


def workday(day: date) -> date:
    """Return *day*, or the Friday before it."""
    return day - timedelta(days=max(0, day.isoweekday() - _FRIDAY))


def workday_after(day: date) -> date:
    """Return the first day after *day* on which offices work."""
    after = day + timedelta(days=1)
    return after if after.isoweekday() <= _FRIDAY else day + timedelta(days=8 - day.isoweekday())


def _before_the_holidays(day: date) -> date:
    """Return *day*, or the last on which people answer letters before the turn of the year."""
    if day.month == 1 and day.day <= _TURN_ENDS:
        return date(day.year - 1, 12, _TURN_BEGINS)
    return min(day, day.replace(day=_TURN_BEGINS)) if day.month == len(MONTHS) else day


def _next(bound: Collection[int], ready: date) -> date:
    """Return the first of the first month of *bound* that still has its first half at *ready*."""
    month = (ready if ready.day <= _HALF else ready + timedelta(days=_HALF + 1)).replace(day=1)
    while bound and month.month not in bound:
        month = (month + timedelta(days=32)).replace(day=1)
    return month


def _bound(schedule: Schedule, named: Sequence[int]) -> Collection[int]:
    """Return the months in which the trial can begin; empty if in any.

    What the pilot says, the months that are *named*, counts before the season of the work, where both agree.
    """
    if not schedule.season:
        return named[:1]
    return [month for month in named if month in schedule.season][:1] or schedule.season
