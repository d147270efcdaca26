"""Work done by copies of the process: the same answers, in order, whatever becomes of the copies."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from collabkit.workers import in_order

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="no process is copied elsewhere"),
    # pytest-xdist has threads; the program has none.
    pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning"),
]

HERE = os.getpid()


def tripled(number: int) -> int:
    return number * 3


def test_answers_come_in_order() -> None:
    assert list(in_order(tripled, range(50), 3)) == [tripled(number) for number in range(50)]
    assert list(in_order(tripled, [], 2)) == []


def test_the_copies_work_and_not_this_process() -> None:
    who = set(in_order(lambda _: os.getpid(), range(20), 2))

    assert len(who) == 2
    assert os.getpid() not in who


def test_what_the_work_raises_is_raised_in_its_place() -> None:
    answers = in_order(lambda number: 10 // number, [5, 2, 0, 1], 2)

    assert (next(answers), next(answers)) == (2, 5)
    with pytest.raises(ZeroDivisionError):
        next(answers)


def test_what_the_pieces_raise_comes_after_the_last_answer() -> None:
    def pieces() -> Iterator[int]:
        yield from (1, 2, 3)
        raise OSError("the file is gone")

    answers = in_order(tripled, pieces(), 2)

    assert [next(answers) for _ in range(3)] == [3, 6, 9]
    with pytest.raises(OSError, match="gone"):
        next(answers)


def test_a_copy_that_is_killed_is_missed_by_nobody() -> None:
    def work(number: int) -> int:
        if number == 4 and os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        return tripled(number)

    assert list(in_order(work, range(20), 2)) == [tripled(number) for number in range(20)]


def test_pieces_are_not_taken_long_before_they_are_needed() -> None:
    taken: list[int] = []

    def pieces() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    answers = in_order(tripled, pieces(), 2)
    next(answers)

    assert len(taken) == 3  # one is answered, and each copy has one


def test_whoever_stops_listening_leaves_no_copy_behind() -> None:
    answers = in_order(lambda _: os.getpid(), range(100), 2)
    copies = {next(answers), next(answers)}
    answers.close()  # type: ignore[attr-defined]  # a generator

    assert not any(map(_lives, copies))


def test_copies_end_with_the_process_that_they_work_for() -> None:
    script = (
        "import os, sys, time\n"
        "from collabkit.workers import in_order\n"
        "answers = in_order(lambda _: os.getpid(), range(100), 2)\n"
        "print(next(answers), next(answers), flush=True)\n"
        "time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as process:
        assert process.stdout
        copies = [int(pid) for pid in process.stdout.readline().split()]
        assert all(map(_lives, copies))
        process.kill()

    until = time.monotonic() + 30
    while any(map(_lives, copies)) and time.monotonic() < until:
        time.sleep(0.01)
    assert not any(map(_lives, copies))


def _lives(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except FileNotFoundError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"  # it ended, and nobody has asked how
