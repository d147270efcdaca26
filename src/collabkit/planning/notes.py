"""What to know of a plan: what it takes, what has nobody, how good it is."""

from collections.abc import Iterator

from collabkit.notes import Note
from collabkit.planning.planner import Plan
from collabkit.planning.year import Year
from collabkit.text.phrases import listed

_NAMED = 8
"""Goals that are named one by one."""


def planned(plan: Plan) -> Iterator[Note]:
    """Yield what the plan takes and leaves open."""
    year = plan.year
    low, high = (sum(each.whole[end] for each in year.chosen) for end in (0, 1))
    there = sum(month.available for month in year.months)
    taken = (
        f"{len(year.chosen)} works take {low:,.0f} to {high:,.0f} of {there:,.0f} hours "
        f"in {len(year.months)} months."
    )
    yield Note("hours", taken)
    yield Note("high-end", _hold(year))
    if year.after:
        after = f"In the months after this plan they take {year.after:,.0f} hours more."
        yield Note("hours-after", after)
    nobody = [cover.goal for cover in year.goals if cover.carried is None]
    if nobody:
        more = f" and {len(nobody) - _NAMED} more" if len(nobody) > _NAMED else ""
        yield Note("nobody", f"Nobody for {', '.join(nobody[:_NAMED])}{more}.")
    for partner, works in year.crowded.items():
        labels = listed([plan.label(work) for work in works])
        yield Note("crowded-partner", f"{plan.kind(partner)} has {len(works)} works: {labels}.")
    for one, other in plan.alike():
        same = (
            f"{plan.label(one)} and {plan.label(other)} do the same, in the same months: "
            "one goal and one kind of partner. One may be enough."
        )
        yield Note("works-alike", same)
    for name, hours in plan.taken:
        left = f"{hours:g} hours a month were left to {name}, which runs besides this plan."
        yield Note("hours-elsewhere", left)
    yield from _cannot(plan)
    yield Note("quality", quality(year))


def _cannot(plan: Plan) -> Iterator[Note]:
    """Yield the works that need what the library says it cannot have."""
    for work in dict.fromkeys(each.work for each in plan.required() if each.stands == "cannot"):
        needs = f"{plan.label(work)} needs what you cannot have, by library.yaml; "
        yield Note(
            "cannot-be-had",
            f"{needs}without=[{work!r}] plans without it.",
            f"{needs}--set without={work} plans without it.",
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


def _hold(year: Year) -> str:
    if year.holds_at_the_high_end:
        return "They fit even if everything takes as long as it can."
    over = [month for month in year.months if month.high > month.available + 1e-6]
    most = max(month.high - month.available for month in over)
    lacking = "an hour" if most < 1.5 else f"{most:.0f} hours"  # noqa: PLR2004 - rounded
    when = f"In {len(over)} months" if len(over) > 1 else f"In {over[0].first:%B}"
    return f"{when} you would be short by up to {lacking} if everything took as long as it can."
