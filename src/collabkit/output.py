"""Records to text: table, NDJSON, JSON, CSV, TSV, Markdown, ids, GeoJSON. The only printer.

stdout is data, stderr is talk. Text from data is data: no terminal escape, no markup and no
spreadsheet formula gets through, in any format.
"""

import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from enum import StrEnum
from functools import cache
from typing import Any, Generic, Literal, NamedTuple, TextIO, TypeVar

from collabkit.errors import CollabkitError, ReaderGoneError
from collabkit.markdown import CONTROLS, literal

M = TypeVar("M")


class Format(StrEnum):
    """How records are written."""

    TABLE = "table"
    NDJSON = "ndjson"
    JSON = "json"
    CSV = "csv"
    TSV = "tsv"
    MARKDOWN = "markdown"
    IDS = "ids"
    GEOJSON = "geojson"


class Column(NamedTuple, Generic[M]):
    """One column of a table, CSV, TSV or Markdown table. JSON holds whole records instead."""

    header: str
    value: Callable[[M], object]
    justify: Literal["left", "right"] = "left"
    ratio: int | None = None
    """Share of the width of a terminal; a column without one is as wide as its text."""


class OutputError(CollabkitError):
    """stdout or a file cannot take what we write."""

    def __init__(self, error: OSError) -> None:
        reason = error.strerror or str(error)
        super().__init__(f"cannot write the output: {reason}", "Nothing more was written.")


def default_format() -> Format:
    """Return a table for a terminal, NDJSON for a pipe."""
    return Format.TABLE if sys.stdout.isatty() else Format.NDJSON


def write(
    records: Iterable[M],
    columns: Sequence[Column[M]],
    format_: Format | None = None,
    *,
    id_: Callable[[M], str],
    color: bool = True,
) -> None:
    """Write *records* to stdout.

    Args:
        records: models or dataclasses. NDJSON, CSV, TSV and ids are written one by one.
        columns: what a table, CSV, TSV and Markdown show.
        format_: ``default_format()`` unless given.
        id_: what ``--format ids`` writes for a record.
        color: False keeps even a terminal plain.

    Raises:
        OutputError: stdout is closed or its disk is full.
        ReaderGoneError: nobody reads the pipe any more.
    """
    chosen = format_ or default_format()
    if chosen is Format.TABLE:
        _table(list(records), columns, color=color)
    else:
        for piece in _pieces(records, columns, chosen, id_):
            say(piece)
    flush()


def _pieces(
    records: Iterable[M],
    columns: Sequence[Column[M]],
    format_: Literal[
        Format.NDJSON,
        Format.JSON,
        Format.CSV,
        Format.TSV,
        Format.MARKDOWN,
        Format.IDS,
        Format.GEOJSON,
    ],
    id_: Callable[[M], str],
) -> Iterator[str]:
    match format_:
        case Format.NDJSON:
            return (to_json(record) + "\n" for record in records)
        case Format.JSON:
            return iter((_json_list(records),))
        case Format.CSV:
            return _csv(records, columns, ",")
        case Format.TSV:
            return _csv(records, columns, "\t")
        case Format.MARKDOWN:
            return _markdown(records, columns)
        case Format.IDS:
            return (inert(id_(record)) + "\n" for record in records)
        case Format.GEOJSON:
            return _geojson(records, id_)


def say(text: str) -> None:
    """Write *text* to stdout as it is. For documents; records go through ``write``."""
    try:
        sys.stdout.write(text)
    except OSError as error:
        raise _failure(error) from error


def flush() -> None:
    """Hand everything written so far to the system, where a full disk shows."""
    try:
        sys.stdout.flush()
    except OSError as error:
        raise _failure(error) from error


def _failure(error: OSError) -> CollabkitError:
    """Give up on stdout; return what to raise."""
    _abandon(sys.stdout)
    return ReaderGoneError() if isinstance(error, BrokenPipeError) else OutputError(error)


def note(message: str) -> None:
    """Say something about the result, on stderr, without touching it."""
    try:
        sys.stdout.flush()  # or this line would overtake the data it describes
    except OSError:
        _abandon(sys.stdout)
    try:
        sys.stderr.write("\n".join(inert(line) for line in message.split("\n")) + "\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        return  # nobody listens; the exit code still tells


def progress(items: Sequence[M], what: str) -> Iterator[M]:
    """Yield *items*, counting them on stderr if it is a terminal and they are many."""
    counted = len(items) >= _MANY and sys.stderr.isatty()
    for number, item in enumerate(items, start=1):
        if counted:
            sys.stderr.write(f"\r{inert(what)}: {number} of {len(items)}")
            sys.stderr.flush()
        yield item
    if counted:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


_MANY = 10
"""Papers or records from which on a person wonders how many are left."""


def _abandon(stream: TextIO) -> None:
    """Point *stream* at nothing, so that closing it at exit does not fail a second time."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


class Lasting(tuple[M, ...]):  # noqa: SLOT001 - it holds what is kept
    """A tuple that many records share: what JSON makes of it is made once."""

    kept: list[Any] | None = None


def plain(value: Any) -> Any:  # noqa: ANN401 - records hold anything JSON can
    """Return *value* as JSON's own types, with the field names as keys."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, Lasting):
        if value.kept is None:
            value.kept = [plain(each) for each in value]
        return value.kept
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)) and not hasattr(value, "_fields"):
        return [plain(each) for each in value]
    dump = getattr(value, "model_dump", None)
    if dump:
        return dump(mode="json", by_alias=True)
    keys = _keys(value.__class__)
    return {key: plain(getattr(value, name)) for name, key in keys}


