"""No command but ``directory fetch`` asks the network for anything, nor does any library or program of its.

``web`` listens on this machine; `tests/web/test_browser.py` sees where its pages lead.
"""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import offline
from collabkit.cli.commands import SERVING
from collabkit.errors import ExitCode
from commands import paths
from test_api import REGISTERS

LINES = [
    ["--version"],
    ["--help"],
    ["init", "--name", "Ours", "--place", "Missoula, MT"],
    ["directory", "load", str(REGISTERS / "eo_mt.csv"), "-f", "json"],
    ["directory", "build", str(REGISTERS / "eo_wy_2026.csv"), "-o", "packs"],
    ["directory", "compare", str(REGISTERS / "eo_wy_2025.csv"), str(REGISTERS / "eo_wy_2026.csv")],
    ["directory", "sources"],
    ["directory", "status"],
    ["match", "kids come hungry in july"],
    ["match", "literacy", "--explain"],
    ["start", "kids come hungry in july", "--keep"],
    ["answer", "case", "work=summer-meals-site", "body=food-bank"],
    ["find", "literacy"],
    ["know", "Valley Hub", "does=tax help, coats", "not=literacy"],
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
    ["change", "prairie", "level=cooperating"],
    ["count", "prairie", "learners", "12"],
    ["count"],
    ["health", "prairie", "--answers", "4 5 3 2 - 4 4 5 5 4 3 3", "--side", "we"],
    ["health", "prairie", "--page", "-o", "page.html"],
    ["health"],
    ["review", "--all"],
    ["due"],
    ["handover", "prairie"],
    ["request", "add", "Valley Makers", "--wants", "a repair night in your room, monthly"],
    ["request", "list"],
    ["request", "show", "makers"],
    ["request", "decide", "makers", "no", "--because", "our room is taken"],
    ["request", "reply", "makers", "-o", "reply.odt"],
    ["report"],
    ["report", "-o", "evidence.pdf"],
    ["roll-up", "."],
    ["export", "table"],
    ["export", "calendar"],
    ["export", "cards"],
    ["export", "kumu"],
    ["export", "kumu-csv", "-o", "kumu"],
    ["export", "graphml"],
    ["export", "xlsx", "-o", "ties.xlsx"],
    ["export", "hsds"],
    ["export", "hsds-csv", "-o", "feed"],
    ["chart"],
    ["plan", "--goal", "literacy", "--hours", "6"],
    ["plan", "--goal", "literacy", "--hours", "6", "-o", "plan.html"],
    ["templates", "copy", "email"],
    ["mcp", "--menu"],
    ["mcp"],  # whose client is gone at once
]
"""Every command doing all its work."""

GUESSES = ((), ("literacy",), ("prairie", "Called them"), ("prairie", "literacy", "12"))
"""What any command may be given: some of it fits, and the rest is refused."""


def test_every_command_but_fetch_is_watched_at_its_work() -> None:
    watched = {
        path for path in paths() if any(line[: len(path.split())] == path.split() for line in LINES)
    }

    assert {*paths()} - watched == {"directory fetch", *SERVING}


def test_no_command_but_fetch_opens_a_socket_whatever_it_is_given() -> None:
    lines = [[*path.split(), *more] for path in paths() for more in GUESSES]
    lines = [
        line for line in lines if line[:2] != ["directory", "fetch"] and line[0] not in SERVING
    ]
    codes, heard = _watched([*LINES, *lines])

    assert dict(zip(map(" ".join, LINES), codes, strict=False)) == {
        " ".join(line): 0 for line in LINES
    }
    assert set(codes) <= set(ExitCode)
    assert heard == []


only_where_watched = pytest.mark.skipif(not offline.WATCHED, reason="the system cannot watch here")


@only_where_watched
def test_fetch_opens_one_and_the_watch_sees_it() -> None:
    line = ["directory", "fetch", "irs", "--base", "http://127.0.0.1:9/"]

    assert _run([line]).returncode == -signal.SIGSYS


@only_where_watched
def test_the_watch_sees_those_that_are_not_of_python() -> None:
    # On a connection without our settings: DuckDB then asks for its extensions.
    script = (
        "import duckdb, offline; offline.seal(); duckdb.execute('INSTALL httpfs FROM community')"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], check=False, cwd=Path(offline.__file__).parent
    )

    assert done.returncode == -signal.SIGSYS


def _watched(lines: list[list[str]]) -> tuple[list[int], list[str]]:
    """Run *lines* in one process; return their codes, and what it asked of the network."""
    done = _run(lines)
    assert done.returncode == 0, done.stderr
    codes, heard = json.loads(done.stdout.splitlines()[-1])
    return codes, heard


def _run(lines: list[list[str]]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, offline.__file__, json.dumps(lines)],
        check=False,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture(autouse=True)
def own_directory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Load into a folder of the test's own."""
    monkeypatch.setenv("COLLAB_DIRECTORY", str(tmp_path / "directory"))
