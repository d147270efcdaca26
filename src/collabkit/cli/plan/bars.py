"""Hours as a bar of characters, for a terminal."""

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
