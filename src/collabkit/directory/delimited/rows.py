"""A CSV table of a feed to its rows, one by one: a row that is broken costs itself and no other.

The module ``csv`` alone would take a quote that is never closed for a value that goes on to the end
of the file.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from collabkit.directory.delimited.repair import LONGEST, UNCLOSED, prepare

FEW = "too few values"
MANY = "too many values"

_SHOWN = 200
"""Characters of a broken row that tell which it is."""
_LINES = 1000
"""Lines that one row may span. One that lists holidays and ZIP codes has hundreds."""
_QUOTED = r'"(?:[^"]++|"")*+'
_VALUE = rf'(?:{_QUOTED}" *+|[^",\n][^,\n]*+|)'
_WHOLE = re.compile(rf"{_VALUE}(?:,{_VALUE})*+")
"""A row on one line."""
_BEGUN = re.compile(rf"(?:{_VALUE},)*+{_QUOTED}")
"""A line that ends inside quotes."""
_CLOSED = re.compile(rf'(?:[^"]++|"")*+" *+(?:,{_VALUE})*+')
"""A line that began inside quotes and ends the row."""
_GOES_ON = re.compile(rf'(?:[^"]++|"")*+(?:" *+,(?:{_VALUE},)*+{_QUOTED})?')
"""A line that began inside quotes and ends inside quotes."""


class Line(NamedTuple):
    """A row of the table, or what is wrong with it."""

    number: int
    """The line of the file where it begins."""
    values: dict[str, str]
    fault: str
    """Empty for a row that is right."""
    text: str


class Table(NamedTuple):
    """What a file holds."""

    lines: Sequence[Line]
    encoding: str


def read(path: Path) -> Table:
    """Return the rows in the CSV file at *path*, broken ones too."""
    with TemporaryDirectory() as work, _long_values():
        # Mended even if it is right: from here on all lines end alike.
        ready = prepare(path, Path(work), shown=path.name, one_line=False, mend=True)
        text = ready.path.read_text(encoding="utf-8-sig", errors="replace")
        missing = [each.line or 0 for each in ready.rejects]
        lines = [
            line._replace(number=_in_the_file(line.number, missing))
            for line in _rows(text.split("\n"))
        ]
    lines += [Line(each.line or 0, {}, each.reason, each.text) for each in ready.rejects]
    return Table(lines, ready.encoding)


def _in_the_file(number: int, missing: Sequence[int]) -> int:
    """Return which line it was before those *missing* were taken out."""
    for line in missing:
        number += line <= number
    return number


@contextmanager
def _long_values() -> Iterator[None]:
    """Let a value be as long as its row may be. The limit is one for the whole program."""
    before = csv.field_size_limit(_LINES * LONGEST)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _rows(lines: Sequence[str]) -> Iterator[Line]:
    at = next((number for number, line in enumerate(lines) if line.strip()), 0)
    names = [name.strip().lower() for name in _values(lines[at])]
    spans = _Spans(lines, names)
    at += 1
    while at < len(lines):
        count = spans.of(at)
        text = "\n".join(lines[at : at + max(count, 1)])
        if text.strip():
            values = _values(text) if count else []
            fault = _fault(len(values), len(names)) if count else UNCLOSED
            row = {} if fault else dict(zip(names, values, strict=True))
            yield Line(at + 1, row, fault, text[:_SHOWN] if fault else "")
        at += max(count, 1)


def _values(text: str) -> list[str]:
    return next(csv.reader([text]), [])


def _fault(values: int, names: int) -> str:
    if values == names:
        return ""
    return FEW if values < names else MANY


class _Spans:
    """How many lines the rows of a table have. No line is looked at more than twice."""

    def __init__(self, lines: Sequence[str], names: Sequence[str]) -> None:
        self._lines = lines
        self._names = names
        self._ends: dict[int, int] = {}
        """For a line that begins inside quotes, the line that ends its row; ``_NEVER`` if none does."""

    def of(self, at: int) -> int:
        """Return how many lines the row has that begins at *at*; 0 if a quote of it is never closed."""
        if _WHOLE.fullmatch(self._lines[at]):
            return 1
        if not _BEGUN.fullmatch(self._lines[at]):
            return 0
        end = self._end(at + 1)
        return end + 1 - at if at < end < at + _LINES else 0

    def _end(self, first: int) -> int:
        at = first
        while (end := self._ends.get(at) or self._judged(at)) is None:
            at += 1
        self._ends |= dict.fromkeys(range(first, at + 1), end)
        return end

    def _judged(self, at: int) -> int | None:
        """Return the line that ends the row if *at* tells, and nothing if the next one has to."""
        if at >= len(self._lines) or _is_row(self._lines[at], self._names):
            return _NEVER
        if _CLOSED.fullmatch(self._lines[at]):
            return at
        return None if _GOES_ON.fullmatch(self._lines[at]) else _NEVER


_NEVER = -1


def _is_row(line: str, names: Sequence[str]) -> bool:
    """Return whether *line* is a row by itself: as many values, no stray quote, and a number."""
    if line.count(",") < len(names) - 1 or not _WHOLE.fullmatch(line):
        return False
    values = _values(line)
    number = values[names.index("id")] if "id" in names[: len(values)] else values[0]
    return len(values) == len(names) and bool(re.fullmatch(r"\S+", number)) and not _is_list(line)


def _is_list(line: str) -> bool:
    """Return whether *line* is of a text that lists things: between values no space follows."""
    return ", " in re.sub(f'{_QUOTED}"', "", line)
