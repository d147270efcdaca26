"""What works require is answered once, kept in the profile with all else, and then no longer asked."""

import json
import sys
from pathlib import Path

import pytest

from conftest import Collab
from terminal import Terminal

PROFILE = """\
name: Elm Library
hours: 4  # on a good week
goals: [aging]

# ours
ready:  # what the board asked for
"""
ASKED = ("plan", "--set", "from=2027-01", "--only", "balance-class", "--only", "walking-club")


@pytest.fixture
def profile() -> Path:
    file = Path("library.yaml")
    file.write_text(PROFILE, encoding="utf-8")
    return file


def _stands(collab: Collab, *more: str) -> dict[str, str]:
    listed = json.loads(collab(*ASKED, "--ready", *more, "-f", "json").out)
    return {f"{each['work']}.{each['name']}": each["stands"] for each in listed}


def test_an_answer_is_kept_in_the_profile_and_its_comments_stay(
    collab: Collab, profile: Path
) -> None:
    assert set(_stands(collab).values()) == {"open"}
    run = collab(*ASKED, "--set", "answer=walking-club.insurance=yes")
    assert run.code == 0
    text = profile.read_text(encoding="utf-8")
    assert "insurance: have" in text
    assert [line for line in PROFILE.splitlines() if line not in text.splitlines()] == []
    assert _stands(collab)["walking-club.insurance"] == "have"
    assert collab("check", "library.yaml").code == 0


@pytest.mark.usefixtures("profile")
def test_what_is_there_is_no_step_and_no_line_of_the_plan(collab: Collab) -> None:
    before = collab(*ASKED, "--steps", "-f", "table").out
    collab(*ASKED, "--set", "answer=walking-club.insurance=yes")
    after = collab(*ASKED, "--steps", "-f", "table").out
    assert before.count("Have ready:") == after.count("Have ready:") + 1
    assert "insurance" not in collab(*ASKED, "-f", "table").out


@pytest.mark.usefixtures("profile")
def test_what_cannot_be_had_is_told(collab: Collab) -> None:
    run = collab(*ASKED, "--set", "answer=balance-class.license=no", "-f", "table")
    told = " ".join(run.out.split())
    assert told.count("You cannot have what it needs: ") == 1
    assert "needs: The aging agency holds the course's license" in told
    assert "--set without=balance-class" in run.err
    assert "Settle first" in collab(*ASKED, "--steps", "-f", "table").out


@pytest.mark.usefixtures("profile")
def test_a_table_of_answers_is_handed_back(collab: Collab) -> None:
    table = collab(*ASKED, "--ready", "-f", "csv").out
    Path("answers.csv").write_text(table.replace(",open,", ",later,", 2), encoding="utf-8")
    assert collab(*ASKED, "--set", "answers=answers.csv").code == 0
    assert sorted(_stands(collab).values()) == ["later", "later", "open"]


@pytest.mark.usefixtures("profile")
def test_what_is_kept_counts_for_what_is_due(collab: Collab) -> None:
    collab(*ASKED, "--set", "save=plan.yaml")
    asked = ("due", "--all", "--on", "2027-01-01", "-f", "json")
    assert "Have ready: Each walker signs a waiver" in collab(*asked).out
    collab(*ASKED, "--set", "answer=walking-club.insurance=yes")
    assert "Have ready: Each walker signs a waiver" not in collab(*asked).out


@pytest.mark.parametrize(
    ("answer", "code", "said"),
    [
        ("walking-club", 2, "answers nothing"),
        ("walking-club.insurance=maybe", 2, "is no answer"),
        ("walking-club.room=yes", 2, "no requirement of walking-club called 'room'"),
        ("walking-clubs.room=yes", 2, "no activity called"),
    ],
)
def test_a_slip_in_an_answer_changes_nothing(
    collab: Collab, profile: Path, answer: str, code: int, said: str
) -> None:
    run = collab(*ASKED, "--set", f"answer={answer}")
    assert (run.code, said in run.err) == (code, True), run.err
    assert profile.read_text(encoding="utf-8") == PROFILE


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("  walking-clubs: {}\n", "nothing in activities is called 'walking-clubs'"),
        ("  walking-club:\n    room: have\n", "requires nothing called 'room'"),
        ("  walking-club:\n    insurance: surely\n", "ready.walking-club.insurance"),
    ],
)
def test_the_check_knows_what_may_stand_there(
    collab: Collab, profile: Path, written: str, said: str
) -> None:
    profile.write_text(PROFILE + written, encoding="utf-8")
    run = collab("check", "library.yaml")
    assert (run.code, said in run.out) == (3, True), run.out


def test_without_a_profile_it_says_where_answers_would_go(collab: Collab) -> None:
    run = collab(*ASKED, "--hours", "4", "--set", "answer=walking-club.insurance=yes")
    assert (run.code, "collab init" in run.err) == (2, True)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_on_a_terminal_each_is_asked_once(profile: Path) -> None:
    with Terminal(*ASKED, "--ready") as terminal:
        for answer in ("maybe", "yes", "later", "no"):
            terminal.wait_for("Do you have it?")
            terminal.type(answer)
        terminal.wait_for("Kept in")
        terminal.wait_for("0 open")
    kept = profile.read_text(encoding="utf-8")
    assert all(each in kept for each in (": have", ": later", ": cannot"))
    with Terminal(*ASKED, "--ready") as terminal:
        terminal.wait_for("0 open")
        assert "Do you have it?" not in terminal.screen
