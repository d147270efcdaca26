"""What was counted, added up by work and measure, beside baseline and target; hours and dollars by side."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from collabkit.catalog import Activity
from collabkit.catalog.work import Measure
from collabkit.partnerships.counts.measures import is_ratio, measure_of
from collabkit.partnerships.counts.records import Counted
from collabkit.partnerships.counts.rows import ANSWERS, GIVEN, HOURS, NUMBERS, TARGETS, Count
from collabkit.partnerships.entries import Side, comparable


def counted(
    partnership: str,
    name: str,
    counts: Sequence[Count],
    works: Mapping[str, Activity],
    *,
    work: str | None = None,
    since: date | None = None,
    until: date | None = None,
) -> list[Counted]:
    """Return what was counted by work and measure: those of the works first, then own ones, then hours and dollars.

    Measures of the partnership's own *work* that nobody counted yet are there too, with a null value.

    Args:
        partnership: its folder.
        name: the organization's name.
        counts: in order of their days.
        works: the activities of the catalog.
        work: the joint work of the partnership.
        since: only what was counted from this day on.
        until: only what was counted up to this day.
    """
    groups = _grouped(counts, works, work)
    return [
        _summed(partnership, name, at, about, found, since, until)
        for at, (about, found) in groups.items()
    ]


class _At(NamedTuple):
    """What belongs together."""

    work: str
    measure: str
    side: Side | None


def _grouped(
    counts: Iterable[Count], works: Mapping[str, Activity], work: str | None
) -> dict[_At, tuple[Measure | None, list[Count]]]:
    groups: dict[_At, tuple[Measure | None, list[Count]]] = {}
    for measure in works[work].measures if work and work in works else ():
        groups[_At(work or "", measure.what, None)] = (measure, [])
    given: dict[_At, tuple[Measure | None, list[Count]]] = {}
    own: dict[str, str] = {}
    for each in counts:
        where = each.work or work or ""
        what = comparable(each.measure)
        if what in GIVEN:
            at = _At(where, what, each.side or "we")
            given.setdefault(at, (None, []))[1].append(each)
            continue
        measure_ = measure_of(each, works, work)
        called = measure_.what if measure_ else own.setdefault(what, each.measure)
        groups.setdefault(_At(where, called, None), (measure_, []))[1].append(each)
    return groups | dict(sorted(given.items(), key=_sides_together))


def _sides_together(each: tuple[_At, object]) -> tuple[str, bool, bool]:
    at = each[0]
    return (at.work, at.measure != HOURS, at.side != "we")


def _summed(
    partnership: str,
    name: str,
    at: _At,
    about: Measure | None,
    counts: Sequence[Count],
    since: date | None,
    until: date | None,
) -> Counted:
    up_to = [each for each in counts if until is None or each.day <= until]
    within = [each for each in up_to if since is None or each.day >= since]
    numbers = [each for each in within if each.kind in NUMBERS]
    ratio = is_ratio(at.measure, about)
    is_level = (
        ratio or (about is not None and about.level) or any(each.kind == "level" for each in counts)
    )
    answers = [each for each in within if each.kind in ANSWERS]
    days = sorted(each.day for each in (*numbers, *answers))
    by_answer = {
        kind: int(sum(each.value for each in answers if each.kind == kind)) if answers else None
        for kind in ANSWERS
    }
    return Counted(
        partnership=partnership,
        name=name,
        work=at.work or None,
        measure=at.measure,
        kind="given" if at.measure in GIVEN else about.kind if about else "own",
        side=at.side,
        unit=about.unit if about else "",
        ask=about.ask if about else "",
        feeds=about.feeds if about else "",
        baseline=_last(up_to, "baseline"),
        value=_value(up_to, numbers, since, until, is_level=is_level),
        level=is_level,
        ratio=ratio,
        change=_moved(up_to, numbers) if is_level else None,
        target=_last(up_to, *TARGETS),
        at_most=_aims_low(up_to),
        yes=by_answer["yes"],
        partly=by_answer["partly"],
        no=by_answer["no"],
        since=days[0].isoformat() if days else None,
        until=days[-1].isoformat() if days else None,
    )


def _value(
    up_to: Sequence[Count],
    numbers: Sequence[Count],
    since: date | None,
    until: date | None,
    *,
    is_level: bool,
) -> float | None:
    """Return the latest of *numbers* for a level, and for all else what they add up to."""
    if not numbers:
        return None
    if is_level:
        return numbers[-1].value
    return _reached(up_to, until) - _reached(up_to, _day_before(since))


def _moved(up_to: Sequence[Count], numbers: Sequence[Count]) -> float | None:
    """Return how far a level moved over *numbers*, which are the last of those *up_to* a day."""
    if not numbers:
        return None
    every = [each for each in up_to if each.kind in NUMBERS]
    before = every[: len(every) - len(numbers)]
    start = before[-1].value if before else _last(up_to, "baseline")
    if start is None:
        start = numbers[0].value if len(numbers) > 1 else None
    return None if start is None else round(numbers[-1].value - start, 6)


def _aims_low(counts: Iterable[Count]) -> bool:
    targets = [each.kind for each in counts if each.kind in TARGETS]
    return bool(targets) and targets[-1] == "at-most"


def _day_before(since: date | None) -> date | None:
    return date.min if since is None or since == date.min else since - timedelta(days=1)


def _reached(counts: Iterable[Count], until: date | None) -> float:
    """Return all that was counted up to a day: a total stands for everything before it."""
    reached = 0.0
    for each in counts:
        if until is not None and each.day > until:
            continue
        if each.kind == "total":
            reached = each.value
        elif each.kind == "count":
            reached += each.value
    return round(reached, 6)


def _last(counts: Iterable[Count], *kinds: str) -> float | None:
    values = [each.value for each in counts if each.kind in kinds]
    return values[-1] if values else None


def given(rows: Iterable[Counted], measure: str, side: Side) -> float | None:
    """Return the hours or dollars that *side* put in, over all works; nothing if nobody noted them."""
    found = [
        each.value
        for each in rows
        if each.measure == measure and each.side == side and each.value is not None
    ]
    return sum(found) if found else None


def came_of_it(rows: Iterable[Counted]) -> Iterator[Counted]:
    """Yield what was counted or answered, without hours and dollars."""
    return (each for each in rows if each.kind != "given" and each.known)
