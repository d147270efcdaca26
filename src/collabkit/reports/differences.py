"""What differs between a roll-up and an earlier one."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from collabkit.errors import CollabkitError, UsageError
from collabkit.records import from_record
from collabkit.reports.library_row import NUMBERS, LibraryRow, Total

COMPARED = ("partnerships", *(name for name in NUMBERS if name not in {"partnerships", "left_out"}))


class Difference(NamedTuple):
    """One thing that is not as it was."""

    id: str
    """Which library, as the roll-up calls it; `all` for the sum."""
    library: str
    """Its name."""
    what: str
    """What differs: a field of the roll-up; `counted: ` and a measure; `serves ` and a goal; or the `library` itself."""
    before: str | None
    """What it was, on the earlier day; null where it was not there."""
    now: str | None
    """What it is."""
    change: float | None
    """By how much it grew, where it is a number."""


def differences(before: Sequence[LibraryRow], now: Sequence[LibraryRow]) -> list[Difference]:
    """Return what differs, library by library in the order of *now*, with those that are gone at the end."""
    old = {row.id: row for row in before}
    found = [each for row in now for each in _of_library(old.get(row.id), row)]
    here = {row.id for row in now}
    gone = [row for row in before if row.id not in here]
    return [
        *found,
        *(Difference(row.id, row.library, "library", row.library, None, None) for row in gone),
    ]


def _of_library(old: LibraryRow | None, row: LibraryRow) -> Iterator[Difference]:
    if old is None:
        yield Difference(row.id, row.library, "library", None, row.library, None)
        return
    for name in COMPARED:
        yield from _number(row, name.replace("_", " "), getattr(old, name), getattr(row, name))
    was = {total.measure: total for total in old.counts}
    for total in row.counts:
        yield from _count(row, was.get(total.measure), total)
    for goal in sorted({*old.goals, *row.goals}):
        before, now = goal in old.goals, goal in row.goals
        if before != now:
            what = f"serves {goal}"
            yield Difference(row.id, row.library, what, _yes(before), _yes(now), None)


def _count(row: LibraryRow, old: Total | None, now: Total) -> Iterator[Difference]:
    """Yield how a count differs: of shares, which have no sum, the smallest and the largest."""
    what = f"counted: {now.measure}"
    before = old or Total(now.measure, None)
    yield from _number(row, what, before.value, now.value)
    if now.least == now.most and before.least == before.most:
        yield from _number(row, what, before.least, now.least)
    else:
        yield from _number(row, f"{what}, least", before.least, now.least)
        yield from _number(row, f"{what}, most", before.most, now.most)


def _yes(holds: bool) -> str:  # noqa: FBT001 - a word for it
    return "yes" if holds else "no"


def _number(
    row: LibraryRow, what: str, before: float | None, now: float | None
) -> Iterator[Difference]:
    if before == now:
        return
    change = round((now or 0) - (before or 0), 6)
    yield Difference(row.id, row.library, what, _figure(before), _figure(now), change)


def _figure(value: float | None) -> str | None:
    return None if value is None else f"{value:.15g}"


def earlier(text: str, name: str) -> list[LibraryRow]:
    """Return the roll-up that *text* holds: NDJSON, JSON or CSV, as it was printed.

    Raises:
        UsageError: it is none; *name* says whose text it is.
    """
    start = text.lstrip()
    try:
        if start.startswith("["):
            return [_row(record) for record in json.loads(text)]
        if start.startswith("{"):
            return [_row(json.loads(line)) for line in text.splitlines() if line.strip()]
        table = csv.DictReader(text.splitlines())
        if "scope" not in (table.fieldnames or ()):
            raise _no_roll_up(name)
        return [_row(_typed(record)) for record in table]
    except (ValueError, TypeError, KeyError, RecursionError, CollabkitError, csv.Error) as error:
        raise _no_roll_up(name) from error


def _no_roll_up(name: str) -> UsageError:
    return UsageError(
        f"{name} holds no roll-up",
        "Keep one to compare with: collab roll-up DIR -f ndjson > 2026.ndjson",
    )


def _row(record: Mapping[str, Any]) -> LibraryRow:
    return from_record(LibraryRow, record)


def _typed(record: Mapping[str, str]) -> Mapping[str, Any]:
    """Return a row of CSV as the record that it was printed of; what was counted stands in no cell."""
    cells = {name.replace(" ", "_"): value for name, value in record.items()}
    numbers: Iterable[str] = (*NUMBERS, "libraries")
    return {
        **cells,
        "place": cells["place"] or None,
        **{name: _of_cell(name, cells[name]) for name in numbers},
        **{name: [each for each in cells[name].split(", ") if each] for name in _LISTS},
        "counts": [],
    }


_LISTS = ("goals", "goals_open")


def _of_cell(name: str, cell: str) -> float | int | None:
    if LibraryRow.__annotations__[name] is int:
        return int(cell)
    return float(cell) if cell else None
