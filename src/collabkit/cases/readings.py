"""Works that a wish may mean, the likeliest first, and what tells one from another."""

from collections.abc import Collection, Mapping
from math import log
from typing import Final, NamedTuple

from collabkit.cases.questions import Choice
from collabkit.catalog import Activity, Catalog
from collabkit.matching.scoring.facts import parts
from collabkit.text.amounts import in_dollars, in_hours

FEW, MOST = 3, 5
"""Works that are shown where one stands out, and where several are near."""
_NEAR: Final = 0.4
"""The share of the third work's chance from which on the fourth and the fifth are shown too."""
_SURE: Final = 0.8
"""The chance of the first work from which on nobody is asked, unless the request was understood badly."""
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
        understood: whether the request as a whole was understood at all.
    """
    order = sorted(chances, key=lambda each: (-chances[each], each))
    best = [chances[each] for each in order[:2]] + [0.0, 0.0]
    sure = understood and best[0] >= _SURE and best[1] <= _ALONE * best[0]
    return Readings({each: chances[each] for each in order}, sure)


def shown(catalog: Catalog, found: Readings, turned_down: Collection[str] = ()) -> list[str]:
    """Return the works to choose from: three, or up to five where they are near, different ones before near twins.

    Each after the first is the one that is likeliest, less what it shares with one that is shown already
    (maximal marginal relevance: Carbonell and Goldstein 1998).

    Args:
        catalog: what the works are.
        found: the works, the likeliest first.
        turned_down: those that are not meant.
    """
    rest = [each for each in found.chances if each not in turned_down][:_LOOKED_AT]
    central = parts(catalog)  # fifteen whole records would take as long as all else together
    with_whom = {each: set(central[each]) for each in rest}
    order: list[str] = []
    while rest and len(order) < MOST:
        worth = {
            each: _logit(found.chances[each])
            - _TWINS * max((_shared(with_whom[each], with_whom[one]) for one in order), default=0.0)
            for each in rest
        }
        best = max(rest, key=worth.__getitem__)
        if len(order) >= FEW and found.chances[best] < _NEAR * found.chances[order[FEW - 1]]:
            break
        order.append(best)
        rest.remove(best)
    return order


_LOOKED_AT = 15
"""Works of which some are shown."""
_TWINS = 1.0
"""What it costs a work, in the logarithm of its odds, to be done with the same partners as one that is shown."""


def _logit(chance: float) -> float:
    inside = min(max(chance, 1e-4), 1 - 1e-6)
    return log(inside / (1 - inside))


def _shared(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


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

    schedule = activity.schedule
    if schedule is None:
        return ""
    hours = trial_of(schedule.hours, schedule.sessions_a_month, schedule)
    money = in_dollars(schedule.pilot_cash or schedule.cash)
    return f"{in_hours(hours)} to try it, {'no money' if money == 'nothing' else money}"
