"""A table as wide as the terminal. The only module that knows rich."""

from collections.abc import Iterable, Iterator
from io import StringIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from collabkit.output.formats import Column, Layout, M
from collabkit.text.cells import cell_text

_WORD_WIDTH = 18


def write(records: Iterable[M], layout: Layout[M]) -> Iterator[str]:
    """Yield the table, whose columns are as wide as the cells ask for; nothing for no record."""
    rows = list(records)
    if rows:
        yield _printed(_table(rows, layout), layout)


def _table(records: list[M], layout: Layout[M]) -> Table:
    columns = layout.for_eyes()
    table = Table(
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        header_style="bold" if layout.styled else "",
        expand=any(column.ratio for column in columns),
    )
    for column in columns:
        table.add_column(
            Text(column.header),
            justify=column.justify,
            ratio=column.ratio,
            min_width=_least_width(column, records) if column.ratio else None,
            no_wrap=column.ratio is None,
            overflow="fold",
        )
    for record in records:
        table.add_row(*(Text(cell_text(column.value(record))) for column in columns))
    return table


def _least_width(column: Column[M], records: list[M]) -> int:
    """Return the width of the longest word, unless that is no word but an address."""
    words = (word for record in records for word in cell_text(column.value(record)).split())
    return min(_WORD_WIDTH, max(map(len, words), default=0))


def _printed(table: Table, layout: Layout[M]) -> str:
    buffer = StringIO()
    console = Console(
        file=buffer,
        force_terminal=layout.styled,
        color_system="standard" if layout.styled else None,
        highlight=False,
        legacy_windows=False,
        # rich would read both from the environment, and fails where that holds nonsense.
        width=layout.width,
        height=25,
    )
    console.print(table)
    return "".join(line.rstrip() + "\n" for line in buffer.getvalue().splitlines())
