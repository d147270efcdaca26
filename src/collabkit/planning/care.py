"""How many hours works take that are known only as ranges: in a month, and over the whole plan."""

from collections.abc import Iterable
from typing import Literal

from collabkit.catalog.schedule import Span
from collabkit.planning.weights import RESERVED, UNCERTAIN

Care = Literal["full", "careful", "safe"]
"""How a plan takes hours that are ranges. *full*: at their middle. *careful*: a month at three quarters
of each range, and the whole plan with any five works at their high end. *safe*: all at their high end."""


def middle(span: Span) -> float:
    """Return the middle of *span*."""
    return (span[0] + span[1]) / 2


def reserve(span: Span) -> float:
    """Return how much more than its middle *span* may take."""
    return (span[1] - span[0]) / 2


def in_month(span: Span, care: Care, reserved: float = RESERVED) -> float:
    """Return the hours that a month has to have for *span*, with this much *care*.

    A careful one counts it *reserved* of the way from its middle to its high end.
    """
    part = {"full": 0.0, "careful": reserved, "safe": 1.0}[care]
    return middle(span) + part * reserve(span)


def in_plan(spans: Iterable[Span], care: Care, uncertain: int = UNCERTAIN) -> float:
    """Return the hours that a plan has to have for works with these *spans*, with this much *care*.

    A careful one holds if any *uncertain* works take their high estimate.
    """
    each = list(spans)
    most = {"full": 0, "careful": uncertain, "safe": len(each)}[care]
    reserves = sorted(map(reserve, each), reverse=True)
    return sum(map(middle, each)) + sum(reserves[:most])
