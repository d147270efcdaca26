"""The money of a paper to a board or a funder: what is asked, who gives the rest, and what hours are worth, in sums that add up."""

from collections.abc import Iterable, Sequence
from math import floor
from typing import NamedTuple, Self

from collabkit.catalog import Activity
from collabkit.catalog.schedule import Hours, Schedule, Span, trial_of, year_of
from collabkit.library import Library
from collabkit.proposals.fact_parts import Budget, Cost, Fact, Gap, Helper, Hour, Paid, Party, Share
from collabkit.proposals.reckoning import SMALL
from collabkit.text.amounts import between, in_hours, rounded
from collabkit.text.phrases import dollars


class Side(NamedTuple):
    """Who works in it, and for how long."""

    who: Fact
    hours: Hours
    sessions: float
    """At how many a month its people are."""


class Giver(NamedTuple):
    """Who gives money to it."""

    who: Fact
    gives: bool
    """Whether it gives any."""
    dollars: float
    """How much, for a trial; nothing where nobody says it plainly."""
    known: bool = True
    """Whether somebody named it; of a mere kind nobody knows yet who would give."""

    @classmethod
    def of_side(cls, side: Party) -> Self:
        """Return one side of the work as a giver."""
        return cls(side.name, bool(side.asked.money), side.asked.dollars)

    @classmethod
    def of_helper(cls, helper: Helper) -> Self:
        """Return somebody who helps as a giver."""
        return cls(helper.called, bool(helper.money), helper.dollars, helper.named)


_TOO_SMALL = 500
"""Dollars of a trial under which no funder is asked for them."""


def is_too_small(schedule: Schedule) -> bool:
    """Return whether the trial takes cash, and less than any funder gives."""
    return 0 < schedule.trial_most() < _TOO_SMALL


def budget(
    activity: Activity,
    schedule: Schedule,
    cost: Cost,
    library: Library,
    sides: Sequence[Side],
    givers: Iterable[Giver],
) -> tuple[Cost, Budget]:
    """Return *cost* with what is left to ask for, and the table of the trial that it is a part of.

    The table is of the first year where nobody knows the trial apart, or it takes less than any funder gives. Only a trial is
    shared: nobody has said yet who pays a year.

    Args:
        activity: the joint work.
        schedule: its hours and cash.
        cost: what all of its cash comes to.
        library: for its rate.
        sides: who works in it, the library first.
        givers: who gives money to it besides the library.
    """
    trial = cost.ask_is_trial or cost.only_trial
    if trial and is_too_small(schedule) and schedule.cash[1] > schedule.trial_most():
        # No funder gives the sum of so small a trial, and the year is told.
        trial = False
        year = schedule.cash[1]
        cost = cost._replace(ask=dollars(year), ask_is_trial=False, lines=(), small=year < SMALL)
    shares: tuple[Share, ...] = ()
    off: tuple[Fact, ...] = ()
    if trial:
        left, shares, off = _shared(activity, schedule, sides[0].who, givers)
        cost = cost._replace(ask=dollars(left), small=left < SMALL)
    spans = [_hours(side, schedule, trial=trial) for side in sides]
    rate = library.rate.value if library.rate else None
    worths = [_worth(span, rate or 0) for span in spans]
    rows = [
        Hour(side.who, in_hours(span), _NO_RATE if rate is None else between(worth, money=True))
        for side, span, worth in zip(sides, spans, worths, strict=True)
    ]
    low, high = (sum(each) for each in zip(*worths, strict=True))
    return cost, Budget(
        of_trial=trial,
        cash=dollars(schedule.trial_most()) if trial else cost.amount,
        shares=shares,
        off=off,
        # What the hours of others are worth is no gap of the library's.
        hours=tuple(rows if rate is not None else rows[:1]),
        worth="" if rate is None else between((low, high), money=True),
    )


def paid(schedule: Schedule, givers: Iterable[Giver]) -> Paid | None:
    """Return who gives the cash of the trial, and what is left to the library's own budget.

    It is None where nobody who is known gives any, or one of them does not say plainly how much.
    """
    left = schedule.trial_most()
    shares: list[Share] = []
    for giver in givers:
        if not giver.known or not giver.gives:
            continue
        given = min(giver.dollars, left)
        if not given:
            return None
        shares.append(Share(giver.who, dollars(given)))
        left -= given
    return Paid(tuple(shares), dollars(left) if left else "") if shares else None


def _shared(
    activity: Activity, schedule: Schedule, library: Fact, givers: Iterable[Giver]
) -> tuple[float, tuple[Share, ...], tuple[Fact, ...]]:
    """Return what is left of the trial's cash, who gives the rest, and who may give all that is left.

    A sum that would leave nothing to ask for is no part, and neither is that of somebody whom nobody has named:
    what such a one gives comes off what is asked.
    """
    left = schedule.trial_most()
    shares: list[Share] = []
    off: list[Fact] = []
    ours = sum(gift.dollars or 0 for gift in activity.library_gives)
    if 0 < ours < left:
        shares.append(Share(library, dollars(ours), own=True))
        left -= ours
    for giver in givers:
        given = giver.dollars
        if giver.known and 0 < given < left:
            shares.append(Share(giver.who, dollars(given)))
            left -= given
        elif 0 < given <= schedule.trial_most():  # what is more is for something else
            off.append(giver.who)
    return left, tuple(shares), tuple(off)


def _hours(side: Side, schedule: Schedule, *, trial: bool) -> Span:
    year = year_of(side.hours, side.sessions, schedule.months)
    return min(trial_of(side.hours, side.sessions, schedule), year) if trial else year


def _worth(span: Span, rate: float) -> Span:
    """Return what the hours of *span* as they are said are worth, in whole dollars and halves up, so that rows add up."""
    return floor(rounded(span[0]) * rate + 0.5), floor(rounded(span[1]) * rate + 0.5)


_NO_RATE = Gap("what these hours are worth", "fill in `rate:`", ("rate",))
