"""What a table and a spreadsheet show of a plan, of its steps, and of what would change."""

from datetime import date

from collabkit.output import Column
from collabkit.planning import Chosen, Step
from collabkit.planning.comparing import Change


def _goals(each: Chosen) -> str:
    """Return the goals that it carries, and in brackets those that it backs."""
    return ", ".join((*each.carries, *(f"({goal})" for goal in each.backs)))


def _month(day: str) -> str:
    return f"{date.fromisoformat(day):%b %y}"


def _span(span: tuple[float, float]) -> str:
    low, high = span
    return f"{low:.0f}" if round(low) == round(high) else f"{low:.0f}-{high:.0f}"


WORKS = (
    Column[Chosen]("work", lambda each: each.label, ratio=4),
    Column[Chosen]("with", lambda each: each.partner, ratio=3),
    Column[Chosen]("ask in", lambda each: _month(each.begin), only="table"),
    Column[Chosen]("first", lambda each: _month(each.first), only="table"),
    Column[Chosen]("hours", lambda each: _span(each.whole), justify="right"),
    Column[Chosen]("for", _goals, ratio=3, only="table"),
    Column[Chosen]("carries", lambda each: ", ".join(each.carries), only="file"),
    Column[Chosen]("backs", lambda each: ", ".join(each.backs), only="file"),
    Column[Chosen]("begin", lambda each: each.begin, only="file"),
    Column[Chosen]("first session", lambda each: each.first, only="file"),
    Column[Chosen]("dollars", lambda each: _span(each.cash), only="file"),
    Column[Chosen]("id", lambda each: each.work, only="file"),
)
STEPS = (
    Column[Step]("day", lambda step: step.day),
    Column[Step]("who", lambda step: step.who),
    Column[Step]("work", lambda step: step.work, ratio=2),
    Column[Step]("what", lambda step: step.what, ratio=5),
    Column[Step]("hours", lambda step: step.hours, justify="right"),
)
CHANGES = (
    Column[Change]("change", lambda each: each.change),
    Column[Change]("work", lambda each: each.label, ratio=3),
    Column[Change]("id", lambda each: each.work, only="file"),
    Column[Change]("first", lambda each: each.first),
    Column[Change]("then", lambda each: each.then),
    Column[Change]("carries", lambda each: ", ".join(each.carries), ratio=3),
)
