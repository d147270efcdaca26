"""What came of the partnerships of a library, and what they took: counts, kept and read."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from collabkit import clock
from collabkit.api.shelf import Shelf
from collabkit.arguments import Words, several
from collabkit.errors import UsageError

if TYPE_CHECKING:
    from collabkit.partnerships.counts.counted import Counted
    from collabkit.partnerships.counts.rows import Count, Kind
    from collabkit.partnerships.entries import Side
    from collabkit.partnerships.partnership import Partnership


class Noted(NamedTuple):
    """What was put into ``counts.csv``."""

    file: Path
    counts: "tuple[Count, ...]"
    measures: tuple[str, ...]
    """The measure of the work that each belongs to; empty where it is one of its own."""
    narrower: tuple[str, ...]
    """For each in somebody's own words, what the work counts that is only some of it; else empty."""
    passed_over: tuple[str, ...] = ()
    """What was no count, each with its place."""


class Counting(Shelf):
    """Partnerships of which somebody counts what comes."""

    def count(
        self,
        name: str,
        measure: str,
        values: Words,
        *,
        kind: "Kind" = "count",
        side: "Side | None" = None,
        work: str | None = None,
        on: date | None = None,
    ) -> Noted:
        """Keep what was counted, as ``collab count`` does.

        Args:
            name: any part of the partnership's name that is clear.
            measure: any clear part of a measure of the work, words of one's own, or hours or dollars.
            values: a number, or answers such as ``yes=9 partly=2 no=1``; a target may be ``at most 5``.
            kind: ``count`` adds, ``total`` is all of it so far, ``level`` is how it stands and is never
                added, ``target`` and ``baseline`` stand beside.
            side: who put in hours or dollars; the library unless told.
            work: the joint work, where it is not that of the partnership.
            on: the day of the count; today by default.

        Raises:
            UsageError: it is not clear which measure is meant, or a value is no number.
            UnknownIdError: there is no such work.
        """
        from collabkit.partnerships.counts import typed  # noqa: PLC0415

        one, catalog = self.named(name), self._catalog()
        if work is not None:
            catalog.known("activities", work)
        counts = typed.typed(
            measure,
            several(values, "value"),
            catalog.activities,
            on=on or clock.today(),
            kind=kind,
            side=side,
            work=work or "",
            own_work=one.facts.work,
        )
        return self._noted(one, counts)

    def count_csv(
        self, name: str, raw: bytes, *, file: str = "the file", on: date | None = None
    ) -> Noted:
        """Keep the counts of a CSV whose columns are measure and value, and day, kind, side and work if need be."""
        from collabkit.partnerships.counts.typed import from_csv  # noqa: PLC0415

        one = self.named(name)
        read = from_csv(raw, file, on=on or clock.today())
        for work in {each.work for each in read.counts} - {""}:
            self._catalog().known("activities", work)
        return self._noted(one, read.counts)._replace(passed_over=read.passed_over)

    def _noted(self, one: "Partnership", counts: "Sequence[Count]") -> Noted:
        from collabkit.partnerships.counts.measures import measure_of, narrower  # noqa: PLC0415
        from collabkit.partnerships.counts.rows import keep  # noqa: PLC0415

        works, work = self._catalog().activities, one.facts.work
        called, some = [], []
        for each in counts:
            about, where = measure_of(each, works, work), works.get(each.work or work or "")
            less = narrower(each.measure, where.measures) if where and about is None else []
            called.append(about.what if about else "")
            some.append("; ".join(measure.what for measure in less))
        return Noted(keep(one.folder, counts), tuple(counts), tuple(called), tuple(some))

    def counted(
        self, name: str | None = None, *, since: date | None = None, until: date | None = None
    ) -> "list[Counted]":
        """Return what was counted, by partnership, work and measure.

        Args:
            name: of one partnership; of all by default, without those whose facts are wrong.
            since: only what was counted from this day on.
            until: only what was counted up to this day; today by default.

        Raises:
            DataError: the facts of the one that was named are wrong.
            UsageError: *until* comes before *since*.
        """
        last = until or clock.today()
        if since is not None and last < since:
            raise UsageError(f"nothing lies between {since} and {last}", "Turn the two days around")
        kept = [self.named(name)] if name is not None else self.stated()
        works = self._catalog().activities
        return [each for one in kept for each in one.counted(works, since=since, until=last)]
