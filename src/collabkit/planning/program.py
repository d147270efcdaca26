"""The plan as a mixed-integer program: the works, months and goals of a year, solved by HiGHS.

The year first: each goal is carried by one work, which counts fully, and backed by a second, which
counts a quarter. Put so, the national catalog is solved and proven in a second or two; with sums of
all pairs and quarters it was not proven in a minute.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from collabkit.errors import CollabkitError
from collabkit.planning import weights as w
from collabkit.planning.placements import Placement
from collabkit.planning.wishes import Wishes

NODES = 20_000
"""Branches after which the solver stops and says how far from the best it may be. Never by time: the
same plan on every machine."""


class SolverMissingError(CollabkitError):
    """HiGHS is not installed."""


class Solution(NamedTuple):
    """What the solver chose."""

    chosen: tuple[Placement, ...]
    worth: float
    """What the plan is worth, by the weights."""
    gap: float
    """How far from the best it may be, as a share; 0 if it is proven."""


class Asked(NamedTuple):
    """A question to the solver beyond the wishes: what is forced in or out, and other hours."""

    inside: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()
    hours: tuple[float, ...] = ()
    not_these: tuple[frozenset[str], ...] = ()
    """Sets of works of which each must not come again whole."""


def is_installed() -> bool:
    """Return whether the solver is there."""
    import importlib.util  # noqa: PLC0415 - asked once a plan

    return importlib.util.find_spec("highspy") is not None


def solve(ways: Sequence[Placement], wishes: Wishes, asked: Asked = Asked()) -> Solution | None:  # noqa: B008 - a tuple cannot change
    """Return the best plan out of *ways*; nothing if the wishes cannot hold together.

    Raises:
        SolverMissingError: HiGHS is not installed.
    """
    model = _Model(ways, wishes, asked)
    return model.solution()


class _Model:
    """One program, built row by row."""

    def __init__(self, ways: Sequence[Placement], wishes: Wishes, asked: Asked) -> None:
        try:
            import highspy  # noqa: PLC0415 - 0.1 s, for plans only
        except ImportError as error:
            raise SolverMissingError(
                "planning needs the solver HiGHS, which is not installed",
                'python -m pip install "collabkit[plan]" installs it; --greedy plans without it',
            ) from error
        self._highs = highspy
        self.solver = highspy.Highs()  # type: ignore[no-untyped-call]
        for option, value in (
            ("output_flag", False),
            ("threads", 1),
            ("random_seed", 0),
            ("mip_rel_gap", 1e-6),
            ("mip_max_nodes", NODES),
        ):
            self.solver.setOptionValue(option, value)
        self.ways = ways
        self.wishes = wishes
        self.works = sorted({way.candidate.work for way in ways})
        self.of_work = {
            work: [number for number, way in enumerate(ways) if way.candidate.work == work]
            for work in self.works
        }
        self._columns = 0
        self._way_columns()
        self._cover_goals()
        self._keep_hours(asked.hours or wishes.hours)
        self._keep_money()
        self._force(asked)

    def _column(self, cost: float, *, upper: float = 1.0, integer: bool = False) -> int:
        self.solver.addVar(0.0, upper)
        number = self._columns
        self._columns += 1
        self.solver.changeColCost(number, cost)
        if integer:
            self.solver.changeColIntegrality(number, self._highs.HighsVarType.kInteger)
        return number

    def _row(self, low: float, high: float, terms: Mapping[int, float]) -> None:
        self.solver.addRow(low, high, len(terms), [*terms], [*terms.values()])

    @property
    def _endless(self) -> float:
        return float(self._highs.kHighsInf)

    def _way_columns(self) -> None:
        """One binary for each way, at most one way for each work; ties fall by order."""
        kept = set(self.wishes.keep)
        for number, way in enumerate(self.ways):
            bonus = 0.02 if way.candidate.work in kept else 0.0
            self._column(-bonus + w.TIE * (number + 1), integer=True)
        for numbers in self.of_work.values():
            self._row(0.0, 1.0, dict.fromkeys(numbers, 1.0))

    def _cover_goals(self) -> None:
        """Let a goal be carried by one work at most and backed by one, each as far as the work runs."""
        for goal, weight in sorted(self.wishes.goals.items()):
            carries: dict[int, float] = {}
            backs: dict[int, float] = {}
            for work in self.works:
                numbers = self.of_work[work]
                worth = self.ways[numbers[0]].candidate.worth.get(goal, 0.0)
                if not worth:
                    continue
                carry = self._column(-weight * worth * w.CARRIED)
                back = self._column(-weight * worth * w.BACKED)
                carries[carry], backs[back] = 1.0, 1.0
                runs = {number: -self.ways[number].share for number in numbers}
                self._row(-self._endless, 0.0, {carry: 1.0, back: 1.0, **runs})
            if carries:
                self._row(0.0, 1.0, carries)
                self._row(0.0, 1.0, backs)
            if goal in self.wishes.least:
                serving = {
                    number: 1.0
                    for number, way in enumerate(self.ways)
                    if goal in way.candidate.worth
                }
                self._row(1.0, self._endless, serving)

    def _keep_hours(self, hours: Sequence[float]) -> None:
        """Hold the hours of every month, at the end of the ranges that the wished care asks for."""
        careful = self.wishes.care == "careful"
        for month, most in enumerate(hours):
            terms: dict[int, float] = {}
            spread: dict[str, dict[int, float]] = {}
            for number, way in enumerate(self.ways):
                low, high = way.hours[month]
                taken = high if self.wishes.care == "safe" else (low + high) / 2
                if taken:
                    terms[number] = taken
                if careful and high > low:
                    spread.setdefault(way.candidate.work, {})[number] = high - (low + high) / 2
            if careful and spread:
                terms.update(self._reserve(spread))
            if terms:
                self._row(-self._endless, most, terms)

    def _reserve(self, spread: Mapping[str, Mapping[int, float]]) -> dict[int, float]:
        """Return the terms that keep hours back for any few works at their high end.

        The linear counterpart of "the largest sum of at most so many deviations", after Bertsimas
        and Sim, The Price of Robustness (2004).
        """
        common = self._column(0.0, upper=self._endless)
        terms = {common: float(w.UNCERTAIN)}
        for deviations in spread.values():
            own = self._column(0.0, upper=self._endless)
            terms[own] = 1.0
            least = {number: -deviation for number, deviation in deviations.items()}
            self._row(0.0, self._endless, {common: 1.0, own: 1.0, **least})
        return terms

    def _keep_money(self) -> None:
        if self.wishes.money is None:
            return
        end = 1 if self.wishes.care == "safe" else None
        terms = {
            number: way.candidate.cash[1] if end else sum(way.candidate.cash) / 2
            for number, way in enumerate(self.ways)
            if way.candidate.cash[1]
        }
        if terms:
            self._row(-self._endless, self.wishes.money, terms)

    def _force(self, asked: Asked) -> None:
        for work in {*self.wishes.must, *asked.inside}:
            numbers = self.of_work.get(work, [])
            # A work without a way to run is a wish that cannot hold: an empty row that wants one.
            self._row(
                1.0, self._endless, dict.fromkeys(numbers, 1.0) or {self._column(0, upper=0): 1.0}
            )
        for work in {*self.wishes.without, *asked.outside}:
            for number in self.of_work.get(work, []):
                self.solver.changeColBounds(number, 0.0, 0.0)
        for works in asked.not_these:
            numbers = [number for work in works for number in self.of_work.get(work, [])]
            self._row(-self._endless, len(works) - 1.0, dict.fromkeys(numbers, 1.0))

    def solution(self) -> Solution | None:
        """Run the solver and read its answer."""
        self.solver.run()
        status = self.solver.getModelStatus()
        statuses = self._highs.HighsModelStatus
        if status in {statuses.kInfeasible, statuses.kUnboundedOrInfeasible}:
            return None
        values = self.solver.getSolution().col_value
        if not values:
            return None
        chosen = tuple(way for number, way in enumerate(self.ways) if values[number] > 0.5)  # noqa: PLR2004 - a binary
        info = self.solver.getInfo()
        gap = 0.0 if status == statuses.kOptimal else float(info.mip_gap)
        return Solution(chosen, worth(chosen, self.wishes), gap)


def worth(chosen: Sequence[Placement], wishes: Wishes) -> float:
    """Return what a plan is worth: for each goal what carries it, and a quarter of what backs it."""
    total = 0.0
    for goal, weight in wishes.goals.items():
        parts = sorted(
            (way.candidate.worth.get(goal, 0.0) * way.share for way in chosen), reverse=True
        )[:2]
        total += weight * sum(
            part * by for part, by in zip(parts, (w.CARRIED, w.BACKED), strict=False)
        )
    return round(total, 6)
