"""Matches and organizations on stdin, in whatever form ``collab match`` and ``find`` write them."""

import csv
import json
import re
import sys
from collections.abc import Iterator
from typing import Any

from collabkit.errors import UsageError
from collabkit.files.reading import decode

MOST = 100_000_000
"""Bytes: twenty thousand matches, more than anybody writes to."""
_EMPTY_LIST = re.compile(r"\s*\[\s*\]\s*")
_LISTS = frozenset({"goals"})
_OTHERWISE = {"town": "city"}
"""Columns that a spreadsheet calls by another word than the record."""


def records() -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the records on stdin, each with its line: NDJSON, one JSON list, CSV or TSV.

    Raises:
        UsageError: there are none, or something else.
    """
    text = _stdin()
    if not text.strip() or _EMPTY_LIST.fullmatch(text):
        raise UsageError(
            "no match record on stdin",
            "`collab match literacy -f ndjson | collab propose` writes one paper each",
        )
    header = text.lstrip().split("\n", 1)[0]
    for delimiter in ("\t", ","):
        if "partner" in header.strip().split(delimiter) and header[0] not in "[{":
            return _from_rows(text, delimiter)
    return _from_json(text)


def _stdin() -> str:
    raw = sys.stdin.buffer.read(MOST + 1)
    if len(raw) > MOST:
        raise UsageError(
            f"stdin holds more than {MOST // 1_000_000} megabytes", "Hand on fewer matches"
        )
    return decode(raw, "stdin")


def _from_json(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    if text.lstrip().startswith("["):
        lines = [(1, text)]
    else:
        lines = [(n, line) for n, line in enumerate(text.split("\n"), start=1) if line.strip()]
    for number, line in lines:
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise UsageError(
                f"line {number} of stdin is not JSON",
                "`collab match -f ndjson` writes such lines",
            ) from error
        for record in value if isinstance(value, list) else [value]:
            if not isinstance(record, dict):
                raise UsageError(
                    f"line {number} of stdin is not a match record",
                    "`collab match -f ndjson` writes such records",
                )
            yield number, record


def _from_rows(text: str, delimiter: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the rows of a spreadsheet as the records that it was made of, as far as it shows them."""
    rows = csv.DictReader(text.splitlines(keepends=True), delimiter=delimiter)
    for row in rows:
        # An apostrophe in front keeps a spreadsheet from running a cell.
        cells = {name: (cell or "").removeprefix("'") for name, cell in row.items() if name}
        record: dict[str, Any] = {
            _OTHERWISE.get(name, name): cell.split(", ") if name in _LISTS else cell
            for name, cell in cells.items()
            if cell
        }
        if "activity" in record:
            record["activity"] = {"id": record["activity"]}
        yield rows.line_num, record
