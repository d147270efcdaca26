"""The feed fits the specification's own schemas, as JSON and as tables, and our directory reads it."""

import csv
import io
import json
from typing import Any
from uuid import UUID

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from collabkit import Workspace
from conftest import Collab
from partnerships.conftest import Write
from samples import DATA, HOSTILE, OBEYED

SCHEMAS = {
    file.name: json.loads(file.read_text(encoding="utf-8"))
    for file in (DATA / "hsds").glob("*.json")
}
REGISTRY: Registry[Any] = Registry().with_resources(
    (name, Resource.from_contents(schema, default_specification=DRAFT202012))
    for name, schema in SCHEMAS.items()
)
TABLES = {
    "organizations": "organization",
    "locations": "location",
    "addresses": "address",
    "phones": "phone",
    "services": "service",
}


def _faults(value: object, name: str) -> list[str]:
    checker = Draft202012Validator(
        SCHEMAS[f"{name}.json"],
        registry=REGISTRY,
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )
    return [f"{'/'.join(map(str, fault.path))}: {fault.message}" for fault in checker.iter_errors(value)]  # fmt: skip


def _feed() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(Workspace.open().export("hsds")["hsds.json"])
    return made


def test_the_schemas_find_what_is_wrong() -> None:
    assert _faults({"id": "no uuid", "name": "x"}, "organization")


@pytest.mark.usefixtures("kept")
def test_organizations_locations_and_services_fit_the_schema(collab: Collab) -> None:
    run = collab("export", "hsds")
    feed = json.loads(run.out)

    assert (feed["version"], feed["total_items"]) == ("3.0", 2)
    for organization in feed["contents"]:
        assert _faults(organization, "organization") == []
        for service in organization["services"]:
            assert _faults(service, "service") == []
    food = feed["contents"][0]
    assert food["website"] == "https://www.example.org/food"
    assert food["services"][0]["status"] == "active"
    address = food["locations"][0]["addresses"][0]
    assert (address["city"], address["state_province"], address["postal_code"]) == (
        "Hays",
        "KS",
        "67601",
    )
    assert collab("export", "hsds", "--people").out == run.out
    assert "Ada" not in run.out


@pytest.mark.usefixtures("kept")
def test_nothing_is_said_of_a_body_that_is_true_of_its_kind_alone(collab: Collab) -> None:
    contents = json.loads(collab("export", "hsds").out)["contents"]
    assert [each["description"] for each in contents] == [
        "Food bank or pantry that works with Ours.",
        "Organization.",
    ]


@pytest.mark.usefixtures("kept")
def test_tables_fit_the_schema_and_name_their_version(collab: Collab) -> None:
    assert collab("export", "hsds-csv", "-o", "feed").code == 0
    files = Workspace.open().export("hsds-csv")

    descriptor = json.loads(files["datapackage.json"])
    assert descriptor["version"] == "3.0"
    assert {each["path"] for each in descriptor["resources"]} == set(files) - {"datapackage.json"}
    for table, schema in TABLES.items():
        for row in csv.DictReader(io.StringIO(files[f"{table}.csv"].decode())):
            known = {name: value for name, value in row.items() if value}
            assert _faults(known, schema) == []
    (phone,) = csv.DictReader(io.StringIO(files["phones.csv"].decode()))
    assert phone["number"] == "+1 785 555 0100"


@pytest.mark.usefixtures("kept")
def test_an_id_stays_and_is_shared_by_libraries_that_know_the_number(write: Write) -> None:
    before = [each["id"] for each in _feed()["contents"]]
    write("third", "2026-05-01 met\n", "name: Third\norganization: irs-810300000\n")
    after = {each["name"]: each["id"] for each in _feed()["contents"]}

    assert before[0] == after["County Food Bank"] == after["Third"]
    assert before[1] == after["other"]
    assert {UUID(each).version for each in before} == {5}


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("kind", ["hsds", "hsds-csv"])
def test_our_own_directory_reads_it(
    collab: Collab, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setenv("COLLAB_DIRECTORY", "directory")
    out = "hsds.json" if kind == "hsds" else "feed"
    assert collab("export", kind, "-o", out).code == 0
    loaded = collab("directory", "load", out)

    assert loaded.code == 0, loaded.err
    found = [json.loads(line) for line in collab("find", "--near", "67601", "--search", "county food").out.splitlines()]  # fmt: skip
    assert [(each["name"], each["street"], each["phone"]) for each in found] == [
        ("County Food Bank", "12 Main St", "785-555-0100")
    ]


def test_hostile_names_fit_too(write: Write) -> None:
    names = [text for text in HOSTILE if text.strip() and not OBEYED.search(text)]
    for number, name in enumerate(names):
        text = json.dumps(name)
        facts = f"name: {text}\nsite: {text}\nphone: {text}\naddress: {text}\n"
        write(f"p{number:03}", "2026-05-01 met\n", facts)
    feed = _feed()
    # Some are no text that a file of ours may hold, and `collab check` names those.
    assert len(names) * 0.9 < len(feed["contents"]) <= len(names)
    assert [fault for each in feed["contents"] for fault in _faults(each, "organization")] == []
