"""``counts.csv``: what was counted, a row each, only ever added.

day,work,measure,kind,side,value
2026-03-31,,learners,count,,12
2026-03-31,,learners,target,,40
2026-03-31,,pairs still meeting,level,,9
2026-03-31,,lost books,at-most,,5
2026-03-31,,can fill in a form,yes,,9
2026-03-31,,hours,count,they,6
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final, Literal, NamedTuple, get_args

from collabkit.partnerships.entries import Side, comparable
from collabkit.partnerships.tables import Row, Table, append_rows, day, number, read_table

NAME: Final = "counts"
HEADER: Final = ("day", "work", "measure", "kind", "side", "value")
CountKind = Literal[
    "count", "total", "level", "target", "at-most", "baseline", "yes", "partly", "no"
]
"""*count* adds to what was counted before; *total* is all of it up to that day; *level* is how it stands on
that day, and nothing of the kind is added up. *target* is hoped for, *at-most* is a target that less is
better than, *baseline* is where it started. *yes*, *partly* and *no* are people who answered so."""
KINDS: Final[tuple[CountKind, ...]] = get_args(CountKind)
ANSWERS: Final[tuple[CountKind, ...]] = ("yes", "partly", "no")
NUMBERS: Final[tuple[CountKind, ...]] = ("count", "total", "level")
"""What was counted."""
TARGETS: Final[tuple[CountKind, ...]] = ("target", "at-most")
"""What was hoped for."""
HOURS: Final = "hours"
DOLLARS: Final = "dollars"
GIVEN: Final = (HOURS, DOLLARS)
"""What a side puts in; these have a side, and no measure of a work is called so."""


class Count(NamedTuple):
    """One thing counted, as it was typed."""

    day: date
    measure: str
    """In the words that were typed; or hours or dollars."""
    value: float
    kind: CountKind = "count"
    work: str = ""
    """An id of activities.yaml; that of the partnership where it is empty."""
    side: Side | None = None
    """Who put in the hours or dollars; the library unless told."""
    file: str = ""
    line: int = 0


def read_counts(folder: Path) -> list[Count]:
    """Return what was counted in *folder*, in order of the days; what is no count counts for nothing."""
    return sorted(counts_of(counts_table(folder).rows), key=lambda each: each.day)


def counts_table(folder: Path) -> Table:
    """Return the rows of ``counts.csv`` in *folder*, copies included."""
    return read_table(folder, NAME)


def counts_of(rows: Iterable[Row]) -> Iterator[Count]:
    """Yield what *rows* of the columns of `HEADER` say."""
    for row in rows:
        count = count_of(row)
        if isinstance(count, Count):
            yield count


def count_of(row: Row, on: date | None = None) -> Count | str:
    """Return what *row* says, or why it says nothing.

    Args:
        row: of the columns of `HEADER`.
        on: the day of a row that names none.
    """
    written = row.cell("day", "date")
    at = day(written) or (on if not written else None)
    kind, figure = target_of(
        row.cell("kind").casefold() or "count", row.cell("value", "count", "number")
    )
    value = number(figure)
    measure = row.cell("measure", "what")
    if at is None:
        return f"{written or 'nothing'} is no day; write it like 2026-03-31"
    if not measure:
        return "says not what was counted"
    if value is None:
        return f"{row.cell('value', 'count', 'number') or 'nothing'} is no number"
    found = next((each for each in KINDS if each == kind), None)
    if found is None:
        return f"{kind} is none of {', '.join(KINDS)}"
    if found == "level" and comparable(measure) in GIVEN:
        return f"{measure} add up, and have no level"
    side: Side | None = {"we": "we", "they": "they"}.get(row.cell("side").casefold())  # type: ignore[assignment]
    return Count(at, measure, value, found, row.cell("work"), side, row.file, row.line)


def target_of(kind: str, value: str) -> tuple[str, str]:
    """Return *kind* and the number in *value*: a target may be ``at most 5`` or ``at least 40``.

    Of any other kind these words are no part of a number, and are left for whoever reads it to refuse.
    """
    text = " ".join(value.split())
    if kind in TARGETS:
        for words, found in (("at most ", "at-most"), ("at least ", "target")):
            if text.casefold().startswith(words):
                return found, text[len(words) :]
    return kind, value


def append_counts(folder: Path, counts: Sequence[Count]) -> Path:
    """Put *counts* at the end of ``counts.csv`` in *folder*, all or none; return its file.

    Raises:
        UsageError: a text is none that a file can hold.
        CollabkitError: the file cannot be written; it is as it was.
    """
    rows = [
        (
            each.day.isoformat(),
            each.work,
            each.measure,
            each.kind,
            each.side or "",
            _figure(each.value),
        )
        for each in counts
    ]
    return append_rows(folder, NAME, HEADER, rows)


def _figure(value: float) -> float | int:
    return int(value) if value == int(value) else value
