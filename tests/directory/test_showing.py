"""One organization: shown, and written to; and what is loaded."""

import json
from pathlib import Path

import pytest

from collabkit.proposals import PAPERS
from conftest import Collab
from directory.conftest import records

pytestmark = pytest.mark.usefixtures("chosen")


def test_an_organization_is_shown_with_its_sources(collab: Collab) -> None:
    id_ = collab(
        "find", "--partner", "museum", "--near", "59801", "-n", "1", "-f", "ids"
    ).out.strip()
    run = collab("show", id_, "-f", "json")

    [shown] = json.loads(run.out)
    assert shown["kind"] == "organization"
    assert shown["entry"]["partner"] == "museum"
    assert "museums" in shown["entry"]["sources"]
    assert {"register_kind"} <= set(shown["entry"])
    assert "kind" not in shown["entry"]
    assert shown["files"] == []


def test_an_organization_is_a_point(collab: Collab) -> None:
    id_ = collab(
        "find", "--partner", "museum", "--near", "59801", "-n", "1", "-f", "ids"
    ).out.strip()
    [feature] = json.loads(collab("show", id_, "-f", "geojson").out)["features"]

    assert feature["id"] == id_
    assert feature["geometry"]["type"] == "Point"


def test_a_number_below_zero_is_no_formula(collab: Collab) -> None:
    id_ = collab("find", "--partner", "museum", "--near", "59801", "-n", "1", "-f", "ids").out
    shown = collab("show", id_.strip(), "-f", "csv").out

    assert "lon,-11" in shown


def test_without_a_directory_an_organization_is_no_unknown_entry(
    collab: Collab, tmp_path: Path
) -> None:
    assert collab("show", "irs-810414143", "--directory", str(tmp_path / "none")).code == 5


def test_an_unknown_organization_is_a_usage_error(collab: Collab) -> None:
    run = collab("show", "irs-999")

    assert (run.code, run.out) == (2, "")
    assert run.err == (
        "collab: no organization called 'irs-999'\n"
        "hint: `collab find --search NAME` shows those nearby with their ids\n"
    )


def test_what_is_found_keeps_the_goal_so_that_a_paper_begins_with_it(
    collab: Collab, collab_process: Collab
) -> None:
    found = collab(
        "find", "--goal", "literacy", "--near", "59801", "--partner", "k12-school", "-f", "ndjson"
    )
    run = collab_process("propose", "--as", "email", stdin=found.out)

    assert {tuple(each["goals"]) for each in records(found.out)} == {("literacy",)}
    assert "of reading aloud for eight children" in run.out.partition("\n")[0]


def test_a_pitch_is_addressed_to_a_named_body(collab: Collab) -> None:
    id_ = collab(
        "find", "--partner", "food-bank", "--near", "59801", "-n", "1", "-f", "ids"
    ).out.strip()
    mail = collab("propose", "--organization", id_, "--as", "email")
    run = collab("propose", "--organization", id_)

    assert run.code == 0
    assert "**To:** Missoula Food Bank & Community Center\n" in mail.out
    assert "**For:** Missoula Food Bank & Community Center, 1720 Wyoming St" in run.out
    assert "1720 Wyoming St, Missoula, MT 59801" in run.err
    assert collab("propose", "--organization", id_, "--to", "The Food Bank").out.count(
        "The Food Bank"
    )


@pytest.mark.parametrize("paper", PAPERS)
def test_every_paper_is_written_to_a_body_that_is_found(collab: Collab, paper: str) -> None:
    record = collab(
        "find", "--search", "valley montessori", "--near", "59801", "-n", "1", "-f", "ndjson"
    ).out
    found = json.loads(record)
    run = collab("propose", "--as", paper, stdin=record)

    assert run.code == 0
    told = {
        "script": (found["name"], found["phone"]),
        "one-pager": (found["name"], found["street"]),
        "proposal": (found["name"], found["street"], found["zip"]),
        "agreement": (found["name"], found["street"]),
        "agenda": (found["name"], found["street"], found["phone"]),
        "checklist": (found["name"], found["street"], found["phone"]),
    }
    for fact in told.get(paper, ()):
        assert fact in run.out


def test_status_and_sources(collab: Collab) -> None:
    status = {
        each["source"]: each for each in records(collab("directory", "status", "-f", "ndjson").out)
    }
    sources = records(collab("directory", "sources", "-f", "ndjson").out)

    assert status["pls-outlets"]["as_of"] == "2019"
    assert set(status["irs"]) >= {"source", "files", "rows", "organizations", "as_of", "loaded_at"}
    assert {each["id"] for each in sources} >= set(status)
