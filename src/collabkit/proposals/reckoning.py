"""Hours, dollars and months of a piece of work, in words that show their arithmetic."""

import re
from collections.abc import Sequence
from math import ceil

from collabkit.catalog.schedule import (
    LIBRARY,
    WEEKS,
    Hours,
    Parts,
    Schedule,
    Span,
    month_of,
    trial_parts,
    year_of,
)
from collabkit.library import Library
from collabkit.proposals.calendar import Beginning
from collabkit.proposals.fact_parts import Bought, Cost, Effort, Fact, Gap, Times
from collabkit.text.amounts import between, in_dollars, in_hours, rounded
from collabkit.text.months import MONTHS
from collabkit.text.phrases import dollars, listed


def effort(hours: Hours, schedule: Schedule, sessions: float | None = None) -> Effort:
    """Return what *hours* come to when the work runs as *schedule* says.

    Args:
        hours: of one side's people.
        schedule: when the work runs.
        sessions: at how many a month they are; at all of them unless it is given.
    """
    held = schedule.sessions_a_month if sessions is None else sessions
    month = month_of(hours, held)
    year = year_of(hours, held, schedule.months)
    parts = trial_parts(hours, held, schedule)
    trial = parts.whole()
    rare = _is_rare(schedule)
    often = (month[0] / held, month[1] / held) if rare and held else month
    each, per = (
        ("for the day itself", "")
        if schedule.is_one_day()
        else ("each time it is held", "each time")
        if rare
        else ("in each month that it runs", "a month")
    )
    return Effort(
        setup=in_hours(hours.setup),
        month=in_hours(often) if any(often) else "",
        each=each,
        per=per,
        year=in_hours(year),
        trial=in_hours(min(trial, year)),
        parts=_told(parts, _is_once(schedule)) if trial <= year else (),
        most=_most(min(trial, year)),
        most_parts=_told(parts, _is_once(schedule), most=True) if trial <= year else (),
        each_time=_each_time(hours.session, parts),
        week=in_hours((month[0] / WEEKS, month[1] / WEEKS)),
        spread=in_hours(_spread(trial, schedule)),
        whole=trial >= year,
    )


def _is_once(schedule: Schedule) -> bool:
    """Return whether the trial is held once."""
    return schedule.is_one_day() or schedule.pilot_sessions == 1


def _is_rare(schedule: Schedule) -> bool:
    """Return whether it is held so seldom, with so little between, that nobody counts by the month."""
    held, hours = schedule.sessions_a_month, schedule.hours
    by_session = hours.between[1] <= held * hours.session[1]
    return 0 < held < _HARDLY_MONTHLY and by_session and not schedule.is_one_day()


def _spread(trial: Span, schedule: Schedule) -> Span:
    """Return the hours of a week, from the first day of preparing to the last of the trial."""
    held = max(1, schedule.lead_weeks + schedule.pilot_weeks)
    return trial[0] / held, trial[1] / held


def _most(span: Span) -> str:
    """Return the most of *span*, as it is said: "up to 12 hours"; "an hour" where it is sure."""
    low, high = (rounded(each) for each in span)
    return in_hours(span) if low == high or not high else f"up to {in_hours((high, high))}"


def _told(parts: Parts, once: bool, *, most: bool = False) -> tuple[str, ...]:  # noqa: FBT001 - the one thing that it turns on
    """Return what *parts* of a trial are for, as numbers that add up to what is said of the whole; or just the *most*.

    Nothing where the whole is small, or nearly all of it is one part.
    """
    whole = parts.whole()
    share = max(_LEAST_PART, whole[1] * _SMALL_PART)
    if whole[1] < _WORTH_PARTING or sum(high >= share for _, high in parts) < _TWO:
        return ()
    names = (
        "to prepare",
        "on the day itself" if once else "on the days themselves",
        "around it" if once else "between them" if parts.sessions[1] else "while it runs",
    )
    numbers = [[float(round(each)) for each in part] for part in parts]
    largest = max(numbers, key=lambda part: part[1])
    for edge, each in enumerate(whole):
        largest[edge] += rounded(each) - sum(part[edge] for part in numbers)
    if any(not 0 <= low <= high for low, high in numbers):
        return ()
    return tuple(
        f"{between(part[1:] * 2 if most else part)} {name}"
        for part, name in zip(numbers, names, strict=True)
        if part[1]
    )


