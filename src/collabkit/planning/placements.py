"""When a piece of work can run within a plan, and what it takes in each month if it does."""

from collections.abc import Iterator
from typing import NamedTuple

from collabkit.catalog.work import Span
from collabkit.planning import weights as w
from collabkit.planning.candidates import Candidate
from collabkit.planning.wishes import Wishes

_STARTS = 6
"""Starts that are tried for work that can begin in any month; more only make the solver slower."""


class Placement(NamedTuple):
    """One way to run a candidate within the plan."""

    candidate: Candidate
    start: int
    """The plan's month, from 0, in which the first session is."""
    runs: tuple[int, ...]
    """The plan's months in which it runs."""
    share: float
    """What part of its worth it has, started then."""
    hours: tuple[Span, ...]
    """Library hours in each month of the plan, low and high."""

    @property
    def talk(self) -> int:
        """The plan's month in which the partner is approached; below 0 if it should have been before."""
        return self.start - self.candidate.lead


def placements(candidate: Candidate, wishes: Wishes) -> list[Placement]:
    """Return the ways to run *candidate*; none if it cannot begin in time."""
    return [_placement(candidate, runs, wishes) for runs in _runs(candidate, wishes)]


def _runs(candidate: Candidate, wishes: Wishes) -> Iterator[tuple[int, ...]]:
    """Yield the months of the plan in which it could run, for each start."""
    last = wishes.months
    if candidate.running and not candidate.season:
        yield tuple(range(min(last, candidate.months)))
        return
    if candidate.season and candidate.months < 12:  # noqa: PLR2004 - a year
        first = candidate.season[0]
        for start in range(candidate.lead, last):
            if wishes.calendar_month(start) == first:
                runs = tuple(
                    index
                    for index in range(start, min(last, start + 12))
                    if wishes.calendar_month(index) in candidate.season
                )
                if len(runs) == len(candidate.season) or candidate.running:
                    yield runs
                return
        return
    latest = last - (1 if candidate.months >= 12 else candidate.months)  # noqa: PLR2004 - a year
    starts = list(range(candidate.lead, latest + 1))
    step = max(1, -(-len(starts) // _STARTS))
    for start in starts[::step]:
        yield tuple(range(start, min(last, start + candidate.months)))


def _placement(candidate: Candidate, runs: tuple[int, ...], wishes: Wishes) -> Placement:
    start = runs[0]
    ahead = [month for month in range(start - max(1, candidate.lead), start) if month >= 0]
    setting_up = ahead or [start]
    hours = []
    for month in range(wishes.months):
        parts = [
            *([candidate.month] if month in runs else []),
            *(
                [(candidate.setup[0] / len(setting_up), candidate.setup[1] / len(setting_up))]
                if month in setting_up
                else []
            ),
        ]
        hours.append((sum(part[0] for part in parts), sum(part[1] for part in parts)))
    whole = min(candidate.months, wishes.months)
    share = min(1.0, len(runs) / whole)
    if wishes.calendar_month(start - candidate.lead) in candidate.bad:
        share *= w.BAD_MONTH
    return Placement(candidate, start, runs, share, tuple(hours))
