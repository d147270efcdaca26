"""``collab show`` and ``collab list``: the entries, and where they come from."""

import json
import re
from pathlib import Path

import pytest

from collabkit import paths
from collabkit.catalog import KINDS, Catalog
from collabkit.text.json import to_json
from conftest import Collab


@pytest.mark.parametrize("kind", KINDS)
def test_an_entry_of_every_kind_can_be_shown(collab: Collab, catalog: Catalog, kind: str) -> None:
    id_ = next(iter(catalog.kind(kind)))

    run = collab("show", id_, "-f", "ndjson")
    record = next(each for each in map(json.loads, run.out.splitlines()) if each["kind"] == kind)

    assert (run.code, run.err) == (0, "")
    assert record["id"] == id_
    assert record["entry"] == json.loads(to_json(catalog.kind(kind)[id_]))
    assert re.fullmatch(
        rf"{re.escape(str(paths.data_dir()))}/{kind}(/[a-z-]+)?\.yaml:\d+:3", record["files"][0]
    )


def test_an_id_of_two_catalogs_shows_both(collab: Collab) -> None:
    run = collab("show", "lifelong-learning", "-f", "ndjson")

    assert {json.loads(line)["kind"] for line in run.out.splitlines()} >= {"goals", "assets"}


def test_keys_are_the_field_names_that_yaml_has(collab: Collab) -> None:
    activity = json.loads(collab("show", "shared-catalog", "-f", "ndjson").out.split("\n")[0])
    asset = json.loads(collab("show", "makerspace", "-f", "ndjson").out.split("\n")[0])

    assert {*activity["entry"]["needs"][0]} == {"resource", "from"}
    assert {*asset["entry"]["hooks"][0]} == {"for", "text"}


def test_a_table_ends_a_line_with_what_is_said(collab: Collab) -> None:
    run = collab("show", "summer-meals-site", "-f", "tsv")

    assert run.out.count("sign up for summer reading.\n") == 1
    assert not re.search(r" / *$", run.out, re.MULTILINE)


def test_the_file_that_changed_an_entry_is_shown_last(collab: Collab, clean_machine: Path) -> None:
    own = clean_machine / "own"
    own.mkdir()
    (own / "goals.yaml").write_text("\n- id: literacy\n  label: reading\n", encoding="utf-8")

    run = collab("show", "literacy", "--catalog", "own", "-f", "table")
    lines = [line for line in run.out.split("\n") if "goals.yaml" in line]

    assert lines[0].startswith("file")
    assert lines[1].strip() == "own/goals.yaml:2:3"
    assert re.search(r"^label +reading$", run.out, re.MULTILINE)


@pytest.mark.parametrize("kind", KINDS)
def test_every_entry_is_listed_in_the_order_of_its_file(
    collab: Collab, catalog: Catalog, kind: str
) -> None:
    run = collab("list", kind, "-f", "ids")

    assert run.out.split() == list(catalog.kind(kind))
    assert run.err == f"{len(catalog.kind(kind))} {kind}.\n"


def test_a_search_wants_all_words_in_any_case(collab: Collab) -> None:
    run = collab("list", "partners", "--search", "TUTORS english", "-f", "ids")

    assert "literacy-council" in run.out.split()
    assert "museum" not in run.out.split()
    assert re.fullmatch(r"\d+ of 81 partners\.\n", run.err)