def _each_time(session: Span, parts: Parts) -> str:
    """Return the hours of one *session* where nearly all of the trial's are of several; nothing where they are few."""
    whole, most = parts.whole()[1], parts.sessions[1]
    if whole < _WORTH_PARTING or most < _NEARLY_ALL * whole or most < _TWO * session[1]:
        return ""
    return in_hours((session[1], session[1]))


_NEARLY_ALL = 0.75
"""The share of the hours of a trial from which on its sessions say it all."""
_WORTH_PARTING = 8
"""Hours under which nobody asks what they are made of."""
_LEAST_PART, _SMALL_PART = 2, 0.1
"""Hours, and the share of the whole, under which a part is small."""
_TWO = 2


def valued(found: Effort, hours: Span, library: Library) -> Effort:
    """Return *found* with what *hours* are worth by the library's own rate."""
    rate = library.rate
    if rate is None:
        gap = Gap("what these hours are worth", "fill in `rate:`", ("rate",))
        return found._replace(worth=gap)
    worth = between(tuple(rounded(hour) * rate.value for hour in hours), money=True)
    stated: Fact = f"${rate.value:,.2f} an hour ({rate.source}, {rate.year})"
    return found._replace(worth=worth, rate=stated)


def cost(schedule: Schedule) -> Cost:
    """Return the money beyond staff time in the first year."""
    low, high = schedule.cash
    trial = None if schedule.pilot_cash == schedule.cash else schedule.pilot_cash
    free = trial is not None and not trial[1]
    asked = high if trial is None else trial[1] or low or high
    return Cost(
        amount=in_dollars(schedule.cash),
        trial=in_dollars(trial) if trial else "",
        trial_most=dollars(schedule.pilot_cash[1])
        if schedule.pilot_cash and schedule.pilot_cash[1]
        else "",
        top=_top(schedule.pilot_cash or schedule.cash),
        ask=dollars(asked),
        ask_is_trial=trial is not None and not free,
        trial_free=free,
        most=dollars(high),
        slight=0 < (schedule.pilot_cash or schedule.cash)[1] <= _SLIGHT,
        small=asked < SMALL,
        buys=schedule.buys,
        lines=_lines(schedule),
        payer=schedule.payer,
        unpaid=schedule.unpaid,
        own=schedule.payer == LIBRARY,
        partly_own=re.search(_OWN, schedule.payer) is not None,
        none=not high,
        only_trial=schedule.pilot_cash == schedule.cash,
    )


_OWN = r"(?<!of )\bthe library(?!'s Friends)\b"
"""How the library stands among those who pay, and not its Friends."""


def _top(span: Span) -> str:
    """Return the most of *span*, which is all that lines of a budget add up to: a low end beside them contradicts."""
    low, high = span
    return dollars(high) if low == high else f"at most {dollars(high)}"


def _lines(schedule: Schedule) -> tuple[Bought, ...]:
    """Return what the cash buys line by line; a line of several that names no sum is told with its own."""
    several = len(schedule.budget) > 1
    return tuple(
        Bought(
            line.what,
            dollars(line.dollars),
            f"{line.what} ({dollars(line.dollars)})"
            if several and "$" not in line.what
            else line.what,
        )
        for line in schedule.budget
    )


_SLIGHT = 150
"""Dollars that a library spends on coffee without a plan for them."""
SMALL = 1_000
"""Dollars under which a funder asks why so small a sum decides anything."""


def times(schedule: Schedule, begin: Beginning | None = None) -> Times:
    """Return when the work runs, in words."""
    return Times(
        sentence=_when(schedule),
        begin=begin.month if begin else "",
        answer=begin.answer if begin else "",
        lead=weeks(schedule.lead_weeks),
        in_time=begin is None or begin.in_time,
        pilot="the day itself" if schedule.is_one_day() else weeks(schedule.pilot_weeks),
        once=_is_once(schedule),
        result=weeks(schedule.result_weeks),
        late=schedule.result_weeks > schedule.pilot_weeks,
        report=f"{number(months_to_report(schedule))} months",
    )


