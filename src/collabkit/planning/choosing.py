"""The best plan out of many works: first the few that matter, then all that could still change it.

A year of hundreds of works takes a solver minutes, and nearly all of them are never near a plan. So
the program is first solved with works in fractions, which takes a tenth of a second; the works that
this takes, or nearly takes, make a small program that is solved exactly. What the fractions reach is
a bound: no plan can be better. (A kernel search, after Angelelli, Mansini and Speranza, 2010.)
"""

from collections.abc import Sequence
from typing import NamedTuple

from collabkit.planning.greedy import solve_greedily
from collabkit.planning.placements import Placement
from collabkit.planning.program import Asked, YearProgram, worth
from collabkit.planning.solver import Answer
from collabkit.planning.wishes import Wishes

SMALL = 45
"""Works that are all tried at once, and proven."""
NODES = 2_000
"""Branches after which a small program stops and says how far from the best it may be."""
FEW_NODES = 60
"""The same for a program of more works, of which a bound is known already."""
PROVEN = 1e-4
"""The share of a plan's worth by which a better one could exceed one that is called proven."""


class Solution(NamedTuple):
    """What was chosen."""

    chosen: tuple[Placement, ...]
    worth: float
    """What the plan is worth, by the weights."""
    gap: float
    """How much more a better plan could be worth, as a share; 0 if there is none."""
    tried: frozenset[str] = frozenset()
    """The works that the program held."""


def choose(ways: Sequence[Placement], wishes: Wishes, asked: Asked = Asked()) -> Solution | None:  # noqa: B008 - a tuple cannot change
    """Return the best plan out of *ways*; nothing if the wishes cannot hold together.

    Raises:
        SolverMissingError: HiGHS is not installed.
    """
    open_ = [way for way in ways if way.work not in {*wishes.without, *asked.outside}]
    works = {way.work for way in open_}
    if len(works) <= SMALL:
        return _exactly(open_, wishes, asked, NODES)
    relaxed = YearProgram(open_, wishes, asked)
    bound = relaxed.program.solve(relaxed=True)
    if bound is None:
        return None
    first = solve_greedily(open_, wishes._replace(must=tuple({*wishes.must, *asked.inside})))
    kernel = _kernel(relaxed, bound, asked) | {way.work for way in first or ()}
    found = _exactly([way for way in open_ if way.work in kernel], wishes, asked, FEW_NODES)
    if found is None:
        return _exactly(open_, wishes, asked, NODES)
    if found.gap == 0.0 and _nothing_better(relaxed, bound, found):
        return found
    most = _worth_of(bound.cost, wishes, found)
    return found._replace(gap=_gap(most, found.worth))


def _nothing_better(relaxed: YearProgram, bound: Answer, found: Solution) -> bool:
    """Return whether forcing in any work that was not tried costs more than *found* falls short."""
    short = -found.worth - bound.cost
    return not relaxed.wishes.keep and all(
        bound.reduced[column] > short
        for work, column in relaxed.columns.items()
        if work not in found.tried
    )


def _kernel(relaxed: YearProgram, bound: Answer, asked: Asked) -> set[str]:
    """Return the works that the solution in fractions takes, and those that came nearest to it."""
    wishes = relaxed.wishes
    columns = relaxed.columns
    order = sorted(
        columns,
        key=lambda work: (
            -round(bound.values[columns[work]], 6),
            round(bound.reduced[columns[work]], 6),
            work,
        ),
    )
    taken = sum(bound.values[column] > PROVEN for column in columns.values())
    wanted = {*wishes.must, *asked.inside, *wishes.keep} & columns.keys()
    return {*order[: max(SMALL, taken * 3 // 2)], *wanted}


def _exactly(
    ways: Sequence[Placement], wishes: Wishes, asked: Asked, nodes: int
) -> Solution | None:
    year = YearProgram(ways, wishes, asked)
    answer = year.program.solve(nodes=nodes)
    if answer is None:
        return None
    chosen = year.chosen(answer)
    reached = worth(chosen, wishes)
    share = (answer.cost - answer.bound) / max(PROVEN, abs(answer.cost))
    return Solution(chosen, reached, 0.0 if share < PROVEN else share, frozenset(year.works))


def _worth_of(cost: float, wishes: Wishes, found: Solution) -> float:
    """Return the worth that a program of *cost* stands for, without what keeping works is paid."""
    kept = sum(way.work in wishes.keep for way in found.chosen)
    return -cost - 2.0 * sum(wishes.goals.values()) * kept


def _gap(most: float, reached: float) -> float:
    share = (most - reached) / reached if reached else 1.0
    return 0.0 if share < PROVEN else round(share, 4)


def begin(
    chosen: Sequence[Placement], ways: Sequence[Placement], wishes: Wishes
) -> tuple[Placement, ...]:
    """Return the *chosen* works, each begun in its best month: soon, and when the partner has time."""
    works = {way.work for way in chosen}
    own = [way for way in ways if way.work in works]
    year = YearProgram(own, wishes._replace(goals={}, least=()), Asked(inside=frozenset(works)))
    ordered = [way for mine in year.works.values() for way in mine]
    for way, column in zip(ordered, year.way_columns, strict=True):
        year.program.costs[column] += float(way.cost)
    answer = year.program.solve(nodes=NODES)
    return tuple(chosen) if answer is None else year.chosen(answer)
