"""Why this and not that, answered by solving again: shadow prices of a whole-number program mislead."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from collabkit.planning.candidates import Candidate
from collabkit.planning.plan import ways_of
from collabkit.planning.program import Asked, Solution, solve
from collabkit.planning.wishes import Wishes
from collabkit.planning.year import Year

_SHOWN = 5


class NearMiss(NamedTuple):
    """A work that is not in the plan, and what it would cost to have it."""

    work: str
    label: str
    loss: float
    """How much less the best plan with it is worth, as a share of the plan."""
    instead_of: tuple[str, ...]
    """Works that would leave for it."""
    hours: float
    """Hours that are missing in its tightest month, beside the plan as it is."""
    month: date | None
    """That month."""


class Reason(NamedTuple):
    """A work that is in the plan, and what the plan would be without it."""

    work: str
    loss: float
    """How much less the best plan without it is worth, as a share of the plan."""
    instead: tuple[str, ...]
    """Works that would come in its place."""


class Marginal(NamedTuple):
    """What more hours in one month would be worth."""

    first: date
    gain: float
    """How much more the best plan would be worth, as a share of the plan."""
    adds: tuple[str, ...]
    """Works that would come in."""


def reasons(found: Sequence[Candidate], wishes: Wishes, year: Year) -> list[Reason]:
    """Return for each chosen work what the best plan without it loses."""
    ways, works = ways_of(found, wishes), _works(year)
    told = []
    for work in sorted(works - set(wishes.must)):
        other = solve(ways, wishes, Asked(outside=frozenset({work})))
        told.append(Reason(work, _loss(year, other), _missing(other, works)))
    return sorted(told, key=lambda each: (-each.loss, each.work))


def near_misses(
    found: Sequence[Candidate], wishes: Wishes, year: Year, limit: int = _SHOWN
) -> list[NearMiss]:
    """Return the works that came closest to being in, and what they would take."""
    ways, works = ways_of(found, wishes), _works(year)
    carried = dict.fromkeys(wishes.goals, 0.0)
    for candidate in found:
        if candidate.work in works:
            for goal, worth in candidate.worth.items():
                carried[goal] = max(carried.get(goal, 0.0), worth)
    outside = [
        candidate
        for candidate in found
        if candidate.work not in works and candidate.work not in wishes.without
    ]
    outside.sort(
        key=lambda each: (
            -sum(
                wishes.goals.get(goal, 0.0) * max(worth - carried.get(goal, 0.0), worth / 4)
                for goal, worth in each.worth.items()
            ),
            each.work,
        )
    )
    told = []
    for candidate in outside[:limit]:
        other = solve(ways, wishes, Asked(inside=frozenset({candidate.work})))
        left = works - {way.candidate.work for way in other.chosen} if other else works
        hours, month = _short(candidate, ways, year)
        told.append(
            NearMiss(
                candidate.work,
                candidate.label,
                _loss(year, other),
                tuple(sorted(left)),
                hours,
                month,
            )
        )
    return sorted(told, key=lambda each: (each.loss, each.work))


def marginal_hours(
    found: Sequence[Candidate], wishes: Wishes, year: Year, hours: float = 4.0
) -> list[Marginal]:
    """Return what *hours* more in each single month would be worth."""
    ways, works = ways_of(found, wishes), _works(year)
    told = []
    for month in range(wishes.months):
        more = tuple(
            each + (hours if number == month else 0.0) for number, each in enumerate(wishes.hours)
        )
        other = solve(ways, wishes, Asked(hours=more))
        gain = max(0.0, -_loss(year, other))
        told.append(Marginal(wishes.first_of(month), gain, _missing(other, works)))
    return told


def _works(year: Year) -> set[str]:
    return {each.work for each in year.chosen}


def _loss(year: Year, other: Solution | None) -> float:
    if other is None:
        return 1.0
    return round((year.worth - other.worth) / year.worth, 4) if year.worth else 0.0


def _missing(other: Solution | None, works: set[str]) -> tuple[str, ...]:
    if other is None:
        return ()
    return tuple(sorted({way.candidate.work for way in other.chosen} - works))


def _short(candidate: Candidate, ways: Sequence[object], year: Year) -> tuple[float, date | None]:
    """Return how many hours *candidate* lacks in its tightest month, for the start that lacks least."""
    from collabkit.planning.placements import Placement  # noqa: PLC0415 - for the type alone

    least: tuple[float, date | None] = (0.0, None)
    tried = False
    for way in ways:
        if not isinstance(way, Placement) or way.candidate.work != candidate.work:
            continue
        worst = max(
            (
                (sum(way.hours[number]) / 2 - (month.available - (month.low + month.high) / 2))
                if any(way.hours[number])
                else 0.0,
                month.first,
            )
            for number, month in enumerate(year.months)
        )
        if not tried or worst[0] < least[0]:
            least, tried = worst, True
    return (round(least[0], 1), least[1]) if least[0] > 0 else (0.0, None)
