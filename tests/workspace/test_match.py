"""``collab match``."""

import json

from conftest import Collab


def test_a_goal_gets_partners_best_first(collab: Collab) -> None:
    run = collab("match", "--goal", "literacy", "--limit", "3", "--format", "ndjson")

    records = [json.loads(line) for line in run.out.splitlines()]
    assert run.code == 0
    assert [record["rank"] for record in records] == [1, 2, 3]
    assert records[0]["partner"] == "literacy-council"
    assert records[0]["score"] >= records[1]["score"] >= records[2]["score"]


def test_a_mistyped_goal_is_said_with_a_way_out(collab: Collab) -> None:
    run = collab("match", "--goal", "litercy")

    assert "did you mean 'literacy'?" in run.err.casefold()


def test_words_behind_the_command_are_the_goal(collab: Collab) -> None:
    assert collab("match", "literacy").out == collab("match", "-g", "literacy").out
    assert (
        collab("match", "literacy", "newcomers").out
        == collab("match", "-g", "literacy", "-g", "newcomers").out
    )


def test_words_without_quotes_are_one_request_and_that_is_said(collab: Collab) -> None:
    quoted = collab("match", "kids come hungry in july")

    run = collab("match", "kids", "come", "hungry", "in", "july", "-n", "5")

    assert run.out == quoted.out
    assert "Taken as one request: 'kids come hungry in july'\n" in run.err


def test_five_partners_fit_a_terminal_of_24_lines(collab: Collab) -> None:
    for goal in ("literacy", "kids come hungry in july", "newcomers", "job seekers over fifty"):
        run = collab("match", goal, "-f", "table")
        lines = run.out.splitlines()
        talk = sum(1 + len(line) // 80 for line in run.err.splitlines())

        assert len([line for line in lines if line[:1].isdigit()]) == 5
        assert 1 + len(lines) + talk + 1 <= 24
        assert max(map(len, lines)) <= 80


def test_long_says_why_in_each_of_ten_rows(collab: Collab) -> None:
    run = collab("match", "literacy", "--long", "-f", "table")

    assert "We bring" in run.out
    assert "\n10   " in run.out


def test_a_spreadsheet_holds_why_whatever_the_table_shows(collab: Collab) -> None:
    run = collab("match", "literacy", "-f", "csv")

    assert run.out.startswith("#,partner,score,why,start with,aim,goals,activity,confidence\n")
