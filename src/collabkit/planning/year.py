"""A plan as a year: what was chosen, which goal each carries, and the hours of every month."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from collabkit.catalog.schedule import Span
from collabkit.planning.care import Care, middle
from collabkit.planning.placements import Placement
from collabkit.planning.program import cover
from collabkit.planning.wishes import Wishes

By = Literal["solver", "greedy", "saved"]
"""What found a plan: the solver, one work after the other, or a file in which it was saved."""


class Chosen(NamedTuple):
    """One piece of work in the plan."""

    work: str
    """The id of the work."""
    label: str
    """What it is called."""
    partner: str
    """The kind of organization it is done with."""
    begin: str
    """When to begin the talk: the first day of a month, not before the plan, such as 2027-03-01."""
    first: str
    """The first day of the month of the first session."""
    runs: tuple[int, ...]
    """Calendar months in which it runs."""
    hours: tuple[Span, ...]
    """Library hours in each month of the plan, low and high."""
    whole: Span
    """Library hours over the plan."""
    cash: Span
    """Dollars beyond staff time."""
    carries: tuple[str, ...]
    """Goals that it carries."""
    backs: tuple[str, ...]
    """Goals that it backs."""
    running: bool
    """Whether it is under way already."""
    organization: str = ""
    """The organization that is meant, by its name; blank where only its kind is known."""


class GoalCover(NamedTuple):
    """Who serves a goal in the plan."""

    goal: str
    carried: str | None
    """The work that carries it; nothing if nobody does."""
    backed: str | None


class Month(NamedTuple):
    """The hours of one month."""

    first: date
    available: float
    low: float
    high: float


class Year(NamedTuple):
    """A whole plan."""

    chosen: tuple[Chosen, ...]
    goals: tuple[GoalCover, ...]
    months: tuple[Month, ...]
    worth: float
    """What it is worth, by the weights; only to be compared with other plans."""
    gap: float | None
    """How much more a better plan could be worth, as a share; 0 if there is none, nothing if unknown."""
    care: Care
    by: By
    after: float = 0.0
    """Hours of the works' first year that come after the plan's end, at the middle of their ranges."""

    @property
    def exact(self) -> bool:
        """Whether it is proven that no other plan is worth more, but for a ten-thousandth."""
        return self.by == "solver" and self.gap == 0.0

    @property
    def holds_at_the_high_end(self) -> bool:
        """Whether every month has the hours even if all works take their high estimate."""
        return all(month.high <= month.available + 1e-6 for month in self.months)

    @property
    def crowded(self) -> dict[str, tuple[str, ...]]:
        """Partners that carry three works or more, with the works."""
        by_partner: dict[str, list[str]] = {}
        for each in self.chosen:
            by_partner.setdefault(each.partner, []).append(each.work)
        return {who: tuple(works) for who, works in by_partner.items() if len(works) >= _CROWD}


_CROWD = 3


def year(
    chosen: Sequence[Placement],
    wishes: Wishes,
    *,
    worth: float,
    gap: float | None,
    by: By,
) -> Year:
    """Return the plan that *chosen* make."""
    ways = sorted(chosen, key=lambda way: (way.start, way.candidate.work))
    covers = tuple(_cover(goal, ways) for goal in sorted(wishes.goals))
    return Year(
        tuple(_chosen(way, wishes, covers) for way in ways),
        covers,
        tuple(
            Month(
                wishes.first_of(month),
                wishes.hours[month],
                round(sum(way.hours[month][0] for way in ways), 2),
                round(sum(way.hours[month][1] for way in ways), 2),
            )
            for month in range(wishes.months)
        ),
        worth,
        gap,
        wishes.care,
        by,
        _after(ways, wishes),
    )


def _after(ways: Sequence[Placement], wishes: Wishes) -> float:
    wholes = sum(middle(way.candidate.whole(wishes.months)) for way in ways)
    return round(max(0.0, wholes - sum(middle(span) for way in ways for span in way.hours)), 1)


def _cover(goal: str, ways: Sequence[Placement]) -> GoalCover:
    carried, backed = cover([way.candidate for way in ways], goal)
    return GoalCover(goal, carried.work if carried else None, backed.work if backed else None)


def _chosen(way: Placement, wishes: Wishes, covers: Sequence[GoalCover]) -> Chosen:
    candidate = way.candidate
    return Chosen(
        candidate.work,
        candidate.label,
        candidate.partner,
        wishes.first_of(max(0, way.talk)).isoformat(),
        wishes.first_of(way.start).isoformat(),
        tuple(wishes.calendar_month(index) for index in way.runs),
        tuple((round(low, 2), round(high, 2)) for low, high in way.hours),
        (
            round(sum(low for low, _ in way.hours), 1),
            round(sum(high for _, high in way.hours), 1),
        ),
        candidate.cash,
        tuple(each.goal for each in covers if each.carried == candidate.work),
        tuple(each.goal for each in covers if each.backed == candidate.work),
        candidate.running,
        candidate.organization,
    )
