"""Work done by copies of this process, with the answers in order.

A copy (a fork) holds all that was made before it, so what is costly to prepare is prepared once. Each
piece of work takes a trip through a pipe, so pieces are to be large.
"""

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, Generic, Self, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

A = TypeVar("A")
B = TypeVar("B")


def cores() -> int:
    """Return how many processes can work at once here; 1 where none can be copied safely."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def in_order(work: Callable[[A], B], pieces: Iterable[A], count: int) -> Iterator[B]:
    """Yield what *work* makes of each of *pieces*, in their order.

    What *work* raises is raised where its answer would stand, and what *pieces* raises after the last
    answer. A copy that is killed is missed by nobody: its piece is worked on here.

    Args:
        work: needs nothing but its piece and what is there already; what it makes can be pickled.
        pieces: only *count* of them are taken before they are needed.
        count: how many copies work.
    """
    source, under_way = iter(pieces), deque[tuple["_Copy[A, B]", A]]()
    broken: Exception | None = None

    def hand_out(copy: "_Copy[A, B]") -> None:
        nonlocal broken
        if broken:
            return
        try:
            piece = next(source)
        except StopIteration:
            return
        except Exception as error:  # noqa: BLE001 - raised again, once what came before is answered
            broken = error
            return
        copy.give(piece)
        under_way.append((copy, piece))

    with ExitStack() as stack:
        for copy in [stack.enter_context(_Copy(work)) for _ in range(count)]:
            hand_out(copy)
        while under_way:
            copy, piece = under_way.popleft()
            made = copy.take()
            hand_out(copy)  # before the answer is used, so that the copy does not wait for that
            yield made[0] if made else work(piece)
    if broken:
        raise broken


class _Copy(Generic[A, B]):
    """A copy of this process, which works on one piece at a time and ends with us."""

    def __init__(self, work: Callable[[A], B]) -> None:
        from multiprocessing import get_context  # noqa: PLC0415 - 10 ms, for much work alone

        context = get_context("fork")
        self._end, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(work, theirs, self._end), daemon=True)
        self._process.start()
        theirs.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.join()
        self._end.close()

    def give(self, piece: A) -> None:
        """Let it work on *piece*."""
        with suppress(OSError):  # it was killed, as `take` will tell
            self._end.send(piece)

    def take(self) -> tuple[B] | None:
        """Return what it made of its piece; nothing if it could not."""
        try:
            return (self._end.recv(),)
        except (EOFError, OSError):
            return None


def _serve(work: Callable[[A], B], end: "Connection", ours: "Connection") -> None:
    """Work on what comes through *end* until nothing more can come.

    A mistake ends the copy without a word: the piece is worked on again where it came from, which
    makes the same mistake in its place.
    """
    ours.close()  # or the end of that process would not be noticed
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that answers
    with suppress(Exception):
        while True:
            end.send(work(end.recv()))
