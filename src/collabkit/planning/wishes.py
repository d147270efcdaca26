"""What a library asks of a plan: hours and money, goals, what must and what must not be."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from collabkit.catalog.schedule import Span
from collabkit.errors import CollabkitError, UsageError
from collabkit.planning.care import Care, in_month, in_plan
from collabkit.planning.weights import WEEKS_A_MONTH, Weights


class ImpossibleError(CollabkitError):
    """The wishes cannot hold together."""


class Wishes(NamedTuple):
    """What a plan has to keep to, and what it aims at."""

    hours: tuple[float, ...]
    """Staff hours for each month of the plan, the first month first."""
    start: date
    """The first day of the first month."""
    goals: Mapping[str, float]
    """Goals by weight; a goal that is not named is not planned for."""
    least: tuple[str, ...] = ()
    """Goals that somebody has to carry."""
    money: float | None = None
    """Dollars beyond staff time; none is no limit."""
    must: tuple[str, ...] = ()
    """Works that have to be in."""
    without: tuple[str, ...] = ()
    """Works that must not."""
    care: Care = "careful"
    keep: Mapping[str, date] = MappingProxyType({})
    """Works of an earlier plan, each with the month of its first session: as many stay as can, and
    move as little as they can."""
    weights: Weights = Weights()
    """How long a start waits, and how hours are kept back."""

    @property
    def months(self) -> int:
        """How many months the plan has."""
        return len(self.hours)

    def month_takes(self, spans: Iterable[Span]) -> float:
        """Return the hours that works with *spans* in a month have to have, as careful as is wished."""
        return sum(in_month(span, self.care, self.weights.reserved) for span in spans)

    def plan_takes(self, spans: Iterable[Span]) -> float:
        """Return the hours that a plan of works with *spans* has to have, as careful as is wished."""
        return in_plan(spans, self.care, self.weights.uncertain)

    def calendar_month(self, index: int) -> int:
        """Return the calendar month, 1 to 12, of the plan's month *index*."""
        return (self.start.month - 1 + index) % 12 + 1

    def first_of(self, index: int) -> date:
        """Return the first day of the plan's month *index*, which may lie before the plan."""
        months = self.start.year * 12 + self.start.month - 1 + index
        return date(months // 12, months % 12 + 1, 1)


_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS: Mapping[str, Sequence[int]] = {
    "winter": (12, 1, 2),
    "spring": (3, 4, 5),
    "summer": (6, 7, 8),
    "fall": (9, 10, 11),
    "autumn": (9, 10, 11),
}


def monthly_hours(text: str, start: date, months: int) -> tuple[float, ...]:
    """Return hours for each month from hours a week: ``"6"``, ``"6, summer 2, december 0"``.

    Raises:
        UsageError: a part says neither a number nor a month or season with one.
    """
    weekly: dict[int, float] = {}
    usual: float | None = None
    for part in filter(None, (each.strip().casefold() for each in text.split(","))):
        found = re.fullmatch(r"(?:([a-z]+)\s+)?(\d+(?:\.\d+)?)", part)
        if found is None:
            raise _unclear(part)
        name, hours = found[1], float(found[2])
        if name is None:
            usual = hours
        else:
            weekly.update(dict.fromkeys(_months_of(name, part), hours))
    if usual is None:
        raise UsageError(
            f"no usual hours in {text!r}", 'Say the hours a week first: "6, summer 2, december 0"'
        )
    first = start.month - 1
    return tuple(
        round(weekly.get((first + index) % 12 + 1, usual) * WEEKS_A_MONTH, 2)
        for index in range(months)
    )


def _months_of(name: str, part: str) -> Sequence[int]:
    if name in _SEASONS:
        return _SEASONS[name]
    if name[:3] in _NAMES:
        return (_NAMES.index(name[:3]) + 1,)
    raise _unclear(part)


def _unclear(part: str) -> UsageError:
    return UsageError(
        f"{part!r} says no hours",
        'Hours a week, then months that differ: "6, summer 2, december 0"',
    )
