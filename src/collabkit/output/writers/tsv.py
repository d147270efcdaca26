"""CSV with tabs between the cells."""

from collections.abc import Iterable, Iterator

from collabkit.output.formats import Layout, M
from collabkit.output.writers import csv


def write(records: Iterable[M], layout: Layout[M]) -> Iterator[str]:
    """Yield the headers, and a line for each record."""
    return csv.write(records, layout, "\t")
