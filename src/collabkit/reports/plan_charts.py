"""Hours by month and goals covered, as bars of SVG. The tables beside them hold the numbers."""

from collections.abc import Iterator

from collabkit.planning import Month, Year
from collabkit.proposals.formats import Picture
from collabkit.text.html import escape_html as escape

_WIDE, _HIGH = 640, 110
_FOOT, _HEAD = 18, 14
"""Room for the names of the months, and for what the colors mean."""
_SURE, _MAY, _THERE = "#22394d", "#8fa9bf", "#e3e8ec"
_NOBODY = "#b5532a"


def hours_chart(year: Year, heading: str) -> Picture:
    """Return a bar for each month: taken for sure, taken if the works take their most, and there."""
    most = max((max(each.available, each.high) for each in year.months), default=0.0) or 1.0
    bars = "".join(
        part for at, month in enumerate(year.months) for part in _month(year, at, month, most)
    )
    words = (
        "Hours of each month: dark for sure, lighter if all takes its most, the line what there is."
    )
    return _picture(heading, _HIGH, words, _text(0, 10, words, "start") + bars)


def _month(year: Year, at: int, month: Month, most: float) -> Iterator[str]:
    step = _WIDE / len(year.months)
    left, wide = at * step + step * 0.15, step * 0.7
    for hours, color in ((month.available, _THERE), (month.high, _MAY), (month.low, _SURE)):
        tall = (_HIGH - _FOOT - _HEAD) * hours / most
        yield _bar(left, _HIGH - _FOOT - tall, wide, tall, color)
    yield _text(left + wide / 2, _HIGH - 4, f"{month.first:%b}")
    limit = (_HIGH - _FOOT - _HEAD) * month.available / most
    yield _bar(left, _HIGH - _FOOT - limit - 1, wide, 1.5, _NOBODY)


def goals_chart(year: Year, heading: str) -> Picture:
    """Return one bar of the goals: carried and backed, carried alone, and nobody."""
    parts = [
        (count, label, color)
        for (label, count), color in zip(
            coverage(year).items(), (_SURE, _MAY, _NOBODY), strict=True
        )
        if count
    ]
    drawn, left = "", 0.0
    for count, label, color in parts:
        wide = _WIDE * count / len(year.goals)
        drawn += _bar(left, 0, wide - 2, 16, color)
        drawn += _text(left, 32, f"{count} {label}", "start")
        left += wide
    words = ", ".join(f"{count} {label}" for count, label, _ in parts)
    return _picture(heading, 38, f"Goals: {words}.", drawn)


def coverage(year: Year) -> dict[str, int]:
    """Return how many goals are carried and backed, carried alone, and without anybody."""
    backed = sum(each.carried is not None and each.backed is not None for each in year.goals)
    carried = sum(each.carried is not None for each in year.goals)
    return {
        "backed": backed,
        "carried": carried - backed,
        "nobody": len(year.goals) - carried,
    }


def _picture(heading: str, high: int, words: str, drawn: str) -> Picture:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {high}" role="img" '
        f'width="{_WIDE}" height="{high}" style="max-width:100%;height:auto">'
        f"<title>{escape(words)}</title>{drawn}</svg>"
    )
    return Picture(heading, svg, _WIDE, high, words)


def _bar(left: float, top: float, wide: float, tall: float, color: str) -> str:
    return (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{max(0.0, wide):.1f}" height="{tall:.1f}" '
        f'fill="{color}"/>'
    )


def _text(left: float, top: float, words: str, anchor: str = "middle") -> str:
    return (
        f'<text x="{left:.1f}" y="{top:.1f}" font-size="11" font-family="sans-serif" '
        f'text-anchor="{anchor}">{escape(words)}</text>'
    )
