"""What is printed fits its schema, and can be read back."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from collabkit import Workspace
from collabkit.errors import CollabkitError
from collabkit.matching import Match
from collabkit.proposals.paper_records import PaperRecord
from collabkit.records import CONTRACT, from_record, to_record
from collabkit.records.docstrings import field_docs
from collabkit.records.fields import fields_of
from collabkit.records.schemas import schema_of
from collabkit.workspace.schemas import KINDS, schema
from conftest import Collab
from json_schema import faults
from test_api import REGISTERS

_PLAN = (
    "plan",
    "--hours",
    "4",
    "-g",
    "literacy",
    "--only",
    "adult-tutoring-rooms",
    "--only",
    "new-reader-book-group",
)
COMMANDS = {
    "match": ("match", "-g", "literacy", "-g", "kids come hungry in july"),
    "found": ("find", "-g", "literacy", "--near", "59801"),
    "absence": ("find", "--gaps", "--near", "59801"),
    "coverage": (
        *("find", "-g", "literacy", "--gaps"),
        *("--libraries", str(REGISTERS / "pls_fy19_outlets.csv")),
    ),
    "paper": ("propose", "literacy-council", "--as", "agreement"),
    "shown": ("show", "literacy"),
    "problem": ("check", "library.yaml"),
    "planned": _PLAN,
    "step": (*_PLAN, "--steps"),
    "change": (*_PLAN, "--what-if", "hours=1"),
    "kept": ("export", "table"),
    "listed": ("track", "--from", "partners.csv"),
    "due": ("due", "--all"),
    "log": ("log", "prairie"),
    "request": ("request", "list"),
    "evidence": ("report",),
    "roll-up": ("roll-up", "."),
    "difference": ("roll-up", ".", "--since", "2020-01-01"),
    "health": ("health", "prairie"),
    "counted": ("count", "prairie"),
    "advice": ("review", "prairie"),
    "turn": ("start", "kids who can't read"),
    "template": ("templates",),
    "source": ("directory", "sources"),
    "loaded": ("directory", "load", str(REGISTERS / "eo_mt.csv")),
    "changed": (
        *("directory", "compare"),
        *(str(REGISTERS / name) for name in ("eo_wy_2025.csv", "eo_wy_2026.csv")),
    ),
    "packed": ("directory", "build", str(REGISTERS / "eo_wy_2026.csv"), "-o", "packs"),
    "status": ("directory", "status"),
    "version": ("--version",),
}


@pytest.fixture
def printed(collab: Collab, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[Any]]:
    """Every kind of record, as its command prints it."""
    monkeypatch.setenv("COLLAB_DIRECTORY", "directory")
    assert collab(*COMMANDS["loaded"]).code == 0
    collab("init", "--name", "Ours")
    collab("track", "Prairie Reads")
    Path("partners.csv").write_text("Partner,Status\nValley Makers,active\n", encoding="utf-8")
    collab("log", "prairie", "we send the plan by 2026-03-13")
    collab("request", "add", "Valley Makers", "--wants", "a room")
    collab("count", "prairie", "learners", "12")
    collab("health", "prairie", "--answers", "4 5 3 2 - 4 4 5 5 4 3 3", "--side", "they")
    said = {}
    for kind, command in COMMANDS.items():
        if kind == "problem":
            Path("library.yaml").write_text("naem: x\n", encoding="utf-8")
        value = json.loads(collab(*command, "-f", "json").out)
        said[kind] = value if isinstance(value, list) else [value]
        if kind == "problem":
            Path("library.yaml").write_text("name: x\n", encoding="utf-8")
    id_ = said["found"][0]["id"]
    said["organization"] = [json.loads(collab("show", id_, "-f", "ndjson").out)["entry"]]
    return said


def test_every_record_fits_its_schema_and_comes_back_as_it_was(
    printed: dict[str, list[Any]],
) -> None:
    assert set(printed) == set(KINDS)
    for kind, records in printed.items():
        made = schema(kind)
        assert records, kind
        for record in records:
            assert list(faults(record, made, made.get("$defs", {}))) == [], kind
            assert to_record(from_record(KINDS[kind].model(), record)) == record


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_explained(kind: str) -> None:
    made = schema(kind)
    models = [made, *made.get("$defs", {}).values()]

    assert made["x-contract"] == CONTRACT
    for model in models:
        unexplained = [
            key for key, value in model["properties"].items() if "description" not in value
        ]
        assert unexplained == []


def test_a_match_comes_back_whole_and_can_be_written_about() -> None:
    workspace = Workspace.open()
    match = workspace.match("literacy", limit=1)[0]

    again = Match.from_record(json.loads(json.dumps(match.record())))

    assert again == match
    assert str(workspace.propose(again)) == str(workspace.propose(match))
    assert str(workspace.propose(match.record())) == str(workspace.propose(match))


def test_a_paper_is_a_record_with_what_is_missing_in_it() -> None:
    document = Workspace.open().propose("literacy-council", to="The Council")

    record = document.record()

    assert record.markdown == str(document)
    assert [gap.what for gap in record.gaps] == [gap.what for gap in document.gaps]
    assert PaperRecord.from_record(record.record()) == record


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"score": "high"}, "score cannot be 'high'"),
        ({"score": True}, "score cannot be True"),
        ({"rank": 1.5}, "rank cannot be 1.5"),
        ({"confidence": "sure"}, "confidence cannot be 'sure'"),
        ({"goals": "literacy"}, "goals is no list"),
        ({"activity": 3}, "activity is no object"),
        ({"factors": [{"name": "fit"}]}, "factors[0].value is missing"),
    ],
)
def test_what_was_never_printed_is_told_with_its_key(change: dict[str, Any], said: str) -> None:
    record = Workspace.open().match("literacy", limit=1)[0].record()

    with pytest.raises(CollabkitError) as caught:
        Match.from_record(record | change)

    assert str(caught.value).startswith(f"{said}: no record of a match")


def test_a_key_that_is_missing_is_named_and_one_too_many_is_passed_over() -> None:
    record = Workspace.open().match("literacy", limit=1)[0].record()

    assert Match.from_record(record | {"new": 1}).record() == record
    del record["aim"]
    with pytest.raises(CollabkitError, match="aim is missing"):
        Match.from_record(record)


def test_docstrings_belong_to_fields() -> None:
    assert set(field_docs(Match)) == {field.name for field in fields_of(Match)}
    assert schema_of("match", Match)["properties"]["rank"]["description"].startswith("1 is best")


def test_schema_without_a_name_lists_records_and_files(collab: Collab) -> None:
    known = collab("schema", "-f", "ids").out.split()

    assert known[: len(KINDS)] == list(KINDS)
    assert {"goals", "library"} <= set(known)
    assert json.loads(collab("schema", "match").out) == schema("match")
    assert "One of:" in collab("schema", "mtach").err


@pytest.mark.parametrize("format_", ["csv", "tsv", "json", "ndjson"])
def test_the_environment_does_not_come_between_match_and_propose(
    collab: Collab, monkeypatch: pytest.MonkeyPatch, format_: str
) -> None:
    plain = collab("propose", stdin=collab("match", "-g", "literacy", "-n", "3").out)
    monkeypatch.setenv("COLLAB_FORMAT", format_)

    matches = collab("match", "-g", "literacy", "-n", "3").out

    assert collab("propose", stdin=matches) == plain
    assert plain.out.count("\n---\n\n# ") == 2


def test_a_spreadsheet_of_organizations_can_be_written_to(
    collab: Collab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLLAB_DIRECTORY", "directory")
    assert collab(*COMMANDS["loaded"]).code == 0
    table = collab("find", "-g", "literacy", "--near", "59801", "-n", "2", "-f", "csv").out

    run = collab("propose", stdin=table)

    assert run.code == 0
    for row in csv.DictReader(io.StringIO(table)):
        # A paper speaks of "CBLC" where the register has "C B L C".
        assert row["name"].removesuffix(" Inc").replace(" ", "") in run.out.replace(" ", "")


@pytest.mark.parametrize(
    ("stdin", "said"),
    [
        (b"\xff\n", "stdin:1:1: byte 0xFF is not UTF-8"),
        (b'{"partner": "museum"}\n{"partner": "Caf\xe9"}\n', "stdin:2:17: byte 0xE9 is not UTF-8"),
        (b"partner,score\n,3\n", "line 2 of stdin has no `partner`"),
    ],
)
def test_stdin_is_utf8_whatever_the_locale(
    monkeypatch: pytest.MonkeyPatch, stdin: bytes, said: str
) -> None:
    for encoding in ("utf-8:strict", "latin-1"):
        monkeypatch.setenv("PYTHONIOENCODING", encoding)
        done = subprocess.run(
            [sys.executable, "-m", "collabkit", "propose", "-"],
            check=False,
            capture_output=True,
            input=stdin,
        )
        assert done.returncode == 2
        assert done.stderr.decode().startswith(f"collab: {said}")


@pytest.mark.parametrize("encoding", ["utf-8:strict", "latin-1", "cp1252"])
def test_a_name_passes_from_one_command_to_the_next_whatever_the_locale(
    monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    start = [sys.executable, "-m", "collabkit"]
    found = subprocess.run(
        [*start, "match", "literacy", "-n", "1"], check=True, capture_output=True
    ).stdout
    record = {**json.loads(found), "name": "Café Łódź 図書館"}
    stdin = json.dumps(record, ensure_ascii=False).encode()

    done = subprocess.run([*start, "propose", "-"], check=True, capture_output=True, input=stdin)

    assert "**For:** Café Łódź 図書館" in done.stdout.decode()
