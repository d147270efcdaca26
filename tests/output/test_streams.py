"""stdout is data, stderr is talk, and a stream that breaks is told once."""

import subprocess
import sys
from pathlib import Path

import pytest

from collabkit.output import note, progress, say

WRITER = """
import sys
from collabkit import output
from collabkit.errors import CollabkitError
try:
    for _ in range(10_000):
        output.say("x" * 100 + "\\n")
    output.flush()
except CollabkitError as error:
    print(type(error).__name__, error, file=sys.stderr)
"""


def test_a_note_acts_on_no_terminal_and_touches_no_data(capsys: pytest.CaptureFixture[str]) -> None:
    say("data\x1b\n")
    note("two\x1b[31m\nlines\u202e")

    assert capsys.readouterr() == ("data\x1b\n", "two\\x1b[31m\nlines\\u202e\n")


def test_progress_is_for_terminals(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(progress(range(50), "Counting")) == list(range(50))
    assert capsys.readouterr() == ("", "")


def test_what_counts_on_a_terminal_is_gone_in_the_end_and_obeyed_by_none(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)

    assert list(progress(range(10), "Counting\x1b")) == list(range(10))
    *counted, blanks, nothing = capsys.readouterr().err.split("\r")
    assert counted[-1] == r"Counting\x1b: 10 of 10"
    assert (blanks, nothing) == (" " * len(counted[-1]), "")


def test_a_reader_that_left_ends_the_writing_without_a_word(tmp_path: Path) -> None:
    script = tmp_path / "writer.py"
    script.write_text(WRITER, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as writer:
        assert writer.stdout is not None
        assert writer.stderr is not None
        writer.stdout.readline()
        writer.stdout.close()
        said = writer.stderr.read().decode()

    assert said == "ReaderGoneError the reader of the output has gone\n"
    assert writer.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that only Linux has")
def test_a_full_disk_is_told(tmp_path: Path) -> None:
    script = tmp_path / "writer.py"
    script.write_text(WRITER, encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, str(script)], check=False, stdout=full, stderr=subprocess.PIPE
        )

    assert done.stderr == b"OutputError cannot write the output: No space left on device\n"
