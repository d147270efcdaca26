"""Help fits a screen of 24 rows, and all of it is to be had."""

import re

import pytest

from collabkit.cli.commands import COMMANDS, GROUPS, commands_of
from conftest import Collab

ROWS, COLUMNS = 24, 80
USUAL = [name for group in GROUPS.values() for name in group.usual]
EVERY = [words for name in COMMANDS for words in commands_of(name)]


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(COLUMNS))


@pytest.mark.parametrize("command", ["", *USUAL])
def test_help_of_what_most_people_need_fits_one_screen(collab: Collab, command: str) -> None:
    lines = collab(*command.split(), "-h").out.splitlines()

    assert len(lines) <= ROWS
    assert max(map(len, lines)) <= COLUMNS


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_every_option_is_named_in_short_and_explained_in_whole(
    collab: Collab, words: tuple[str, ...]
) -> None:
    whole = collab(*words, "--help-all").out
    options = set(re.findall(r"^  (?:-\w, )?(--[a-z-]+)", whole, re.MULTILINE))

    assert options <= set(re.findall(r"--[a-z-]+", collab(*words, "-h").out))
    assert "<" not in whole  # no type as Python calls it
    assert max(map(len, whole.splitlines())) <= COLUMNS


def test_every_command_is_named_in_short_and_described_in_whole(collab: Collab) -> None:
    short, whole = collab("-h").out, collab("--help-all").out

    for name in COMMANDS:
        assert re.search(rf"\b{name}\b", short)
        assert re.search(rf"^.{{8}}{name} +[A-Z]", whole, re.MULTILINE)


def test_help_is_given_wherever_it_is_asked_for_but_not_behind_two_dashes(collab: Collab) -> None:
    assert collab("match", "literacy", "-h").out == collab("-h", "match").out

    assert "Usage" not in collab("match", "--", "-h").out


def test_help_of_a_command_that_is_none_is_that_of_the_program(collab: Collab) -> None:
    assert collab("nonsense", "-h").out == collab("-h").out
