"""What is said on stderr beside a plan: how good it is, what has nobody, and how to go on."""

from collabkit import output
from collabkit.planning import Year
from collabkit.planning.planner import Plan
from collabkit.text.phrases import listed

_NAMED = 8
"""Goals that are named one by one."""


def planned(plan: Plan) -> None:
    """Say what the plan takes and leaves open."""
    year = plan.year
    low, high = (sum(each.whole[end] for each in year.chosen) for end in (0, 1))
    there = sum(month.available for month in year.months)
    output.note(
        f"{len(year.chosen)} works take {low:,.0f} to {high:,.0f} of {there:,.0f} hours "
        f"in {len(year.months)} months."
    )
    output.note(_hold(year))
    if year.after:
        output.note(f"In the months after this plan they take {year.after:,.0f} hours more.")
    nobody = [cover.goal for cover in year.goals if cover.carried is None]
    if nobody:
        more = f" and {len(nobody) - _NAMED} more" if len(nobody) > _NAMED else ""
        output.note(f"Nobody for {', '.join(nobody[:_NAMED])}{more}.")
    for partner, works in year.crowded.items():
        output.note(
            f"{plan.kind(partner)} has {len(works)} works: {listed([plan.label(work) for work in works])}."
        )
    for one, other in plan.alike():
        output.note(
            f"{plan.label(one)} and {plan.label(other)} do the same, in the same months: "
            "one goal and one kind of partner. One may be enough."
        )
    for name, hours in plan.taken:
        output.note(f"{hours:g} hours a month were left to {name}, which runs besides this plan.")
    _cannot(plan)
    output.note(quality(year))


def _cannot(plan: Plan) -> None:
    """Name the works that need what the library says it cannot have."""
    for work in dict.fromkeys(each.work for each in plan.required() if each.stands == "cannot"):
        output.note(
            f"{plan.label(work)} needs what you cannot have, by library.yaml; "
            f"--without {work} plans without it."
        )


def quality(year: Year) -> str:
    """Return how far from the best the plan may be."""
    if year.by == "greedy":
        return "Planned without the solver, one work after the other: a better plan may exist."
    if year.by == "saved":
        return "As it was saved; whether a better plan exists was not asked."
    if year.gap:
        return f"A better plan exists at most by {year.gap:.1%}; fewer goals are proven sooner."
    return "No other plan is worth more."


def compared(plan: Plan, other: Plan) -> None:
    """Say what the second plan is worth beside the first."""
    before, after = plan.year.worth, other.year.worth
    share = (after - before) / before if before else 0.0
    worth_beside(share, same=not plan.changes(other))


def worth_beside(share: float, *, same: bool) -> None:
    """Say how much more the second of two plans is worth."""
    output.note(
        "The same plan."
        if same
        else f"The other plan is worth {abs(share):.1%} {'more' if share >= 0 else 'less'}."
    )


def _hold(year: Year) -> str:
    if year.holds_at_the_high_end:
        return "They fit even if everything takes as long as it can."
    over = [month for month in year.months if month.high > month.available + 1e-6]
    most = max(month.high - month.available for month in over)
    lacking = "an hour" if most < 1.5 else f"{most:.0f} hours"  # noqa: PLR2004 - rounded
    when = f"In {len(over)} months" if len(over) > 1 else f"In {over[0].first:%B}"
    return f"{when} you would be short by up to {lacking} if everything took as long as it can."
