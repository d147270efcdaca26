"""A plan as a paper for the board."""

from collabkit.library import Library
from collabkit.planning.planner import Plan
from collabkit.planning.solver import SolverMissingError
from collabkit.proposals.formats import Look
from collabkit.proposals.pages import Page
from collabkit.reports.plan_charts import goals_chart, hours_chart
from collabkit.reports.plan_page import HOURS, SERVES, Planned, plan_page


def paper(plan: Plan, library: Library, look: Look) -> Page:
    """Return *plan* of *library* as a paper that looks like *look*."""
    charts = (goals_chart(plan.year, SERVES), hours_chart(plan.year, HOURS))
    return Page(plan_page(planned(plan, library), look.on), look, pictures=charts)


def planned(plan: Plan, library: Library) -> Planned:
    """Return what a paper says of *plan*. Without the solver it does not say what came close."""
    nobody = [cover.goal for cover in plan.year.goals if cover.carried is None]
    try:
        inquiry = plan.inquiry
        open_goals = [(goal, inquiry.least_missing(goal)) for goal in nobody]
        left_out = inquiry.left_out()[:_CLOSE]
    except SolverMissingError:
        open_goals, left_out = [(goal, None) for goal in nobody], []
    covered = {miss.work for _, miss in open_goals if miss}
    return Planned(
        plan.catalog,
        library,
        plan.year,
        {each.work: plan.whom(each) for each in plan.year.chosen},
        open_goals,
        [miss for miss in left_out if miss.work not in covered],
        plan.wishes.without,
    )


_CLOSE = 4
"""Works that came close and are named in a paper."""
