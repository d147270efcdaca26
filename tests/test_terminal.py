"""What a person at a terminal sees, and what depends on there being one."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from collabkit import Workspace
from collabkit.catalog import Catalog
from collabkit.cli.commands import COMMANDS
from collabkit.cli.init.assets import choices
from collabkit.cli.init.assets import shown as shown_assets
from collabkit.library import Contact
from conftest import Collab
from terminal import Terminal, shown
from test_api import REGISTERS

MATCH = ("match", "-g", "literacy", "-n", "3")


def test_a_terminal_gets_a_table_and_a_pipe_the_same_rows(collab: Collab) -> None:
    _, screen = shown(*MATCH)
    piped = [json.loads(line)["partner"] for line in collab(*MATCH).out.splitlines()]

    head = re.sub("\x1b\\[[0-9]*m", "", screen.split("\n")[0])

    assert head.split()[:3] == ["#", "partner", "score"]
    assert [screen.replace("\n", "").find(partner[:10]) > 0 for partner in piped] == [True] * 3


def test_only_headings_are_bold_and_only_on_a_terminal(collab: Collab) -> None:
    _, screen = shown(*MATCH)

    assert "\x1b[1m" in screen.split("\n")[0]
    assert "\x1b" not in "".join(screen.split("\n")[2:])
    assert "\x1b" not in collab(*MATCH, "-f", "table").out


@pytest.mark.parametrize(
    ("arguments", "no_color", "plain"),
    [(("--no-color",), "", True), ((), "1", True), ((), "", False), (("--color",), "1", True)],
)
def test_color_can_be_refused(arguments: tuple[str, ...], no_color: str, *, plain: bool) -> None:
    code, screen = shown(*MATCH, *arguments, env={"NO_COLOR": no_color})

    assert code == 0
    assert ("\x1b" not in screen) is plain


def test_a_terminal_that_knows_no_bold_gets_none() -> None:
    assert "\x1b" not in shown(*MATCH, env={"TERM": "dumb"})[1]


@pytest.mark.parametrize("columns", [60, 80, 132])
def test_a_table_keeps_to_the_width(
    collab: Collab, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = collab(*MATCH, "-f", "table").out.split("\n")

    assert max(map(len, lines)) == columns


@pytest.mark.parametrize("columns", ["²", "0", "-5", "", "wide", "1" * 5000])
def test_a_width_that_is_none_counts_as_unknown(
    collab: Collab, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    expected = collab(*MATCH, "-f", "table")
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("LINES", "²")

    assert collab(*MATCH, "-f", "table") == expected


@pytest.mark.parametrize(("columns", "drawn"), [("1", 20), ("999999", 1_000)])
def test_a_table_is_never_narrower_or_wider_than_anyone_can_read(
    collab: Collab, monkeypatch: pytest.MonkeyPatch, columns: str, drawn: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = collab(*MATCH, "-f", "table").out.split("\n")

    assert max(map(len, lines)) <= drawn


def test_init_asks_on_a_terminal_and_writes_the_answers(clean_machine: Path) -> None:
    answers = {
        "Name of the library": "Carnegie Public Library",
        "Street address": "513 Orleans Ave, Brandon, SD 57005",
        "Town and state": "Brandon",
        "There is a Brandon in SD, FL, MS, VT, IA, WI, MN, TX": "",
        "ZIP code": "5700",
        "'5700' is not a ZIP code": "57005",
        "your name": "Ann Leigh",
        "Your title": "b",
        "Who signs: your name": "Ann Lee",
        "Your title, such": "outreach librarian",
        "Telephone": "605-555-0100",
        "E-mail": "",
        "Staff hours": "three",
        "Write a number from 0 to 168.": "3",
        "Numbers, or your own words": "4, 3d printer, xyzzy, a StoryWalk in the park, wi-fi",
        "  study rooms; a makerspace; Wi-Fi and hotspots to borrow": None,
        "Nothing in the list is called 'xyzzy'": "van",
        "  a bookmobile": None,
        "Nothing in the list is called 'a StoryWalk in the park'": "",
        "What does 'a StoryWalk in the park' give a partner?": "4, 13",
    }
    with Terminal("init") as terminal:
        for question, answer in answers.items():
            terminal.wait_for(question)
            if answer is not None:
                terminal.type(answer)
        assert terminal.end() == 0

    library = Workspace.open().library
    assert (library.name, library.place, library.zip) == (
        "Carnegie Public Library", "Brandon, SD", "57005",
    )  # fmt: skip
    assert library.address == "513 Orleans Ave, Brandon, SD 57005"
    assert library.contact == Contact(
        name="Ann Lee", role="outreach librarian", phone="605-555-0100"
    )
    assert library.hours == 3
    assert {*library.assets} == {
        "study-rooms", "makerspace", "wifi-and-hotspots", "bookmobile", "storywalk-in-the-park",
    }  # fmt: skip
    own = Workspace.open().catalog.assets["storywalk-in-the-park"]
    assert (own.label, own.provides) == (
        "a StoryWalk in the park",
        ("outdoor-space", "collections"),
    )
    assert (clean_machine / "library.yaml").exists()


def test_init_offers_what_a_loaded_survey_knows(
    collab: Collab, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("COLLAB_DIRECTORY", str(tmp_path / "directory"))
    assert collab("directory", "load", str(REGISTERS / "pls_fy2015.zip")).code == 0

    with Terminal("init", "--name", "Missoula Public Library") as terminal:
        terminal.wait_for("The survey has Missoula Public Library, Missoula, MT, with ")
        terminal.type("y")
        for question in (
            "Street address",
            "your name",
            "Your title",
            "E-mail",
            "Staff hours",
            "Numbers",
        ):
            terminal.wait_for(question)
            terminal.type("")
        assert terminal.end() == 0

    library = Workspace.open().library
    assert library.place == "Missoula, MT"
    assert {"branches", "public-computers"} <= {*library.assets}
    assert "branches" in {figure.about for figure in library.figures}


def test_the_list_of_assets_fits_a_screen(catalog: Catalog) -> None:
    lines = list(shown_assets(choices(catalog)))

    assert len(lines) + 5 <= 24
    assert max(map(len, lines)) <= 80


def test_propose_asks_for_a_goal_on_a_terminal() -> None:
    with Terminal("propose") as terminal:
        terminal.wait_for("Goal: ")
        terminal.type("litercy")
        terminal.wait_for("did you mean 'literacy'?")
        terminal.type("literacy")
        terminal.wait_for("# Tutoring rooms for adult readers")
        assert terminal.end() == 0


@pytest.mark.parametrize("command", ["init", "propose"])
def test_control_c_leaves_with_130_and_no_trace(clean_machine: Path, command: str) -> None:
    with Terminal(command) as terminal:
        terminal.wait_for("Name of the library" if command == "init" else "Goal: ")
        terminal.interrupt()
        assert terminal.end() == 130

    assert "Traceback" not in terminal.screen
    assert [file.name for file in clean_machine.iterdir()] == []


INTERRUPTED = """
import sys
class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupting())
from collabkit.cli import run
sys.argv = ["collab", "match", "literacy", "-f", "table"]
run()
"""


@pytest.mark.parametrize(
    "module",
    ["typer", "pydantic", "collabkit.cli.program", "collabkit.cli.match.command", "collabkit.workspace", "collabkit.matching.matcher", "rich.console"],
)  # fmt: skip
def test_control_c_at_any_moment_is_one_line(module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED.format(module=module)],
        check=False,
        capture_output=True,
        text=True,
    )

    assert (done.returncode, done.stdout, done.stderr) == (130, "", "collab: interrupted\n")


CALLED_BACK = """
import sys, weakref
from collabkit import cli
def ran():
    class Kept: pass
    kept = Kept()
    def heard(_): raise {error}
    watch = weakref.ref(kept, heard)
    del kept
    print("and on it went")
    return 0
