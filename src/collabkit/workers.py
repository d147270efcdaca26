"""Work done by copies of this process, with the answers in order.

A copy (a fork) holds all that was made before it, so what is costly to prepare is prepared once. Each
piece of work takes a trip through a pipe, so pieces are to be large.
"""

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, Generic, Self, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

A = TypeVar("A")
B = TypeVar("B")


def cores() -> int:
    """Return how many processes can work at once here; 1 where this one cannot be copied safely.

    A copy lacks the threads of this process and keeps what they held locked. Threads of a C library are
    not seen here: whoever has such a library at work does not copy the process.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def in_order(work: Callable[[A], B], pieces: Iterable[A], count: int) -> Iterator[B]:
    """Yield what *work* makes of each of *pieces*, in their order.

    What *work* raises is raised where its answer would stand, and what *pieces* raises after the last
    answer. A copy that is killed, or that the system refuses, is missed by nobody: its piece is worked
    on here.

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
        for copy in _copies(work, count, stack):
            hand_out(copy)
        while under_way:
            copy, piece = under_way.popleft()
            made = copy.take()
            hand_out(copy)  # before the answer is used, so that the copy does not wait for that
            yield made[0] if made else work(piece)
    if broken:
        raise broken
    yield from map(work, source)  # all of it, if there was no copy


def _copies(work: Callable[[A], B], count: int, stack: ExitStack) -> list["_Copy[A, B]"]:
    """Return *count* copies, which end with *stack*; fewer where the system allows no more processes."""
    copies: list[_Copy[A, B]] = []
    with suppress(OSError):
        while len(copies) < count:
            copies.append(stack.enter_context(_Copy(work, [copy.end for copy in copies])))
    return copies


class _Copy(Generic[A, B]):
    """A copy of this process, which works on one piece at a time and ends with us."""

    def __init__(self, work: Callable[[A], B], earlier: "Sequence[Connection]") -> None:
        """Start it.

        Args:
            work: what it does.
            earlier: our ends of the pipes to the copies before it, which it would hold open.

        Raises:
            OSError: the system allows no more processes.
        """
        from multiprocessing import get_context  # noqa: PLC0415 - 10 ms, for much work alone

        context = get_context("fork")
        self.end, theirs = context.Pipe()
        self._process = context.Process(
            target=_serve, args=(work, theirs, [*earlier, self.end]), daemon=True
        )
        # A Ctrl-C that comes before the copy ignores it would be told by the copy, too.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            self._process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
            theirs.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.join()
        self.end.close()

    def give(self, piece: A) -> None:
        """Let it work on *piece*."""
        with suppress(OSError):  # it was killed, as `take` will tell
            self.end.send(piece)

    def take(self) -> tuple[B] | None:
        """Return what it made of its piece; nothing if it could not."""
        try:
            return (self.end.recv(),)
        except (EOFError, OSError):
            return None


def _serve(work: Callable[[A], B], end: "Connection", ours: "Sequence[Connection]") -> None:
    """Work on what comes through *end* until nothing more can come.

    A mistake ends the copy without a word: the piece is worked on again where it came from, which
    makes the same mistake in its place.
    """
    for each in ours:  # or the end of that process would not be noticed
        each.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that answers
    with suppress(Exception):
        while True:
            end.send(work(end.recv()))
