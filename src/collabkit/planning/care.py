"""How many hours a month takes whose works are known only as ranges."""

from collections.abc import Iterable
from typing import Literal

from collabkit.catalog.work import Span
from collabkit.planning.weights import UNCERTAIN

Care = Literal["full", "careful", "safe"]
"""How a plan takes hours that are ranges. *full*: at their middle. *careful*: any five of the chosen
may take their high end at once. *safe*: all at their high end."""


def middle(span: Span) -> float:
    """Return the middle of *span*."""
    return (span[0] + span[1]) / 2


def reserve(span: Span) -> float:
    """Return how much more than its middle *span* may take."""
    return (span[1] - span[0]) / 2


def taken(spans: Iterable[Span], care: Care) -> float:
    """Return the hours that works with *spans* in a month have to have, with this much *care*."""
    each = list(spans)
    most = {"full": 0, "careful": UNCERTAIN, "safe": len(each)}[care]
    reserves = sorted(map(reserve, each), reverse=True)
    return sum(map(middle, each)) + sum(reserves[:most])
