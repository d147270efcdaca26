"""An entry as the cache keeps it: what it says and where it comes from, as one line of JSON."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from collabkit.catalog.base import Entry
from collabkit.errors import Place
from collabkit.files.cache import to_line

Kept = Mapping[str, Mapping[str, bytes]]
"""The lines of the entries of a catalog by kind and id."""


def line_of(record: Entry, origins: Sequence[Place]) -> bytes:
    """Return *record*, which stands at *origins*, as a line."""
    places = [str(place) for place in origins]
    return to_line({"record": record.model_dump(mode="json"), "origins": places})


def record_in(line: bytes) -> dict[str, Any]:
    """Return what the entry of *line* says."""
    record: dict[str, Any] = json.loads(line)["record"]
    return record


def origins_in(line: bytes) -> list[str]:
    """Return where the entry of *line* stands (``path:line:column``), the lowest layer first."""
    origins: list[str] = json.loads(line)["origins"]
    return origins


def place_in(line: bytes) -> Place:
    """Return where the entry of *line*, which comes of one layer, stands."""
    [origin] = origins_in(line)
    path, at, column = origin.rsplit(":", 2)
    return Place(path, int(at), int(column))
