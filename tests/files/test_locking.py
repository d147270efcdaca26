"""One writer at a time, and none that waits for a dead one."""

import subprocess
import sys
from pathlib import Path

import pytest

from collabkit.files.locking import BusyError, locked

HOLDER = """
import sys; from pathlib import Path
from collabkit.files.locking import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def _holder(folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HOLDER, str(folder)]
    holder = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    return holder


def test_a_lock_that_another_program_holds_is_told(tmp_path: Path) -> None:
    with _holder(tmp_path) as holder:
        with (
            pytest.raises(BusyError, match="another collab is writing") as told,
            locked(tmp_path, seconds=0),
        ):
            pass
        assert told.value.hint == "Wait until it has finished, then run the command again."
        holder.communicate("")

    with locked(tmp_path, seconds=0):
        assert [each for each in tmp_path.iterdir() if each.is_file()] == []


def test_a_killed_holder_holds_nothing(tmp_path: Path) -> None:
    with _holder(tmp_path) as holder:
        holder.kill()
        holder.wait()
        with locked(tmp_path):
            assert holder.returncode


def test_who_waits_gets_it_in_the_end(tmp_path: Path) -> None:
    with (
        _holder(tmp_path) as first,
        subprocess.Popen(
            [sys.executable, "-c", HOLDER, str(tmp_path)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
        ) as second,
    ):
        first.communicate("")
        assert second.communicate()[0] == b"held\n"
