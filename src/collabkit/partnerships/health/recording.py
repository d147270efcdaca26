"""Answers put into ``health.csv``, each sheet once."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from collabkit.notes import Note
from collabkit.partnerships.health.sheets import NAME, Sheet, append_sheets, read_sheets, same

MOST = 6
"""Rejected rows of which a note is made."""


class RecordedSheets(NamedTuple):
    """What was put into ``health.csv``."""

    file: Path
    sheets: tuple[Sheet, ...]
    """Those that are new."""
    known: int
    """Those that were there already."""
    rejected: tuple[str, ...] = ()
    """What was no answer, each with its place."""

    @property
    def notes(self) -> tuple[Note, ...]:
        """What was no answer, and what was there already."""
        return tuple(_notes(self))


def record_sheets(
    folder: Path, sheets: Sequence[Sheet], rejected: Sequence[str] = ()
) -> RecordedSheets:
    """Put *sheets* into the file in the *folder* of a partnership, each once.

    Args:
        folder: of the partnership.
        sheets: what people answered.
        rejected: what was no answer, each with its place.

    Raises:
        CollabkitError: the file cannot be written; it is as it was.
    """
    before = read_sheets(folder)
    new = tuple(each for each in sheets if not any(same(each, old) for old in before))
    file = append_sheets(folder, new) if new else folder / f"{NAME}.csv"
    return RecordedSheets(file, new, len(sheets) - len(new), tuple(rejected))


def _notes(recorded: RecordedSheets) -> Iterator[Note]:
    for problem in recorded.rejected[:MOST]:
        yield Note("not-an-answer", f"not an answer: {problem}")
    if len(recorded.rejected) > MOST:
        more = len(recorded.rejected) - MOST
        yield Note("not-an-answer", f"not an answer: {more} more")
    if recorded.known:
        yield Note("answered-before", f"{recorded.known} kept already.")
