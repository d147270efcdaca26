"""A plan as a paper of two pages for the board: what it serves, takes and risks, and what is not done."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from collabkit.catalog import Activity, Catalog
from collabkit.catalog.schedule import Span
from collabkit.library import Library, StrategicGoal
from collabkit.planning import Chosen, NearMiss, Year
from collabkit.planning.readiness import lacking
from collabkit.proposals.calendar import long_date
from collabkit.proposals.papers import Layout
from collabkit.proposals.rendering import Text
from collabkit.text.markdown import escape_markdown as escape
from collabkit.text.phrases import cap, ended, listed

_MANY = 8
"""Works from which on each has fewer words, so that the paper stays within two pages."""
_NOBODY = 8
"""Goals without anybody that are explained in a plan of few works."""
_FEW = 3
"""Goals without anybody that are explained, and works with how to leave them, in a plan of many."""


SERVES, HOURS = "What it serves", "The hours, month by month"
"""Headings under which there is a chart, where a format has charts."""


class PlanPage(NamedTuple):
    """A finished paper."""

    title: str
    """As a reader's program shows it."""
    text: Text
    layout: Layout = "page"


class Planned(NamedTuple):
    """A plan, and what the paper has to know of it."""

    catalog: Catalog
    library: Library
    year: Year
    whom: Mapping[str, str]
    """For each work with whom it is done, in words."""
    open_goals: Sequence[tuple[str, NearMiss | None]]
    """Goals that nobody serves, with the work that comes closest, if any can run."""
    left_out: Sequence[NearMiss]
    """Works that came closest to being in."""
    ruled_out: Sequence[str]
    """Works that a person ruled out."""

    @property
    def is_long(self) -> bool:
        """Whether it holds so many works that each has fewer words."""
        return len(self.year.chosen) > _MANY

    def goal(self, id_: str) -> str:
        """Return what the goal with this id is called."""
        return self.catalog.goals[id_].label


def plan_page(planned: Planned, on: date) -> PlanPage:
    """Return *planned* as a paper that bears the day *on*."""
    months = planned.year.months
    title = f"Our work with partners, {_month(months[0].first)} to {_month(months[-1].first)}"
    name = planned.library.name
    parts = [
        f"# {title}",
        f"{escape(name)}, {long_date(on)}" if name else long_date(on),
        _motion(planned.year),
        f"## {SERVES}",
        "\n".join(_coverage(planned)).strip(),
        "## What we would do",
        "\n".join(_works(planned)),
        f"## {HOURS}",
        "\n".join(_hours(planned.year)).strip(),
        "## What may go wrong, and how we would leave",
        "\n".join(_risks(planned)),
        "## What we would not do, and why",
        "\n".join(_not_done(planned)),
    ]
    return PlanPage(title, Text("\n\n".join(parts) + "\n", ()))


def _motion(year: Year) -> str:
    low, high = (sum(each.whole[end] for each in year.chosen) for end in (0, 1))
    cash = tuple(sum(each.cash[end] for each in year.chosen) for end in (0, 1))
    there = sum(month.available for month in year.months)
    works = f"{len(year.chosen)} piece{'s' if len(year.chosen) != 1 else ''} of joint work"
    return (
        f"**We ask the board to agree to {works}.** In {len(year.months)} months they take "
        f"{_span((low, high))} of {there:,.0f} hours of staff time, and {_dollars(cash)} beyond it. "
        f"{_after(year)}{_sure(year)}"
    )


def _after(year: Year) -> str:
    return (
        f"What begins late goes on after that, for {year.after:,.0f} hours more. "
        if year.after
        else ""
    )


def _sure(year: Year) -> str:
    if year.holds_at_the_high_end:
        return "The hours suffice even if everything takes as long as it can."
    short = [month for month in year.months if month.high > month.available + 1e-6]
    count = "one month" if len(short) == 1 else f"{len(short)} months"
    return f"If everything takes as long as it can, the hours fall short in {count}."


def _coverage(planned: Planned) -> Iterator[str]:
    """Yield a row for each goal of the library's own plan, and for each other goal that somebody serves."""
    own = planned.library.strategic_goals
    if own or not planned.is_long:
        yield "| Goal | Carried by | Backed by |"
        yield "| --- | --- | --- |"
    covered: set[str] = set()
    for goal in own:
        meant = _meant(planned, goal)
        covered |= meant
        yield from _rows(planned, f"**{escape(goal.name)}**", meant, goal.works)
    # What nobody serves stands at the end of the paper, with the reason.
    rest = [each.goal for each in planned.year.goals if each.carried and each.goal not in covered]
    if planned.is_long and rest:
        yield f"\nThe works below say which of {len(rest)} {'other ' if own else ''}goals each carries."
        return
    for goal_ in rest:
        yield from _rows(planned, escape(cap(planned.goal(goal_))), {goal_}, ())


def _meant(planned: Planned, goal: StrategicGoal) -> set[str]:
    """Return the goals of the catalog that a strategic goal means, by itself or by its works."""
    works = planned.catalog.activities
    return {*goal.goals, *(works[work].goals[0] for work in goal.works if work in works)}


def _rows(planned: Planned, name: str, goals: set[str], works: Sequence[str]) -> Iterator[str]:
    covers = [each for each in planned.year.goals if each.goal in goals]
    chosen = {each.work: each for each in planned.year.chosen}
    carried = {each.carried: None for each in covers if each.carried}
    carried.update((work, None) for work in works if work in chosen)
    backed = [each.backed for each in covers if each.backed and each.backed not in carried]
    nobody = [escape(planned.goal(each.goal)) for each in covers if each.carried is None]
    served = _labels(planned, carried) or "**Nobody**"
    if carried and nobody:
        served += f"; **nobody** for {listed(nobody)}"
    # A cell without words would be a place to write in.
    yield f"| {name} | {served} | {_labels(planned, dict.fromkeys(backed)) or 'none'} |"


