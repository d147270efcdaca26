"""What a table of counts shows: to the eyes what was counted and who asks, in a file all of it."""

from collabkit.output import Column
from collabkit.text.cells import figure
from collabkit.workspace.names import Counted, Side

_SIDES: dict[Side, str] = {"we": "ours", "they": "theirs"}


def what(each: Counted) -> str:
    """Return what was counted, and whose it is."""
    return f"{each.measure}, {_SIDES[each.side]}" if each.side else each.measure


def so_far(each: Counted) -> str:
    """Return what was counted or answered."""
    answers = f"{each.yes} yes, {each.partly} partly, {each.no} no" if each.yes is not None else ""
    moved = (
        ""
        if not each.change
        else f"{'up' if each.change > 0 else 'down'} {figure(abs(each.change))}"
    )
    stands = ", ".join(filter(None, (figure(each.value), moved)))
    return "; ".join(filter(None, (stands, answers))) or "nothing yet"


def hoped_for(each: Counted) -> str:
    """Return the target, and that it is the most there should be where it is."""
    return f"at most {figure(each.target)}" if each.at_most else figure(each.target)


_WHAT = (
    Column[Counted]("what", what, ratio=4, only="table"),
    Column[Counted]("from", lambda each: figure(each.baseline), justify="right", only="table"),
    Column[Counted]("so far", so_far, ratio=2, only="table"),
    Column[Counted]("target", hoped_for, justify="right", only="table"),
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
