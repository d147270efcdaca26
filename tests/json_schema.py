"""As much of JSON Schema as our schemas use."""

import re
from collections.abc import Iterator
from typing import Any

TYPES = {"string": str, "array": list, "object": dict, "boolean": bool, "null": type(None)}


def faults(value: Any, rule: dict[str, Any], defs: dict[str, Any], at: str = "") -> Iterator[str]:  # noqa: ANN401 - JSON
    """Yield what *rule* finds wrong with *value*: as much of JSON Schema as our schemas use."""
    if "$ref" in rule:
        rule = {**defs[rule["$ref"].removeprefix("#/$defs/")], **rule}
    if "anyOf" in rule and all(list(faults(value, each, defs)) for each in rule["anyOf"]):
        yield f"{at}: none of anyOf"
    if "enum" in rule and value not in rule["enum"]:
        yield f"{at}: {value!r}"
    if "type" in rule and not _is_a(value, rule["type"]):
        yield f"{at}: not {rule['type']}"
        return
    match value:
        case str():
            yield from _text_faults(value, rule, at)
        case list():
            if len(value) < rule.get("minItems", 0):
                yield f"{at}: too few"
            for position, each in enumerate(value):
                yield from faults(each, rule.get("items", {}), defs, f"{at}[{position}]")
        case dict():
            yield from _field_faults(value, rule, defs, at)
        case _:
            return


def _field_faults(
    value: dict[str, Any], rule: dict[str, Any], defs: dict[str, Any], at: str
) -> Iterator[str]:
    yield from (f"{at}: no {name}" for name in rule.get("required", ()) if name not in value)
    for name, each in value.items():
        inner = rule.get("properties", {}).get(name, rule.get("additionalProperties", {}))
        if inner is False:
            yield f"{at}: {name} is unknown"
        else:
            yield from faults(each, inner, defs, f"{at}.{name}")


def _is_a(value: object, name: str | list[str]) -> bool:
    if isinstance(name, list):
        return any(_is_a(value, each) for each in name)
    if name in {"integer", "number"}:
        kinds = (int,) if name == "integer" else (int, float)
        return isinstance(value, kinds) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


def _text_faults(value: str, rule: dict[str, Any], at: str) -> Iterator[str]:
    if len(value) > rule.get("maxLength", len(value)):
        yield f"{at}: too long"
    if not re.search(rule.get("pattern", ""), value):
        yield f"{at}: {value!r} does not fit the pattern"
