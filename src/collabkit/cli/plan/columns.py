"""What a spreadsheet shows of a plan and of its steps, and a table of what would change."""

from collabkit.output import Column
from collabkit.workspace.names import Change, Chosen, Step


def _span(span: tuple[float, float]) -> str:
    low, high = span
    return f"{low:.0f}" if round(low) == round(high) else f"{low:.0f}-{high:.0f}"


WORKS = (
    Column[Chosen]("work", lambda each: each.label),
    Column[Chosen]("with", lambda each: each.partner),
    Column[Chosen]("organization", lambda each: each.organization),
    Column[Chosen]("hours", lambda each: _span(each.whole), justify="right"),
    Column[Chosen]("carries", lambda each: ", ".join(each.carries)),
    Column[Chosen]("backs", lambda each: ", ".join(each.backs)),
    Column[Chosen]("begin", lambda each: each.begin),
    Column[Chosen]("first session", lambda each: each.first),
    Column[Chosen]("dollars", lambda each: _span(each.cash)),
    Column[Chosen]("id", lambda each: each.work),
)
STEPS = (
    Column[Step]("day", lambda step: step.day),
    Column[Step]("who", lambda step: step.who),
    Column[Step]("work", lambda step: step.work),
    Column[Step]("what", lambda step: step.what),
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
