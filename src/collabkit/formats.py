"""Records as text: table, NDJSON, JSON, CSV, TSV, Markdown, ids, GeoJSON. Text from data stays inert."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Generic, Literal, NamedTuple, TypeVar

from collabkit.inert import cell, inert, spreadsheet
from collabkit.markdown import literal
from collabkit.plain import json_list, plain, to_json

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
    only: Literal["table", "file"] | None = None
    """`table` keeps it to the eyes, `file` to CSV, TSV and Markdown, where there is room."""


def pieces(
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
    """Return *records* as text in *format_*, in pieces that can be written one by one.

    Args:
        records: models, named tuples or dataclasses.
        columns: what CSV, TSV and Markdown show.
        format_: any but a table, which is drawn once all is known.
        id_: what ``ids`` writes for a record.
    """
    columns = [column for column in columns if column.only != "table"]
    match format_:
        case Format.NDJSON:
            return (to_json(record) + "\n" for record in records)
        case Format.JSON:
            return iter((json_list(records),))
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


def table(records: Sequence[M], columns: Sequence[Column[M]], *, styled: bool) -> str:
    """Return *records* as a table as wide as the terminal; nothing if there is none.

    Args:
        records: what the rows are made of.
        columns: what they show.
        styled: True sets the header off, as a terminal can.
    """
    if not records:
        return ""
    from io import StringIO  # noqa: PLC0415

    from rich import box  # noqa: PLC0415 - 60 ms that only a table is worth
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    columns = [column for column in columns if column.only != "file"]
    drawn = Table(
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        header_style="bold" if styled else "",
        expand=any(c.ratio for c in columns),
    )
    for column in columns:
        words = (word for record in records for word in cell(column.value(record)).split())
        drawn.add_column(
            Text(column.header),
            justify=column.justify,
            ratio=column.ratio,
            # Wide enough for its longest word, unless that is no word but an address.
            min_width=min(_WORD_WIDTH, max(map(len, words), default=0)) if column.ratio else None,
            no_wrap=column.ratio is None,
            overflow="fold",
        )
    for record in records:
        drawn.add_row(*(Text(cell(column.value(record))) for column in columns))
    buffer = StringIO()
    console = Console(
        file=buffer,
        force_terminal=styled,
        color_system="standard" if styled else None,
        highlight=False,
        legacy_windows=False,
    )
    console.print(drawn)
    return "".join(line.rstrip() + "\n" for line in buffer.getvalue().splitlines())
