"""Text to stdout and stderr, and what to do when one of them breaks."""

import os
import sys
from collections.abc import Iterator, Sequence
from typing import TextIO, TypeVar

from collabkit.errors import CollabkitError, ReaderGoneError
from collabkit.output.terminals import terminal_width
from collabkit.text.characters import escape_terminal

M = TypeVar("M")


class OutputError(CollabkitError):
    """stdout or a file cannot take what we write."""

    def __init__(self, error: OSError) -> None:
        reason = error.strerror or str(error)
        super().__init__(f"cannot write the output: {reason}", "Nothing more was written.")


def say(text: str) -> None:
    """Write *text* to stdout as it is. For documents; records go through ``write``."""
    try:
        sys.stdout.write(text)
    except OSError as error:
        raise _failure(error) from error


def flush() -> None:
    """Hand everything written so far to the system, where a full disk shows."""
    try:
        sys.stdout.flush()
    except OSError as error:
        raise _failure(error) from error


def _failure(error: OSError) -> CollabkitError:
    """Give up on stdout; return what to raise."""
    _abandon(sys.stdout)
    return ReaderGoneError() if isinstance(error, BrokenPipeError) else OutputError(error)


def note(message: str) -> None:
    """Say something about the result, on stderr, without touching it."""
    try:
        sys.stdout.flush()  # or this line would overtake the data it describes
    except OSError:
        _abandon(sys.stdout)
    try:
        lines = [escape_terminal(line) for line in message.split("\n")]
        if sys.stderr.isatty():
            lines = [part for line in lines for part in _wrapped(line)]
        sys.stderr.write("\n".join(lines) + "\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        return  # nobody listens; the exit code still tells


def clear() -> None:
    """Begin a new screen on stderr, where that is a terminal which can."""
    if sys.stderr.isatty() and os.environ.get("TERM") not in {None, "", "dumb"}:
        sys.stderr.write("\x1b[2J\x1b[H")
        sys.stderr.flush()


def _wrapped(line: str) -> list[str]:
    """Return *line* in pieces that fit the terminal, parted between words: it would part them anywhere."""
    width = terminal_width()
    if len(line) <= width:
        return [line]
    import textwrap  # noqa: PLC0415 - only for long lines that a person reads

    return textwrap.wrap(
        line,
        width,
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
        drop_whitespace=True,
    )


def progress(items: Sequence[M], what: str) -> Iterator[M]:
    """Yield *items*, counting them on stderr if it is a terminal and they are many."""
    counted = len(items) >= _MANY and sys.stderr.isatty()
    counter = ""
    for number, item in enumerate(items, start=1):
        if counted:
            counter = f"{escape_terminal(what)}: {number} of {len(items)}"
            sys.stderr.write(f"\r{counter}")
            sys.stderr.flush()
        yield item
    if counted:
        # Blanks, since not every terminal knows how to erase a line.
        sys.stderr.write(f"\r{' ' * len(counter)}\r")
        sys.stderr.flush()


_MANY = 10
"""Papers or records from which on a person wonders how many are left."""


def _abandon(stream: TextIO) -> None:
    """Point *stream* at nothing, so that closing it at exit does not fail a second time."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
