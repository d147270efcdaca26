"""The JSON Schemas that editors use: what is shipped fits, what ``check`` refuses does not."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from collabkit import paths
from collabkit.catalog import KINDS
from collabkit.catalog.folders import files_of
from collabkit.catalog.schema import SCHEMAS, schema
from collabkit.datafiles.reading import read
from conftest import Collab

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


def _is_a(value: object, name: str) -> bool:
    if name in {"integer", "number"}:
        kinds = (int,) if name == "integer" else (int, float)
        return isinstance(value, kinds) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


def _text_faults(value: str, rule: dict[str, Any], at: str) -> Iterator[str]:
    if len(value) > rule.get("maxLength", len(value)):
        yield f"{at}: too long"
    if not re.search(rule.get("pattern", ""), value):
        yield f"{at}: {value!r} does not fit the pattern"


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_shipped_fits_its_schema(kind: str) -> None:
    made = schema(kind)

    for file in files_of(kind, paths.data_dir()):
        assert list(faults(read(file).data, made, made["$defs"])) == []


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ({"label": "nameless"}, "[0]: no id"),
        ({"id": "Not An Id"}, "[0].id: 'Not An Id' does not fit the pattern"),
        ({"id": "a", "lable": "b"}, "[0]: lable is unknown"),
        ({"id": "a", "label": 1}, "[0].label: not string"),
        ({"id": "a", "hide": "yes"}, "[0].hide: not boolean"),
        ({"id": "a", "sector": "helth"}, "[0].sector: 'helth'"),
        ({"id": "a", "aims": []}, "[0].aims: too few"),
        ({"id": "a", "source": []}, "[0].source: none of anyOf"),
        ({"id": "a", "wants": [{"resource": "b"}]}, "[0].wants[0]: no text"),
        ({"id": "a", "wants": [{"resource": "b", "text": "C.", "d": 1}]}, "[0].wants[0]: d is unknown"),
    ],
)  # fmt: skip
def test_an_editor_would_mark_what_check_refuses(entry: dict[str, Any], fault: str) -> None:
    made = schema("partners")

    assert list(faults([entry], made, made["$defs"])) == [fault]


def test_an_entry_that_changes_or_hides_a_shipped_one_is_fine() -> None:
    made = schema("partners")
    own = [
        {"id": "museum", "label": "gallery"},
        {"id": "labor-union", "hide": True},
        {"id": "funder", "source": "us"},
        {"id": "legal-aid", "source": ["us", "them"]},
    ]

    assert list(faults(own, made, made["$defs"])) == []


@pytest.mark.parametrize("kind", SCHEMAS)
def test_the_command_prints_the_schema_that_is_shipped(collab: Collab, kind: str) -> None:
    run = collab("schema", kind)
    shipped = paths.data_dir() / "schema" / f"{kind}.schema.json"

    assert (run.code, run.err) == (0, "")
    assert json.loads(run.out) == schema(kind) == json.loads(shipped.read_text(encoding="utf-8"))


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_an_entry_tells_what_it_holds(kind: str) -> None:
    entry = schema(kind)["$defs"][KINDS[kind].__name__]
    obvious = {"library", "year"}  # of a precedent

    untold = [name for name, field in entry["properties"].items() if "description" not in field]

    assert set(untold) <= obvious


def test_a_schema_that_is_not_there_is_a_usage_error(collab: Collab) -> None:
    run = collab("schema", "partner")

    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("collab: no schema called 'partner'\nhint: Did you mean 'partners'? ")
