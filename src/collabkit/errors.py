"""Every error a person can cause, and the code the program exits with.

* CollabkitError              1  anything else: a full disk, a file that cannot be written
  * UsageError                2  a command line or a call asks for something that cannot be
    * UnknownIdError             an id that names nothing
  * DataError                 3  a data file is wrong; carries every problem found
  * StaleFileError            4  a file changed under us
  * DirectoryMissingError     5  the directory of organizations is not loaded yet
  * ReaderGoneError           0  whoever read our output has what they wanted

Interrupted by Ctrl-C is 130. Anything else that escapes is a bug and keeps its traceback.
"""

from collections.abc import Iterable, Sequence
from enum import IntEnum
from pathlib import Path
from typing import ClassVar, NamedTuple


class ExitCode(IntEnum):
    """What the program says to the shell. Never renumbered: scripts depend on it."""

    FINE = 0
    """Also when nothing was found: that is an answer."""
    OTHER = 1
    USAGE = 2
    DATA = 3
    STALE = 4
    DIRECTORY_MISSING = 5
    INTERRUPTED = 130


class Place(NamedTuple):
    """A spot in a file, counted from 1."""

    path: str
    """The file."""
    line: int
    """Counted from 1."""
    column: int
    """Counted from 1."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Problem(NamedTuple):
    """One thing wrong at one place of one file, with what to do about it."""

    place: Place
    """Where it is."""
    field: str
    """Dotted path from the top of the entry, such as ``wants[2].resource``; may be empty."""
    message: str
    """What is wrong, and what to do."""

    def __str__(self) -> str:
        field = f"{self.field}: " if self.field else ""
        return f"{self.place}: {field}{self.message}"


class CollabkitError(Exception):
    """Something a person can put right.

    ``hint`` says how, in words that hold in Python and anywhere; ``command`` says it to whoever typed a
    command, where that is not the same.
    """

    exit_code: ClassVar[ExitCode] = ExitCode.OTHER

    def __init__(
        self, message: str, hint: str | None = None, *, command: str | None = None
    ) -> None:
        super().__init__(message)
        self.hint = hint
        self.command = command or hint


class UsageError(CollabkitError):
    """A command line or a call asks for something that cannot be."""

    exit_code = ExitCode.USAGE


class UnsureError(UsageError):
    """Words may mean several things, and nobody is there to say which; `collab start` asks."""


class UnknownIdError(UsageError):
    """An id that names nothing: the hint offers the closest, and all of them if they are few.

    ``catalog`` is the one that has them, which a command line is sent to where there is nothing to offer.
    """

    def __init__(
        self, kind: str, unknown: str, known: Iterable[str], *, catalog: str | None = None
    ) -> None:
        choices = list(known)
        close = did_you_mean(unknown, choices)
        offers = [close[:1].upper() + close[1:]] if close else []
        if 0 < len(choices) <= _FEW:
            offers.append(f"One of: {', '.join(choices)}")
        listed = f"`collab list {catalog}` has them" if catalog and not offers else None
        super().__init__(
            f"no {kind} called {cut(unknown)!r}", " ".join(offers) or None, command=listed
        )


_FEW = 60
"""Choices that still can be read in a hint: all sectors, papers, conditions, goals, assets and schemas."""


MOST_SHOWN = 100
"""Problems that an error lists; nobody mends more in one go."""


class DataError(CollabkitError):
    """One or more data files are wrong."""

    exit_code = ExitCode.DATA

    def __init__(self, problems: Sequence[Problem]) -> None:
        count = len(problems)
        more = [f"... and {count - MOST_SHOWN:,} more"] if count > MOST_SHOWN else []
        super().__init__(
            "\n".join([*(str(problem) for problem in problems[:MOST_SHOWN]), *more]),
            f"{count:,} problem{'s' if count != 1 else ''} found; ``problems`` has each with its place",
            command=f"{count:,} problem{'s' if count != 1 else ''} found; `collab check` shows them again",
        )
        self.problems = tuple(problems)


class DirectoryMissingError(CollabkitError):
    """The directory of organizations is not loaded yet."""

    exit_code = ExitCode.DIRECTORY_MISSING

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"no directory of organizations in {folder}",
            'Workspace.open().load("eo_mt.csv") makes one of the files of public registers.',
            command="`collab directory load FILE` makes one; `collab directory sources` says where to get "
            "the files.",
        )


class StaleFileError(CollabkitError):
    """A file changed between our reading and our writing it."""

    exit_code = ExitCode.STALE

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} changed while we worked on it; nothing was written",
            "Do it again.",
        )


class ReaderGoneError(CollabkitError):
    """The reader of a pipe has closed it, as ``head`` does: the end, without a word."""

    exit_code = ExitCode.FINE

    def __init__(self) -> None:
        super().__init__("the reader of the output has gone")


def cut(text: str, most: int = 60) -> str:
    """Return *text*, or its beginning where it is longer than *most* letters: enough to know it by."""
    return text if len(text) <= most else f"{text[: most - 3]}..."


def did_you_mean(unknown: str, known: Iterable[str]) -> str | None:
    """Return a question that offers the closest of *known*, or nothing."""
    close = closest(unknown, known)
    return offer(close) if close else None


def offer(close: str) -> str:
    """Return the question whether *close* was meant."""
    return f"did you mean {close!r}?"


def closest(unknown: str, known: Iterable[str]) -> str | None:
    """Return the closest of *known*, or nothing.

    Case and blanks do not count, so "Food Bank" finds ``food-bank``.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - a millisecond that only mistakes cost

    choices = {_folded(each): each for each in sorted(known)}
    # difflib is quadratic in the length of the word, and nobody mistypes an essay.
    folded = _folded(unknown)[:80]
    close = get_close_matches(folded, choices, n=1, cutoff=0.8)
    if not close and len(folded) >= _TELLING:
        close = [choice for choice in choices if folded in choice][:1]
    if not close:
        close = _akin(folded, choices) or get_close_matches(folded, choices, n=1, cutoff=0.6)
    return choices[close[0]] if close else None


def _folded(text: str) -> str:
    return "-".join(text.casefold().split())


def _akin(folded: str, choices: Iterable[str]) -> list[str]:
    """Return the choice that shares most beginnings of words, if one does: "tutoring-hub" and "adult-tutoring".

    Of several that share as many, it is the one with most letters in common.
    """
    from difflib import SequenceMatcher  # noqa: PLC0415 - see above

    asked = _roots(folded)
    shared = {choice: len(asked & _roots(choice)) for choice in choices}
    most = max(shared.values(), default=0)
    alike = [choice for choice, count in shared.items() if count == most]
    likeness = {choice: SequenceMatcher(None, folded, choice).ratio() for choice in alike}
    return sorted(alike, key=lambda choice: -likeness[choice])[:1] if most else []


def _roots(folded: str) -> set[str]:
    return {word[:_ROOT] for word in folded.split("-") if len(word) >= _ROOT}


_ROOT = 5
"""Letters that two words share if they are about the same."""
_TELLING = 3
"""Letters from which on a part of a word tells which word is meant."""
