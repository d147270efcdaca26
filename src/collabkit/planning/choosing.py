"""The best plan out of many works: first the few that matter, then all that could still change it.

A year of hundreds of works takes a solver minutes, and nearly all of them are never near a plan. So
works that two others beat are left out, and the program is solved with works in fractions, which
takes a tenth of a second. The works that this takes, or nearly takes, make a small program, which
gives a plan. Only works that could still lift a plan above that one are left then, since the fractions
say what each costs at least; they are solved whole, from that plan on, and so the best is proven.
(A kernel search, after Angelelli, Mansini and Speranza, 2010, made exact by reduced costs.)
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from collabkit.planning import weights as w
from collabkit.planning.greedy import solve_greedily
from collabkit.planning.placements import Placement
from collabkit.planning.program import Asked, YearProgram, worth
from collabkit.planning.pruning import without_beaten
from collabkit.planning.solver import Answer
from collabkit.planning.wishes import Wishes

SMALL = 28
"""Works of the first, small program."""
NODES = 3_000
"""Branches after which a program stops and says how far from the best it may be."""
FEW_NODES = 40
"""The same for the small program of a large one, whose plan is only where to begin."""
PROVEN = 1e-4
"""The share of a plan's worth by which a better one could exceed one that is called proven."""


class Solution(NamedTuple):
    """What was chosen."""

    chosen: tuple[Placement, ...]
    worth: float
    """What the plan is worth, by the weights."""
    gap: float
    """How much more a better plan could be worth, as a share; 0 if there is none."""
    cost: float = 0.0
    """What the solver made least: the worth, less what waiting and moving cost."""


def choose(
    ways: Sequence[Placement],
    wishes: Wishes,
    asked: Asked = Asked(),  # noqa: B008 - a tuple cannot change
    first: Sequence[Placement] | None = None,
) -> Solution | None:
    """Return the best plan out of *ways*; nothing if the wishes cannot hold together.

    Args:
        ways: how each work can run.
        wishes: what is wished.
        asked: what is asked beyond the wishes.
        first: a plan that holds, to begin with, if one is known.

    Raises:
        SolverMissingError: HiGHS is not installed.
    """
    needed = {*wishes.must, *asked.inside, *wishes.keep}
    open_ = [way for way in ways if way.work not in {*wishes.without, *asked.outside}]
    if not asked.not_these:
        open_ = without_beaten(open_, wishes, needed)
    if len({way.work for way in open_}) <= SMALL:
        return _solved(open_, wishes, asked, NODES, first)
    relaxed = YearProgram(open_, wishes, asked)
    bound = relaxed.program.solve(relaxed=True)
    if bound is None:
        return None
    begun = first or solve_greedily(
        open_, wishes._replace(must=tuple({*wishes.must, *asked.inside}))
    )
    kernel = _kernel(relaxed, bound, needed | {way.work for way in begun or ()})
    found = _solved(_only(open_, kernel), wishes, asked, FEW_NODES, begun)
    if found is None:
        return _solved(open_, wishes, asked, NODES)
    hopeful = _hopeful(relaxed, bound, found.cost)
    if found.gap == 0.0 and hopeful <= kernel:
        return found
    whole = hopeful | needed | {way.work for way in found.chosen}
    return _solved(_only(open_, whole), wishes, asked, NODES, found.chosen)


def _hopeful(relaxed: YearProgram, bound: Answer, cost: float) -> set[str]:
    """Return the works with which a plan could still cost less than *cost*."""
    spare = cost - bound.cost + w.SLACK
    return {work for work, rise in relaxed.least_rise(bound).items() if rise <= spare}


def _kernel(relaxed: YearProgram, bound: Answer, needed: Collection[str]) -> set[str]:
    """Return the works that the solution in fractions takes, those that came nearest, and the *needed*."""
    rises = relaxed.least_rise(bound)
    order = sorted(
        relaxed.columns,
        key=lambda work: (
            -round(bound.values[relaxed.columns[work]], 6),
            round(rises[work], 6),
            work,
        ),
    )
    return {*order[:SMALL], *(needed & relaxed.columns.keys())}


def _only(ways: Sequence[Placement], works: Collection[str]) -> list[Placement]:
    return [way for way in ways if way.work in works]


def _solved(
    ways: Sequence[Placement],
    wishes: Wishes,
    asked: Asked,
    nodes: int,
    first: Sequence[Placement] | None = None,
) -> Solution | None:
    year = YearProgram(ways, wishes, asked)
    begun = year.starting(first) if first else None
    answer = year.program.solve(nodes=nodes, first=begun)
    if answer is None:
        return None
    chosen = year.chosen(answer)
    share = (answer.cost - answer.bound) / max(PROVEN, abs(answer.cost))
    return Solution(
        chosen, worth(chosen, wishes), 0.0 if share < PROVEN else round(share, 4), answer.cost
    )


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
    year.spread_asks()
    answer = year.program.solve(nodes=NODES, first=year.starting(chosen))
    return tuple(chosen) if answer is None else year.chosen(answer)
