"""Records to stdout, in the format that was asked for."""

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from collabkit.output.formats import Column, Format, Layout, writer
from collabkit.output.streams import flush, say
from collabkit.output.terminals import is_styled, terminal_width

M = TypeVar("M")


def default_format() -> Format:
    """Return a table for a terminal, NDJSON for a pipe."""
    return Format.TABLE if sys.stdout.isatty() else Format.NDJSON


def write(
    records: Iterable[M],
    columns: Sequence[Column[M]],
    format_: Format | None = None,
    *,
    id_: Callable[[M], str],
) -> None:
    """Write *records* to stdout.

    Args:
        records: models, named tuples or dataclasses. NDJSON, CSV, TSV and ids are written one by one.
        columns: what a table, CSV, TSV and Markdown show.
        format_: ``default_format()`` unless given.
        id_: what ``--format ids`` writes for a record.

    Raises:
        OutputError: stdout is closed or its disk is full.
        ReaderGoneError: nobody reads the pipe any more.
    """
    layout = Layout(columns, id_, terminal_width(), is_styled())
    for piece in writer(format_ or default_format())(records, layout):
        say(piece)
    flush()
