"""Records to JSON's own types, and to JSON."""

import json
import re
from collections.abc import Iterable
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

from collabkit.markdown import CONTROLS

M = TypeVar("M")


class Lasting(tuple[M, ...]):  # noqa: SLOT001 - it holds what is kept
    """A tuple that many records share: what JSON makes of it is made once."""

    kept: list[Any] | None = None


def plain(value: Any) -> Any:  # noqa: ANN401 - records hold anything JSON can
    """Return *value* as JSON's own types, with the field names as keys."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, Lasting):
        if value.kept is None:
            value.kept = [plain(each) for each in value]
        return value.kept
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)) and not hasattr(value, "_fields"):
        return [plain(each) for each in value]
    dump = getattr(value, "model_dump", None)
    if dump:
        return dump(mode="json", by_alias=True)
    keys = _keys(value.__class__)
    return {key: plain(getattr(value, name)) for name, key in keys}


@cache
def _keys(record: Any) -> tuple[tuple[str, str], ...]:  # noqa: ANN401 - a class, to a cache
    """Return the fields of a named tuple or dataclass, each with its key in JSON."""
    names = getattr(record, "_fields", None) or [field.name for field in fields(record)]
    # A name that Python keeps for itself, such as `with`, ends in a line there and not in JSON.
    return tuple((name, name.rstrip("_")) for name in names)


# JSON itself escapes only what is below U+0020; in it, all the rest can only stand in strings.
@cache
def _unsafe_in_json() -> re.Pattern[str]:
    return re.compile(f"[{CONTROLS}]")


def to_json(record: object, indent: int | None = None) -> str:
    """Return *record* as one JSON value."""
    text = json.dumps(plain(record), ensure_ascii=False, indent=indent)
    if indent is None and text.isprintable():
        return text
    return _unsafe_in_json().sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def json_list(records: Iterable[object]) -> str:
    """Return *records* as one JSON list, a record an item."""
    items = [to_json(record, indent=2) for record in records]
    if not items:
        return "[]\n"
    body = ",\n  ".join(item.replace("\n", "\n  ") for item in items)
    return f"[\n  {body}\n]\n"
