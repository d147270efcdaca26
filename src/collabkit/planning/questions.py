"""Why this and not that, answered by solving again: shadow prices of a whole-number program mislead.

Each question is the same program with one work forced in or out, or with more hours in one month.
Where works are many, it is asked among those that came near the plan.
"""

from collections.abc import Sequence
from datetime import date
from math import ceil
from typing import NamedTuple

from collabkit.planning import weights as w
from collabkit.planning.candidates import Candidate
from collabkit.planning.choosing import Solution, choose
from collabkit.planning.placements import Placement
from collabkit.planning.plan import ways_of
from collabkit.planning.program import Asked, YearProgram
from collabkit.planning.wishes import Wishes
from collabkit.planning.year import Year

SHOWN = 5
"""Near misses and other plans that are told."""
NEAR = 12
"""Works outside the plan, those that came nearest, among which questions are asked."""
CLOSE = 0.01
"""Plans within this share of the best are a matter of taste."""


class Reason(NamedTuple):
    """A work that is in the plan, and what the plan would be without it."""

    work: str
    loss: float
    """How much less the best plan without it is worth, as a share of the plan."""
    instead: tuple[str, ...]
    """Works that would come in its place."""


class NearMiss(NamedTuple):
    """A work that is not in the plan, and what it would cost to have it."""

    work: str
    label: str
    loss: float | None
    """How much less the best plan with it is worth, as a share of the plan; nothing if none holds."""
    instead_of: tuple[str, ...]
    """Works that would leave for it."""
    hours: float
    """Hours that are missing in its tightest month, beside the plan as it is."""
    month: date | None
    """That month."""
    all_hours: float = 0.0
    """Hours that are missing over the whole plan, beside the plan as it is."""

    @property
    def lacks(self) -> str:
        """The hours that are missing, in words; blank if none are."""
        lacks = [f"{_said(self.hours)} more in {self.month:%B}"] if self.month else []
        lacks += [f"{_said(self.all_hours)} more over the whole plan"] if self.all_hours else []
        return " and ".join(lacks)


def _said(hours: float) -> str:
    """Return *hours* in words, in whole ones: nobody knows them to a tenth, and less would not do."""
    whole = ceil(hours)
    return "an hour" if whole == 1 else f"{whole} hours"


class Marginal(NamedTuple):
    """What more hours in one month would be worth."""

    first: date
    gain: float
    """How much more the best plan would be worth, as a share of the plan."""
    adds: tuple[str, ...]
    """Works that would come in."""


class OtherPlan(NamedTuple):
    """Another plan that is nearly as good."""

    loss: float
    """How much less it is worth, as a share of the plan."""
    adds: tuple[str, ...]
    drops: tuple[str, ...]


