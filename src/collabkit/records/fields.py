"""The fields of a record: the name in Python, the key in JSON, the type, and whether it may be absent."""

from functools import cache
from typing import Any, NamedTuple, get_type_hints


class Field(NamedTuple):
    """One field of a named tuple."""

    name: str
    key: str
    hint: Any
    """Its type, as it stands in the class."""
    required: bool


@cache
def fields_of(model: Any) -> tuple[Field, ...]:  # noqa: ANN401 - a class, to a cache
    """Return the fields of *model*, a named tuple, in order."""
    hints = get_type_hints(model)
    return tuple(
        # A name that Python keeps for itself, such as `with`, ends in a line there and not in JSON.
        Field(name, name.rstrip("_"), hints[name], name not in model._field_defaults)
        for name in model._fields
    )


def is_record(hint: object) -> bool:
    """Return whether *hint* is a named tuple."""
    return isinstance(hint, type) and hasattr(hint, "_fields")
