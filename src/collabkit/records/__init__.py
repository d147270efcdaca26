"""What the program prints, as records that can be read back. The names of fields are the keys of JSON.

`schemas` says in JSON Schema what a class prints, in the words that stand under its fields
(`docstrings`), and `reading` makes the class again of what was printed.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from collabkit.text.json import json_value

T = TypeVar("T")
CONTRACT = 1
"""The version of what is promised of records; it grows when a promise of the one before is broken."""


def to_record(value: object) -> dict[str, Any]:
    """Return *value*, a named tuple, as the object that JSON shows of it."""
    record: dict[str, Any] = json_value(value)
    return record


def from_record(model: type[T], record: Mapping[str, Any]) -> T:
    """Return the *model* that was printed as *record*. Keys that it does not know are passed over.

    Raises:
        RecordError: a key is missing, or holds what it cannot.
    """
    from collabkit.records.reading import read  # noqa: PLC0415 - only where records come in

    return read(model, record)
