"""What a person types, or has in a spreadsheet, to rows of ``counts.csv``."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from collabkit.catalog import Activity
from collabkit.catalog.work import Measure
from collabkit.errors import UsageError, cut
from collabkit.partnerships.counts.measures import is_ratio, measure_called, refuse_unclear
from collabkit.partnerships.counts.rows import (
    ANSWERS,
    GIVEN,
    KINDS,
    NUMBERS,
    TARGETS,
    Count,
    CountKind,
    count_of,
    target_of,
)
from collabkit.partnerships.entries import Side, comparable
from collabkit.partnerships.tables import number, rows_of


class ParsedCounts(NamedTuple):
    """What was read out of a table of counts."""

    counts: tuple[Count, ...]
    rejected: tuple[str, ...] = ()
    """What in it was no count, each with its place."""


def parse_counts(
    measure: str,
    values: Sequence[str],
    works: Mapping[str, Activity],
    *,
    on: date,
    kind: CountKind = "count",
    side: Side | None = None,
    work: str = "",
    own_work: str | None = None,
) -> list[Count]:
    """Return what was typed: a measure, and a number or answers such as ``yes=9 partly=2 no=1``.

    Args:
        measure: any clear part of a measure of the work; words of one's own; or hours or dollars.
        values: one number, or answers; a target may be ``at most 5``.
        works: the activities of the catalog.
        on: the day of the count.
        kind: what the number is.
        side: who put in hours or dollars.
        work: the joint work, where a partnership has several.
        own_work: that of the partnership.

    Raises:
        UsageError: it is not clear which measure is meant, or a value is no number.
    """
    name = " ".join(measure.split())
    if not name:
        raise UsageError("nothing was counted", "Such as: collab count prairie learners 12")
    if side is not None and comparable(name) not in GIVEN:
        raise UsageError(
            "only hours and dollars have a side", "Such as: collab count prairie hours 6 --theirs"
        )
    if kind == "level" and comparable(name) in GIVEN:
        raise UsageError(f"{name} add up, and have no level", "Leave out --level.")
    where = works.get(work or own_work or "")
    measures = where.measures if where else ()
    refuse_unclear(name, measures)
    base = Count(on, name, 0, kind, work, side)
    if _several(values):
        return [_valued(base, each, kind) for each in values]
    about = measure_called(name, measures)
    return [_numbered(base, values[0], is_level=_is_level(name, about))]


def _is_level(name: str, about: Measure | None) -> bool:
    return is_ratio(name, about) or (about is not None and about.level)


def _numbered(base: Count, text: str, *, is_level: bool) -> Count:
    """Return *base* with the number in *text*; of a measure that is a level it says so itself."""
    kind, figure = target_of(base.kind, text)
    if is_level and kind in NUMBERS:
        kind = "level"
    known = next(each for each in KINDS if each == kind)
    return base._replace(kind=known, value=_number(figure))


def _several(values: Sequence[str]) -> bool:
    """Return whether *values* are answers.

    Raises:
        UsageError: they are neither one number nor answers.
    """
    if values and all("=" in each for each in values):
        return True
    if len(values) == 1:
        return False
    raise UsageError(
        "give one number, or answers",
        "Such as: 12, or yes=9 partly=2 no=1 for those who were asked",
    )


def _valued(base: Count, given: str, kind: CountKind) -> Count:
    answer, _, value = given.partition("=")
    found_kind = next((each for each in ANSWERS if each == answer.strip().casefold()), None)
    if found_kind is None:
        raise UsageError(f"{cut(answer)!r} is no answer", f"One of: {', '.join(ANSWERS)}")
    if kind != "count":
        what = "target" if kind in TARGETS else kind
        raise UsageError(f"answers have no {what}", "Give a number of people")
    people = _number(value)
    if people < 0 or people != int(people):
        raise UsageError(f"{cut(value)!r} is no number of people")
    return base._replace(kind=found_kind, value=people)


def _number(text: str) -> float:
    found = number(text)
    if found is None:
        raise UsageError(f"{cut(text)!r} is no number", "Such as: collab count prairie learners 12")
    return found


def from_csv(raw: bytes, name: str, *, on: date) -> ParsedCounts:
    """Return the counts in a CSV of the columns of `rows.HEADER`, whatever a spreadsheet made of it.

    Raises:
        UsageError: there is none in it.
    """
    found = [(row, count_of(row, on)) for row in rows_of(raw, name)]
    counts = tuple(each for _, each in found if isinstance(each, Count))
    if not counts:
        raise UsageError(
            f"no count in {name}",
            f"It has a row for each under measure,value, and may have day, kind ({', '.join(KINDS)}), side and work.",
        )
    wrong = tuple(f"{row.file}:{row.line}: {each}" for row, each in found if isinstance(each, str))
    return ParsedCounts(counts, wrong)
