"""Promises of both sides, as the entries of a log tell of them.

A promise is kept if a line says so, in its words, on a later day or further down on the same one.
So it depends on no other promise: an entry that is taken away can open one again and never keeps one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from collabkit.partnerships.entries import LogEntry, Side, comparable


class Promise(NamedTuple):
    """Something that one side promised the other."""

    side: Side
    what: str
    who: str
    """By name: private."""
    made: date
    due: date | None
    """By when, after every line that moved it."""
    kept: date | None
    dropped: date | None
    file: str
    line: int
    nth: int = 0
    """How many of the same side and words were made on that day before it."""
    time: str = ""
    """Of the day, as ``14:30``."""

    @property
    def open(self) -> bool:
        """Whether somebody still waits for it."""
        return self.kept is None and self.dropped is None

    def late(self, today: date) -> int:
        """Return by how many days it was kept late, or is late by now; 0 if it is not."""
        until = self.kept or (today if self.open else None)
        return max(0, (until - self.due).days) if until and self.due else 0


def promises(entries: Sequence[LogEntry]) -> list[Promise]:
    """Return what was promised in *entries*, which are in order of their days."""
    return _bound(entries, _SIDES)


def follow_ups(entries: Sequence[LogEntry]) -> list[Promise]:
    """Return what one of us is to do by *entries*, in order of their days: like promises, but nobody counts them."""
    return _bound(entries, {"follow up": ("we",)})


def _bound(entries: Sequence[LogEntry], sides: Mapping[str, tuple[Side, ...]]) -> list[Promise]:
    """Return what the words of *sides* bind those sides to, and what became of it."""
    after: dict[str, list[tuple[int, LogEntry]]] = {}
    for at, entry in enumerate(entries):
        if entry.word in _AFTER:
            after.setdefault(comparable(entry.text), []).append((at, entry))
    made: Counter[tuple[Side, str, date]] = Counter()
    found: list[Promise] = []
    for place, entry in enumerate(entries):
        said = comparable(entry.text)
        later = [each for at, each in after.get(said, ()) if at > place]
        for side in sides.get(entry.word, ()):
            key = side, said, entry.day
            found.append(_promise(entry, side, later, made[key]))
            made[key] += 1
    return found


_AFTER = {"kept", "we kept", "they kept", "moved", "dropped"}


_SIDES: Mapping[str, tuple[Side, ...]] = {
    "we promise": ("we",),
    "they promise": ("they",),
    "both promise": ("we", "they"),
}
"""Whose promise each word is: that of both is kept by each for itself."""


def _promise(entry: LogEntry, side: Side, later: Iterable[LogEntry], nth: int) -> Promise:
    ours = [each for each in later if each.side in {None, side}]
    moves = [each.until for each in ours if each.word == "moved" and each.until]
    days = {None, entry.until, *moves}
    kept = [each.day for each in ours if each.word.endswith("kept") and each.until in days]
    dropped = [each.day for each in ours if each.word == "dropped" and each.until in days]
    return Promise(
        side,
        entry.text,
        entry.who,
        entry.day,
        moves[-1] if moves else entry.until,
        min(kept, default=None),
        min(dropped, default=None),
        entry.file,
        entry.line,
        nth,
        entry.time,
    )
