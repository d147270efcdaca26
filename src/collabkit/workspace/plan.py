"""A year of joint work that the hours allow: planned, read again, and as a paper."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collabkit.planning.comparing import Changes
    from collabkit.planning.orders import PlanOrder
    from collabkit.planning.planner import Plan
    from collabkit.planning.readiness import Ready
    from collabkit.proposals.pages import Page
    from collabkit.workspace.workspace import Workspace


def plan(self: "Workspace", order: "PlanOrder | None" = None, **asked: Any) -> "Plan":  # noqa: ANN401 - any field
    """Return the partnerships that the library's hours allow, as ``collab plan`` does.

    Work of the partnerships it keeps counts as under way once it is tried.

    Args:
        order: all that is asked.
        asked: the same by the fields of ``PlanOrder``: ``hours="6, summer 2"``, ``goal="literacy"``.

    Raises:
        UsageError: something is asked that cannot be.
        ImpossibleError: the wishes cannot hold together.
        SolverMissingError: the extra ``plan`` is not installed, and ``greedy`` is not asked for.
    """
    from collabkit.planning.notes import planned  # noqa: PLC0415
    from collabkit.planning.orders import order_of  # noqa: PLC0415
    from collabkit.planning.planner import Planner  # noqa: PLC0415
    from collabkit.workspace.plan_sources import ASKED, with_organizations, with_running  # noqa: PLC0415

    meant = with_running(order or order_of(asked), self.partnerships if self.home else ())
    meant = with_organizations(meant, self.library, lambda: self.find(limit=ASKED))
    found = Planner(self.catalog, self.library, self.matcher.ranking).plan(meant)
    return found.with_notes(planned)


def saved_plan(self: "Workspace", file: str | Path | None = None) -> "Plan":
    """Return the plan that was saved in *file*; in ``plan.yaml`` of the workspace by default.

    Raises:
        UsageError: there is no such file, or its works no longer run as it says.
        DataError: it holds no plan.
    """
    from collabkit.planning.notes import planned  # noqa: PLC0415
    from collabkit.planning.orders import PlanOrder  # noqa: PLC0415
    from collabkit.planning.planner import Planner  # noqa: PLC0415
    from collabkit.planning.reopened import reopened  # noqa: PLC0415

    planner = Planner(self.catalog, self.library, self.matcher.ranking)
    saved = reopened(planner, Path(file) if file else self.plan_file, PlanOrder())
    return saved.with_notes(planned)


def plan_page(self: "Workspace", plan: "Plan", *, on: date | None = None) -> "Page":
    """Return *plan* as a paper of two pages for the board: text that ``save`` writes in any format."""
    from collabkit import clock  # noqa: PLC0415
    from collabkit.proposals import formats  # noqa: PLC0415
    from collabkit.reports import plan_paper  # noqa: PLC0415

    look = formats.Look.of(self.profile_alone, self.profile, on or clock.today())
    return plan_paper.paper(plan, self.library, look)


def plan_calendar(self: "Workspace", plan: "Plan") -> bytes:
    """Return the steps of *plan* as an iCalendar file.

    Raises:
        CollabkitError: the extra ``calendar`` is not installed.
    """
    from collabkit.exports.calendar import calendar  # noqa: PLC0415
    from collabkit.reports.plan_steps import dues_of  # noqa: PLC0415

    year = plan.year
    names = {each.work: each.organization for each in year.chosen}
    return calendar(dues_of(self.catalog, plan.steps(), names, year.months[0].first))


def compare_plans(self: "Workspace", file: str | Path, other: str | Path) -> "Changes":
    """Return what the plan saved as *other* does differently from that saved as *file*.

    Raises:
        UsageError: a file is not there.
        DataError: it holds no plan.
    """
    from collabkit.planning.comparing import compared  # noqa: PLC0415

    return compared(self.catalog, Path(file), Path(other))


def answer_requirements(
    self: "Workspace", answers: Iterable[str] = (), file: Path | None = None
) -> "Ready":
    """Keep in the profile what is answered of what works require; return all that it says then.

    Args:
        answers: each as ``WORK.NAME=yes``, ``no`` or ``later``; they win.
        file: a table of answers, as ``collab plan --ready -f csv`` writes it.

    Raises:
        UsageError: an answer is none, or there is no profile.
        UnknownIdError: there is no such work, or it requires no such thing.
    """
    from collabkit.planning import ready_answers  # noqa: PLC0415

    catalog = self.catalog
    of_file = ready_answers.answers_in(file, catalog) if file is not None else {}
    given = {**of_file, **ready_answers.answers_of(answers, catalog)}
    kept = ready_answers.keep(self.profile, given, catalog)
    self.forget_profile()
    return kept
