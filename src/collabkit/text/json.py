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
    text: str | None = None


def json_value(value: Any) -> Any:  # noqa: ANN401 - records hold anything JSON can
    """Return *value* as JSON's own types: models, named tuples and dataclasses become objects."""
    kind = value.__class__
    if kind in _PLAIN:
        return value
    if kind is SharedTuple:
        if value.kept is None:
            value.kept = _each(value)
        return value.kept
    if isinstance(value, (str, int, float)):
        return value
    if isinstance(value, dict):
        return {key: json_value(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)) and not hasattr(value, "_fields"):
        return _each(value)
    dump = getattr(value, "model_dump", None)
    if dump:
        return dump(mode="json", by_alias=True)
    return {
        key: each if (each := getattr(value, name)).__class__ in _PLAIN else json_value(each)
        for name, key in _keys(kind)
    }


_PLAIN = frozenset((str, int, float, bool, type(None)))
"""What JSON takes as it is. Most values are: asking for the class alone spares them a call each."""


def _each(values: Iterable[Any]) -> list[Any]:
    return [each if each.__class__ in _PLAIN else json_value(each) for each in values]


@cache
def _keys(record: Any) -> tuple[tuple[str, str], ...]:  # noqa: ANN401 - a class, to a cache
    """Return the fields of a named tuple or dataclass, each with its key in JSON."""
    names = getattr(record, "_fields", None) or [field.name for field in fields(record)]
    # A name that Python keeps for itself, such as `with`, ends in a line there and not in JSON.
    return tuple((name, name.rstrip("_")) for name in names)


def to_json(record: Any, indent: int | None = None) -> str:  # noqa: ANN401 - as above
    """Return *record* as one JSON value, in which nothing acts unseen."""
    if indent is None and hasattr(record, "_fields"):
        fields_ = [
            f'"{key}": {_text(getattr(record, name))}' for name, key in _keys(record.__class__)
        ]
        return f"{{{', '.join(fields_)}}}"
    return _visible(json.dumps(json_value(record), ensure_ascii=False, indent=indent), indent)


def _text(value: object) -> str:
    """Return *value* as JSON on one line."""
    if value.__class__ is SharedTuple:
        if value.text is None:
            value.text = _visible(_ENCODE(json_value(value)))
        return value.text
    return _visible(_ENCODE(json_value(value)))


_ENCODE = json.JSONEncoder(ensure_ascii=False).encode


def _visible(text: str, indent: int | None = None) -> str:
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
