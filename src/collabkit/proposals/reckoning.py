"""Hours, dollars and months of a piece of work, in words that show their arithmetic."""

from collections.abc import Sequence

from collabkit.catalog.work import Hours, Schedule, Span, month_of, year_of
from collabkit.library import Library
from collabkit.proposals.facts import Cost, Effort, Fact, Gap, Times
from collabkit.text.phrases import dollars, listed

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


def effort(hours: Hours, schedule: Schedule) -> Effort:
    """Return what *hours* come to when the work runs as *schedule* says."""
    month = month_of(hours, schedule.sessions_a_month)
    year = year_of(hours, schedule.sessions_a_month, schedule.months)
    return Effort(between(hours.setup), between(month), between(year), _sums(hours, schedule))


def valued(found: Effort, hours: Span, library: Library) -> Effort:
    """Return *found* with what *hours* are worth by the library's own rate."""
    rate = library.rate
    if rate is None:
        gap = Gap("what an hour of staff time is worth", "fill in `rate:`", ("rate",))
        return Effort(found.setup, found.month, found.year, found.sums, gap, gap)
    worth = between(tuple(hour * rate.value for hour in hours), money=True)
    stated: Fact = f"${rate.value:,.2f} an hour ({rate.source}, {rate.year})"
    return Effort(found.setup, found.month, found.year, found.sums, worth, stated)


def cost(schedule: Schedule) -> Cost:
    """Return the money beyond staff time in the first year."""
    low, high = schedule.cash
    if not high:
        amount = "nothing"
    elif not low:
        amount = f"up to {dollars(high)}"
    else:
        amount = between(schedule.cash, money=True)
    return Cost(amount, schedule.buys, schedule.payer, not high)


def times(schedule: Schedule) -> Times:
    """Return when the work runs, in words."""
    return Times(
        season=season(schedule),
        sessions=_often(schedule.sessions_a_month),
        lead=weeks(schedule.lead_weeks),
        pilot=weeks(schedule.pilot_weeks),
        result=weeks(schedule.result_weeks),
    )


def season(schedule: Schedule) -> str:
    """Return the months in which the work runs: "June through August", "all year"."""
    if schedule.months == 12 and not schedule.season:  # noqa: PLR2004 - a year
        return "all year"
    if not schedule.season:
        count = "one month" if schedule.months == 1 else f"{number(schedule.months)} months"
        return f"{count} of the year, whenever it suits both"
    runs = _runs(schedule.season)
    if len(runs) == 1 and len(runs[0]) == 12:  # noqa: PLR2004 - a year
        return "all year"
    return listed([_run(run) for run in runs])


def weeks(count: int) -> str:
    """Return a length of time: "one week", "about four months"."""
    if count <= 8:  # noqa: PLR2004 - beyond two months people say months
        return "one day" if not count else "one week" if count == 1 else f"{number(count)} weeks"
    months = round(count / 4.35)
    if months >= 12 and not months % 12:  # noqa: PLR2004 - a year
        years = months // 12
        return "about a year" if years == 1 else f"about {number(years)} years"
    return f"about {number(months)} months"


def between(span: Sequence[float], *, money: bool = False) -> str:
    """Return a range as people say it: "16 to 28", "about 4", "$1,862 to $3,332"."""
    low, high = (dollars(each) if money else f"{_rounded(each):,g}" for each in span)
    if low == high:
        return low
    return f"{low} to {high}" if span[0] else f"up to {high}"


def number(count: int) -> str:
    """Return a small count in words, as letters write it."""
    return _WORDS[count] if count < len(_WORDS) else f"{count:,}"


_WORDS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


def _rounded(hours: float) -> float:
    """Return *hours* no finer than anyone knows them."""
    return round(hours) if hours >= 4 else round(hours * 2) / 2  # noqa: PLR2004 - half an hour counts below


def _often(sessions: float) -> str:
    if not sessions:
        return ""
    if sessions < 1:
        every = round(1 / sessions)
        return "every other month" if every == 2 else f"every {number(every)} months"  # noqa: PLR2004
    count = round(sessions)
    return {1: "once a month", 2: "twice a month"}.get(
        count, f"about {number(count)} times a month"
    )


def _sums(hours: Hours, schedule: Schedule) -> str:
    """Return the arithmetic of a first year, in a sentence."""
    parts = [f"{between(hours.setup)} hours to set up"]
    span = "one month" if schedule.months == 1 else f"{number(schedule.months)} months"
    if schedule.sessions_a_month and any(hours.session):
        each = _exact(hours.session)
        count = schedule.sessions_a_month * schedule.months
        parts.append(f"{count:,.3g} sessions at {each} hours each")
    if any(hours.between):
        parts.append(f"{_exact(hours.between)} hours a month besides, for {span}")
    return f"The first year is {listed(parts)}."


def _exact(span: Span) -> str:
    low, high = (f"{each:,g}" for each in span)
    return low if low == high else f"{low} to {high}"


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
