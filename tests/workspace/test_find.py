"""``collab find`` at a terminal: what is shown is what the next command takes."""

import json
from pathlib import Path

import pytest

from collabkit.directory.sources import listed
from conftest import Collab
from test_api import REGISTERS


@pytest.fixture
def montana(collab: Collab, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A directory of its own."""
    monkeypatch.setenv("COLLAB_DIRECTORY", str(tmp_path / "directory"))
    assert collab("directory", "load", str(REGISTERS / "eo_mt.csv")).code == 0


@pytest.mark.usefixtures("montana")
def test_the_table_shows_the_ids_that_propose_takes(collab: Collab) -> None:
    near = ("find", "literacy", "--near", "59801")
    first = json.loads(collab(*near, "-n", "1").out)

    table = collab(*near, "-f", "table").out

    assert f" {first['id']}\n" in table
    assert max(map(len, table.splitlines())) <= 80
    assert first["reasons"][0]["why"] not in table
    written = collab("propose", "--organization", first["id"]).out
    assert f"**For:** {first['name'].removesuffix(' Inc')}" in written
    assert collab("propose", "--organization", first["name"]).out == written


@pytest.mark.usefixtures("montana")
def test_words_behind_the_command_are_the_goal(collab: Collab) -> None:
    near = ("--near", "59801")

    assert collab("find", "literacy", *near) == collab("find", "-g", "literacy", *near)


@pytest.mark.usefixtures("montana")
def test_a_name_that_several_have_is_told_with_their_ids(collab: Collab) -> None:
    run = collab("propose", "--organization", "Church")

    assert run.code == 2
    assert "organizations are called 'Church':\n  irs-" in run.err
    assert (
        "no organization called 'Xyzzy Nobody'"
        in collab("propose", "--organization", "Xyzzy Nobody").err
    )


def test_addresses_of_registers_stand_whole_at_80_columns(collab: Collab) -> None:
    run = collab("directory", "sources", "-f", "table")

    lines = [line.strip() for line in run.out.splitlines()]
    assert [source.download for source in listed() if source.download not in lines] == []
