"""A table in HTML, as a page of its own that prints."""

from collections.abc import Iterable, Iterator

from collabkit.output.formats import Layout, M
from collabkit.text.cells import cell_text
from collabkit.text.html import escape_html

_HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>collab</title>
<style>
body { font: 14px/1.4 system-ui, sans-serif; margin: 1.5rem; }
table { border-collapse: collapse; }
th, td { border-bottom: 1px solid #bbb; padding: .25rem .5rem; text-align: left; vertical-align: top; }
thead th { position: sticky; top: 0; background: #fff; }
</style>
</head>
<body>
<table>
"""


def write(records: Iterable[M], layout: Layout[M]) -> Iterator[str]:
    """Yield the page: its head, a row for each record, its end."""
    columns = layout.for_files()
    heads = "".join(f'<th scope="col">{escape_html(column.header)}</th>' for column in columns)
    yield f"{_HEAD}<thead><tr>{heads}</tr></thead>\n<tbody>\n"
    for record in records:
        cells = "".join(
            f"<td>{escape_html(cell_text(column.value(record)))}</td>" for column in columns
        )
        yield f"<tr>{cells}</tr>\n"
    yield "</tbody>\n</table>\n</body>\n</html>\n"