class Inquiry:
    """Questions about one plan."""

    def __init__(self, found: Sequence[Candidate], wishes: Wishes, year: Year) -> None:
        """Take the *year* that was planned of *found* for *wishes*."""
        self.wishes = wishes
        self.year = year
        self.works = {each.work for each in year.chosen}
        self.ways = ways_of(found, wishes)
        first = {each.work: each.first for each in year.chosen}
        self.planned = [
            way
            for way in self.ways
            if first.get(way.work) == wishes.first_of(way.start).isoformat()
        ]
        self.outside = self._closest_outside()
        near = {way.work for way in self.outside[:NEAR]} | self.works
        self.near = [way for way in self.ways if way.work in near]

    def reasons(self) -> list[Reason]:
        """Return for each chosen work what the best plan without it loses, the most first."""
        found = []
        for work in sorted(self.works - set(self.wishes.must)):
            other = self._solve(Asked(outside=frozenset({work})))
            found.append(Reason(work, self._loss(other) or 0.0, self._added(other)))
        return sorted(found, key=lambda each: (-each.loss, each.work))

    def near_misses(self, limit: int = SHOWN) -> list[NearMiss]:
        """Return the works that came closest to being in, and what they would take."""
        found = [self._near_miss(way) for way in self.outside[: limit + limit // 2]]
        found.sort(key=lambda each: (each.loss is None, each.loss or 0.0, each.work))
        return found[:limit]

    def left_out(self, limit: int = SHOWN) -> list[NearMiss]:
        """Return the works that came closest to being in, and the hours they lack, without solving again."""
        found = {way.work: way for way in self.outside[:limit]}
        return [self._lacking(way) for way in found.values()]

    def least_missing(self, goal: str) -> NearMiss | None:
        """Return the work made for *goal* that lacks the fewest hours beside the plan; nothing if none can run."""
        ruled_out = {*self.works, *self.wishes.without}
        found = [
            self._lacking(way)
            for way in {way.work: way for way in self.ways}.values()
            if way.candidate.carries(goal) and way.work not in ruled_out
        ]
        return min(
            found, key=lambda each: (max(each.hours, each.all_hours), each.work), default=None
        )

    def marginal(self, hours: float = 1.0) -> list[Marginal]:
        """Return what *hours* more in each single month would be worth."""
        everywhere = tuple(each + hours for each in self.wishes.hours)
        most = self._solve(Asked(), self.wishes._replace(hours=everywhere))
        if not -(self._loss(most) or 0.0) > 0.0:  # what all together do not bring, none does
            return [Marginal(each.first, 0.0, ()) for each in self.year.months]
        found = []
        for month, first in enumerate(each.first for each in self.year.months):
            more = tuple(
                each + (hours if number == month else 0.0)
                for number, each in enumerate(self.wishes.hours)
            )
            other = self._solve(Asked(), self.wishes._replace(hours=more))
            gain = max(0.0, -(self._loss(other) or 0.0))
            found.append(Marginal(first, gain, self._added(other) if gain else ()))
        return found

    def others(self, limit: int = SHOWN) -> list[OtherPlan]:
        """Return plans within one percent that hold other works, the best first."""
        found: list[OtherPlan] = []
        seen = [frozenset(self.works)]
        while len(found) < limit and self.works:
            other = self._solve(Asked(not_these=tuple(seen)))
            loss = self._loss(other)
            if other is None or loss is None or loss > CLOSE:
                break
            works = frozenset(way.work for way in other.chosen)
            seen.append(works)
            found.append(
                OtherPlan(
                    loss, tuple(sorted(works - self.works)), tuple(sorted(self.works - works))
                )
            )
        return found

    def _lacking(self, way: Placement) -> NearMiss:
        hours, month = self._missing_hours(way.work)
        missing = self._missing_over_all(way)
        return NearMiss(way.work, way.candidate.label, None, (), hours, month, missing)

    def _near_miss(self, way: Placement) -> NearMiss:
        other = self._solve(Asked(inside=frozenset({way.work})))
        left = self.works - {each.work for each in other.chosen} if other else set()
        hours, month = self._missing_hours(way.work)
        return NearMiss(
            way.work,
            way.candidate.label,
            self._loss(other),
            tuple(sorted(left)),
            hours,
            month,
            self._missing_over_all(way),
        )

    def _solve(self, asked: Asked, wishes: Wishes | None = None) -> Solution | None:
        """Solve again, from the plan on where most of it still holds."""
        begun = [way for way in self.planned if way.work not in asked.outside]
        helps = not asked.inside and not asked.not_these
        return choose(self.near, wishes or self.wishes, asked, begun if helps else None)

    def _closest_outside(self) -> list[Placement]:
        """Return a way of each work outside, those first that cost a plan in fractions the least."""
        ruled_out = {*self.wishes.without}
        others = {
            way.work: way
            for way in self.ways
            if way.work not in self.works and way.work not in ruled_out
        }
        program = YearProgram(
            [way for way in self.ways if way.work not in ruled_out], self.wishes, Asked()
        )
        bound = program.program.solve(relaxed=True)
        rises = program.least_rise(bound) if bound else {}
        return sorted(
            others.values(), key=lambda way: (round(rises.get(way.work, 0.0), 6), way.work)
        )

    def _missing_hours(self, work: str) -> tuple[float, date | None]:
        """Return how many hours *work* lacks in its tightest month, for the start that lacks least."""
        lacking = [self._tightest(way) for way in self.ways if way.work == work]
        hours, month = min(lacking)
        return (round(hours, 1), self.wishes.first_of(month)) if hours > w.SLACK else (0.0, None)

    def _missing_over_all(self, way: Placement) -> float:
        """Return how many hours the whole plan lacks if *way* comes beside it."""
        candidates = {each.work: each.candidate for each in self.ways if each.work in self.works}
        wholes = [each.whole(self.wishes.months) for each in (*candidates.values(), way.candidate)]
        return round(max(0.0, self.wishes.plan_takes(wholes) - sum(self.wishes.hours)), 1)

    def _tightest(self, way: Placement) -> tuple[float, int]:
        """Return the most hours that *way* lacks in a month beside the plan, and which month that is."""
        lacks = [
            (
                self.wishes.month_takes([*(each.hours[month] for each in self.year.chosen), span])
                - self.wishes.hours[month],
                -month,
            )
            for month, span in enumerate(way.hours)
            if span[1]
        ]
        hours, month = max(lacks, default=(0.0, 0))
        return hours, -month

    def _loss(self, other: Solution | None) -> float | None:
        if other is None:
            return None
        return (
            round((self.year.worth - other.worth) / self.year.worth, 4) if self.year.worth else 0.0
        )

    def _added(self, other: Solution | None) -> tuple[str, ...]:
        return tuple(sorted({way.work for way in other.chosen} - self.works)) if other else ()
