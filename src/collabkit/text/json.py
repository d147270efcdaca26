"""Records to JSON's own types, and to JSON. The names of fields are the keys."""

import json
import re
from collections.abc import Iterable
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

from collabkit.text.characters import UNSEEN

M = TypeVar("M")


class SharedTuple(tuple[M, ...]):  # noqa: SLOT001 - it holds what is kept
    """A tuple that many records share: what JSON makes of it is made once."""

    kept: list[Any] | None = None


def json_value(value: Any) -> Any:  # noqa: ANN401 - records hold anything JSON can
    """Return *value* as JSON's own types: models, named tuples and dataclasses become objects."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, SharedTuple):
        if value.kept is None:
            value.kept = [json_value(each) for each in value]
        return value.kept
    if isinstance(value, dict):
        return {key: json_value(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)) and not hasattr(value, "_fields"):
        return [json_value(each) for each in value]
    dump = getattr(value, "model_dump", None)
    if dump:
        return dump(mode="json", by_alias=True)
    keys = _keys(value.__class__)
    return {key: json_value(getattr(value, name)) for name, key in keys}


@cache
def _keys(record: Any) -> tuple[tuple[str, str], ...]:  # noqa: ANN401 - a class, to a cache
    """Return the fields of a named tuple or dataclass, each with its key in JSON."""
    names = getattr(record, "_fields", None) or [field.name for field in fields(record)]
    # A name that Python keeps for itself, such as `with`, ends in a line there and not in JSON.
    return tuple((name, name.rstrip("_")) for name in names)


def to_json(record: object, indent: int | None = None) -> str:
    """Return *record* as one JSON value, in which nothing acts unseen."""
    text = json.dumps(json_value(record), ensure_ascii=False, indent=indent)
    if indent is None and text.isprintable():
        return text
    return _unseen().sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def json_list(records: Iterable[object]) -> str:
    """Return *records* as one JSON list, a record an item."""
    items = [to_json(record, indent=2) for record in records]
    if not items:
        return "[]\n"
    body = ",\n  ".join(item.replace("\n", "\n  ") for item in items)
    return f"[\n  {body}\n]\n"


# The line ends of an indented value are JSON's own. Within strings it has escaped them already.
@cache
def _unseen() -> re.Pattern[str]:
    return re.compile(f"(?!\n)[{UNSEEN}]")
