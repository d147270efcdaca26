"""Tables kept beside a log: rows that are only ever added, as CSV, and read whatever a spreadsheet made of them.

A copy that a sync service left is read along with the file, and equal lines of two copies count once.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from itertools import islice
from os import listdir
from pathlib import Path
from typing import Final, NamedTuple

from collabkit.errors import CollabkitError, UsageError
from collabkit.files.appending import append_lines
from collabkit.files.reading import read_file
from collabkit.text.cells import escape_cell

MAX_BYTES: Final = 16_000_000
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")


class Row(NamedTuple):
    """One row, by the names of the columns as they stand in the header, in small letters."""

    cells: Mapping[str, str]
    file: str
    line: int
    """Counted from 1; of several lines the last one."""

    def cell(self, *names: str) -> str:
        """Return the cell under the first of *names* that there is; nothing if there is none."""
        return next((self.cells[name] for name in names if name in self.cells), "")


class Table(NamedTuple):
    """What the files of one table say together."""

    rows: tuple[Row, ...] = ()
    files: tuple[str, ...] = ()
    unreadable: tuple[tuple[str, str], ...] = ()
    """Files that could not be read, each with the reason."""


def read_table(folder: Path, name: str) -> Table:
    """Return the rows of the table called *name*, such as ``counts``, in *folder*, copies included."""
    rows: list[Row] = []
    files, unreadable = [], []
    first_in: dict[tuple[tuple[str, str], ...], str] = {}
    for file in table_files(folder, name):
        files.append(str(file))
        try:
            found = rows_of(read_file(file, MAX_BYTES), str(file))
        except OSError as error:
            unreadable.append((str(file), error.strerror or str(error)))
            continue
        # Twice in one file is what somebody wrote; in two files it is one line and its copy.
        rows += [
            row
            for row in found
            if first_in.setdefault(tuple(sorted(row.cells.items())), row.file) == row.file
        ]
    return Table(tuple(rows), tuple(files), tuple(unreadable))


def table_files(folder: Path, name: str) -> list[Path]:
    """Return the files of the table called *name* in *folder*, the file itself first."""
    copy = re.compile(rf"(copy of )?{name}([\W_].*)?\.csv", re.IGNORECASE)
    found = [each for each in listdir(folder) if copy.fullmatch(each)]  # noqa: PTH208 - many folders
    return [folder / each for each in sorted(found, key=lambda each: (each != f"{name}.csv", each))]


def rows_of(raw: bytes, name: str) -> list[Row]:
    """Return the rows of a CSV, whatever a spreadsheet made of it.

    Args:
        raw: commas, semicolons or tabs; UTF-8 with or without a mark, UTF-16 or Windows-1252; any
            line ends; columns in any order.
        name: what the file is called.
    """
    return list(_rows(decoded(raw), name))


def decoded(raw: bytes) -> str:
    """Return *raw* as text, by its mark, as UTF-8, or as spreadsheets on Windows write it."""
    if raw.startswith(_WIDE):
        return raw.decode("utf-16", errors="replace").removeprefix("\ufeff")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.removeprefix(b"\xef\xbb\xbf").decode("cp1252", errors="replace")


def _rows(text: str, name: str) -> Iterator[Row]:
    header: list[str] = []
    for number_, values in cells_of(text):
        if not any(values):
            continue
        named = [cell.casefold() for cell in values]
        if not header or named == header:  # the second header is where two files were joined
            header = named
            continue
        by_name = {
            title: cell for title, cell in zip(header, values, strict=False) if title and cell
        }
        yield Row(by_name, name, number_)


def cells_of(text: str, *, titled: bool = False) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each row of a CSV, and the number of its last line.

    Args:
        text: what the file holds.
        titled: whether lines of another shape may stand above the header.
    """
    lines = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first = islice((line for line in lines if line.strip()), _TOP if titled else 1)
    mark = _mark("\n".join(first))
    # A quote that is never closed would swallow all that follows: then a row ends with its line.
    torn = text.count('"') % 2 == 1
    for number_, cells in (_one_by_one if torn else _quoted)(lines, mark):
        yield number_, [plain(cell) for cell in cells]


