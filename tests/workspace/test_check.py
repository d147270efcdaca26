"""``collab check``: every problem with its place, and exit code 3."""

import json
from pathlib import Path

import pytest

from collabkit.errors import ExitCode
from conftest import Collab

PROFILE = """\
name: Ours
plcae: Here
zip: 1234
hours: many
assets: [makerspace, makerspce]
needs: [helicopter]
contact: {role: librarian, fax: none}
figures:
  - {about: nothing, value: 3, year: 2999, source: us}
partners:
  - {partner: museum, since: 1066}
  - {partner: museum}
"""


@pytest.fixture
def workspace(clean_machine: Path) -> Path:
    """A folder with a profile and own catalogs, both without a problem."""
    (clean_machine / "library.yaml").write_text("name: Ours\n", encoding="utf-8")
    (clean_machine / "catalog").mkdir()
    (clean_machine / "catalog" / "goals.yaml").write_text(
        "- id: literacy\n  label: reading\n", encoding="utf-8"
    )
    return clean_machine


@pytest.mark.usefixtures("workspace")
def test_a_workspace_without_a_problem_is_said_on_stderr(collab: Collab) -> None:
    run = collab("check")

    assert run == (0, "", "No problem in catalog, library.yaml\n")


def test_files_of_a_workspace_above_are_named_in_full(
    collab: Collab, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workspace / "pitches").mkdir()
    monkeypatch.chdir(workspace / "pitches")

    run = collab("check")

    assert run == (0, "", f"No problem in {workspace}/catalog, {workspace}/library.yaml\n")


def test_outside_a_workspace_the_shipped_catalogs_are_checked(collab: Collab) -> None:
    run = collab("check")

    assert (run.code, run.out) == (0, "")
    assert run.err.endswith("/data\n")


def test_every_problem_of_every_file_is_a_line_of_stdout(collab: Collab, workspace: Path) -> None:
    (workspace / "library.yaml").write_text("naem: x\n", encoding="utf-8")
    (workspace / "catalog" / "goals.yaml").write_text(
        "- id: literacy\n  lable: x\n", encoding="utf-8"
    )

    run = collab("check")

    assert run.code == ExitCode.DATA
    assert run.out.splitlines() == [
        "catalog/goals.yaml:2:3: literacy.lable: no such field; did you mean 'label'?",
        "library.yaml:1:1: naem: no such field; did you mean 'name'?",
    ]
    assert run.err == "2 problems in catalog, library.yaml\n"


def test_problems_can_be_records(collab: Collab, workspace: Path) -> None:
    (workspace / "library.yaml").write_text("naem: x\n", encoding="utf-8")

    run = collab("check", "library.yaml", "-f", "ndjson")

    assert run.code == ExitCode.DATA
    assert json.loads(run.out) == {
        "place": {"path": "library.yaml", "line": 1, "column": 1},
        "field": "naem",
        "message": "no such field; did you mean 'name'?",
    }
    assert collab("check", "library.yaml", "-f", "ids").out == "library.yaml:1:1\n"


def test_one_catalog_is_read_with_the_others_of_its_folder(collab: Collab, workspace: Path) -> None:
    (workspace / "catalog" / "partners.yaml").write_text("- id: museum\n  a: 1\n", encoding="utf-8")

    goals = collab("check", "catalog/goals.yaml")
    partners = collab("check", "catalog/partners.yaml")

    assert goals.code == 0
    assert (
        partners.out
        == "catalog/partners.yaml:2:3: museum.a: no such field; remove it, or check its spelling\n"
    )


