"""What a person presses or types."""

import os
import select
import sys
import time
from typing import NamedTuple

import typer

from collabkit import output
from collabkit.workspace.case_names import Question

_HABIT = 0.7
"""Seconds after a key in which Enter belongs to that key: many press it after a number by habit."""
_ENTER = frozenset({"\r", "\n"})
_STOPS = frozenset({"q", "Q", "\x1b", "\x04"})
DIGITS = 9
"""Choices that one key each can choose."""


class Pressed(NamedTuple):
    """What was pressed: an answer, or something that the face does by itself."""

    what: str
    """`answer`, `back`, `stop`, `not` or `write`."""
    text: str = ""
    """The answer; of `not` the id of the choice."""


class Keys:
    """Reads the keys of one conversation."""

    def __init__(self) -> None:
        self._pressed = 0.0

    def answer(self, question: Question, *, ready: bool) -> Pressed:
        """Return what is pressed in answer to *question*; *ready* says whether a paper can be written."""
        if len(question.choices) > DIGITS or not question.choices:
            return _typed(question, line("Your answer"), ready=ready)
        while True:
            key = pressed()
            late = time.monotonic() - self._pressed > _HABIT
            if key in _ENTER and not late:
                continue
            found = self._meant(key, question, ready=ready)
            if found is not None:
                self._pressed = 0.0 if key in _ENTER else time.monotonic()
                return found

    def _meant(self, key: str, question: Question, *, ready: bool) -> Pressed | None:
        if key in _ENTER:
            return Pressed("answer", question.choices[0].id)
        if key.isdigit() and 0 < int(key) <= len(question.choices):
            return Pressed("answer", question.choices[int(key) - 1].id)
        if key in _STOPS:
            return Pressed("stop")
        match key.lower():
            case "b":
                return Pressed("back")
            case "t" if question.free:
                return Pressed("answer", typed) if (typed := line("In your own words")) else None
            case "p" if question.may_pass:
                return Pressed("answer", "")
            case "n" if question.id == "body":
                return _not_this(question)
            case "w" if ready:
                return Pressed("write")
        return None


def help_of(question: Question, *, ready: bool) -> str:
    """Return the line that says which keys there are."""
    if not question.choices or len(question.choices) > DIGITS:
        first = "Type a number or your answer" if question.choices else "Type your answer"
        parts = [first, "Enter passes it over" if question.may_pass else "", "b back", "q stops"]
    else:
        parts = [
            f"1-{len(question.choices)}" if len(question.choices) > 1 else "1",
            "Enter the first",
            "t type" if question.free else "",
            "n not one of them" if question.id == "body" else "",
            "p pass" if question.may_pass else "",
            "b back",
            "q stop and keep",
        ]
    return " · ".join(filter(None, (*parts, "w write now" if ready else "")))


def pressed() -> str:
    """Return the next key, also one that was pressed before anybody asked for it: quick people are not slowed down."""
    try:
        import termios  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return typer.getchar()
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    meant = termios.tcgetattr(terminal)
    meant[_LOCAL] &= ~(termios.ICANON | termios.ECHO)
    try:
        # Not `tty.setcbreak`, which throws away what was typed before.
        termios.tcsetattr(terminal, termios.TCSANOW, meant)
        key = os.read(terminal, 1)
        while key == _ESCAPE and select.select([terminal], [], [], _WITHIN)[0]:
            os.read(terminal, _SEQUENCE)  # an arrow, or another key that says several letters
            key = os.read(terminal, 1)
        return key.decode("ascii", errors="replace") or "q"
    finally:
        termios.tcsetattr(terminal, termios.TCSANOW, before)


_LOCAL = 3
"""Where `termios` keeps whether a terminal waits for a whole line and shows what is typed."""
_ESCAPE, _SEQUENCE, _WITHIN = b"\x1b", 16, 0.05
"""The key that begins what other keys say, the letters that follow, and the seconds within which they do."""


def line(prompt: str) -> str:
    """Return what a person types on one line; nothing for Enter alone."""
    said: str = typer.prompt(prompt, default="", show_default=False, err=True)
    return " ".join(said.split())


def _typed(question: Question, said: str, *, ready: bool) -> Pressed:
    """Return what a typed line means: a number chooses, a letter alone is a key."""
    if said.isdigit() and 0 < int(said) <= len(question.choices):
        return Pressed("answer", question.choices[int(said) - 1].id)
    key = said.lower()
    if key == "q":
        return Pressed("stop")
    if key == "b":
        return Pressed("back")
    if key == "w" and ready:
        return Pressed("write")
    return Pressed("answer", said)


def _not_this(question: Question) -> Pressed | None:
    number = line(f"Which one is it not (1-{len(question.choices)})")
    if number.isdigit() and 0 < int(number) <= len(question.choices):
        return Pressed("not", question.choices[int(number) - 1].id)
    output.note("No such number.")
    return None
