"""What a table of counts shows: to the eyes what was counted and who asks, in a file all of it."""

from collabkit.output import Column
from collabkit.partnerships.counts.counted import Counted
from collabkit.partnerships.entries import Side

_SIDES: dict[Side, str] = {"we": "ours", "they": "theirs"}


def figure(value: float | None) -> str:
    """Return *value* as people write it: ``1,900``."""
    return "" if value is None else f"{value:,.10g}"


def what(each: Counted) -> str:
    """Return what was counted, and whose it is."""
    return f"{each.measure}, {_SIDES[each.side]}" if each.side else each.measure


def so_far(each: Counted) -> str:
    """Return what was counted or answered."""
    said = f"{each.yes} yes, {each.partly} partly, {each.no} no" if each.yes is not None else ""
    return "; ".join(filter(None, (figure(each.value), said))) or "nothing yet"


_WHAT = (
    Column[Counted]("what", what, ratio=4, only="table"),
    Column[Counted]("from", lambda each: figure(each.baseline), justify="right", only="table"),
    Column[Counted]("so far", so_far, ratio=2, only="table"),
    Column[Counted]("target", lambda each: figure(each.target), justify="right", only="table"),
)
_PARTNER = Column[Counted]("partner", lambda each: each.name, ratio=3, only="table")
_ASK = Column[Counted]("who asks, and when", lambda each: each.ask, ratio=4, only="table")
_FILE = tuple(
    Column[Counted](name, lambda each, name=name: getattr(each, name), only="file")  # type: ignore[misc]
    for name in Counted._fields
)
ONE = (*_WHAT, _ASK, *_FILE)
"""Of one partnership."""
ALL = (_PARTNER, *_WHAT, *_FILE)
"""Of all of them."""
