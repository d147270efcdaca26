"""Wishes and candidates to a year: the door of planning."""

from collections.abc import Sequence

from collabkit.planning.candidates import Candidate
from collabkit.planning.greedy import solve_greedily
from collabkit.planning.placements import Placement, placements
from collabkit.planning.program import Asked, solve
from collabkit.planning.wishes import ImpossibleError, Wishes
from collabkit.planning.year import Year, year


def plan(found: Sequence[Candidate], wishes: Wishes, *, greedy: bool = False) -> Year:
    """Return the best year that *wishes* allow.

    Args:
        found: what may be planned.
        wishes: hours, money, goals, what must and must not be.
        greedy: plan without the solver, one work after the other; it may miss a better plan.

    Raises:
        ImpossibleError: the wishes cannot hold together; it names the fewest that cannot.
        SolverMissingError: HiGHS is not installed.
    """
    ways = ways_of(found, wishes)
    solution = solve_greedily(ways, wishes) if greedy else solve(ways, wishes)
    if solution is None:
        raise ImpossibleError(_conflict(ways, wishes, greedy=greedy), _WAY_OUT)
    return year(
        solution.chosen,
        wishes,
        worth=solution.worth,
        gap=solution.gap,
        by="greedy" if greedy else "solver",
    )


def ways_of(found: Sequence[Candidate], wishes: Wishes) -> list[Placement]:
    """Return every way to run each candidate, in order of id, so that ties end the same everywhere."""
    ordered = sorted(found, key=lambda each: each.work)
    return [way for candidate in ordered for way in placements(candidate, wishes)]


_WAY_OUT = "Drop one of these wishes, give more hours, or plan over more months"


def _conflict(ways: Sequence[Placement], wishes: Wishes, *, greedy: bool) -> str:
    """Return the fewest wishes that cannot hold together: each is left out once to see."""

    def holds(tried: Wishes) -> bool:
        return (solve_greedily(ways, tried) if greedy else solve(ways, tried, Asked())) is not None

    left = wishes
    for work in wishes.must:
        without = left._replace(must=tuple(each for each in left.must if each != work))
        if not holds(without):
            left = without
    for goal in wishes.least:
        without = left._replace(least=tuple(each for each in left.least if each != goal))
        if not holds(without):
            left = without
    bare = left._replace(money=None)
    if not holds(bare):
        left = bare
    late = [work for work in left.must if not any(way.candidate.work == work for way in ways)]
    if late:
        return (
            f"{late[0]} cannot run within these {wishes.months} months: "
            "its season or the weeks of lead do not fit"
        )
    parts = [*left.must, *(f"somebody for {goal}" for goal in left.least)]
    if left.money is not None:
        parts.append(f"${left.money:,.0f}")
    return f"these cannot hold together within the hours: {', '.join(parts) or 'the hours alone'}"
