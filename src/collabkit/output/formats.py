"""The formats of records, and what a writer of one is given.

A format is a member of `Format` and a module of its name in `writers`, whose ``write`` takes the
records and a `Layout` and yields text, in pieces that can be written one by one.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from importlib import import_module
from typing import Any, Generic, Literal, NamedTuple, TypeVar

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
    HTML = "html"
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


class Layout(NamedTuple, Generic[M]):
    """How records are to look."""

    columns: Sequence[Column[M]]
    """What tables of any sort show."""
    id_: Callable[[M], str]
    """What stands for a record where only its id does."""
    width: int = 80
    """Columns of the terminal."""
    styled: bool = False
    """Whether the header may be set off as a terminal can."""

    def for_eyes(self) -> list[Column[M]]:
        """Return the columns of a table on a terminal."""
        return [column for column in self.columns if column.only != "file"]

    def for_files(self) -> list[Column[M]]:
        """Return the columns of a file."""
        return [column for column in self.columns if column.only != "table"]


Writer = Callable[[Iterable[Any], Layout[Any]], Iterator[str]]


def writer(format_: Format) -> Writer:
    """Return what writes *format_*, imported now: to draw a table alone takes 60 ms of libraries."""
    write: Writer = import_module(f"collabkit.output.writers.{format_}").write
    return write
