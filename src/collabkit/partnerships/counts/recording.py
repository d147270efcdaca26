"""Counts put into ``counts.csv``, with what the work counts that they may belong to."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from collabkit.catalog import Activity
from collabkit.notes import Note
from collabkit.partnerships.counts.measures import measure_of, narrower
from collabkit.partnerships.counts.rows import Count, CountKind, append_counts
from collabkit.text.cells import figure

MOST = 6
"""Rows of which a note is made; the file has them all."""


class RecordedCounts(NamedTuple):
    """What was put into ``counts.csv``."""

    file: Path
    counts: tuple[Count, ...]
    measures: tuple[str, ...]
    """The measure of the work that each belongs to; empty where it is one of its own."""
    narrower: tuple[str, ...]
    """For each in somebody's own words, what the work counts that is only some of it; else empty."""
    rejected: tuple[str, ...] = ()
    """What was no count, each with its place."""

    @property
    def notes(self) -> tuple[Note, ...]:
        """What was no count, what each was taken for, and what else may have been meant."""
        return tuple(_notes(self))


def record_counts(
    folder: Path,
    counts: Sequence[Count],
    works: Mapping[str, Activity],
    work: str | None,
    rejected: Sequence[str] = (),
) -> RecordedCounts:
    """Put *counts* into the file in the *folder* of a partnership.

    Args:
        folder: of the partnership.
        counts: what was counted.
        works: the activities of the catalog.
        work: the joint work of the partnership.
        rejected: what was no count, each with its place.

    Raises:
        CollabkitError: the file cannot be written; it is as it was.
    """
    measures, less = [], []
    for each in counts:
        about, where = measure_of(each, works, work), works.get(each.work or work or "")
        some = narrower(each.measure, where.measures) if where and about is None else []
        measures.append(about.what if about else "")
        less.append("; ".join(measure.what for measure in some))
    file = append_counts(folder, counts)
    return RecordedCounts(file, tuple(counts), tuple(measures), tuple(less), tuple(rejected))


def _notes(recorded: RecordedCounts) -> Iterator[Note]:
    for problem in recorded.rejected[:MOST]:
        yield Note("not-a-count", f"not a count: {problem}")
    for each, measure in zip(recorded.counts[:MOST], recorded.measures, strict=False):
        yield Note("counted", _line(each, measure))
    for less in dict.fromkeys(filter(None, recorded.narrower[:MOST])):
        text = "Kept in your own words. If you meant what the work counts, write: "
        yield Note("own-words", f"{text}{less}.")
    if len(recorded.counts) > MOST:
        yield Note("counted", f"{len(recorded.counts) - MOST} more")


_KINDS: dict[CountKind, str] = {
    "count": "",
    "level": " (a level: the latest stands)",
    "at-most": " (target)",
}
"""How a kind is called where its name alone would not say it."""


def _line(each: Count, measure: str) -> str:
    side = {"we": ", ours", "they": ", theirs", None: ""}[each.side]
    kind = _KINDS.get(each.kind, f" ({each.kind})")
    most = "at most " if each.kind == "at-most" else ""
    about = f", counted as: {measure}" if measure else ""
    return f"{each.day} {each.measure}{side}: {most}{figure(each.value)}{kind}{about}"
