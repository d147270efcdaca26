"""A library's hours and goals to a year of partnerships, explained and compared."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from collabkit import clock
from collabkit.arguments import one_of
from collabkit.catalog import Activity, Catalog
from collabkit.errors import UsageError
from collabkit.files.saving import put
from collabkit.library import Library
from collabkit.matching import Ranking
from collabkit.notes import HasNotes
from collabkit.planning import (
    Care,
    Chosen,
    Inquiry,
    Step,
    Wishes,
    Year,
    candidates,
    monthly_hours,
    steps,
)
from collabkit.planning import plan as best_plan
from collabkit.planning.candidates import Meant
from collabkit.planning.comparing import Changes, changes
from collabkit.planning.orders import PlanOrder, set_weight, weighed
from collabkit.planning.readiness import Ready, Required, Requirements, lacking, required
from collabkit.planning.saved import SavedPlan, plan_text, read_plan
from collabkit.planning.weights import Weights, weights_of

if TYPE_CHECKING:
    from collabkit.planning import Candidate

MOST_MONTHS = 36


class Plan(HasNotes):
    """A year that was planned, with what can be asked of it."""

    def __init__(
        self,
        catalog: Catalog,
        found: "Sequence[Candidate]",
        wishes: Wishes,
        year: Year,
        ready: Ready,
        taken: Sequence[tuple[str, float]] = (),
    ) -> None:
        """Hold what was planned; ``Planner.plan`` makes it."""
        self.catalog = catalog
        self.taken = taken
        """Partnerships besides the plan, with the hours a month that were left to them."""
        self.ready = ready
        """What works require and whether it is in place, by the profile."""
        self._found = found
        self.wishes = wishes
        self.year = year

    @cached_property
    def inquiry(self) -> Inquiry:
        """What answers why this work and why not that one."""
        return Inquiry(self._found, self.wishes, self.year)

    def steps(self) -> list[Step]:
        """Return the plan as things to do, in order of the day."""
        return steps(self.catalog, self.year, self.ready)

    def required(self) -> Requirements:
        """Return what works that are yet to start require, and how it stands."""
        coming = [
            self.catalog.activities[each.work] for each in self.year.chosen if not each.running
        ]
        return Requirements(required(coming, self.ready))

    def lacking(self, work: str) -> list[Required]:
        """Return what *work* requires and is not in place, what cannot be had first."""
        return lacking(self.catalog.activities[work], self.ready)

    def activities(self) -> list[Activity]:
        """Return the catalog's entries of the works in the plan."""
        return [self.catalog.activities[each.work] for each in self.year.chosen]

    def alike(self) -> list[tuple[str, str]]:
        """Return the works that do the same, two by two: one main goal, one kind of partner, common months."""
        return [
            (one.work, other.work)
            for one, other in combinations(self.year.chosen, 2)
            if one.partner == other.partner
            and {*one.runs} & {*other.runs}
            and len({self.catalog.activities[each.work].goals[0] for each in (one, other)}) == 1
        ]

    def whom(self, chosen: Chosen) -> str:
        """Return with whom a work of the plan is done, in words."""
        label = self.kind(chosen.partner)
        kind = f"{label[0].lower()}{label[1:]}" if label[1:2].islower() else label
        return f"{chosen.organization} ({kind})" if chosen.organization else kind

    def kind(self, partner: str) -> str:
        """Return what the kind of partner with this id is called."""
        return self.catalog.partners[partner].label

    def label(self, work: str) -> str:
        """Return what the work with this id is called."""
        return self.catalog.activities[work].label

    def changes(self, other: "Plan") -> Changes:
        """Return what is different in *other*."""
        return changes(self.year, other.year)

    def save(self, file: str | Path, *, force: bool = False) -> None:
        """Write the plan to *file*, as YAML, for a later one to keep to.

        Raises:
            TakenError: *force* is False and something stands there.
        """
        put(Path(file), plan_text(self.year).encode(), force=force)