@cache
def _keys(record: Any) -> tuple[tuple[str, str], ...]:  # noqa: ANN401 - a class, to a cache
    """Return the fields of a named tuple or dataclass, each with its key in JSON."""
    names = getattr(record, "_fields", None) or [field.name for field in fields(record)]
    # A name that Python keeps for itself, such as `with`, ends in a line there and not in JSON.
    return tuple((name, name.rstrip("_")) for name in names)


# JSON itself escapes only what is below U+0020; in it, all the rest can only stand in strings.
@cache
def _unsafe_in_json() -> re.Pattern[str]:
    return re.compile(f"[{CONTROLS}]")


def to_json(record: object, indent: int | None = None) -> str:
    """Return *record* as one JSON value."""
    text = json.dumps(plain(record), ensure_ascii=False, indent=indent)
    if indent is None and text.isprintable():
        return text
    return _unsafe_in_json().sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _json_list(records: Iterable[object]) -> str:
    items = [to_json(record, indent=2) for record in records]
    if not items:
        return "[]\n"
    body = ",\n  ".join(item.replace("\n", "\n  ") for item in items)
    return f"[\n  {body}\n]\n"


def _geojson(records: Iterable[M], id_: Callable[[M], str]) -> Iterator[str]:
    """Yield a collection of points; a record without ``lat`` and ``lon`` has no geometry."""
    before = '{"type": "FeatureCollection", "features": ['
    for record in records:
        properties = plain(record)
        spot = [properties.get("lon"), properties.get("lat")]
        feature = {
            "type": "Feature",
            "id": id_(record),
            "geometry": None if None in spot else {"type": "Point", "coordinates": spot},
            "properties": properties,
        }
        yield f"{before}\n{to_json(feature)}"
        before = ","
    yield f"{before if before != ',' else ''}\n]}}\n"


@cache
def _control() -> re.Pattern[str]:
    return re.compile(f"[\x00-\x1f{CONTROLS}]")


def inert(text: str) -> str:
    r"""Return *text* with everything a terminal would obey shown instead of sent.

    Control characters, line ends and the marks that reorder text come out as ``\\x1b``.
    """
    return text if text.isprintable() else _control().sub(lambda found: ascii(found[0])[1:-1], text)


def cell(value: object) -> str:
    """Return *value* as one cell, on one line, the same in every tabular format."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float():
            # Digits enough for any figure, and no tail of a binary fraction.
            return f"{value:.15g}"
        case list() | tuple():
            return ", ".join(cell(each) for each in value)
        case _:
            return inert(str(value))


# A spreadsheet runs a cell that starts so, also after blanks, and in full-width letters.
@cache
def _formula() -> re.Pattern[str]:
    return re.compile(r"^\s*[=+\-@\uff1d\uff0b\uff0d\uff20|%]|^[\t\r\n]")


def spreadsheet(value: object) -> str:
    """Return *value* as a cell that no spreadsheet takes for a formula."""
    text = cell(value)
    return f"'{text}" if not isinstance(value, (int, float)) and _formula().match(text) else text


def _csv(records: Iterable[M], columns: Sequence[Column[M]], delimiter: str) -> Iterator[str]:
    import csv  # noqa: PLC0415
    from io import StringIO  # noqa: PLC0415

    buffer = StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\n")

    def line(cells: Iterable[str]) -> str:
        buffer.seek(0)
        buffer.truncate()
        writer.writerow(list(cells))
        return buffer.getvalue()

    yield line(column.header for column in columns)
    for record in records:
        yield line(spreadsheet(column.value(record)) for column in columns)


def _markdown(records: Iterable[M], columns: Sequence[Column[M]]) -> Iterator[str]:
    def line(cells: Iterable[str]) -> str:
        return "| " + " | ".join(cells) + " |\n"

    yield line(column.header for column in columns)
    yield line("---:" if column.justify == "right" else "---" for column in columns)
    for record in records:
        yield line(literal(cell(column.value(record))) for column in columns)


_WORD_WIDTH = 18


def _table(records: Sequence[M], columns: Sequence[Column[M]], *, color: bool) -> None:
    if not records:
        return
    from io import StringIO  # noqa: PLC0415

    from rich import box  # noqa: PLC0415 - 60 ms that only a table is worth
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    styled = color and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    table = Table(
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        header_style="bold" if styled else "",
        expand=any(c.ratio for c in columns),
    )
    for column in columns:
        words = (word for record in records for word in cell(column.value(record)).split())
        table.add_column(
            Text(column.header),
            justify=column.justify,
            ratio=column.ratio,
            # Wide enough for its longest word, unless that is no word but an address.
            min_width=min(_WORD_WIDTH, max(map(len, words), default=0)) if column.ratio else None,
            no_wrap=column.ratio is None,
            overflow="fold",
        )
    for record in records:
        table.add_row(*(Text(cell(column.value(record))) for column in columns))
    buffer = StringIO()
    console = Console(
        file=buffer,
        force_terminal=styled,
        color_system="standard" if styled else None,
        highlight=False,
        legacy_windows=False,
    )
    console.print(table)
    say("".join(line.rstrip() + "\n" for line in buffer.getvalue().splitlines()))
