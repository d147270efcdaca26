"""One id a line."""

from collections.abc import Iterable, Iterator

from collabkit.output.formats import Layout, M
from collabkit.text.characters import escape_terminal


def write(records: Iterable[M], layout: Layout[M]) -> Iterator[str]:
    """Yield the id of each record."""
    return (escape_terminal(layout.id_(record)) + "\n" for record in records)
