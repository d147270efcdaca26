"""What is understood of a line is kept and said back; what is not is asked, or stays text with a note."""

import json
from pathlib import Path

import pytest

from collabkit import Workspace
from conftest import Collab
from partnerships.conftest import Write
from terminal import Terminal

LOG = "2026-05-01 met the director\n"


@pytest.fixture
def file(write: Write, home: Path) -> Path:
    """A log of one line."""
    write("prairie", LOG, "name: Prairie\n")
    return home / "prairie/log.txt"


def test_what_is_understood_is_said_back_in_one_line(collab: Collab, file: Path) -> None:
    run = collab("log", "prairie", "Rick will drop off the coats tomorrow; meeting June 9 @ 10")

    assert run.err.splitlines()[0] == (
        "Noted: they promise (Rick): drop off the coats by Tuesday, June 2, 2026 (tomorrow); "
        "meeting: meeting on Tuesday, June 9, 2026 at 10:00 am (in 8 days)."
    )
    assert file.read_text("utf-8") == LOG + (
        "2026-06-01 they promise (Rick): drop off the coats by 2026-06-02\n"
        "2026-06-01 meeting: meeting on 2026-06-09 at 10:00\n"
    )
    assert collab("check").out == ""


def test_what_may_mean_several_things_stays_text_in_a_pipe_with_a_note_and_a_record(
    collab: Collab, file: Path
) -> None:
    run = collab("log", "prairie", "Maria to send schedule by 6/29", "-f", "json")
    (record,) = json.loads(run.out)

    assert file.read_text("utf-8") == f"{LOG}2026-06-01 Maria to send schedule by 6/29\n"
    assert record["unclear"] == ["Maria to send schedule by 6/29"]
    assert record["readings"] == [
        "follow up (Maria): send schedule by 2026-06-29",
        "they promise (Maria): send schedule by 2026-06-29",
    ]
    assert 'Write "follow up (Maria): send schedule by 2026-06-29" or' in run.err


def test_a_name_stays_out_of_records_unless_people_are_asked_for(
    collab: Collab, file: Path
) -> None:
    text = "they promise (Rick): coats by June 9"

    assert json.loads(collab("log", "prairie", text, "-f", "json").out)[0]["who"] is None
    named = json.loads(collab("log", "prairie", text, "-f", "json", "--people").out)
    assert named[0]["who"] == "Rick"
    assert file.exists()


def test_small_talk_asks_nothing(collab: Collab, file: Path) -> None:
    run = collab("log", "prairie", "Glitter everywhere. Never again.")

    assert run.err.startswith("2026-06-01 Glitter everywhere. Never again.\nin ")
    assert "Noted" not in run.err
    assert "Write" not in run.err
    assert file.exists()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Sent the photos I promised", "we kept: send the photos"),
        ("They dropped off the coats like they said", "they kept: bring the coats"),
    ],
)
def test_a_sentence_keeps_the_promise_that_it_means(
    collab: Collab, file: Path, text: str, kept: str
) -> None:
    collab("log", "prairie", "we promise: send the photos")
    collab("log", "prairie", "we promise: call the mayor")
    collab("log", "prairie", "they promise: bring the coats")
    run = collab("log", "prairie", text)

    assert f"Noted: {kept}." in run.err
    assert file.read_text("utf-8").endswith(f"2026-06-01 {text}\n2026-06-01 {kept}\n")


def test_which_promise_was_kept_is_left_open_where_several_may_be_meant(
    collab: Collab, file: Path
) -> None:
    collab("log", "prairie", "they promise: a van")
    collab("log", "prairie", "they promise: a list")
    run = collab("log", "prairie", "They came through!")

    assert 'Write "they kept: a van" or "they kept: a list".' in run.err
    assert file.read_text("utf-8").endswith("2026-06-01 They came through!\n")


def test_a_promise_of_both_is_open_on_both_sides_until_each_keeps_it(
    collab: Collab, file: Path
) -> None:
    collab("log", "prairie", "both of us will write to the funder by June 15")
    sides = [json.loads(line)["side"] for line in collab("due").out.splitlines()]
    collab("log", "prairie", "we kept: funder")
    after = [json.loads(line)["side"] for line in collab("due").out.splitlines()]

    assert (sides, after) == (["they", "we"], ["they"]) or (sides, after) == (
        ["we", "they"],
        ["they"],
    )
    assert file.exists()


def test_python_decides_by_a_function_what_is_meant(file: Path, home: Path) -> None:
    partnerships = Workspace.open(home.parent).partnerships

    made = partnerships.log(
        "prairie", "Maria to send schedule by 6/29", choose=lambda doubt: doubt.readings[1]
    )

    assert made.doubts == ()
    assert file.read_text("utf-8") == (
        f"{LOG}2026-06-01 they promise (Maria): send schedule by 2026-06-29\n"
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("key", "last"),
    [
        ("2", "they promise (Maria): send schedule by"),
        ("x", "Maria to send schedule by Friday"),
    ],
)
def test_on_a_terminal_one_key_decides_what_is_meant(file: Path, key: str, last: str) -> None:
    with Terminal("log", "prairie", "Maria to send schedule by Friday") as terminal:
        terminal.wait_for("any other key")
        terminal.press(key)
        assert terminal.end() == 0

    assert last in file.read_text("utf-8").splitlines()[-1]
