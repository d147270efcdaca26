"""CSV with a line of headers, in which no cell is a formula."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from collabkit.output.formats import Layout, M
from collabkit.text.cells import escape_cell


def write(records: Iterable[M], layout: Layout[M], delimiter: str = ",") -> Iterator[str]:
    """Yield the headers, and a line for each record."""
    buffer = StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\n")

    def line(cells: Iterable[str]) -> str:
        buffer.seek(0)
        buffer.truncate()
        writer.writerow(list(cells))
        return buffer.getvalue()

    columns = layout.for_files()
    yield line(column.header for column in columns)
    for record in records:
        yield line(escape_cell(column.value(record)) for column in columns)
