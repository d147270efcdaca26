"""A plan that was saved, with what can be asked of it."""

from pathlib import Path

from collabkit.errors import UsageError
from collabkit.planning.orders import PlanOrder
from collabkit.planning.plan import ways_of
from collabkit.planning.planner import Plan, Planner
from collabkit.planning.program import worth
from collabkit.planning.saved import SavedPlan, read_plan
from collabkit.planning.year import year


def reopened(planner: Planner, file: Path, order: PlanOrder) -> Plan:
    """Return the plan that was saved in *file*, with what can be asked of it.

    Args:
        planner: of the library whose plan it is.
        file: as `collab plan --set save=FILE` wrote it.
        order: what is known of partnerships and organizations besides.

    Raises:
        UsageError: there is no such file, or its works no longer run as it says.
        DataError: it holds no plan.
        UnknownIdError: it names work that no catalog knows.
    """
    saved = read_plan(file)
    for each in saved.works:
        planner.catalog.known("activities", each.work)
        planner.catalog.known("partners", each.partner)
    wishes, found = planner.asked(_order_of(saved, order))
    wishes = wishes._replace(hours=saved.hours)
    if len(saved.hours) != saved.months:
        raise UsageError(
            f"{file} has hours for {len(saved.hours)} of {saved.months} months",
            "Plan anew with `collab plan --set save=FILE`",
        )
    first = {each.work: each.first for each in saved.works}
    ways = ways_of(found, wishes)
    chosen = {way.work: way for way in ways if first.get(way.work) == wishes.first_of(way.start)}
    for work, day in first.items():
        if work not in chosen:
            raise UsageError(
                f"{file}: {work} cannot have its first session in {day:%B %Y} any more",
                f"Plan anew; `collab plan --keep {file}` moves as little as it can",
            )
    held = tuple(chosen.values())
    return Plan(
        planner.catalog,
        found,
        wishes,
        year(held, wishes, worth=worth(held, wishes), gap=None, by="saved"),
        planner.library.ready,
    )


def _order_of(saved: SavedPlan, order: PlanOrder) -> PlanOrder:
    carried = (goal for each in saved.works for goal in each.carries)
    return order._replace(
        hours="1",  # those of the file count
        goal=order.goal or tuple(dict.fromkeys((*saved.goals, *carried))),
        start=saved.start,
        months=saved.months,
        care=saved.care,
        running=tuple(each.work for each in saved.works if each.begin is None),
        partners=tuple((each.work, each.partner) for each in saved.works),
        called=tuple((each.work, each.organization) for each in saved.works if each.organization),
    )
