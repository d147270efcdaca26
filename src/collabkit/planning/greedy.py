"""A plan without a solver: the best work for an hour, one after the other. It may miss a better one."""

from collections.abc import Sequence

from collabkit.planning.placements import Placement
from collabkit.planning.program import Solution, worth
from collabkit.planning.wishes import Wishes


def solve_greedily(ways: Sequence[Placement], wishes: Wishes) -> Solution | None:
    """Return a plan that keeps the hours of every month; nothing if what must be in does not fit.

    Works that must be in come first. Then the work is added that raises the worth of the plan most
    for each hour, as long as one fits.
    """
    chosen: list[Placement] = []
    for work in sorted(wishes.must):
        fitting = [way for way in ways if way.candidate.work == work and _fits(way, chosen, wishes)]
        if not fitting:
            return None
        chosen.append(fitting[0])
    open_ = [way for way in ways if way.candidate.work not in wishes.without]
    while True:
        taken = {way.candidate.work for way in chosen}
        now = worth(chosen, wishes)
        best = max(
            (
                ((worth([*chosen, way], wishes) - now) / (_hours(way) + 1), -number, way)
                for number, way in enumerate(open_)
                if way.candidate.work not in taken and _fits(way, chosen, wishes)
            ),
            key=lambda each: each[:2],
            default=None,
        )
        if best is None or best[0] <= 0:
            return Solution(tuple(chosen), now, 1.0)
        chosen.append(best[2])


def _hours(way: Placement) -> float:
    return sum(sum(span) / 2 for span in way.hours)


def _fits(way: Placement, chosen: Sequence[Placement], wishes: Wishes) -> bool:
    """Return whether *way* fits beside *chosen*, all at the high end of their hours unless in full."""
    everyone = [*chosen, way]
    for month, most in enumerate(wishes.hours):
        spans = [each.hours[month] for each in everyone]
        taken = sum(sum(span) / 2 if wishes.care == "full" else span[1] for span in spans)
        if taken > most + 1e-9:
            return False
    if wishes.money is None:
        return True
    return sum(each.candidate.cash[1] for each in everyone) <= wishes.money
