"""Facts that may no longer hold: ended, ending soon, not looked up for a year, or read on a page of an old host."""

import calendar
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from itertools import chain
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from collabkit import paths
from collabkit.catalog.activities import Activity
from collabkit.catalog.base import Record
from collabkit.catalog.kinds import KINDS
from collabkit.catalog.sayings import Precedent
from collabkit.catalog.store import Catalog

YEAR = timedelta(days=365)
"""After which a fact wants to be looked up again."""
SOON = timedelta(days=90)
"""How long before its end a fact is named."""

Why = Literal[
    "past its date",
    "looked up more than a year ago",
    "ended, and looked up since",
    "ends within ninety days",
    "page on an old host",
]


class Stale(NamedTuple):
    """An entry, or a part of it, that wants to be looked up again."""

    kind: str
    id: str
    field: str
    date: str
    """As the entry states it; for a page on an old host its address."""
    why: Why

    def sentence(self) -> str:
        """Return it in words."""
        return f"{self.id}: {self.why} ({self.field} {self.date})"


def stale(catalog: Catalog, on: date) -> list[Stale]:
    """Return every entry of *catalog* that on that day wants to be looked up again."""
    return [
        found
        for kind in KINDS
        for record in catalog.kind(kind).values()
        if isinstance(record, Record | Precedent)
        for found in chain(
            stale_parts(kind, record, on), _ending(kind, record, on), _old_pages(kind, record)
        )
    ]


def stale_parts(kind: str, record: Record | Precedent, on: date) -> Iterator[Stale]:
    """Yield what in *record* nobody has looked up since it ended, or for a year, on that day."""
    for field, ends, as_of in _ends(record):
        if last_day(ends) < on and not _seen_since(ends, as_of):
            yield Stale(kind, record.id, field, ends, "past its date")
    if record.as_of and last_day(record.as_of) + YEAR < on:
        yield Stale(kind, record.id, "as_of", record.as_of, "looked up more than a year ago")


def _ending(kind: str, record: Record | Precedent, on: date) -> Iterator[Stale]:
    """Yield what in *record* has ended and was looked up since, or ends soon."""
    for field, ends, as_of in _ends(record):
        if last_day(ends) < on:
            if _seen_since(ends, as_of):
                yield Stale(kind, record.id, field, ends, "ended, and looked up since")
        elif last_day(ends) <= on + SOON:
            yield Stale(kind, record.id, field, ends, "ends within ninety days")


def _old_pages(kind: str, record: Record | Precedent) -> Iterator[Stale]:
    """Yield the sources of *record* that stand on a host that was retired or is no public one."""
    for source in record.source:
        if (urlsplit(source).hostname or "") in _old_hosts():
            yield Stale(kind, record.id, "source", source, "page on an old host")


def _ends(record: Record | Precedent) -> Iterable[tuple[str, str, str]]:
    """Yield each field of *record* with an end, that end, and when what it tells was looked up."""
    if isinstance(record, Record) and record.until:
        yield "until", record.until, record.as_of
    if isinstance(record, Activity):
        for number, each in enumerate(record.depends_on):
            if each.until:
                yield f"depends_on[{number}].until", each.until, each.as_of or record.as_of


def _seen_since(ends: str, as_of: str) -> bool:
    return bool(as_of) and last_day(as_of) > last_day(ends)


@cache
def _old_hosts() -> frozenset[str]:
    lines = (paths.data_dir() / "old-hosts.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.split()[0] for line in lines if line and not line.startswith("#"))


def last_day(text: str) -> date:
    """Return the last day of a year, a month or a day written "2026", "2026-11" or "2026-11-25"."""
    year, month, day = (*(int(part) for part in text.split("-")), 0, 0)[:3]
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])
