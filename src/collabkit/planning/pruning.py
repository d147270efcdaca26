"""Works that no best plan needs, left out before the solver sees them."""

from collections.abc import Collection, Iterator, Sequence

from collabkit.planning.care import middle
from collabkit.planning.placements import Placement
from collabkit.planning.wishes import Wishes

_SERVE = 2
"""Works that count for a goal: what carries it and what backs it."""


def without_beaten(
    ways: Sequence[Placement], wishes: Wishes, needed: Collection[str]
) -> list[Placement]:
    """Return *ways* without the works that two others beat, but for those that are *needed*.

    A work that is worth no more for any goal and takes no less, in hours of any month, of the whole,
    or in money, than two others: if a plan holds it and both of them, it adds nothing, since two works
    serve a goal; if it holds it and not both, one of them can stand in its place.
    """
    works: dict[str, list[Placement]] = {}
    for way in ways:
        works.setdefault(way.work, []).append(way)
    measured = {work: _Measured(own, wishes) for work, own in works.items()}
    kept = {
        work
        for work, one in measured.items()
        if work in needed or sum(1 for _ in _beating(one, measured.values())) < _SERVE
    }
    return [way for way in ways if way.work in kept]


class _Measured:
    """What one work brings and takes, ready to be compared."""

    def __init__(self, ways: Sequence[Placement], wishes: Wishes) -> None:
        candidate = ways[0].candidate
        whole = candidate.whole(wishes.months)
        self.work = candidate.work
        self.worth = [
            each
            for goal in sorted(wishes.goals)
            for each in (candidate.carries(goal), candidate.backs(goal))
        ]
        self.cost = (middle(whole), whole[1], middle(candidate.cash), candidate.cash[1])
        self.months = [
            tuple(each for span in way.hours for each in (middle(span), span[1])) for way in ways
        ]

    def beats(self, other: "_Measured") -> bool:
        """Return whether this can stand in the place of *other*; of two equal ones the first in order."""
        return self.serves_for(other) and (self.work < other.work or not other.serves_for(self))

    def serves_for(self, other: "_Measured") -> bool:
        """Return whether this brings no less than *other* and takes no more."""
        return (
            _least(other.worth, self.worth)
            and _least(self.cost, other.cost)
            and all(any(_least(mine, each) for mine in self.months) for each in other.months)
        )


def _beating(one: _Measured, all_: Collection[_Measured]) -> Iterator[_Measured]:
    found = 0
    for other in all_:
        if found < _SERVE and other is not one and other.beats(one):
            found += 1
            yield other


def _least(one: Sequence[float], other: Sequence[float]) -> bool:
    return all(mine <= theirs for mine, theirs in zip(one, other, strict=True))
