"""What an earlier version wrote is read whole by this one: each folder of `tests/data/old` is such a workspace.

A folder is named by the month of the version that wrote it, and is never edited: what this version can no longer
read needs a way over, and not another file.
"""

import shutil
from datetime import date
from pathlib import Path

import pytest

from collabkit import Workspace
from collabkit.exports.formats import EXPORTS
from conftest import Collab

OLD = sorted((Path(__file__).parent / "data/old").iterdir())


@pytest.fixture(params=OLD, ids=lambda folder: folder.name)
def old(request: pytest.FixtureRequest, clean_machine: Path) -> Path:
    """A copy of such a workspace, as the current folder."""
    shutil.copytree(request.param, clean_machine, dirs_exist_ok=True)
    return clean_machine


@pytest.mark.usefixtures("old")
def test_a_workspace_of_an_earlier_release_is_read_whole(collab: Collab) -> None:
    check = collab("check")

    assert (check.code, check.out) == (0, "")
    partnerships = Workspace.open().partnerships
    due = partnerships.due(on=date(2026, 6, 1))
    assert [(each.name, each.kind, each.what, str(each.on)) for each in due][:1] == [
        ("Prairie Reads", "promise", "send dates", "2026-03-20")
    ]
    rows = {row.name: row for row in partnerships.rows(on=date(2026, 7, 1))}
    assert (rows["Prairie Reads"].stage, str(rows["Prairie Reads"].ends)) == ("pilot", "2027-03-31")
    counted = {each.measure: each.value for each in partnerships.counted("prairie")}
    assert (counted["learners"], counted["hours"]) == (8, 12)


@pytest.mark.usefixtures("old")
def test_every_command_that_keeps_goes_on_from_there(collab: Collab) -> None:
    for line in (
        ("log", "prairie", "we promise: chairs by 2027-05-01"),
        ("change", "prairie", "level=collaborating"),
        ("count", "prairie", "learners", "9"),
        ("health", "prairie", "--answers", "4 5 3 2 - 4 4 5 5 4 3 3", "--side", "they"),
        ("request", "decide", "makers", "yes"),
        (
            "plan",
            "--set",
            "keep=plan.yaml",
            "--hours",
            "6",
            "--goal",
            "literacy",
            "--goal",
            "aging",
        ),
        ("propose", "--partnership", "prairie", "--as", "email"),
        ("review", "--all"),
        ("report",),
        ("roll-up", "."),
        ("handover", "prairie"),
        ("check",),
    ):
        run = collab(*line)

        assert run.code == 0, (line, run.err)


@pytest.mark.parametrize("kind", EXPORTS)
@pytest.mark.usefixtures("old")
def test_it_can_be_exported(kind: str) -> None:
    files = Workspace.open().export(kind, people=True)

    assert all(files.values())
