"""One writer at a time, and none that waits for a dead one."""

import errno
import os
import subprocess
import sys
import threading
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
            pytest.raises(
                BusyError, match=rf"^another collab is writing in {tmp_path}; nothing was changed$"
            ) as told,
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


def test_who_waits_is_let_in_when_the_other_is_done(tmp_path: Path) -> None:
    done = threading.Event()

    def hold() -> None:
        with locked(tmp_path):
            held.set()
            done.wait(60)

    held = threading.Event()
    holder = threading.Thread(target=hold)
    holder.start()
    held.wait(60)
    threading.Timer(0.1, done.set).start()

    with locked(tmp_path, seconds=60):
        assert done.is_set()
    holder.join()


def test_where_no_lock_can_be_had_nothing_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    with locked(tmp_path / "nowhere", seconds=0):
        pass
    monkeypatch.setattr("fcntl.flock", refused)
    with locked(tmp_path, seconds=0):
        pass


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