def test_a_catalog_that_is_a_folder_is_checked_whole_or_file_by_file(
    collab: Collab, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    partners = workspace / "catalog" / "partners"
    partners.mkdir()
    (partners / "coast.yaml").write_text("- id: museum\n  a: 1\n", encoding="utf-8")
    (partners / "hills.yaml").write_text("- id: labor-union\n  b: 1\n", encoding="utf-8")
    coast, hills = (
        f"catalog/partners/{name}: {id_}: no such field; remove it, or check its spelling\n"
        for name, id_ in (("coast.yaml:2:3", "museum.a"), ("hills.yaml:2:3", "labor-union.b"))
    )

    assert collab("check", "catalog").out == coast + hills
    assert collab("check", "catalog/partners").out == coast + hills
    assert collab("check", "catalog/partners/hills.yaml").out == hills
    assert collab("check", "catalog/goals.yaml").out == ""
    monkeypatch.chdir(partners)
    assert collab("check", "hills.yaml").out == hills.replace("catalog", "..", 1)


def test_a_profile_is_told_all_that_is_wrong_with_it(collab: Collab, clean_machine: Path) -> None:
    (clean_machine / "library.yaml").write_text(PROFILE, encoding="utf-8")

    shape = collab("check", "library.yaml").out.splitlines()

    assert shape == [
        "library.yaml:2:1: plcae: no such field; did you mean 'place'?",
        "library.yaml:3:1: zip: '1234' is not a ZIP code; write five digits, or nine as 12345-6789",
        "library.yaml:4:1: hours: should be a number, not 'many'",
        "library.yaml:7:28: contact.fax: no such field; remove it, or check its spelling",
        "library.yaml:9:32: figures[0].year: should be at most 2200, not 2999",
        "library.yaml:11:23: partners[0].since: should be at least 1800, not 1066",
    ]


def test_ids_in_a_profile_must_name_something(collab: Collab, clean_machine: Path) -> None:
    text = "assets: [makerspace, makerspce]\nneeds: [foods]\nfigures:\n  - {about: nothing, value: 3, year: 2199, source: us}\n"
    (clean_machine / "library.yaml").write_text(text, encoding="utf-8")

    said = collab("check", "library.yaml").out.splitlines()

    assert said == [
        "library.yaml:1:22: assets[1]: nothing in assets is called 'makerspce'; did you mean 'makerspace'?",
        "library.yaml:2:9: needs[0]: nothing in resources is called 'foods'; did you mean 'food'?",
        "library.yaml:4:6: figures[0].about: nothing in assets or goals or figures is called 'nothing'",
        "library.yaml:4:32: figures[0].year: 2199 has not come yet",
    ]


@pytest.mark.parametrize(
    "text", ["- a list\n", "just words\n", "", "[" * 3000, "name: [\n", "name: caf\\xe9"]
)
def test_no_profile_crashes_it(collab: Collab, clean_machine: Path, text: str) -> None:
    (clean_machine / "library.yaml").write_text(text, encoding="utf-8")

    run = collab("check", "library.yaml")

    assert run.code == (0 if text.startswith("name: caf") else ExitCode.DATA)
    assert "Traceback" not in run.err


def test_what_a_file_holds_cannot_write_to_the_terminal(
    collab: Collab, clean_machine: Path
) -> None:
    (clean_machine / "library.yaml").write_text('"\\e[31m": x\nname: Ours\n', encoding="utf-8")

    run = collab("check", "library.yaml")

    assert (
        run.out == "library.yaml:1:1: \\x1b[31m: no such field; remove it, or check its spelling\n"
    )


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('coordinates: "99,999"', "'99,999' is no place on earth"),
        ('zip: "00000"', "no ZIP code 00000 is known"),
        ("place: Nowhere", "no place called 'Nowhere'"),
    ],
)
def test_a_place_that_is_nowhere_is_told_by_check_and_by_find_with_the_file_that_says_it(
    collab: Collab, clean_machine: Path, line: str, told: str
) -> None:
    (clean_machine / "library.yaml").write_text(f"name: Ours\n{line}\n", encoding="utf-8")
    checked = collab("check")
    found = collab("find", "literacy", "--directory", str(clean_machine))

    assert checked.code == 3
    assert "library.yaml:2:" in checked.out
    assert told in checked.out
    assert found.code != 0
    assert "library.yaml" in found.err
    assert told in found.err


def test_a_library_is_where_the_finest_of_what_it_says_puts_it(
    collab: Collab, clean_machine: Path
) -> None:
    stated = 'name: Ours\nplace: Nowhere Township, MT\nzip: "59801"\n'
    (clean_machine / "library.yaml").write_text(stated, encoding="utf-8")

    assert collab("check").code == 0
