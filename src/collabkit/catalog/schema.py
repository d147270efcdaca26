"""JSON Schemas of the catalogs, with the field docstrings of the models as descriptions."""

import ast
import inspect
import sys
import types
from functools import cache
from typing import Any

from pydantic import BaseModel

from collabkit.catalog.kinds import KINDS
from collabkit.datafiles.annotations import nested_model

SCHEMAS = tuple(KINDS)
"""What ``schema`` knows."""


def schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of the file of *kind*.

    An entry may give only some of its fields, since it may change one that is shipped, so
    nothing but ``id`` is required; ``collab check`` knows better what is missing.
    """
    return list_schema(f"{kind}.yaml", KINDS[kind])


def list_schema(title: str, model: type[BaseModel]) -> dict[str, Any]:
    """Return the JSON Schema of a list of *model*."""
    entry = model.model_json_schema(by_alias=True)
    parts = entry.pop("$defs", {})
    entry["required"] = ["id"]
    entry["properties"]["hide"] = {
        "type": "boolean",
        "description": "true removes a shipped entry.",
    }
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "type": "array",
        "items": {"$ref": f"#/$defs/{model.__name__}"},
        "$defs": {**parts, model.__name__: entry},
    }
    return describe(made, model)


def file_schema(title: str, model: type[BaseModel]) -> dict[str, Any]:
    """Return the JSON Schema of a file that holds one *model*."""
    whole = model.model_json_schema(by_alias=True)
    parts = whole.pop("$defs", {})
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "$ref": f"#/$defs/{model.__name__}",
        "$defs": {**parts, model.__name__: whole},
    }
    return describe(made, model)


def describe(made: dict[str, Any], model: type[BaseModel]) -> dict[str, Any]:
    """Return the schema *made* of *model* with the docstrings that stand under the fields."""
    for name, part in _models(model).items():
        properties = made["$defs"].get(name, {}).get("properties", {})
        for field, text in _docstrings(sys.modules[part.__module__])[name].items():
            if field in properties:
                properties[field].setdefault("description", text)
    return made


def _models(model: type[BaseModel]) -> dict[str, type[BaseModel]]:
    """Return *model* and all that its fields hold, by name."""
    found = {model.__name__: model}
    for field in model.model_fields.values():
        if (inner := nested_model(field.annotation)) and inner.__name__ not in found:
            found |= _models(inner)
    return found


@cache
def _docstrings(module: types.ModuleType) -> dict[str, dict[str, str]]:
    """Return the docstring under each field of each class, inherited ones too.

    A base from another module is read there. Pydantic can do this, but reads the source whenever
    a class is made, at every start.
    """
    tree = ast.parse(inspect.getsource(module))
    found: dict[str, dict[str, str]] = {}
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            own: dict[str, str] = {}
            for base in node.bases:
                name = getattr(base, "id", "")
                own |= found.get(name) or _inherited(module, name)
            for field, after in zip(node.body, node.body[1:], strict=False):
                match field, after:
                    case (
                        ast.AnnAssign(target=ast.Name(id=name)),
                        ast.Expr(value=ast.Constant(value=str(text))),
                    ):
                        own[name.rstrip("_")] = " ".join(text.split())
                    case _:
                        continue
            found[node.name] = own
    return found


def _inherited(module: types.ModuleType, name: str) -> dict[str, str]:
    """Return the docstrings of the class *name*, which *module* imports from another of ours."""
    home = getattr(getattr(module, name, None), "__module__", "")
    elsewhere = home.startswith("collabkit.") and home != module.__name__
    return _docstrings(sys.modules[home]).get(name, {}) if elsewhere else {}
