"""When a piece of work can run within a plan, and what it takes in each month if it does."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from collabkit.catalog.schedule import Span
from collabkit.planning import weights as w
from collabkit.planning.candidates import Candidate
from collabkit.planning.wishes import Wishes

_YEAR: Final = 12
_LONG: Final = 6
"""Months from which on a season may be joined after it began."""


class Placement(NamedTuple):
    """One way to run a candidate within the plan."""

    candidate: Candidate
    start: int
    """The plan's month, from 0, in which the first session is."""
    runs: tuple[int, ...]
    """The plan's months in which it runs."""
    hours: tuple[Span, ...]
    """Library hours in each month of the plan, low and high."""
    cost: float
    """What speaks against this start, in months of waiting."""

    @property
    def work(self) -> str:
        """The id of the work."""
        return self.candidate.work

    @property
    def talk(self) -> int:
        """The plan's month in which the partner is approached."""
        return self.start - self.candidate.lead


def placements(candidate: Candidate, wishes: Wishes) -> list[Placement]:
    """Return the ways to run *candidate*, the earliest first; none if it cannot begin in time."""
    found = [_placement(candidate, runs, wishes) for runs in _runs(candidate, wishes)]
    if not candidate.running:
        named = [way for way in found if wishes.calendar_month(way.start) in candidate.begins]
        found = named or found
    return [way for way in found if _can_hold(way, wishes)]


def _runs(candidate: Candidate, wishes: Wishes) -> Iterator[tuple[int, ...]]:
    """Yield the months of the plan in which it could run, for each start."""
    last = wishes.months
    if candidate.running:
        months = range(last if candidate.months >= _YEAR else min(last, candidate.months))
        yield _in_season(candidate, range(last), wishes) if candidate.season else tuple(months)
        return
    for start in range(candidate.lead, last):
        runs = (
            _in_season(candidate, range(start, last), wishes)
            if candidate.season
            else tuple(range(start, min(last, start + candidate.months)))
        )
        if runs and runs[0] == start and _is_worth_it(candidate, runs, wishes):
            yield runs


def _in_season(candidate: Candidate, months: range, wishes: Wishes) -> tuple[int, ...]:
    return tuple(month for month in months if wishes.calendar_month(month) in candidate.season)


def _is_worth_it(candidate: Candidate, runs: tuple[int, ...], wishes: Wishes) -> bool:
    """Return whether enough of it lies within the plan, and it does not begin as its season ends."""
    whole, within = min(candidate.months, wishes.months), wishes.weights.within
    if candidate.season and candidate.months < _YEAR:
        begins = wishes.calendar_month(runs[0] - 1) not in candidate.season
        return len(runs) >= whole * within and (
            begins or (candidate.months >= _LONG and _first_stretch(runs) >= whole * within)
        )
    return len(runs) >= (whole if candidate.months < _YEAR else whole * within)


def _first_stretch(runs: tuple[int, ...]) -> int:
    """Return for how many months it runs before its first break."""
    return next((n for n, month in enumerate(runs) if month != runs[0] + n), len(runs))


def _placement(candidate: Candidate, runs: tuple[int, ...], wishes: Wishes) -> Placement:
    start = runs[0] if runs else 0
    setting_up = [] if candidate.running else _setting_up(candidate, start)
    part = (
        candidate.setup[0] / max(1, len(setting_up)),
        candidate.setup[1] / max(1, len(setting_up)),
    )
    hours = tuple(
        _sum(
            candidate.month if month in runs else (0.0, 0.0),
            part if month in setting_up else (0.0, 0.0),
        )
        for month in range(wishes.months)
    )
    return Placement(candidate, start, runs, hours, _cost(candidate, start, wishes))


def _setting_up(candidate: Candidate, start: int) -> list[int]:
    """Return the months over which the hours of setting up are spread: those of the lead."""
    return list(range(max(0, start - max(1, candidate.lead)), start)) or [start]


def _sum(one: Span, other: Span) -> Span:
    return one[0] + other[0], one[1] + other[1]


def _cost(candidate: Candidate, start: int, wishes: Wishes) -> float:
    month = wishes.calendar_month(start - candidate.lead)
    against = wishes.weights.bad_month if month in candidate.bad else 0.0
    against += wishes.weights.good_month if candidate.good and month not in candidate.good else 0
    kept = wishes.keep.get(candidate.work)
    moved = kept is not None and kept != wishes.first_of(start)
    return start - candidate.lead + against + (w.MOVED if moved else 0)


def _can_hold(way: Placement, wishes: Wishes) -> bool:
    """Return whether *way* fits where nothing else is planned."""
    return all(
        wishes.month_takes([span]) <= most + w.SLACK
        for span, most in zip(way.hours, wishes.hours, strict=True)
    )
