"""Hours and dollars from low to high, as people say them."""

from collections.abc import Sequence

from collabkit.text.phrases import dollars

Span = tuple[float, float]
"""A low and a high estimate."""


def in_hours(span: Span) -> str:
    """Return hours as people say them: "16 to 28 hours", "up to an hour", "half an hour"."""
    low, high = (f"{rounded(each):,g}" for each in span)
    if high == "0":
        return "no hours"
    most = _HOURS_SAID.get(high, f"{high} hours")
    if low == high:
        return most
    if low == "0":
        return f"up to {most}"
    return f"half an hour to {most}" if low == "0.5" else f"{low} to {high} hours"


_HOURS_SAID = {"1": "an hour", "0.5": "half an hour"}


def in_dollars(span: Span) -> str:
    """Return a sum as people say it: "nothing", "up to $400", "$500 to $1,200"."""
    low, high = span
    if not high:
        return "nothing"
    return between(span, money=True) if low else f"up to {dollars(high)}"


def between(span: Sequence[float], *, money: bool = False) -> str:
    """Return a range as people say it: "16 to 28", "about 4", "$1,862 to $3,332"."""
    low, high = (dollars(each) if money else f"{rounded(each):,g}" for each in span)
    if low == high:
        return low
    return f"{low} to {high}" if span[0] else f"up to {high}"


def rounded(hours: float) -> float:
    """Return *hours* no finer than anyone knows them."""
    return round(hours) if hours >= 4 else round(hours * 2) / 2  # noqa: PLR2004 - half an hour counts below