def _labels(planned: Planned, works: Iterable[str]) -> str:
    return escape("; ".join(planned.catalog.activities[each].label for each in works))


def _works(planned: Planned) -> Iterator[str]:
    yield f"| Work | With whom |{' Carries |' if planned.is_long else ''} From | Hours | Dollars |"
    yield f"| --- | --- |{' --- |' if planned.is_long else ''} --- | --- | --- |"
    ordered = sorted(planned.year.chosen, key=_size)
    shown = set(ordered[:_ROWS])
    for each in planned.year.chosen:
        if each not in shown:
            continue
        carries = escape(listed([planned.goal(goal) for goal in each.carries]))
        yield (
            f"| {escape(each.label)} | {escape(planned.whom[each.work])} "
            f"{f'| {carries} ' if planned.is_long else ''}| {_when(each)} "
            f"| {_span(each.whole)} | {_span(each.cash)} |"
        )
    small = ordered[_ROWS:]
    if small:
        whole = tuple(sum(each.whole[end] for each in small) for end in (0, 1))
        cash = tuple(sum(each.cash[end] for each in small) for end in (0, 1))
        named = escape(listed([each.label for each in small]))
        yield (
            f"\nAnd {len(small)} smaller ones, together {_span(whole)} hours and {_dollars(cash)}: {named}."
        )


_ROWS = 8
"""Works that have a row; the smaller ones beyond these are named in a sentence."""


def _size(each: Chosen) -> tuple[float, str]:
    return -each.whole[1], each.work


def _when(each: Chosen) -> str:
    first = date.fromisoformat(each.first)
    return "under way" if each.running else f"{first:%b %Y}"


def _hours(year: Year) -> Iterator[str]:
    """Yield the months side by side, six a row, so that a year takes little of the page."""
    for first in range(0, len(year.months), _ROW):
        months = year.months[first : first + _ROW]
        yield "|  | " + " | ".join(f"{month.first:%b %Y}" for month in months) + " |"
        yield "| --- |" + " --- |" * len(months)
        yield "| Needed | " + " | ".join(_span((m.low, m.high)) for m in months) + " |"
        yield "| There | " + " | ".join(f"{m.available:,.0f}" for m in months) + " |"
        yield ""


_ROW = 6


def _risks(planned: Planned) -> Iterator[str]:
    works = sorted(planned.year.chosen, key=_size)
    shown = works[:_FEW] if planned.is_long else planned.year.chosen
    for each in shown:
        activity = planned.catalog.activities[each.work]
        sentences = [*_missing(planned, activity)]
        sentences += [] if planned.is_long else [ended(it.text) for it in activity.depends_on[:1]]
        sentences.append(activity.ends)
        yield f"- **{escape(activity.label)}.** {escape(' '.join(filter(None, sentences)))}"
    if len(shown) < len(works):
        yield (
            f"- These are the largest. How we would leave the other {len(works) - len(shown)} stands "
            "in the agreement of each."
        )


def _missing(planned: Planned, activity: Activity) -> Iterator[str]:
    """Yield what cannot be had, and what has yet to be there, in few words."""
    lacks = lacking(activity, planned.library.ready)
    for each in lacks:
        if each.stands == "cannot":
            yield f"By our own profile we cannot have what it requires: {each.text}"
    later = [each.kind for each in lacks if each.stands == "later"]
    if later:
        yield f"Has to be there first: {listed(later)}."


def _not_done(planned: Planned) -> Iterator[str]:
    most = _FEW if planned.is_long else _NOBODY
    for goal, miss in planned.open_goals[:most]:
        yield f"- **{escape(cap(planned.goal(goal)))}** has nobody. {escape(_why(miss))}"
    more = [planned.goal(goal) for goal, _ in planned.open_goals[most:]]
    if more:
        named = more[:_NOBODY] + ([f"{len(more) - _NOBODY} others"] if len(more) > _NOBODY else [])
        yield f"- Nobody serves {escape(listed(named))} either."
    for miss in planned.left_out[: 1 if planned.is_long else None]:
        yield f"- {escape(miss.label)} came close. {escape(_beside(miss))}"
    if planned.ruled_out:
        named = [planned.catalog.activities[work].label for work in planned.ruled_out]
        yield f"- We ruled out: {escape(listed(named))}."
    if not (planned.open_goals or planned.left_out or planned.ruled_out):
        yield "- Nothing that we looked at is left out."


def _why(miss: NearMiss | None) -> str:
    if miss is None:
        return "No work that was made for it can run in these months and hours."
    lacks = miss.lacks
    return (
        f"What comes closest, {miss.label}, takes {lacks}."
        if lacks
        else f"{miss.label} would fit, but the hours do more elsewhere."
    )


def _beside(miss: NearMiss) -> str:
    lacks = miss.lacks
    return f"To have it as well takes {lacks}." if lacks else "The hours do more elsewhere."


def _month(day: date) -> str:
    return f"{day:%B %Y}"


def _span(amount: Span | tuple[float, ...]) -> str:
    low, high = amount
    return f"{low:,.0f}" if round(low) == round(high) else f"{low:,.0f} to {high:,.0f}"


def _dollars(amount: tuple[float, ...]) -> str:
    return f"${_span(amount).replace(' to ', ' to $')}" if any(amount) else "no money"
