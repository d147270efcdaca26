"""Wishes that cannot hold together: the few of them that are to blame."""

from collections.abc import Callable, Sequence
from itertools import combinations
from math import comb

from collabkit.planning.choosing import choose
from collabkit.planning.greedy import solve_greedily
from collabkit.planning.placements import Placement
from collabkit.planning.wishes import ImpossibleError, Wishes

_TRIED = 60
"""Sets of wishes of one size that are tried, to see whether fewer are to blame."""
_WAY_OUT = "Drop one of these wishes, give more hours, or plan over more months"


def conflict(ways: Sequence[Placement], wishes: Wishes, *, greedy: bool = False) -> ImpossibleError:
    """Return the error that names wishes which cannot hold together, none of which can be spared.

    Each wish is left out once; where the rest cannot hold either, it is not to blame.
    """

    def holds(tried: Wishes) -> bool:
        return _holds(ways, tried, greedy=greedy)

    left = wishes
    for work in wishes.must:
        without = left._replace(must=tuple(each for each in left.must if each != work))
        if not holds(without):
            left = without
    for goal in wishes.least:
        without = left._replace(least=tuple(each for each in left.least if each != goal))
        if not holds(without):
            left = without
    if left.money is not None and not holds(left._replace(money=None)):
        left = left._replace(money=None)
    return ImpossibleError(_said(ways, _smallest(left, wishes, holds)), _WAY_OUT)


def _smallest(left: Wishes, wishes: Wishes, holds: Callable[[Wishes], bool]) -> Wishes:
    """Return the fewest of *wishes* that cannot hold together, of which *left* are some."""
    every = [*wishes.must, *wishes.least]
    for size in range(1, len(left.must) + len(left.least)):
        if comb(len(every), size) > _TRIED:
            break
        for few in combinations(every, size):
            tried = wishes._replace(
                must=tuple(each for each in wishes.must if each in few),
                least=tuple(each for each in wishes.least if each in few),
                money=left.money,
            )
            if not holds(tried):
                return tried
    return left


def _holds(ways: Sequence[Placement], wishes: Wishes, *, greedy: bool) -> bool:
    """Return whether what must be in fits; whatever need not only takes hours from it."""
    needed = [
        way
        for way in ways
        if way.work in wishes.must or any(way.candidate.carries(goal) for goal in wishes.least)
    ]
    bare = wishes._replace(goals=dict.fromkeys(wishes.least, 1.0), keep={})
    if greedy:
        return solve_greedily(needed, bare) is not None
    return choose(needed, bare) is not None


def _said(ways: Sequence[Placement], wishes: Wishes) -> str:
    possible = {way.work for way in ways}
    late = [work for work in wishes.must if work not in possible]
    if late:
        return (
            f"{late[0]} cannot run within these {wishes.months} months: "
            "its hours, its season or the weeks before it begins do not fit"
        )
    ruled_out = [work for work in wishes.must if work in wishes.without]
    if ruled_out:
        return f"{ruled_out[0]} must be in the plan and must not"
    parts = [*wishes.must, *(f"somebody for {goal}" for goal in wishes.least)]
    if wishes.money is not None:
        parts.append(f"${wishes.money:,.0f}")
    if len(parts) == 1:
        return f"{parts[0]} does not fit into the hours"
    return f"these cannot hold together within the hours: {', '.join(parts)}"
