"""``--set NAME=VALUE``: what a command takes beside its options, and what older command lines called it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from collabkit.cli.program import build
from collabkit.cli.settings import settings_of
from collabkit.errors import ExitCode
from conftest import Collab

MOST_OPTIONS = 15
PAPER = ("propose", "literacy-council", "--goal", "literacy", "--as", "email")
DAYS = "Mondays, January 11 and 25, 9 to noon"


def _commands(command: Any, path: tuple[str, ...] = ()) -> Iterator[Any]:  # noqa: ANN401 - Typer's own class
    inner = getattr(command, "commands", {})
    for name, each in inner.items():
        yield from _commands(each, (*path, name))
    if not inner:
        yield pytest.param(command, id=" ".join(path))


COMMANDS = tuple(_commands(typer.main.get_command(build())))


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_has_more_options_than_somebody_can_look_through(command: Any) -> None:  # noqa: ANN401 - as above
    settings = settings_of(command).values()
    shown = [
        each.opts[0]
        for each in command.params
        if each.opts[0].startswith("-") and not each.hidden and each not in settings
    ]
    assert len(shown) <= MOST_OPTIONS, shown


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_takes_settings_if_it_has_some(command: Any) -> None:  # noqa: ANN401 - as above
    assert any("--set" in each.opts for each in command.params) is bool(settings_of(command))


def test_a_setting_is_the_option_that_it_was(collab: Collab) -> None:
    now = collab(*PAPER, "--set", f"when={DAYS}", "--set", "where=the hall", "--set", "anyway")
    then = collab(*PAPER, "--when", DAYS, "--where", "the hall", "--anyway")

    assert "January 11" in now.out
    assert (now.code, now.out) == (then.code, then.out) == (0, then.out)
    assert "will be removed" not in now.err


def test_an_option_of_before_says_what_to_write(collab: Collab) -> None:
    run = collab(*PAPER, "--when", DAYS, "--anyway")

    assert "--when will be removed; write --set when=TEXT instead.\n" in run.err
    assert "--anyway will be removed; write --set anyway instead.\n" in run.err


def test_what_can_be_said_twice_is_there_twice_and_else_the_last_counts(collab: Collab) -> None:
    facts = [f"--set=fact=We lent {number} books last year." for number in (640, 910)]
    run = collab(*PAPER, *facts, "--set", "when=Fridays at 3", "--set", f"when={DAYS}")

    assert [fact.removeprefix("--set=fact=") in run.out for fact in facts] == [True, True]
    assert "January 11" in run.out
    assert "Fridays" not in run.out


def test_a_value_may_hold_an_equals_sign_and_dashes(collab: Collab) -> None:
    run = collab(*PAPER, "--set", "fact=Our rule is simple: --set a=b costs nothing.")

    assert "--set a=b costs nothing." in run.out.replace("\\", "")


def test_words_after_two_dashes_are_no_settings(collab: Collab) -> None:
    run = collab(*PAPER[:1], "--", "--set")

    assert run.code == ExitCode.USAGE
    assert "'--set'" in run.err


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("whn=Mondays", "no setting called 'whn'\nhint: Did you mean 'when'? One of: date, level,"),
        ("=Mondays", "no setting called ''\n"),
        ("\u202e\x1b[31m=x", "no setting called '\\u202e\\x1b[31m'\n"),
        ("when", "when is set to nothing\nhint: Write it as --set when=TEXT\n"),
        ("final=maybe", "final is yes or no, not 'maybe'\nhint: Write it as --set final\n"),
        ("level=x", "--set level: there is no 'x'\nhint: One of: email, letter, mou, contract\n"),
        ("start=2027-13-45", "--set start: '2027-13-45' is no day\nhint: Write it as --set start="),
        ("goal=literacy", "no setting called 'goal'\n"),
    ],
)
def test_what_cannot_be_set_is_refused(collab: Collab, setting: str, said: str) -> None:
    run = collab(*PAPER, "--set", setting)

    assert (run.code, run.out) == (ExitCode.USAGE, "")
    assert run.err.startswith(f"collab: {said}")


@pytest.mark.parametrize(("value", "final"), [("", True), ("=yes", True), ("=No", False)])
def test_a_yes_can_be_said_and_taken_back(collab: Collab, value: str, *, final: bool) -> None:
    run = collab(*PAPER[:-2], "--as", "agreement", "--set", f"final{value}")

    assert ("not legal advice" not in run.out) is final


def test_what_is_set_wins_over_the_environment(
    collab: Collab, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("COLLAB_DIRECTORY", str(tmp_path / "there"))
    run = collab(*PAPER, "--organization", "irs-1", "--set", f"directory={tmp_path / 'here'}")

    assert run.code != 0
    assert str(tmp_path / "here") in run.err.replace("\n", "")
