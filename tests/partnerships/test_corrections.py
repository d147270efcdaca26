"""A line is righted by a line: the log only grows, and what was struck counts for nothing."""

import json
from pathlib import Path

import pytest

from collabkit import Workspace
from collabkit.errors import ExitCode, UsageError
from collabkit.partnerships.corrections import struck_by, valid_entries
from collabkit.partnerships.entries import parsed
from conftest import Collab
from partnerships.conftest import Write

LOG = """\
2026-05-01 met the director
2026-05-02 we promise: check to come by 2026-06-30
2026-05-03 they promise: a list by 2026-06-03
"""


@pytest.fixture
def file(write: Write, home: Path) -> Path:
    """A log of three lines."""
    write("prairie", LOG, "name: Prairie\n")
    return home / "prairie/log.txt"


def test_a_promise_on_the_wrong_side_is_put_right(collab: Collab, file: Path) -> None:
    run = collab("log", "prairie", "they promise: check by June 30", "--fix", "2")

    assert run.code == 0
    assert file.read_text("utf-8") == LOG + (
        "2026-05-02 struck: 2026-05-02 we promise: check to come by 2026-06-30\n"
        "2026-05-02 they promise: check by 2026-06-30\n"
    )
    due = [json.loads(line) for line in collab("due", "--all").out.splitlines()]
    assert [(each["side"], each["what"]) for each in due if each["side"]] == [
        ("they", "a list"),
        ("they", "check"),
    ]
    assert collab("check").out == ""


def test_the_last_line_is_taken_back_and_the_one_before_it_after_that(
    collab: Collab, file: Path
) -> None:
    collab("log", "prairie", "--undo")
    collab("log", "prairie", "--undo")

    lines = [json.loads(line) for line in collab("log", "prairie").out.splitlines()]
    assert [(each["line"], each["struck"]) for each in lines if each["word"] != "struck"] == [
        (1, False),
        (2, True),
        (3, True),
    ]
    assert '"side":"' not in collab("due").out
    assert file.read_text("utf-8").startswith(LOG)


def test_a_line_of_any_number_is_taken_back(collab: Collab, file: Path) -> None:
    assert collab("log", "prairie", "--undo", "2").code == 0
    assert "[struck] we promise: check to come" in collab("log", "prairie", "-f", "table").out
    assert file.read_text("utf-8").startswith(LOG)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--undo", "9"), "there is no line 9 that counts in that log"),
        (("--undo", "two"), "--undo takes the number of a line"),
        (("met", "--fix", "9"), "there is no line 9 that counts in that log"),
        (("--fix", "2"), "--fix needs the new text"),
        (("stage: pilto", "--fix", "2"), "no stage called 'pilto'"),
    ],
)
def test_what_cannot_be_righted_is_refused_and_nothing_written(
    collab: Collab, file: Path, words: tuple[str, ...], said: str
) -> None:
    run = collab("log", "prairie", *words)

    assert run.code == ExitCode.USAGE
    assert run.err.startswith(f"collab: {said}")
    assert file.read_text("utf-8") == LOG


def test_of_equal_lines_each_striking_takes_back_one() -> None:
    line = parsed("2026-05-01 they promise: call")
    assert line is not None

    assert valid_entries([line, line, struck_by(line)]) == [line]
    assert valid_entries([line, struck_by(line), line]) == [line]
    assert valid_entries([line, struck_by(line), struck_by(line)]) == []


def test_two_copies_that_were_merged_strike_the_same_line() -> None:
    lines = [parsed("2026-05-01 met"), parsed("2026-05-01 they promise:  call")]
    entries = [line for line in lines if line]

    struck = struck_by(entries[1])

    assert valid_entries([struck, *entries]) == entries[:1]


def test_an_empty_log_has_nothing_to_take_back(write: Write, home: Path) -> None:
    write("prairie", "", "name: Prairie\n")

    with pytest.raises(UsageError, match="no line that counts"):
        Workspace.open(home.parent).partnerships.strike_line("prairie")


def test_a_struck_line_in_a_log_written_by_hand_is_read(write: Write, home: Path) -> None:
    write("prairie", LOG + "2026-05-09 struck: 2026-05-01 met the director\n", "name: Prairie\n")

    lines = Workspace.open(home.parent).partnerships.log_lines("prairie")

    assert [line.struck for line in lines] == [True, False, False, False]