_TOP: Final = 20
"""Lines from which it shows what parts the cells."""


def _quoted(lines: Sequence[str], mark: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each row, which may go over several lines, and the number of its last line."""
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=mark, skipinitialspace=True)
    while True:
        try:
            yield from ((reader.line_num, cells) for cells in reader)
        except csv.Error:  # a cell beyond the limit: damage, and no row
            continue
        return


def _one_by_one(lines: Sequence[str], mark: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each line, and its number."""
    for number_, line in enumerate(lines, start=1):
        for _, cells in _quoted([line], mark):
            yield number_, cells


def _mark(header: str) -> str:
    """Return what parts the cells of *header*."""
    outside = re.sub(r'"[^"]*"', "", header)
    return max(",;\t|", key=outside.count)


def plain(cell: str) -> str:
    """Return *cell* on one line, and without the mark that keeps a spreadsheet from running it."""
    text = " ".join(cell.split())
    return text[1:] if text[:1] == "'" and escape_cell(text[1:]) == text else text


def number(text: str) -> float | None:
    """Return the number that a cell holds, such as ``12``, ``4.0``, ``1,900`` or ``4,5``; else nothing."""
    text = text.replace("\u00a0", "").replace(" ", "").removeprefix("$")
    if re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d+)?", text):
        text = text.replace(",", "")
    elif re.fullmatch(r"-?\d+,\d+", text):
        text = text.replace(",", ".")
    if not re.fullmatch(r"-?(\d{1,12}(\.\d{0,12})?|\.\d{1,12})", text, re.ASCII):
        return None
    return float(text)


def day(text: str) -> date | None:
    """Return the day that a cell holds: 2026-03-09, 3/9/2026, 3/9/26, with a time behind it, or a serial number."""
    text = text.strip().split("T", 1)[0].split(" ", 1)[0]
    with suppress(ValueError, OverflowError):
        if re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", text, re.ASCII):
            return date(*map(int, text.split("-")))
        slashed = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)", text, re.ASCII)
        if slashed:  # the American order, which American spreadsheets write
            year = int(slashed[3]) + (2000 if len(slashed[3]) == 2 else 0)  # noqa: PLR2004 - digits
            return date(year, int(slashed[1]), int(slashed[2]))
        if re.fullmatch(r"[3-7]\d{4}(\.\d+)?", text, re.ASCII):  # days since 1900, as Excel counts
            return date(1899, 12, 30) + timedelta(days=int(text.split(".")[0]))
    return None


def append_rows(
    folder: Path, name: str, header: Sequence[str], rows: Sequence[Sequence[object]]
) -> Path:
    """Put *rows* at the end of the table called *name* in *folder*, all or none; return its file.

    Where a spreadsheet wrote the file in a shape of its own, they go into another one, which is
    read along with it.

    Raises:
        UsageError: a cell is no text that a file can hold.
        CollabkitError: the file cannot be written; it is as it was.
    """
    first = _line(header)
    file = next(file for file in _places(folder, name) if _takes(file, first))
    new = not file.exists() or file.stat().st_size == 0
    lines = [first, *map(_line, rows)] if new else [_line(row) for row in rows]
    try:
        append_lines(file, lines)
    except UnicodeEncodeError as error:
        raise UsageError("the text is not UTF-8", "Set the terminal to UTF-8.") from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise CollabkitError(f"cannot write {file}: {reason}; nothing was lost") from error
    return file


def _places(folder: Path, name: str) -> Iterator[Path]:
    yield folder / f"{name}.csv"
    count = 2
    while True:
        yield folder / f"{name}-{count}.csv"
        count += 1


def _takes(file: Path, header: str) -> bool:
    """Return whether lines of ours can stand at the end of *file*."""
    try:
        with file.open("rb") as stream:
            first = stream.readline(len(header) + 8)
    except OSError:
        return True  # there is none yet, or appending says what is wrong
    return not first or first.rstrip(b"\r\n") == header.encode()


def _line(cells: Sequence[object]) -> str:
    return ",".join(map(_cell, cells))


def _cell(value: object) -> str:
    text = escape_cell(" ".join(value.split()) if isinstance(value, str) else value)
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if re.search(r'[",;\t|]', text) else text
