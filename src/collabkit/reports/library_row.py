"""What one library keeps in one row, and the rows of many added up."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple

from collabkit.library import Library
from collabkit.partnerships.due import cold_on
from collabkit.partnerships.entries import Side
from collabkit.partnerships.partnership import Partnership
from collabkit.partnerships.stages import StageName
from collabkit.partnerships.state import State

RUNS: frozenset[StageName] = frozenset(["pilot", "active", "renew"])
"""Stages in which there is joint work, so that a goal counts as served."""


class Total(NamedTuple):
    """What was counted of one thing."""

    measure: str
    """What is counted, in the words of the joint work or of the library."""
    value: float | None
    """How much of it; null for a share, an average or a price of one, since these do not add up."""
    least: float | None = None
    """Of a share, an average or a price of one, the smallest; else null."""
    most: float | None = None
    """Of these the largest."""


class LibraryRow(NamedTuple):
    """The partnerships of one library on a day, or of all that were asked."""

    scope: Literal["library", "all"]
    """`library` for one, `all` for the sum of those that could be read, which comes last."""
    id: str
    """Its FSCSKEY if the profile states it, else the name of its folder; `all` for the sum."""
    library: str
    """Its name, as the profile states it."""
    place: str | None
    """Town and state."""
    on: str
    """The day on which it was asked."""
    libraries: int
    """1; in the sum, how many could be read."""
    partnerships: int
    """Partnerships that are kept, whatever their stage."""
    idea: int
    """Of these, those where nobody was asked yet."""
    talk: int
    """Those that talk."""
    pilot: int
    """Those in a first try."""
    active: int
    """Those whose work runs."""
    renew: int
    """Those whose agreement ends, and both decide."""
    resting: int
    """Those that rest."""
    ended: int
    """Those that are over."""
    cold: int
    """Those where nobody was in touch for twice the usual gap."""
    goals: tuple[str, ...]
    """Goals that work under way serves (pilot, active or renew); in the sum, at any library."""
    goals_open: tuple[str, ...]
    """Goals of the library's own plan that none serves; in the sum, those that are open at some library."""
    we_open: int
    """Promises of the library that somebody waits for."""
    we_late: int
    """Of these, those past their day."""
    we_kept: int
    """Promises of the library that were kept."""
    they_open: int
    """Promises of the others that are open."""
    they_late: int
    """Of these, those past their day."""
    they_kept: int
    """Promises of the others that were kept."""
    hours_a_week: float | None
    """Staff hours a week for partnerships, by the profile; null where none states it."""
    our_hours: float | None
    """Hours that the library put in, as counted; null where nobody counted."""
    their_hours: float | None
    """Hours that the others put in, as counted."""
    counts: tuple[Total, ...]
    """What was counted, added up by measure; of what stands at a number on a day, the latest of each partnership; of shares and averages, which do not add up, the smallest and the largest."""
    left_out: int
    """Partnerships that could not be read, and count for nothing here."""


NUMBERS = tuple(
    name
    for name, hint in LibraryRow.__annotations__.items()
    if hint in {int, float | None} and name != "libraries"
)
"""The fields that add up."""


class LibraryCounts(NamedTuple):
    """What was counted in the partnerships of one library."""

    ours: float | None = None
    theirs: float | None = None
    counts: tuple[Total, ...] = ()


def library_row(
    id_: str,
    library: Library,
    partnerships: Sequence[Partnership],
    today: date,
    *,
    counts: LibraryCounts = LibraryCounts(),  # noqa: B008 - a tuple of nothing
    left_out: int = 0,
) -> LibraryRow:
    """Return one library's row.

    Args:
        id_: what it is called among the others.
        library: its profile.
        partnerships: its own whose facts are right.
        today: the day of the row.
        counts: what was counted in them up to then.
        left_out: how many more there are whose facts are wrong.
    """
    at = [(one, one.state(today)) for one in partnerships]
    stages = [state.stage for _, state in at]
    served = {goal for one, state in at if state.stage in RUNS for goal in one.facts.goals}
    return LibraryRow(
        scope="library",
        id=id_,
        library=library.name or id_,
        place=library.place,
        on=today.isoformat(),
        libraries=1,
        partnerships=len(partnerships),
        **{stage: stages.count(stage) for stage in _STAGES},
        cold=sum(_is_cold(one, state) for one, state in at),
        goals=tuple(sorted(served)),
        goals_open=tuple(sorted(set(library.goals) - served)),
        **_promises([state for _, state in at]),
        hours_a_week=library.hours,
        our_hours=counts.ours,
        their_hours=counts.theirs,
        counts=counts.counts,
        left_out=left_out,
    )


_STAGES: tuple[StageName, ...] = ("idea", "talk", "pilot", "active", "renew", "resting", "ended")


def _is_cold(one: Partnership, at: State) -> bool:
    cold = cold_on(one, at)
    return cold is not None and cold <= at.on


def _promises(states: Sequence[State]) -> Mapping[str, int]:
    sides: tuple[Side, Side] = ("we", "they")
    found: dict[str, int] = {}
    for side in sides:
        own = [(each, at) for at in states for each in at.promises if each.side == side]
        found[f"{side}_open"] = sum(each.open for each, _ in own)
        found[f"{side}_late"] = sum(each.open and each.late(at.on) > 0 for each, at in own)
        found[f"{side}_kept"] = sum(each.kept is not None for each, _ in own)
    return found


def total_row(rows: Sequence[LibraryRow], today: date) -> LibraryRow:
    """Return the sum of *rows*, each of one library; what none of them states stays unknown."""
    sums: dict[str, Any] = {
        name: _sum([getattr(row, name) for row in rows], name) for name in NUMBERS
    }
    return LibraryRow(
        scope="all",
        id="all",
        library="all together",
        place=None,
        on=today.isoformat(),
        libraries=len(rows),
        goals=_union(row.goals for row in rows),
        goals_open=_union(row.goals_open for row in rows),
        counts=add_totals(total for row in rows for total in row.counts),
        **sums,
    )


def add_totals(totals: Iterable[Total]) -> tuple[Total, ...]:
    """Return *totals* with those of one measure added up, in the order of their names; shares keep their span."""
    by_measure: dict[str, list[Total]] = {}
    for each in totals:
        by_measure.setdefault(each.measure, []).append(each)
    return tuple(_sum_of(by_measure[measure]) for measure in sorted(by_measure))


def _sum_of(totals: Sequence[Total]) -> Total:
    """Return *totals* of one measure as one."""
    values = [each.value for each in totals if each.value is not None]
    return Total(
        totals[0].measure,
        round(sum(values), 6) if values else None,
        min((each.least for each in totals if each.least is not None), default=None),
        max((each.most for each in totals if each.most is not None), default=None),
    )


def _sum(values: Sequence[float | None], name: str) -> float | None:
    stated = [value for value in values if value is not None]
    if not stated:
        return None if LibraryRow.__annotations__[name] == float | None else 0
    return round(sum(stated), 6)


def _union(several: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(sorted({each for one in several for each in one}))
