"""Records to JSON's own types, and to JSON. The names of fields are the keys."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import fields
from functools import cache
from json.encoder import encode_basestring
from math import isfinite
from typing import Any, TypeVar, cast

from collabkit.text.characters import UNSEEN

M = TypeVar("M")


class Shared:
    """A value that many records share: what JSON makes of it is made once."""

    kept: Any = None
    text: str | None = None


class SharedTuple(Shared, tuple[M, ...]):  # noqa: SLOT001 - it holds what is kept
    """A tuple of that sort."""


R = TypeVar("R", bound=tuple[Any, ...])


def shared(record: R) -> R:
    """Return a named tuple as one that many records share."""
    return cast("R", _shared_kind(record.__class__)._make(record))


@cache
def _shared_kind(kind: type) -> Any:  # noqa: ANN401 - a class, made here
    # In a pickle it is what it was made from: nobody could look up a class that is made here.
    reduce = {"__reduce__": lambda record: (shared, (kind(*record),))}
    return type(kind.__name__, (Shared, kind), reduce)


def json_value(value: Any) -> Any:  # noqa: ANN401 - records hold anything JSON can
    """Return *value* as JSON's own types: models, named tuples and dataclasses become objects."""
    kind = value.__class__
    if kind in _PLAIN:
        return value
    if isinstance(value, Shared):
        if value.kept is None:
            value.kept = _value(value, kind)
        return value.kept
    return _value(value, kind)


def _value(value: Any, kind: type) -> Any:  # noqa: ANN401 - as above
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
    return tuple((name, name.removesuffix("_")) for name in names)


def to_json(record: Any, indent: int | None = None) -> str:  # noqa: ANN401 - as above
    """Return *record* as one JSON value, in which nothing acts unseen."""
    if indent is None:
        return _text(record)
    return _visible(json.dumps(json_value(record), ensure_ascii=False, indent=indent))


def _text(value: Any) -> str:  # noqa: ANN401 - as above
    """Return *value* as JSON on one line."""
    return _WRITERS[value.__class__](value)


def _string(text: str) -> str:
    written = encode_basestring(text)
    return written if written.isprintable() else _visible(written)


_ENCODE = json.JSONEncoder(ensure_ascii=False).encode


class _Writers(dict[type, Callable[[Any], str]]):
    """What writes a value on one line, by its class; for a class that is met first, made then."""

    def __missing__(self, kind: type) -> Callable[[Any], str]:
        self[kind] = _once(_writer(kind)) if issubclass(kind, Shared) else _writer(kind)
        return self[kind]


_WRITERS = _Writers(
    {
        str: _string,
        int: repr,
        float: lambda number: repr(number) if isfinite(number) else _ENCODE(number),
        bool: lambda yes: "true" if yes else "false",
        type(None): lambda _: "null",
    }
)


def _writer(kind: type) -> Callable[[Any], str]:
    """Return what writes values of the class *kind*.

    Records are written field by field: to make objects of them first takes longer than to write them.
    """
    if not issubclass(kind, (tuple, list)):
        return lambda value: _visible(_ENCODE(json_value(value)))
    if not hasattr(kind, "_fields"):
        return lambda values: f"[{', '.join([_WRITERS[each.__class__](each) for each in values])}]"
    keys = ", ".join(f"{encode_basestring(key)}: %s" for _, key in _keys(kind))
    record = f"{{{keys}}}"
    return lambda fields: record % tuple([_WRITERS[each.__class__](each) for each in fields])


def _once(write: Callable[[Any], str]) -> Callable[[Any], str]:
    """Return what keeps with a value that records share what *write* made of it."""

    def kept(value: Any) -> str:  # noqa: ANN401 - as above
        if value.text is None:
            value.text = write(value)
        return cast("str", value.text)

    return kept


def _visible(text: str) -> str:
    if text.isprintable():
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
