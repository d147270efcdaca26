"""A plan without a solver: the best work for an hour, one after the other. It may miss a better one."""

from collections.abc import Sequence

from collabkit.planning import weights as w
from collabkit.planning.candidates import Candidate
from collabkit.planning.placements import Placement
from collabkit.planning.program import cash_of, served
from collabkit.planning.wishes import Wishes


def solve_greedily(ways: Sequence[Placement], wishes: Wishes) -> tuple[Placement, ...] | None:
    """Return a plan that keeps the hours of every month; nothing if what must be in does not fit.

    Works that must be in come first, then somebody for each goal that has to have one. Then the work
    is added that raises the worth of the plan most for each hour, as long as one fits.
    """
    plan = _Growing(wishes)
    open_ = [way for way in ways if way.work not in wishes.without]
    for work in sorted({*wishes.must}):
        if not plan.add([way for way in open_ if way.work == work]):
            return None
    for goal in wishes.least:
        serving = [way for way in open_ if way.candidate.carries(goal)]
        carried = any(way.candidate.carries(goal) for way in plan.chosen)
        if not carried and not plan.add(plan.by_gain(serving)):
            return None
    while plan.add(plan.by_gain(open_)):
        pass
    return tuple(plan.chosen)


class _Growing:
    """A plan to which works are added."""

    def __init__(self, wishes: Wishes) -> None:
        self.wishes = wishes
        self.chosen: list[Placement] = []
        self.works: list[Candidate] = []
        self.served = dict.fromkeys(wishes.goals, 0.0)
        """What the works are worth for each goal."""

    def add(self, ways: Sequence[Placement]) -> bool:
        """Add the first of *ways* that fits; return whether one did."""
        way = next((way for way in ways if self._fits(way)), None)
        if way is None:
            return False
        self.chosen.append(way)
        self.works.append(way.candidate)
        for goal in way.candidate.worth.keys() & self.served.keys():
            self.served[goal] = served(self.works, goal)
        return True

    def by_gain(self, ways: Sequence[Placement]) -> list[Placement]:
        """Return those of *ways* that add something, the most for each hour first."""
        taken = {way.work for way in self.chosen}
        gains = [
            (self._gain(way) / (_hours(way) + 1), -number, way)
            for number, way in enumerate(ways)
            if way.work not in taken
        ]
        gains.sort(key=lambda each: each[:2], reverse=True)
        return [way for gain, _, way in gains if gain > 0]

    def _gain(self, way: Placement) -> float:
        one = way.candidate
        return sum(
            self.wishes.goals[goal] * (served([*self.works, one], goal) - self.served[goal])
            for goal in sorted(one.worth.keys() & self.served.keys())
        )

    def _fits(self, way: Placement) -> bool:
        """Return whether *way* fits beside what is chosen."""
        everyone = [*self.chosen, way]
        if self.wishes.money is not None:
            cash = sum(cash_of(each, self.wishes) for each in everyone)
            if cash > self.wishes.money + w.SLACK:
                return False
        if not holds_the_year([each.candidate for each in everyone], self.wishes):
            return False
        return all(
            self.wishes.month_takes([each.hours[month] for each in everyone]) <= most + w.SLACK
            for month, most in enumerate(self.wishes.hours)
            if way.hours[month][1]
        )


def holds_the_year(works: Sequence[Candidate], wishes: Wishes) -> bool:
    """Return whether the hours of the plan hold all of *works*, whenever they begin."""
    wholes = [each.whole(wishes.months) for each in works]
    return wishes.plan_takes(wholes) <= sum(wishes.hours) + w.SLACK


def _hours(way: Placement) -> float:
    return sum(sum(span) / 2 for span in way.hours)
