"""What came of partnerships, and what they took: counts, kept and added up."""

from datetime import date
from typing import TYPE_CHECKING

from collabkit import clock
from collabkit.arguments import Words, several
from collabkit.errors import UsageError

if TYPE_CHECKING:
    from collabkit.partnerships.counts.recording import RecordedCounts
    from collabkit.partnerships.counts.records import Counts
    from collabkit.partnerships.counts.rows import CountKind
    from collabkit.partnerships.entries import Side
    from collabkit.partnerships.store import PartnershipStore


def count(
    self: "PartnershipStore",
    name: str,
    measure: str,
    values: Words,
    *,
    kind: "CountKind" = "count",
    side: "Side | None" = None,
    work: str | None = None,
    on: date | None = None,
) -> "RecordedCounts":
    """Keep what was counted, as ``collab count`` does.

    Args:
        name: any part of the partnership's name that is clear.
        measure: any clear part of a measure of the work, words of one's own, or hours or dollars.
        values: a number, or answers such as ``yes=9 partly=2 no=1``; a target may be ``at most 5``.
        kind: ``count`` adds, ``total`` is all of it so far, ``level`` is how it stands and is never
            added, ``target`` and ``baseline`` stand beside.
        side: who put in hours or dollars; the library unless given.
        work: the joint work, where it is not that of the partnership.
        on: the day of the count; today by default.

    Raises:
        UsageError: it is not clear which measure is meant, or a value is no number.
        UnknownIdError: there is no such work.
    """
    from collabkit.partnerships.counts.parsing import parse_counts  # noqa: PLC0415
    from collabkit.partnerships.counts.recording import record_counts  # noqa: PLC0415

    one, catalog = self.named(name), self.catalog
    if work is not None:
        catalog.known("activities", work)
    counts = parse_counts(
        measure,
        several(values, "value"),
        catalog.activities,
        on=on or clock.today(),
        kind=kind,
        side=side,
        work=work or "",
        own_work=one.facts.work,
    )
    return record_counts(one.folder, counts, catalog.activities, one.facts.work)


def count_csv(
    self: "PartnershipStore",
    name: str,
    raw: bytes,
    *,
    file: str = "the file",
    on: date | None = None,
) -> "RecordedCounts":
    """Keep the counts of a CSV whose columns are measure and value, and day, kind, side and work if need be.

    Args:
        name: any part of the partnership's name that is clear.
        raw: what the file holds.
        file: what it is called.
        on: the day of counts that name none; today by default.

    Raises:
        UsageError: there is no count in it.
        UnknownIdError: there is no such work.
    """
    from collabkit.partnerships.counts.parsing import from_csv  # noqa: PLC0415
    from collabkit.partnerships.counts.recording import record_counts  # noqa: PLC0415

    one, catalog = self.named(name), self.catalog
    read = from_csv(raw, file, on=on or clock.today())
    for work in {each.work for each in read.counts} - {""}:
        catalog.known("activities", work)
    return record_counts(one.folder, read.counts, catalog.activities, one.facts.work, read.rejected)


def counted(
    self: "PartnershipStore",
    name: str | None = None,
    *,
    since: date | None = None,
    until: date | None = None,
) -> "Counts":
    """Return what was counted, by partnership, work and measure.

    Args:
        name: of one partnership; of all by default, without those whose facts are wrong.
        since: only what was counted from this day on.
        until: only what was counted up to this day; today by default.

    Raises:
        DataError: the facts of the one that was named are wrong.
        UsageError: *until* comes before *since*.
    """
    from collabkit.partnerships.counts.records import Counts  # noqa: PLC0415

    last = until or clock.today()
    if since is not None and last < since:
        raise UsageError(f"nothing lies between {since} and {last}", "Turn the two days around")
    partnerships = [self.named(name)] if name is not None else self.valid()
    works = self.catalog.activities
    return Counts(
        each for one in partnerships for each in one.counted(works, since=since, until=last)
    )
