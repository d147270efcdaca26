"""How good a ranking is, on cases whose true partners are known."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Case(NamedTuple):
    """One aim with the partners that really answered it, and the ranking that was given."""

    aim: str
    true: frozenset[str]
    goals: Sequence[str]
    ranked: Sequence[str]

    @property
    def first(self) -> int | None:
        """Rank of the first true partner, from 1; nothing if none was ranked."""
        return next((place for place, id_ in enumerate(self.ranked, 1) if id_ in self.true), None)


class Quality(NamedTuple):
    """Shares of cases, 0 to 1."""

    hit_1: float
    """A true partner is first."""
    hit_5: float
    """A true partner is among the first five."""
    hit_10: float
    recall_5: float
    """Share of the true partners among the first five, averaged over cases."""
    mrr: float
    """Mean of 1 / rank of the first true partner (mean reciprocal rank; Voorhees 1999)."""

    def line(self) -> str:
        """Return the five figures for a table."""
        return "  ".join(f"{figure:7.3f}" for figure in self)


def quality(cases: Iterable[Case]) -> Quality:
    """Return the quality of the rankings in *cases*."""
    found = list(cases)
    firsts = [case.first for case in found]

    def hit(most: int) -> float:
        return sum(first is not None and first <= most for first in firsts) / len(found)

    recall = [len(case.true & set(case.ranked[:5])) / len(case.true) for case in found]
    reciprocal = [1 / first if first else 0.0 for first in firsts]
    return Quality(hit(1), hit(5), hit(10), sum(recall) / len(found), sum(reciprocal) / len(found))
