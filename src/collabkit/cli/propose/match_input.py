"""Match records on stdin, as ``collab match`` writes them."""

import json
import sys
from collections.abc import Iterator
from typing import Any

from collabkit.errors import UsageError


def records() -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the records on stdin, NDJSON or one JSON list, each with its line.

    Raises:
        UsageError: there are none, or something else.
    """
    text = sys.stdin.read()
    if not text.strip():
        raise UsageError(
            "no match record on stdin",
            "`collab match --goal literacy -f ndjson | collab propose` writes one paper each",
        )
    if text.lstrip().startswith("["):
        lines = [(1, text)]
    else:
        lines = [(n, line) for n, line in enumerate(text.split("\n"), start=1) if line.strip()]
    for number, line in lines:
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise UsageError(
                f"line {number} of stdin is not JSON",
                "`collab match -f ndjson` writes such lines",
            ) from error
        for record in value if isinstance(value, list) else [value]:
            if not isinstance(record, dict):
                raise UsageError(
                    f"line {number} of stdin is not a match record",
                    "`collab match -f ndjson` writes such records",
                )
            yield number, record