cli._ran = ran
cli.run()
"""
"""Python itself has such callbacks, as for each module that is imported."""


def test_control_c_in_a_callback_that_hands_nothing_on_ends_the_run() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CALLED_BACK.format(error="KeyboardInterrupt")],
        check=False,
        capture_output=True,
        text=True,
    )

    assert (done.returncode, done.stdout, done.stderr) == (130, "", "collab: interrupted\n")


def test_whatever_else_happens_in_a_callback_ends_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CALLED_BACK.format(error="ValueError")],
        check=False,
        capture_output=True,
        text=True,
    )

    assert (done.returncode, done.stdout) == (0, "and on it went\n")
    assert "ValueError" in done.stderr


@pytest.mark.parametrize("command", [("init",), ("propose", "-g", "literacy")])
def test_nothing_asks_without_a_terminal(collab_process: Collab, command: tuple[str, ...]) -> None:
    run = collab_process(*command)

    assert run.code == 0
    assert "Enter skips" not in run.out + run.err


@pytest.mark.parametrize("command", COMMANDS)
def test_help_asks_nothing(collab: Collab, command: str) -> None:
    run = collab(command, "-h")

    assert (run.code, run.err) == (0, "")
    assert "Enter skips" not in run.out


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("collab match --goal lit", "literacy"),
        ("collab propose literacy-c", "literacy-council"),
        ("collab propose museum --activity storyw", "storywalk-in-the-park"),
        ("collab show food-b", "food-bank"),
        ("collab list part", "partners"),
        ("collab schema ben", "benefits"),
        ("collab init --asset makers", "makerspace"),
        ("collab init --need meeting", "meeting-space"),
        ("collab mat", "match"),
    ],
)
def test_the_shell_completes_ids(
    collab: Collab, monkeypatch: pytest.MonkeyPatch, words: str, offered: str
) -> None:
    monkeypatch.setenv("_COLLAB_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split()) - 1))
    run = collab()

    last = words.rsplit(" ", maxsplit=1)[-1]

    assert offered in run.out.split()
    assert [each for each in run.out.split() if not each.startswith(last)] == []
    assert run.err == ""


def test_the_program_itself_is_asked_for_completions() -> None:
    asked = {"_COLLAB_COMPLETE": "complete_bash", "COMP_WORDS": "collab mat", "COMP_CWORD": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "collabkit"],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, **asked},
    )

    assert (done.stdout.split(), done.stderr) == (["match"], "")
