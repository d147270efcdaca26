"""The contract of the command line: what goes to stdout, what to stderr, and the exit code."""

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from collabkit.catalog.fields import SECTORS
from collabkit.cli.commands import COMMANDS, SERVING
from collabkit.errors import ExitCode
from collabkit.proposals import PAPERS
from conftest import Collab
from shipped import CATALOG

PROGRAM = f"{shlex.quote(sys.executable)} -m collabkit"
LIST = ("list", "goals", "-f", "ids")
WRITES = (("--help",), ("--version",), LIST, ("list", "phrasings", "-f", "ndjson"), ("schema", "goals"), ("show", "literacy"), ("match", "-g", "literacy"), ("propose", "-g", "literacy"))  # fmt: skip


class TextFile(SingleFileSnapshotExtension):
    """One readable file for each help text."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


def shell(script: str) -> subprocess.CompletedProcess[str]:
    """Run *script* in a shell that knows the program as ``collab``."""
    return subprocess.run(
        ["/bin/bash", "-o", "pipefail", "-c", f'collab() {{ {PROGRAM} "$@"; }}\n{script}'],
        check=False,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=60,
    )


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_help_text_is_as_agreed(
    collab: Collab, snapshot: SnapshotAssertion, command: str
) -> None:
    run = collab(*([command] if command else []), "--help-all")

    assert (run.code, run.err) == (0, "")
    assert run.out == snapshot(extension_class=TextFile)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_text_opens_with_one_sentence_and_has_an_example(
    collab: Collab, command: str
) -> None:
    text = collab(command, "--help").out

    assert re.search(r"^Example: collab " + command, text, re.MULTILINE)
    assert collab(command, "-h").out == text


# Two need registers, which the tests of the directory load; one that serves has tests of its own.
@pytest.mark.parametrize(
    "command", [each for each in COMMANDS if each not in {"find", "directory", *SERVING}]
)
def test_every_example_in_a_help_text_runs(
    collab: Collab, command: str, clean_machine: Path
) -> None:
    example = re.search(r"Example: collab (.*?)\n\n", collab(command, "--help").out, re.DOTALL)
    assert example
    if command == "check":
        assert collab("init").code == 0
        (clean_machine / "catalog").mkdir()
    if command in {
        *("track", "log", "change", "due", "handover", "export"),
        *("count", "health", "review", "request", "answer", "know"),
    }:
        assert collab("init").code == 0
    if command in {"log", "change", "handover", "count", "health", "review"}:
        assert collab("track", "Prairie Reads").code == 0
    if command == "answer":
        assert collab("start", "kids come hungry", "--keep").code == 0
    if command == "roll-up":
        (clean_machine / "libraries" / "hays").mkdir(parents=True)
        assert collab("init", "-o", "libraries/hays/library.yaml").code == 0

    run = collab(*shlex.split(example[1].partition(" > ")[0]))

    assert run.code == 0, run.err


def test_without_a_command_the_help_is_shown_as_a_usage_error(collab: Collab) -> None:
    assert collab().code == ExitCode.USAGE


def test_the_version_is_data(collab: Collab) -> None:
    run = collab("--version")

    assert run.code == 0
    assert re.fullmatch(r"collab \d+\.\d+\.\d+\S*\n", run.out)
    assert run.err == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("match", "-g", "literacy", "--sector", "helth"), "no sector called 'helth'\nhint: Did you mean 'health'?"),
        (("match", "-g", "literacy", "--library", "none.yaml"), "no file called 'none.yaml'\nhint: `collab init` writes a library.yaml"),
        (("match", "-g", "literacy", "--catalog", "none"), "no folder called 'none'\nhint: Name a folder of YAML files"),
        (("list", "partner"), "no catalog called 'partner'\nhint: Did you mean 'partners'?"),
        (("show", "Food Bank"), "no entry called 'Food Bank'\nhint: Did you mean 'food-bank'?"),
        (("propose", "musem"), "no partner called 'musem'\nhint: Did you mean 'museum'?"),
        (("propose", "-a", "storywalk-in-park"), "no activity called 'storywalk-in-park'\nhint: Did you mean 'storywalk-in-the-park'?"),
        (("init", "--asset", "makerspaces"), "no asset called 'makerspaces'\nhint: Did you mean 'makerspace'?"),
        (("init", "--need", "foods"), "no resource called 'foods'\nhint: Did you mean 'food'?"),
        (("check", "none.yaml"), "no file or folder called 'none.yaml'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)  # fmt: skip
def test_a_mistake_is_said_on_stderr_with_a_way_out(
    collab: Collab, arguments: tuple[str, ...], said: str
) -> None:
    run = collab(*arguments)

    assert (run.code, run.out) == (ExitCode.USAGE, "")
    assert run.err.startswith(f"collab: {said}")
    assert run.err.count("\n") == 1 + ("hint: " in said)


@pytest.mark.parametrize(
    ("arguments", "choices"),
    [
        (("match", "-g", "literacy", "--sector", "x"), SECTORS),
        (("propose", "museum", "--as", "x"), PAPERS),
        (
            ("propose", "museum", "--as", "agreement", "--set", "involves=x"),
            tuple(CATALOG.conditions),
        ),
        (("init", "--asset", "x"), CATALOG.assets),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_wrong_choice_lists_what_can_be_chosen(
    collab: Collab, arguments: tuple[str, ...], choices: Iterable[str]
) -> None:
    assert f"One of: {', '.join(choices)}\n" in collab(*arguments).err


@pytest.mark.parametrize(
    "arguments",
    [("mtach",), ("match", "--gaol", "x"), ("match", "-f", "xml", "-g", "stem"), ("match", "-g", "stem", "-n", "0"), ("show",), ("list", "goals", "extra")],
    ids=" ".join,
)  # fmt: skip
def test_a_wrong_command_line_is_a_usage_error(collab: Collab, arguments: tuple[str, ...]) -> None:
    run = collab(*arguments)

    assert (run.code, run.out) == (ExitCode.USAGE, "")
    assert re.fullmatch(r"collab: [^\n]+\nhint: [^\n]+\n", run.err)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("mtach", "no command called 'mtach'\nhint: Did you mean 'match'?"),
        ("directory lod", "no command called 'lod'\nhint: Did you mean 'load'?"),
        ("match --gaol x", "no option --gaol\nhint: Did you mean --goal?"),
        ("match -g stem -f xml", "--format: there is no 'xml'\nhint: One of: table, ndjson, json,"),
        ("propose --for bord", "--for: there is no 'bord'\nhint: Did you mean 'board'? One of: partner, board, funder\n"),
        ("match -g stem -n 0", "--limit: must be 1 or more\nhint: `collab match -h`"),
        ("match -g stem -n x", "--limit: must be a whole number\n"),
        ("init --hours 200", "--hours: must be at most 168\n"),
        ("show", "ID is missing\nhint: `collab show -h`"),
        ("list goals \u202eextra", "'\\u202eextra' is too much\nhint: Put words that belong together in quotes;"),
        ("match -g", "-g needs something after it\n"),
        ("propose --set date=x", "--set date: 'x' is no day\nhint: Write it as --set date=2026-03-01\n"),
        ("-f json match literacy", "--format stands behind the command\n"),
    ],
)  # fmt: skip
def test_what_typer_finds_wrong_is_said_as_all_else(
    collab: Collab, arguments: str, said: str
) -> None:
    run = collab(*arguments.split(" "))

    assert (run.code, run.out) == (ExitCode.USAGE, "")
    assert run.err.startswith(f"collab: {said}")


def test_a_wrong_format_in_the_environment_is_told(
    collab: Collab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLLAB_FORMAT", "xml")

    assert collab("list", "goals").err.startswith("collab: --format: there is no 'xml'\n")


def test_nothing_found_is_an_answer(collab: Collab) -> None:
    run = collab("list", "goals", "--search", "no such words", "-f", "json")

    assert run == (0, "[]\n", "0 of 41 goals.\n")


def test_a_wrong_file_exits_with_three(collab: Collab, clean_machine: Path) -> None:
    (clean_machine / "library.yaml").write_text("naem: Ours\nzip: 01234\n", encoding="utf-8")

    for arguments in (("match", "-g", "literacy"), ("propose", "-g", "literacy")):
        run = collab(*arguments)
        assert (run.code, run.out) == (ExitCode.DATA, "")
        assert run.err.startswith("collab: ")
        assert "library.yaml:1:1: naem: no such field; did you mean 'name'?\n" in run.err
        assert "library.yaml:2:6: zip: '01234' without quotes loses its zeros" in run.err
        assert run.err.endswith("hint: 2 problems found; `collab check` shows them again\n")


@pytest.mark.parametrize("arguments", WRITES, ids=" ".join)
def test_a_full_disk_is_one_sentence(arguments: tuple[str, ...]) -> None:
    run = shell(f"collab {shlex.join(arguments)} > /dev/full")

    assert run.returncode == ExitCode.OTHER
    assert run.stderr.startswith("collab: cannot write the output: No space left on device\n")
    assert "Traceback" not in run.stderr
    assert "Exception ignored" not in run.stderr


def test_a_file_that_cannot_be_read_is_named(
    collab: Collab, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    missing = tmp_path / "gone.tsv"
    monkeypatch.setattr("collabkit.workspace.Workspace.open", lambda **_: missing.read_text())
    run = collab("list", "goals")

    assert (run.code, run.out) == (ExitCode.OTHER, "")
    assert run.err == f"collab: {missing}: No such file or directory\n"


@pytest.mark.parametrize(
    "arguments", [LIST, ("--help",), ("propose", "-g", "literacy")], ids=" ".join
)
def test_a_closed_stdout_is_one_sentence(arguments: tuple[str, ...]) -> None:
    run = shell(f"collab {shlex.join(arguments)} >&-")

    assert run.returncode == ExitCode.OTHER
    assert run.stderr.startswith("collab: cannot write the output: Bad file descriptor\n")
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize("arguments", WRITES, ids=" ".join)
def test_a_reader_that_has_enough_ends_it_in_silence(arguments: tuple[str, ...]) -> None:
    read, write = os.pipe()
    os.close(read)
    run = subprocess.run(
        [sys.executable, "-m", "collabkit", *arguments],
        check=False,
        stdout=write,
        stderr=subprocess.PIPE,
        text=True,
    )
    os.close(write)

    talk = {"hint: ", "collab: ", "Traceback", "Exception", "Error"}
    assert not [word for word in talk if word in run.stderr]
    assert run.returncode == 0 or arguments == ("--help",)  # Typer writes that one, and exits 1


def test_head_gets_one_line_and_nothing_is_said() -> None:
    run = shell("collab list phrasings -f ndjson | head -1")

    assert (run.returncode, run.stderr) == (0, "")
    assert json.loads(run.stdout)["id"] == "ask-public-library"


def test_without_stdin_or_stderr_the_answer_is_the_same() -> None:
    plain = shell(f"collab {shlex.join(LIST)}").stdout

    assert shell(f"collab {shlex.join(LIST)} <&- 2>&-").stdout == plain
    assert shell("collab list golas <&- >&- 2>&-").returncode == ExitCode.USAGE
    assert shell("collab propose <&-").returncode == ExitCode.USAGE
    assert shell("collab init -o l.yaml --name x <&-").returncode == 0


def test_commands_compose() -> None:
    run = shell(
        "collab match -g literacy -g newcomers -f ndjson | head -3 | collab propose -g literacy -\n"
        "collab match -g literacy -f ids -n 2 | xargs -n1 echo partner"
    )

    assert run.returncode == 0
    assert len(re.findall(r"^\*\*For:\*\*", run.stdout, re.MULTILINE)) == 3
    assert re.search(r"^partner literacy-council\npartner [a-z0-9-]+\n\Z", run.stdout, re.MULTILINE)


@pytest.mark.parametrize("format_", ["table", "ndjson", "json", "csv", "tsv", "markdown", "ids"])
def test_the_format_may_come_from_the_environment(
    collab: Collab, monkeypatch: pytest.MonkeyPatch, format_: str
) -> None:
    chosen = collab("list", "forms", "-f", format_)
    monkeypatch.setenv("COLLAB_FORMAT", format_)

    assert collab("list", "forms") == chosen
    assert chosen.code == 0


def test_the_same_question_gets_the_same_bytes(collab_process: Collab) -> None:
    question = ("match", "-g", "literacy", "-f", "json", "-n", "99")

    assert collab_process(*question) == collab_process(*question)
