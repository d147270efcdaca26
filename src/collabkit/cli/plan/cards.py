"""A plan and its steps as a person reads them on a terminal of eighty columns."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from collabkit.cli.cards import wrapped
from collabkit.cli.plan import bars
from collabkit.text.characters import escape_terminal
from collabkit.text.phrases import listed
from collabkit.workspace.names import Chosen, Plan, Step


def planned(plan: Plan) -> Iterator[str]:
    """Yield a card for each work of *plan*, in order of the first session, after what the words mean."""
    if plan.year.chosen:
        yield "Carries: it was made for that goal. Backs: it helps if what carries fails.\n\n"
    for number, each in enumerate(plan.year.chosen, start=1):
        yield _card(f"{number}. {escape_terminal(each.label)}", _told(plan, each))
    yield "".join(f"{line}\n" for line in ("Goals", *_indented(bars.of_goals(plan.year)))) + "\n"
    yield "".join(f"{line}\n" for line in ("Hours", *_indented(bars.by_month(plan.year)))) + "\n"


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"    {line}" for line in lines)


def _told(plan: Plan, each: Chosen) -> Iterator[str]:
    yield f"With {plan.whom(each)}. {_when(each)} {span(each.whole)} hours, ${span(each.cash)}."
    served = [f"Carries {listed(each.carries)}." if each.carries else ""]
    served.append(f"Backs {listed(each.backs)}." if each.backs else "")
    yield " ".join(filter(None, served)) or "It has to be in, and carries no goal."
    lacks = [] if each.running else plan.lacking(each.work)
    yield from (
        f"You cannot have what it needs: {it.text}" for it in lacks if it.stands == "cannot"
    )
    yield from (f"First: {it.text}" for it in lacks if it.stands == "later")
    unsaid = [it.name for it in lacks if it.stands == "open"]
    if unsaid:
        yield f"First, see whether you have what it requires: {listed(unsaid)}."


def _when(each: Chosen) -> str:
    if each.running:
        return "Under way."
    begin, first = date.fromisoformat(each.begin), date.fromisoformat(each.first)
    if (begin.year, begin.month) == (first.year, first.month):
        return f"Ask and begin in {first:%B %Y}."
    asked = f"{begin:%B}" if begin.year == first.year else f"{begin:%B %Y}"
    return f"Ask in {asked}, first session in {first:%B %Y}."


def listed_steps(plan: Plan, steps: Iterable[Step]) -> Iterator[str]:
    """Yield the steps of each month under its name."""
    labels = {each.work: each.label for each in plan.year.chosen}
    for month, found in groupby(steps, key=lambda step: step.day[:7]):
        yield _card(f"{date.fromisoformat(f'{month}-01'):%B %Y}", _lines(found, labels), 4)


def _lines(steps: Iterable[Step], labels: dict[str, str]) -> Iterator[str]:
    """Yield the steps, those of one work and one day below its name."""
    for (day, work), found in groupby(steps, key=lambda step: (step.day, step.work)):
        yield f"{int(day[8:]):2}  {labels.get(work, work)}"
        yield from (f"  - {_said(step)}" for step in found)


def _said(step: Step) -> str:
    hours = step.hours if not step.hours or "a month" in step.hours else f"{step.hours} hours"
    taken = f" ({hours.replace(' a month', ' hours a month')})" if hours else ""
    return f"{step.what}{taken}"


def _card(head: str, sentences: Iterable[str], hang: int = 0) -> str:
    lines = [head]
    for sentence in sentences:
        lines += wrapped(sentence, hang)
    return "\n".join(lines) + "\n\n"


def span(amount: tuple[float, float]) -> str:
    """Return *amount* from low to high, in whole numbers."""
    low, high = amount
    return f"{low:,.0f}" if round(low) == round(high) else f"{low:,.0f} to {high:,.0f}"
