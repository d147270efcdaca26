"""A plan as a mixed-integer program: which works, begun when, and the goals they carry.

A goal is carried by one work, which counts fully, and backed by a second, which counts a quarter. Its
answer therefore reads as a sentence: literacy is carried by this, and backed by that.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from collabkit.catalog.schedule import Span
from collabkit.planning import weights as w
from collabkit.planning.candidates import Candidate
from collabkit.planning.care import in_month, middle, reserve
from collabkit.planning.placements import Placement
from collabkit.planning.solver import ENDLESS, Answer, Program
from collabkit.planning.wishes import Wishes

_TAKEN = 0.5
"""A column of 0 or 1 above this is 1."""


class Asked(NamedTuple):
    """A question to the solver beyond the wishes."""

    inside: frozenset[str] = frozenset()
    """Works that are forced in."""
    outside: frozenset[str] = frozenset()
    """Works that are forced out."""
    not_these: tuple[frozenset[str], ...] = ()
    """Sets of works that must not come again, each whole."""


class YearProgram:
    """The program of one year, with the columns that tell its answer."""

    def __init__(self, ways: Sequence[Placement], wishes: Wishes, asked: Asked) -> None:
        """Put *ways* into columns, and what is wished and asked into rows."""
        self.ways = ways
        self.wishes = wishes
        self.program = Program()
        self.works = _by_work(ways)
        self.columns = {
            work: self._work_column(work, number) for number, work in enumerate(self.works, start=1)
        }
        self.way_columns = [column for work in self.works for column in self._way_columns(work)]
        for goal, weight in sorted(wishes.goals.items()):
            self._cover(goal, weight)
        for month in range(wishes.months):
            self._keep_hours(month)
        self._keep_all_hours()
        self._keep_money()
        self._force(asked)

    def spread_asks(self) -> None:
        """Let it cost something to begin to talk with more new partners in a month than can be asked well."""
        ordered = [way for ways in self.works.values() for way in ways]
        asked: dict[int, dict[int, float]] = {}
        for way, column in zip(ordered, self.way_columns, strict=True):
            if not way.candidate.running:
                asked.setdefault(way.talk, {})[column] = 1.0
        for terms in asked.values():
            too_many = self.program.column(float(self.wishes.weights.crowded), upper=ENDLESS)
            self.program.row(-ENDLESS, float(self.wishes.weights.asks), {**terms, too_many: -1.0})

    def starting(self, chosen: Sequence[Placement]) -> dict[int, float]:
        """Return the whole columns as a plan of *chosen* has them."""
        taken = {(way.work, way.start) for way in chosen}
        works = {way.work for way in chosen}
        values = {column: float(work in works) for work, column in self.columns.items()}
        ordered = [way for ways in self.works.values() for way in ways]
        for way, column in zip(ordered, self.way_columns, strict=True):
            values[column] = float((way.work, way.start) in taken)
        return values

    def least_rise(self, answer: Answer) -> dict[str, float]:
        """Return by how much taking each work would raise the cost of *answer* in fractions, at least."""
        rises: dict[str, float] = {}
        ordered = [way for ways in self.works.values() for way in ways]
        for way, column in zip(ordered, self.way_columns, strict=True):
            own = max(0.0, answer.reduced[column])
            rises[way.work] = min(rises.get(way.work, own), own)
        return {
            work: rise
            if len(self.works[work]) == 1
            else rise + max(0.0, answer.reduced[self.columns[work]])
            for work, rise in rises.items()
        }

    def chosen(self, answer: Answer) -> tuple[Placement, ...]:
        """Return the placements that *answer* takes."""
        ordered = [way for ways in self.works.values() for way in ways]
        return tuple(
            way
            for way, column in zip(ordered, self.way_columns, strict=True)
            if answer.values[column] > _TAKEN
        )

    def _work_column(self, work: str, number: int) -> int:
        """One decision a work; ties fall by order of id, and what is to be kept is worth more than all."""
        kept = work in self.wishes.keep
        bonus = 2.0 * self._of_all_goals() if kept else 0.0
        return self.program.column(w.TIE * number - bonus, whole=True)

    def _of_all_goals(self) -> float:
        """Return more than any plan can be worth."""
        return 2.0 * sum(self.wishes.goals.values())

    def _is_moved(self, way: Placement) -> bool:
        kept = self.wishes.keep.get(way.work)
        return kept is not None and kept != self.wishes.first_of(way.start)

    def _way_columns(self, work: str) -> list[int]:
        """One start for each work that is in. Where there is one way only, that is the same decision."""
        ways, whole = self.works[work], self.columns[work]
        if len(ways) == 1:
            return [whole]
        columns = [
            self.program.column(self._of_all_goals() * self._is_moved(way), whole=True)
            for way in ways
        ]
        self.program.row(0.0, 0.0, {**dict.fromkeys(columns, 1.0), whole: -1.0})
        return columns

    def _cover(self, goal: str, weight: float) -> None:
        """Let a goal be carried by one work at most and backed by one, both of the plan."""
        carries: dict[int, float] = {}
        backs: dict[int, float] = {}
        for work, ways in self.works.items():
            candidate = ways[0].candidate
            terms = {self.columns[work]: -1.0}
            for worth, own in (
                (candidate.carries(goal) * w.CARRIED, carries),
                (candidate.backs(goal), backs),
            ):
                if worth:
                    column = self.program.column(-weight * worth)
                    own[column] = terms[column] = 1.0
            if len(terms) > 1:
                self.program.row(-ENDLESS, 0.0, terms)
        self.program.row(0.0, 1.0, carries)
        # Nobody backs what nobody carries.
        self.program.row(-ENDLESS, 0.0, {**backs, **dict.fromkeys(carries, -1.0)})
        if goal in self.wishes.least:
            self.program.row(1.0, ENDLESS, carries)

    def _keep_hours(self, month: int) -> None:
        """Keep the hours of *month*, at the end of the ranges that the wished care asks for."""
        ordered = [way for ways in self.works.values() for way in ways]
        hours = (
            (column, in_month(way.hours[month], self.wishes.care, self.wishes.weights.reserved))
            for way, column in zip(ordered, self.way_columns, strict=True)
        )
        terms = {column: taken for column, taken in hours if taken}
        self.program.row(-ENDLESS, self.wishes.hours[month], terms)

    def _keep_all_hours(self) -> None:
        """Keep the hours of the whole plan, into which all of each work counts, whenever it begins."""
        spans = {
            self.columns[work]: ways[0].candidate.whole(self.wishes.months)
            for work, ways in self.works.items()
        }
        end = self.wishes.care if self.wishes.care == "safe" else "full"
        terms = {column: in_month(span, end) for column, span in spans.items()}
        if self.wishes.care == "careful":
            terms.update(self._reserve(spans))
        self.program.row(-ENDLESS, sum(self.wishes.hours), terms)

    def _reserve(self, spans: Mapping[int, Span]) -> dict[int, float]:
        """Return the terms that keep hours back for any few works at their high end.

        The linear counterpart of "the largest sum of at most so many reserves", after Bertsimas and
        Sim, The Price of Robustness (2004).
        """
        common = self.program.column(upper=ENDLESS)
        terms = {common: float(self.wishes.weights.uncertain)}
        for column, span in spans.items():
            if span[1] > span[0]:
                own = self.program.column(upper=ENDLESS)
                terms[own] = 1.0
                self.program.row(0.0, ENDLESS, {common: 1.0, own: 1.0, column: -reserve(span)})
        return terms

    def _keep_money(self) -> None:
        """Keep the money, of which every plan but a full one takes the high end."""
        if self.wishes.money is not None:
            terms = {
                self.columns[work]: cash_of(ways[0], self.wishes)
                for work, ways in self.works.items()
            }
            self.program.row(-ENDLESS, self.wishes.money, terms)

    def _force(self, asked: Asked) -> None:
        for work in sorted({*self.wishes.must, *asked.inside}):
            # A work without a way to run is a wish that cannot hold: an empty row that wants one.
            terms = {self.columns[work]: 1.0} if work in self.columns else {}
            self.program.row(1.0, ENDLESS, terms)
        for work in sorted({*self.wishes.without, *asked.outside} & self.columns.keys()):
            self.program.uppers[self.columns[work]] = 0.0
        for works in asked.not_these:
            if works <= self.columns.keys():
                terms = {self.columns[work]: 1.0 for work in sorted(works)}
                self.program.row(-ENDLESS, len(works) - 1.0, terms)


def cash_of(way: Placement, wishes: Wishes) -> float:
    """Return the dollars that *way* has to have: the middle in a full plan, else the high end."""
    cash = way.candidate.cash
    return middle(cash) if wishes.care == "full" else cash[1]


def _by_work(ways: Sequence[Placement]) -> dict[str, list[Placement]]:
    found: dict[str, list[Placement]] = {}
    for way in ways:
        found.setdefault(way.work, []).append(way)
    return dict(sorted(found.items()))


def worth(chosen: Sequence[Placement], wishes: Wishes) -> float:
    """Return what a plan is worth: for each goal what carries it, and a part of what backs it."""
    works = [way.candidate for way in chosen]
    return round(sum(weight * served(works, goal) for goal, weight in wishes.goals.items()), 6)


def served(works: Sequence[Candidate], goal: str) -> float:
    """Return what *works* are worth for *goal*, before its weight."""
    carried, backed = cover(works, goal)
    if carried is None:
        return 0.0
    return carried.carries(goal) * w.CARRIED + (backed.backs(goal) if backed else 0.0)


def cover(chosen: Sequence[Candidate], goal: str) -> tuple[Candidate | None, Candidate | None]:
    """Return which of *chosen* carries *goal* and which backs it, worth most together."""
    carrying = sorted(
        (each for each in chosen if each.carries(goal)),
        key=lambda each: (-each.carries(goal), each.work),
    )
    if not carrying:
        return None, None
    backing = sorted(
        (each for each in chosen if each.backs(goal) and each is not carrying[0]),
        key=lambda each: (-each.backs(goal), each.work),
    )
    return carrying[0], (backing[0] if backing else None)
