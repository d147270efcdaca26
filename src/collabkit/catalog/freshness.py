"""Facts that may no longer hold: past their date, or not looked up for a year."""

import calendar
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple

from collabkit.catalog.activities import Activity
from collabkit.catalog.base import Record
from collabkit.catalog.kinds import KINDS
from collabkit.catalog.store import Catalog

YEAR = timedelta(days=365)
"""After which a fact wants to be looked up again."""


class Stale(NamedTuple):
    """An entry, or a part of it, that wants to be looked up again."""

    kind: str
    id: str
    field: str
    date: str
    """As the entry states it."""
    why: Literal["past its date", "looked up more than a year ago"]

    def sentence(self) -> str:
        """Return it in words."""
        return f"{self.id}: {self.why} ({self.field} {self.date})"


def stale(catalog: Catalog, on: date) -> list[Stale]:
    """Return every entry of *catalog* that on that day wants to be looked up again."""
    return [
        found
        for kind in KINDS
        for record in catalog.kind(kind).values()
        if isinstance(record, Record)
        for found in stale_parts(kind, record, on)
    ]


def stale_parts(kind: str, record: Record, on: date) -> Iterator[Stale]:
    """Yield what in *record* wants to be looked up again on that day."""
    for field, ends in _ends(record):
        if ends and last_day(ends) < on:
            yield Stale(kind, record.id, field, ends, "past its date")
    if record.as_of and last_day(record.as_of) + YEAR < on:
        yield Stale(kind, record.id, "as_of", record.as_of, "looked up more than a year ago")


def _ends(record: Record) -> Iterable[tuple[str, str]]:
    yield "until", record.until
    if isinstance(record, Activity):
        for number, each in enumerate(record.depends_on):
            yield f"depends_on[{number}].until", each.until


def last_day(text: str) -> date:
    """Return the last day of a year, a month or a day written "2026", "2026-11" or "2026-11-25"."""
    year, month, day = (*(int(part) for part in text.split("-")), 0, 0)[:3]
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])