class Planner:
    """Plans years for one library."""

    def __init__(self, catalog: Catalog, library: Library, ranking: Ranking) -> None:
        """Plan for *library*, of what *catalog* knows, as *ranking* values it."""
        self.catalog = catalog
        self.library = library
        self.ranking = ranking

    def plan(self, order: PlanOrder) -> Plan:
        """Return the best plan for *order*.

        Raises:
            UsageError: something is asked that cannot be.
            ImpossibleError: the wishes cannot hold together.
            SolverMissingError: HiGHS is not installed, and *order* is not greedy.
        """
        wishes, found = self.asked(order)
        for work in wishes.must:
            if not any(each.work == work for each in found):
                raise UsageError(
                    f"{work} serves none of the goals that are planned for",
                    "Name one of its goals, or leave it out",
                    command=f"`collab show {work}` lists its goals; add one with --goal",
                )
        year = best_plan(found, wishes, greedy=order.greedy)
        return Plan(self.catalog, found, wishes, year, self.library.ready, order.taken)

    def goals(self, order: PlanOrder) -> dict[str, float]:
        """Return the goals that *order* plans for, with their weights.

        Raises:
            UsageError: a weight is no number above 0.
            UnknownIdError: there is no such goal.
        """
        given = [weighed(text) for text in order.goal]
        named = given or [(id_, 1.0) for id_ in self.library.own_goals or self.catalog.goals]
        for id_, _ in named:
            self.catalog.known("goals", id_)
        return {**dict.fromkeys(order.least, 1.0), **dict(named)}

    def asked(self, order: PlanOrder) -> "tuple[Wishes, list[Candidate]]":
        """Return what *order* wishes, and what may be planned for it.

        Raises:
            UsageError: something is asked that cannot be.
        """
        return self._wishes(order), self._found(order)

    def _wishes(self, order: PlanOrder) -> Wishes:
        start = (order.start or _next_month(clock.today())).replace(day=1)
        if not 1 <= order.months <= MOST_MONTHS:
            raise UsageError(
                f"{order.months} months cannot be planned", f"Plan 1 to {MOST_MONTHS} months"
            )
        one_of(order.care, "care", get_args(Care))
        for id_ in order.least:
            self.catalog.known("goals", id_)
        for id_ in (*order.must, *order.without, *order.only):
            self.catalog.known("activities", id_)
        kept = self._kept(order, start)
        taken = sum(hours for _, hours in order.taken)
        there = monthly_hours(self._hours(order), start, order.months)
        return Wishes(
            tuple(round(max(0.0, hours - taken), 2) for hours in there),
            start,
            self.goals(order),
            order.least,
            order.money,
            order.must,
            order.without,
            _care(order.care),
            {each.work: each.first for each in kept.works} if kept else {},
            self._weights(order),
        )

    def _found(self, order: PlanOrder) -> "list[Candidate]":
        return candidates(
            self.catalog,
            self.ranking,
            self.goals(order),
            works={*order.only, *order.must} if order.only else (),
            meant=Meant(
                dict(order.partners),
                dict(order.called),
                dict(order.organizations),
                dict(order.spent),
                order.only_named,
                self._weights(order),
            ),
            running=order.running,
        )

    def _weights(self, order: PlanOrder) -> Weights:
        over: dict[str, Any] = dict(map(set_weight, order.weight))
        return weights_of(self.library.planning)._replace(**over)

    def _hours(self, order: PlanOrder) -> str:
        if order.hours.strip():
            return order.hours
        if self.library.hours is None:
            raise UsageError(
                "nothing says how many hours a week there are",
                'hours="6", or "6, summer 2"; or write `hours: 6` into library.yaml',
                command='--hours 6, or --hours "6, summer 2"; or write `hours: 6` into library.yaml',
            )
        return f"{self.library.hours:g}"

    def _kept(self, order: PlanOrder, start: date) -> SavedPlan | None:
        """Return the plan to keep to, without what was over before *start*."""
        if not order.keep:
            return None
        saved = read_plan(Path(order.keep))
        kept = tuple(each for each in saved.works if each.work not in order.without)
        return saved.model_copy(
            update={
                "works": tuple(
                    each.model_copy(update={"first": max(each.first, start)}) for each in kept
                )
            }
        )


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _care(text: str) -> Care:
    care: Mapping[str, Care] = {"full": "full", "careful": "careful", "safe": "safe"}
    return care[text]
