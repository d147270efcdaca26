"""A program of rows and columns, solved by HiGHS. The only module that knows the solver.

The same program gives the same answer on every machine: one thread, one seed, and it stops by nodes
and never by time.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from collabkit.errors import CollabkitError
from collabkit.extras import install_command

if TYPE_CHECKING:
    from collections.abc import Sequence

ENDLESS = float("inf")


class SolverMissingError(CollabkitError):
    """HiGHS is not installed."""

    def __init__(self) -> None:
        install = install_command("plan")
        super().__init__(
            "planning needs the solver HiGHS, which is not installed",
            f"Install it: {install} - or plan without it by greedy=True",
            command=f"Install it: {install} - or plan without it: --set greedy",
        )


class Answer(NamedTuple):
    """What the solver found."""

    values: "Sequence[float]"
    """The value of each column."""
    reduced: "Sequence[float]"
    """What raising each column by one would add to the cost, for a program without whole numbers."""
    cost: float
    bound: float
    """No answer costs less than this."""


@dataclass
class Program:
    """Columns with costs, and rows that bound sums of them; the cost is to be least."""

    costs: list[float] = field(default_factory=list)
    uppers: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    rows: list[tuple[float, float, Mapping[int, float]]] = field(default_factory=list)

    def column(self, cost: float = 0.0, *, upper: float = 1.0, whole: bool = False) -> int:
        """Add a column from 0 to *upper*; return its number."""
        self.costs.append(cost)
        self.uppers.append(upper)
        self.whole.append(whole)
        return len(self.costs) - 1

    def row(self, low: float, high: float, terms: Mapping[int, float]) -> None:
        """Keep the sum of *terms*, factors by column, between *low* and *high*."""
        self.rows.append((low, high, terms))

    def solve(
        self,
        *,
        relaxed: bool = False,
        nodes: int = 0,
        gap: float = 1e-6,
        first: "Mapping[int, float] | None" = None,
    ) -> Answer | None:
        """Return the cheapest values; nothing if the rows cannot hold together.

        Args:
            relaxed: let whole columns take fractions.
            nodes: branches after which to stop; the answer's bound says what may be missed.
            gap: how far from the best an answer may be, as a share.
            first: values of whole columns that hold, to begin with.

        Raises:
            SolverMissingError: HiGHS is not installed.
        """
        if not self.costs:
            holds = all(low <= 0.0 <= high for low, high, _ in self.rows)
            return Answer((), (), 0.0, 0.0) if holds else None
        try:
            import highspy  # noqa: PLC0415 - 0.1 s, for plans only
        except ImportError as error:
            raise SolverMissingError from error
        highs = _silent(highspy)
        options = {"threads": 1, "random_seed": 0, "mip_rel_gap": gap, "mip_max_nodes": nodes}
        for option, value in {**options, **_TUNING}.items():
            highs.setOptionValue(option, value)
        highs.passModel(self._stated(highspy, relaxed=relaxed))
        if first:
            import numpy as np  # noqa: PLC0415 - comes with the solver

            columns = np.array(list(first), dtype=np.int32)
            highs.setSolution(len(first), columns, np.array(list(first.values())))
        highs.run()
        solution, info = highs.getSolution(), highs.getInfo()
        if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return None
        cost = float(info.objective_function_value)
        bound = cost if relaxed or not any(self.whole) else float(info.mip_dual_bound)
        return Answer(solution.col_value, solution.col_dual, cost, bound)

    def _stated(self, highspy: Any, *, relaxed: bool) -> Any:  # noqa: ANN401 - it has no types
        """Return the program in the solver's words."""
        import numpy as np  # noqa: PLC0415 - comes with the solver

        stated = highspy.HighsLp()
        stated.num_col_, stated.num_row_ = len(self.costs), len(self.rows)
        stated.col_cost_ = np.array(self.costs)
        stated.col_lower_ = np.zeros(len(self.costs))
        stated.col_upper_ = np.array(self.uppers)
        stated.row_lower_ = np.array([low for low, _, _ in self.rows])
        stated.row_upper_ = np.array([high for _, high, _ in self.rows])
        stated.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        starts = [0]
        for _, _, terms in self.rows:
            starts.append(starts[-1] + len(terms))
        stated.a_matrix_.start_ = np.array(starts)
        stated.a_matrix_.index_ = np.array([n for _, _, terms in self.rows for n in terms])
        stated.a_matrix_.value_ = np.array(
            [float(each) for _, _, terms in self.rows for each in terms.values()]
        )
        kinds = highspy.HighsVarType
        if not relaxed:
            stated.integrality_ = [
                kinds.kInteger if each else kinds.kContinuous for each in self.whole
            ]
        return stated


def _silent(highspy: Any) -> Any:  # noqa: ANN401 - it is imported late
    """Return a solver that says nothing: its banner would go to stdout, which is for data.

    It is printed where callbacks are set up, before anybody could turn it off; we use none.
    """

    class Silent(highspy.Highs):  # type: ignore[misc, name-defined, unused-ignore]
        def enableCallbacks(self) -> None:  # noqa: N802 - the solver's name
            self.silent()

    return Silent()


_TUNING = {
    "mip_allow_restart": False,
    "mip_allow_cut_separation_at_nodes": False,
    "mip_heuristic_effort": 0.0,
    "mip_pscost_minreliable": 1,
}
"""Together they halve the time of years, which are small programs with many equal months, and which
begin from a plan that holds already."""
