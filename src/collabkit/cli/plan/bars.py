"""Hours as a bar of characters, for a terminal."""

from collections.abc import Iterator

from collabkit.workspace.names import Year, coverage

_WIDTH = 40


def bar(low: float, high: float, available: float, most: float) -> str:
    """Return a bar of hours that are taken for sure, may be taken, and are free.

    Args:
        low: taken for sure.
        high: taken if every work takes its most.
        available: there are.
        most: what the widest bar stands for.
    """
    sure, may, there = (round(_WIDTH * hours / (most or 1.0)) for hours in (low, high, available))
    drawn = f"{'#' * sure}{'+' * (may - sure)}{'.' * max(0, there - may)}"
    return drawn.ljust(_WIDTH)


def by_month(year: Year) -> Iterator[str]:
    """Yield a bar for each month: what is taken for sure, what may be, and what is free."""
    most = max((max(month.available, month.high) for month in year.months), default=0.0)
    yield "# taken for sure, + if the work takes its most, . free"
    for month in year.months:
        drawn = bar(month.low, month.high, month.available, most)
        amount = f"{month.low:.0f} to {month.high:.0f}"
        yield f"{month.first:%b %Y}  {drawn}  {amount} of {month.available:.0f}"


def of_goals(year: Year) -> Iterator[str]:
    """Yield a bar for the goals that are carried and backed, carried alone, and without anybody."""
    for label, count in coverage(year).items():
        yield f"{label:<8}  {'#' * round(_WIDTH * count / max(1, len(year.goals))):<{_WIDTH}}  {count}"
