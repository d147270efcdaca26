"""No command but ``directory fetch`` asks the network for anything."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from collabkit.errors import ExitCode
from commands import paths
from test_api import REGISTERS

WATCHED = """
import json, sys
opened = []
def hear(event, arguments):
    if event.startswith("socket."):
        opened.append(event)
sys.addaudithook(hear)
from collabkit.cli import main
codes = [main(line) for line in json.loads(sys.argv[1])]
print(json.dumps([codes, opened]))
"""
LINES = [
    ["--version"],
    ["--help"],
    ["init", "--name", "Ours", "--place", "Missoula, MT"],
    ["directory", "load", str(REGISTERS / "eo_mt.csv"), "-f", "json"],
    ["directory", "sources"],
    ["directory", "status"],
    ["match", "kids come hungry in july"],
    ["match", "literacy", "--explain"],
    ["find", "literacy"],
    ["find", "--gaps"],
    ["propose", "literacy-council", "--as", "email"],
    ["propose", "literacy-council", "-o", "paper.docx"],
    ["propose", "literacy-council", "-o", "paper.pdf"],
    ["templates"],
    ["list", "goals"],
    ["show", "literacy"],
    ["check"],
    ["schema", "match"],
    ["track", "Prairie Literacy Council", "--partner", "literacy-council"],
    ["log", "prairie-literacy-council", "Called them"],
    ["due"],
    ["handover", "prairie"],
    ["export", "table"],
    ["export", "calendar"],
    ["export", "cards"],
    ["chart"],
    ["plan", "--goal", "literacy", "--hours", "6"],
]


GUESSES = ((), ("literacy",), ("prairie", "Called them"), ("prairie", "literacy", "12"))
"""What any command may be given: some of it fits, and the rest is refused."""


def test_no_command_but_fetch_opens_a_socket() -> None:
    codes, opened = _watched(LINES)

    assert dict(zip(map(" ".join, LINES), codes, strict=True)) == {
        " ".join(line): 0 for line in LINES
    }
    assert opened == []


def test_no_command_that_there_is_opens_one_whatever_it_is_given() -> None:
    lines = [[*path.split(), *more] for path in paths() for more in GUESSES]
    lines = [line for line in lines if line[:2] != ["directory", "fetch"]]
    codes, opened = _watched([*LINES, *lines])

    assert opened == []
    assert set(codes) <= set(ExitCode)


def test_fetch_does_and_the_watch_sees_it() -> None:
    [code], opened = _watched([["directory", "fetch", "irs", "--base", "http://127.0.0.1:9/"]])

    assert code != 0
    assert "socket.connect" in opened


def _watched(lines: list[list[str]]) -> tuple[list[int], list[str]]:
    """Run *lines* in one process; return their codes, and what it asked of the network."""
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, json.dumps(lines)],
        check=True,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    codes, opened = json.loads(done.stdout.splitlines()[-1])
    return codes, opened


@pytest.fixture(autouse=True)
def own_directory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Load into a folder of the test's own."""
    monkeypatch.setenv("COLLAB_DIRECTORY", str(tmp_path / "directory"))
