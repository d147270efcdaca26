"""Which source a file is of, told by its content: first bytes, names of columns, or first rows."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from collabkit.directory.delimited.dbase import is_dbf
from collabkit.directory.sources import (
    COLUMNS,
    CompanionError,
    Headless,
    Source,
    UnreadableFileError,
    sources,
)
from collabkit.text.characters import escape_terminal

_START = 1 << 16
"""Bytes in which a header must stand."""
_PREAMBLE = 12
"""Lines that a publisher may write above the header."""
_DELIMITERS = ",\t|;"
_ROWS = 50
"""Rows by which a file without a header is known."""
_MOST = 0.9
"""Share of them that must look as expected: a register has gaps."""


class Table(NamedTuple):
    """How to read a file of delimited text."""

    source: Source
    columns: Mapping[str, str]
    """Every column in its order, under our name or one that begins with ``_`` and is left."""
    skip: int
    """Lines to leave before the first row."""
    delimiter: str


class Header(NamedTuple):
    """The first lines of a file of delimited text."""

    names: tuple[str, ...]
    skip: int
    delimiter: str
    width: int
    """Values in the first row."""


def kind_of(path: Path) -> str:
    """Return what *path* is by its first bytes: zip, gzip, parquet, dbf, json, text or empty."""
    with path.open("rb") as file:
        start = file.read(64)
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if start.startswith(b"\x1f\x8b"):
        return "gzip"
    if start.startswith(b"PAR1"):
        return "parquet"
    if is_dbf(start):
        return "dbf"
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith((b"{", b"[")):
        return "json"
    return "text" if text else "empty"


def recognize(path: Path, shown: str, own: Sequence[Source] = ()) -> Table:
    """Return how to read the delimited text in *path*.

    Args:
        path: the file.
        shown: what to call it in a message.
        own: sources of the library's own, tried after the public ones; of those that fit alike
            the first is taken.

    Raises:
        CompanionError: it comes along with a register and holds no organizations.
        UnreadableFileError: no source has such columns.
    """
    headers = list(_headers(path))
    found = (
        # A table of two columns fits half the registers there are, so theirs go first.
        _fitting(headers, sources().values())
        or next(filter(None, (_fitting(headers, [each]) for each in own)), None)
        or _without_header(_first_rows(path))
    )
    if found is None:
        _leave_companion(headers, shown)
        raise UnreadableFileError(f"{shown}: {_not_known(path, headers)}", **EXPECTED)
    source, header = found
    return Table(source, _named(header, source), header.skip, header.delimiter)


def _fitting(headers: Sequence[Header], among: Iterable[Source]) -> tuple[Source, Header] | None:
    """Return the source with the longest signature that one of *headers* has, and that header."""
    fitting = [
        (len(signature), source, header)
        for header in headers
        for source in among
        for signature in source.signatures
        if signature <= set(header.names)
    ]
    if not fitting:
        return None
    _, source, header = max(fitting, key=lambda each: each[0])
    return source, header


_KNOWN = (
    "Expected a file of one of the public registers, as the publisher offers it; for a CSV of your "
)
EXPECTED = {
    "hint": f'{_KNOWN}own say which column is what: columns={{"name": "Organization", "zip": "Zip"}}',
    "command": f"{_KNOWN}own say which column is what: --map name=Organization,zip=Zip. "
    "`collab directory sources` lists the registers.",
}
"""What to do about a file that nobody knows."""


def _leave_companion(headers: Sequence[Header], shown: str) -> None:
    for source in sources().values():
        for signature in source.alongside:
            if any(signature <= set(header.names) for header in headers):
                raise CompanionError(shown, source)


def _not_known(path: Path, seen: Sequence[Header]) -> str:
    names = seen[0].names if seen else ()
    if len(names) < 2 or _is_binary(path):  # noqa: PLR2004 - a table has two columns
        return "holds no table that we can read"
    few = [
        escape_terminal(name if len(name) <= _NAME else f"{name[:_NAME]}…") for name in names[:_FEW]
    ]
    return f"no source has the columns {', '.join(few)}{' …' if len(names) > _FEW else ''}"


_FEW = 6
"""Columns that tell a person which file it is."""
_NAME = 40
"""Letters that tell which column it is."""


def _is_binary(path: Path) -> bool:
    text = _start(path)
    strange = sum(letter == "\ufffd" or not letter.isprintable() for letter in text)
    strange -= text.count("\n") + text.count("\t")
    return "\0" in text or strange > (1 - _MOST) * len(text)


def _headers(path: Path) -> Iterable[Header]:
    """Yield each of the first lines as if it were the header, the first line first."""
    text = _start(path)
    lines = text.split("\n")
    for skip, line in enumerate(lines[:_PREAMBLE]):
        delimiter = max(_DELIMITERS, key=line.count)
        rows = csv.reader(io.StringIO("\n".join(lines[skip:])), delimiter=delimiter)
        try:
            names = next(rows, [])
            first = next(rows, names)
        except csv.Error:
            continue
        if names:
            yield Header(
                tuple(" ".join(name.upper().split()) for name in names),
                skip + 1,
                delimiter,
                len(first) or len(names),
            )


def _first_rows(path: Path) -> tuple[Sequence[Sequence[str]], str]:
    """Return the values of the first lines, as if none of them were a header, and the delimiter."""
    # The last line may be cut.
    lines = _start(path).split("\n")[:-1][:_ROWS]
    delimiter = max(_DELIMITERS, key="\n".join(lines[:1]).count)
    try:
        return [row for row in csv.reader(lines, delimiter=delimiter) if row], delimiter
    except csv.Error:
        return [], delimiter


def _without_header(first: tuple[Sequence[Sequence[str]], str]) -> tuple[Source, Header] | None:
    """Return the source whose values the rows *first* hold, and the header they would have."""
    rows, delimiter = first
    for source in sources().values():
        for headless in source.headless:
            fitting = sum(_fits(row, headless) for row in rows)
            if rows and fitting >= _MOST * len(rows):
                width = len(rows[0])
                between = ("",) * (width - len(headless.first) - len(headless.last))
                names = (*headless.first, *between, *headless.last)
                return source, Header(names, 0, delimiter, width)
    return None


def _fits(row: Sequence[str], headless: Headless) -> bool:
    return len(row) >= len(headless.first) + len(headless.last) and all(
        re.fullmatch(headless.values.get(name, ".*"), value.strip())
        for name, value in zip(headless.first, row, strict=False)
    )


def _start(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(_START)
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = start[: len(start) // 2 * 2].decode("utf-16", errors="replace")
    else:
        text = start.decode("utf-8", errors="replace").removeprefix("\ufeff")
    return text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")


def _named(header: Header, source: Source) -> dict[str, str]:
    """Return a name for each column: ours where *source* knows it, else one that is not read."""
    ours: dict[int, str] = {}
    for column in COLUMNS:
        at = next(
            (
                header.names.index(name)
                for name in source.columns.get(column, ())
                if name in header.names
            ),
            None,
        )
        if at is not None:
            ours.setdefault(at, column)
    width = header.width if header.names[header.width :] in {(), ("",)} else len(header.names)
    return {ours.get(at, f"_{at}"): "VARCHAR" for at in range(max(width, 1))}
