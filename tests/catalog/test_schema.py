"""The JSON Schemas that editors use: what is shipped fits, what ``check`` refuses does not."""

import json
from typing import Any

import pytest

from collabkit import paths
from collabkit.catalog import KINDS
from collabkit.catalog.folders import files_of
from collabkit.catalog.schema import SCHEMAS, schema
from collabkit.datafiles.reading import read
from conftest import Collab
from json_schema import faults


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
