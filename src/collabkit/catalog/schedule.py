"""When a piece of work runs, and what it takes: hours of each side, by set-up, session and month, and dollars."""

from typing import Annotated, NamedTuple

from pydantic import AfterValidator, Field, model_validator

from collabkit.catalog.base import Part
from collabkit.catalog.fields import Phrase, Sentence


def _ordered(span: tuple[float, float]) -> tuple[float, float]:
    if span[0] > span[1]:
        raise ValueError(f"goes from {span[0]:g} to {span[1]:g}; put the lower number first")
    return span


Amount = Annotated[float, Field(ge=0, le=100_000)]
"""Dollars or hours."""
Span = Annotated[tuple[Amount, Amount], AfterValidator(_ordered)]
"""A low and a high estimate, in this order."""


LIBRARY = "the library"
"""Who pays, where the library's own budget does and nobody else."""
WEEKS = 4.35
"""Weeks in a month."""


class Hours(Part):
    """Hours of one side's people, paid or not, low and high."""

    setup: Span
    """Once, before the first session."""
    session: Span = (0, 0)
    """For each session: preparing, holding, clearing away."""
    between: Span = (0, 0)
    """In each month that the work runs, besides the sessions."""


class BudgetLine(Part):
    """One line of what the cash of a trial is for."""

    what: Phrase
    """What is bought, with its number and price where it has them: "three groups at $600"."""
    dollars: Amount
    """The most that it takes."""


class Schedule(Part):
    """When a piece of work runs, and the library's hours and money in it."""

    months: int = Field(ge=1, le=12)
    """Months of a year in which it runs; 12 for all year."""
    season: tuple[Annotated[int, Field(ge=1, le=12)], ...] = ()
    """The calendar months it is bound to, as numbers in their order; nothing if it can begin in
    any month."""
    sessions_a_month: float = Field(ge=0, le=60)
    """How often it is held in a month that it runs; 0 for a service without sessions."""
    held: Sentence = ""
    """When it is held, in a sentence, where months and sessions say it badly: what a storm, a
    layoff or an election calls for, or what happens once a year."""
    waits: bool = False
    """Whether it begins when something else does that nobody can date: a disaster, a layoff, the day
    that a court or an election office sets, the word of a nation's council."""
    hours: Hours
    """The library's own staff hours."""
    lead_weeks: int = Field(ge=0, le=104)
    """Weeks from the first talk with the partner to the first session."""
    pilot_weeks: int = Field(ge=0, le=104)
    """Weeks that the pilot lasts."""
    pilot_sessions: Annotated[float, Field(gt=0, le=60)] | None = None
    """Sessions that the pilot has, where these are not the ones of its weeks: one evening of work that
    is held four times a year."""
    result_weeks: int = Field(ge=0, le=208)
    """Weeks from the first session to the first result that can be shown."""
    cash: Span
    """Dollars in the first year beyond staff time, low and high."""
    pilot_cash: Span | None = None
    """Dollars that the pilot alone takes beyond staff time, low and high; at most those of the first year."""
    buys: Phrase = ""
    """What the money buys."""
    budget: tuple[BudgetLine, ...] = ()
    """The same by lines, which add up to the most that the trial takes; to that of the first year where nobody
    knows the trial apart or it takes no cash."""
    payer: Phrase = ""
    """Who usually pays; "the library" alone where its own budget does."""
    unpaid: Sentence = ""
    """What falls away where the cash is not found, if the trial goes on without it."""
    basis: Sentence
    """How the numbers were reckoned, so that they can be argued with."""

    @model_validator(mode="after")
    def _season_fits(self) -> "Schedule":
        if self.season and len(self.season) != self.months:
            raise ValueError(
                f"season names {len(self.season)} months and months says {self.months}; "
                "make them agree, or leave season out if it can begin in any month"
            )
        return self

    @model_validator(mode="after")
    def _pilot_costs_no_more(self) -> "Schedule":
        if self.pilot_cash is not None and self.pilot_cash[1] > self.cash[1]:
            raise ValueError(
                f"pilot_cash of {self.pilot_cash[1]:g} is more than the {self.cash[1]:g} dollars of "
                "the first year; mend one of the two"
            )
        return self

    @model_validator(mode="after")
    def _budget_adds_up(self) -> "Schedule":
        lines, most = sum(line.dollars for line in self.budget), self.budgeted()
        if self.budget and lines != most:
            raise ValueError(
                f"the lines of the budget come to {lines:g} dollars, and the most that is paid is {most:g}; "
                "make them agree"
            )
        return self

    def budgeted(self) -> float:
        """Return the dollars of which a budget speaks: the most of the trial, or of the first year."""
        return self.trial_most() or self.cash[1]

    def trial_most(self) -> float:
        """Return the most dollars that the trial takes; those of the first year where nobody knows it apart."""
        return (self.pilot_cash or self.cash)[1]

    def monthly(self) -> tuple[float, float]:
        """Return the library's hours in a month that it runs, low and high."""
        return month_of(self.hours, self.sessions_a_month)

    def is_one_day(self) -> bool:
        """Return whether it is held on one day of the year."""
        return 0 < self.sessions_a_month <= 1 and self.months == 1

    def times_held(self) -> int:
        """Return how often the trial is held; 0 for a service without sessions."""
        if self.is_one_day():
            return 1
        if self.pilot_sessions is not None:
            return round(self.pilot_sessions)
        return round(self.sessions_a_month * min(self.pilot_weeks / WEEKS, self.months))

    def first_year(self) -> tuple[float, float]:
        """Return the library's hours in the first year, setting up included, low and high."""
        return year_of(self.hours, self.sessions_a_month, self.months)


class Parts(NamedTuple):
    """Hours of a pilot by what they are for, each low and high."""

    setup: tuple[float, float]
    sessions: tuple[float, float]
    between: tuple[float, float]

    def whole(self) -> tuple[float, float]:
        """Return all of them together."""
        low, high = (sum(each) for each in zip(*self, strict=True))
        return low, high


def trial_of(hours: Hours, sessions: float, schedule: Schedule) -> tuple[float, float]:
    """Return *hours* of the pilot, setting up included, low and high."""
    return trial_parts(hours, sessions, schedule).whole()


def trial_parts(hours: Hours, sessions: float, schedule: Schedule) -> Parts:
    """Return *hours* of the pilot by what they are for.

    Args:
        hours: of one side's people.
        sessions: a month at which they are.
        schedule: when the work runs.
    """
    months = 1 if schedule.is_one_day() else min(schedule.pilot_weeks / WEEKS, schedule.months)
    if schedule.pilot_sessions is None:
        held = months * sessions
    else:
        share = sessions / schedule.sessions_a_month if schedule.sessions_a_month else 0
        # Whoever comes to some sessions comes to the pilot.
        held = max(1, schedule.pilot_sessions * share) if share else 0
    return Parts(hours.setup, _times(held, hours.session), _times(months, hours.between))


def _times(count: float, span: tuple[float, float]) -> tuple[float, float]:
    return count * span[0], count * span[1]


def month_of(hours: Hours, sessions: float) -> tuple[float, float]:
    """Return *hours* of a month with that many *sessions*, low and high."""
    low, high = (
        sessions * each + between
        for each, between in zip(hours.session, hours.between, strict=True)
    )
    return low, high


def year_of(hours: Hours, sessions: float, months: float) -> tuple[float, float]:
    """Return *hours* of a first year of *months* with *sessions* each, setting up included."""
    low, high = (
        setup + months * month
        for setup, month in zip(hours.setup, month_of(hours, sessions), strict=True)
    )
    return low, high
