"""A table in Markdown, as GitHub and pandoc read it."""

from collections.abc import Iterable, Iterator

from collabkit.output.formats import Layout, M
from collabkit.text.cells import cell_text
from collabkit.text.markdown import escape_markdown


def write(records: Iterable[M], layout: Layout[M]) -> Iterator[str]:
    """Yield the two lines of the head, and a line for each record."""
    columns = layout.for_files()
    yield _line(column.header for column in columns)
    yield _line("---:" if column.justify == "right" else "---" for column in columns)
    for record in records:
        yield _line(escape_markdown(cell_text(column.value(record))) for column in columns)


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"
