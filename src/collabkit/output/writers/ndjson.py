"""One JSON object a line."""

from collections.abc import Iterable, Iterator

from collabkit.output.formats import Layout, M
from collabkit.text.json import to_json


def write(records: Iterable[M], layout: Layout[M]) -> Iterator[str]:  # noqa: ARG001 - whole records
    """Yield a line for each record."""
    return (to_json(record) + "\n" for record in records)