_TO_REPORT = 2
"""Months after the last thing counted in which a report is written; after the trial at least as many."""


def months_to_report(schedule: Schedule) -> int:
    """Return how many months after the trial all that it is judged by has been counted and written up."""
    after = max(0, schedule.result_weeks - schedule.pilot_weeks) / WEEKS
    return max(_TO_REPORT, ceil(after) + 1)


def _when(schedule: Schedule) -> str:
    """Return a sentence on when and how often it is held."""
    if schedule.held:
        return schedule.held
    often = _often(schedule.sessions_a_month, schedule.months)
    if schedule.season and not _is_all_year(schedule):
        if schedule.is_one_day():
            return f"It is held {season(schedule)}, on one day."
        return f"It runs {season(schedule)}{', ' if often else ''}{often}."
    if _is_all_year(schedule):
        return f"It runs all year{', ' if often else ''}{often}."
    if schedule.is_one_day():
        return "It is held on one day, in a month that suits both of us."
    span = "one month" if schedule.months == 1 else f"{number(schedule.months)} months"
    return f"It runs for {span} of a year."


def _is_all_year(schedule: Schedule) -> bool:
    return schedule.months == 12  # noqa: PLR2004 - a year


def season(schedule: Schedule) -> str:
    """Return the months that the work is bound to: "June through August", "March and October"."""
    runs = _runs(schedule.season)
    single = [MONTHS[run[0] - 1] for run in runs]
    if all(len(run) == 1 for run in runs):
        return f"in {listed(single)}"
    return listed([_run(run) for run in runs])


def weeks(count: int) -> str:
    """Return a length of time: "one week", "about four months"."""
    if count <= 16:  # noqa: PLR2004 - beyond four months people say months
        return "one day" if not count else "one week" if count == 1 else f"{number(count)} weeks"
    months = round(count / WEEKS)
    if months >= 12 and not months % 12:  # noqa: PLR2004 - a year
        years = months // 12
        return "about a year" if years == 1 else f"about {number(years)} years"
    return f"about {number(months)} months"


def number(count: int) -> str:
    """Return a small count in words, as letters write it."""
    return _WORDS[count] if count < len(_WORDS) else f"{count:,}"


_WORDS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen"),
)


def _often(sessions: float, months: int) -> str:
    if not sessions:
        return ""
    if sessions < _HARDLY_MONTHLY:
        count = max(1, round(sessions * months))
        times_ = _TIMES.get(count, f"{number(count)} times")
        return f"{times_} a year" if months == 12 else times_  # noqa: PLR2004 - a year
    if sessions >= _WEEKLY:
        count = max(1, round(sessions / WEEKS))
        return f"about {_TIMES.get(count, f'{number(count)} times')} a week"
    count = round(sessions)
    return f"{'about ' if count > 2 else ''}{_TIMES.get(count, f'{number(count)} times')} a month"  # noqa: PLR2004


_TIMES = {1: "once", 2: "twice"}
_HARDLY_MONTHLY = 0.75
"""Sessions a month below which people say how often it is in all."""
_WEEKLY = 3.5
"""Sessions a month from which on people say how often it is in a week."""


def _runs(months: Sequence[int]) -> list[list[int]]:
    """Return *months* cut where one does not follow the other; December is followed by January."""
    runs: list[list[int]] = []
    for month in months:
        if runs and month == runs[-1][-1] % 12 + 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    if len(runs) > 1 and runs[0][0] == runs[-1][-1] % 12 + 1:
        runs[0] = runs.pop() + runs[0]
    return runs


def _run(months: Sequence[int]) -> str:
    first, last = MONTHS[months[0] - 1], MONTHS[months[-1] - 1]
    if len(months) == 1:
        return first
    return f"{first} and {last}" if len(months) == 2 else f"{first} through {last}"  # noqa: PLR2004
