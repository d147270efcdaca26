"""Works that a wish may mean, the likeliest first, and what tells one from another."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final, NamedTuple

from collabkit.cases.questions import Choice
from collabkit.catalog import Activity, Catalog

FEW, MOST = 3, 5
"""Works that are shown where one stands out, and where several are near."""
_NEAR: Final = 0.4
"""The share of the third work's chance from which on the fourth and the fifth are shown too."""
_SURE: Final = 0.9
"""The chance of the first work from which on nobody is asked, if the request was understood well."""
_ALONE: Final = 0.25
"""The chance that the second may have beside it, as a share of the first's."""


class Readings(NamedTuple):
    """Works that a wish may mean."""

    chances: Mapping[str, float]
    """Each work with its chance, 0 to 1, the likeliest first."""
    sure: bool
    """Whether the first is what was meant, so that nobody need be asked."""


def readings_of(chances: Mapping[str, float], *, understood: bool) -> Readings:
    """Return the works of *chances*, ordered, and whether the first of them is sure.

    Args:
        chances: of each work, 0 to 1.
        understood: whether the request as a whole was understood well.
    """
    order = sorted(chances, key=lambda each: (-chances[each], each))
    best = [chances[each] for each in order[:2]] + [0.0, 0.0]
    sure = understood and best[0] >= _SURE and best[1] <= _ALONE * best[0]
    return Readings({each: chances[each] for each in order}, sure)


def shown(catalog: Catalog, found: Readings, turned_down: Collection[str] = ()) -> list[str]:
    """Return the works to choose from: three, or up to five where they are near, different ones before twins.

    Args:
        catalog: what the works are.
        found: the works, the likeliest first.
        turned_down: those that are not meant.
    """
    order = [each for each in found.chances if each not in turned_down][:MOST]
    if len(order) > FEW and found.chances[order[FEW]] < _NEAR * found.chances[order[FEW - 1]]:
        order = order[:FEW]
    return _different_first([catalog.activities[each] for each in order])


def _different_first(works: Sequence[Activity]) -> list[str]:
    """Return the ids of *works*, with a near twin of one that stands already behind all others."""
    first: list[Activity] = []
    twins: list[Activity] = []
    for work in works:
        (twins if any(_are_twins(work, other) for other in first) else first).append(work)
    return [each.id for each in (*first, *twins)]


def _are_twins(one: Activity, other: Activity) -> bool:
    """Return whether two works are alike in goal and form, and are done with the same partner."""
    same = (one.goals[0], one.form) == (other.goals[0], other.form)
    return same and one.partners()[:1] == other.partners()[:1]


def choice_of(catalog: Catalog, work: str, why: str = "") -> Choice:
    """Return *work* as a choice: its name, what happens, with whom, and what it takes."""
    activity = catalog.activities[work]
    return Choice(
        id=work,
        label=activity.label,
        follows=activity.summary,
        with_=_with(catalog, activity),
        takes=_takes(activity),
        why=why,
    )


_PARTNERS_SHOWN = 2


def _with(catalog: Catalog, activity: Activity) -> str:
    """Return with whom *activity* is done, its likeliest partners first."""
    ids = [*(role.partner for role in activity.roles), *activity.partners()]
    kinds = [catalog.partners[each].one for each in dict.fromkeys(ids)]
    return " or ".join(kinds[:_PARTNERS_SHOWN])


def _takes(activity: Activity) -> str:
    """Return what the library spends on a trial of *activity*: hours and money."""
    from collabkit.catalog.schedule import trial_of  # noqa: PLC0415 - for what is shown only
    from collabkit.proposals.reckoning import in_dollars, in_hours  # noqa: PLC0415

    schedule = activity.schedule
    if schedule is None:
        return ""
    hours = trial_of(schedule.hours, schedule.sessions_a_month, schedule)
    money = in_dollars(schedule.pilot_cash or schedule.cash)
    return f"{in_hours(hours)} to try it, {'no money' if money == 'nothing' else money}"
