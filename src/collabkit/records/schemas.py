"""A class to the JSON Schema of what is printed of it."""

import inspect
from collections.abc import Mapping, Sequence
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from collabkit.records import CONTRACT
from collabkit.records.docstrings import field_docs
from collabkit.records.fields import fields_of, is_record

Schema = dict[str, Any]
_PLAIN: Mapping[object, str] = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    NoneType: "null",
}


def schema_of(name: str, model: type) -> Schema:
    """Return the JSON Schema of the records called *name*, which are printed of *model*.

    Keys may be added within one version of the contract, so others than those named are allowed.
    """
    parts: dict[str, Schema] = {}
    whole = _object(model, parts)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": name,
        "x-contract": CONTRACT,
        **whole,
        **({"$defs": parts} if parts else {}),
    }


def _object(model: type, parts: dict[str, Schema]) -> Schema:
    said = field_docs(model)
    fields = fields_of(model)
    return {
        "description": (inspect.getdoc(model) or "").split("\n\n")[0],
        "type": "object",
        "properties": {
            field.key: {**_value(field.hint, parts), **_described(said.get(field.name))}
            for field in fields
        },
        "required": [field.key for field in fields if field.required],
    }


def _described(said: str | None) -> Schema:
    return {"description": said} if said else {}


def _value(hint: Any, parts: dict[str, Schema]) -> Schema:  # noqa: ANN401 - any annotation
    if hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    if is_record(hint):
        if hint.__name__ not in parts:
            parts[hint.__name__] = {}  # so that one that holds itself ends
            parts[hint.__name__] = _object(hint, parts)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin in {Union, UnionType}:
        return _any_of([_value(each, parts) for each in arguments])
    if origin in {tuple, list}:
        return {"type": "array", "items": _value(arguments[0], parts)}
    return {"type": "object"} if origin in {dict, Mapping} else {}


def _any_of(choices: Sequence[Schema]) -> Schema:
    """Return one schema for all of *choices*: a list of types where that says it."""
    types = [each["type"] for each in choices if each.keys() == {"type"}]
    return {"type": types} if len(types) == len(choices) else {"anyOf": list(choices)}
