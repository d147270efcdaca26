"""One JSON list, indented for reading."""

from collections.abc import Iterable, Iterator

from collabkit.output.formats import Layout, M
from collabkit.text.json import json_list


def write(records: Iterable[M], layout: Layout[M]) -> Iterator[str]:  # noqa: ARG001 - whole records
    """Yield the list, which nobody can parse before its end."""
    yield json_list(records)
