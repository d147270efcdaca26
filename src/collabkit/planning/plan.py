"""Wishes and candidates to a year: the door of planning."""

from collections.abc import Sequence

from collabkit.planning.candidates import Candidate
from collabkit.planning.choosing import Solution, begin, choose
from collabkit.planning.conflicts import conflict
from collabkit.planning.greedy import solve_greedily
from collabkit.planning.placements import Placement, placements
from collabkit.planning.program import worth
from collabkit.planning.wishes import Wishes
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
    if greedy:
        chosen = solve_greedily(ways, wishes)
        if chosen is None:
            raise conflict(ways, wishes, greedy=True)
        return year(chosen, wishes, worth=worth(chosen, wishes), gap=None, by="greedy")
    solution = choose(ways, wishes)
    if solution is None:
        raise conflict(ways, wishes)
    return of_solution(solution, ways, wishes)


def of_solution(solution: Solution, ways: Sequence[Placement], wishes: Wishes) -> Year:
    """Return *solution* as a year, each work begun in its best month."""
    return year(
        begin(solution.chosen, ways, wishes),
        wishes,
        worth=solution.worth,
        gap=solution.gap,
        by="solver",
    )


def ways_of(found: Sequence[Candidate], wishes: Wishes) -> list[Placement]:
    """Return every way to run each candidate, in order of id, so that ties end the same everywhere."""
    ordered = sorted(found, key=lambda each: each.work)
    return [way for candidate in ordered for way in placements(candidate, wishes)]
