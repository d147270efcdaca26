"""The language of a request's log: a day, and one of five words before a colon. Other lines are notes.

2026-11-25 asked: a table at story time
2026-11-26 weighed: serves-goals yes, reading is our first goal
2026-11-27 decided: later, the hours are promised until March
2026-11-27 letter: reply.docx
2026-12-01 kept as: valley-makers
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final, Literal, NamedTuple, get_args

from collabkit.partnerships.entries import LogEntry

Answer = Literal["yes", "partly", "no"]
ANSWERS: Final[tuple[Answer, ...]] = get_args(Answer)
Decision = Literal["yes", "later", "no"]
DECISIONS: Final[tuple[Decision, ...]] = get_args(Decision)

_WORD = re.compile(r"(asked|weighed|decided|letter|kept as)\s*:\s*(.*)", re.IGNORECASE | re.DOTALL)
_WEIGHED = re.compile(rf"([a-z0-9-]+)\s+({'|'.join(ANSWERS)})\b[,:]?\s*(.*)", re.IGNORECASE)
_DECIDED = re.compile(rf"({'|'.join(DECISIONS)})\b[,:]?\s*(.*)", re.IGNORECASE)


class Weighing(NamedTuple):
    """How a person answered one question of the policy."""

    on: date
    answer: Answer
    why: str


class Decided(NamedTuple):
    """What was decided."""

    on: date
    decision: Decision
    because: str


class Course(NamedTuple):
    """What happened to a request, up to a day."""

    weighed: dict[str, Weighing]
    """The last answer to each criterion, by its id."""
    decided: Decided | None
    """The last decision."""
    letters: tuple[str, ...]
    """Files of letters that were written."""
    kept: str | None
    """The folder of the partnership that it became."""


def course(entries: Iterable[LogEntry], today: date) -> Course:
    """Return what the *entries* of a log tell, which are in order of their days."""
    weighed: dict[str, Weighing] = {}
    decided: Decided | None = None
    letters: list[str] = []
    kept: str | None = None
    for entry in entries:
        word, rest = _word_and_rest(entry.text)
        if entry.day > today:
            continue
        if word == "weighed" and (found := _WEIGHED.fullmatch(rest)):
            weighed[found[1].lower()] = Weighing(entry.day, _answer(found[2]), found[3])
        elif word == "decided" and (found := _DECIDED.fullmatch(rest)):
            decided = Decided(entry.day, _decision(found[1]), found[2])
        elif word == "letter":
            letters.append(rest)
        elif word == "kept as":
            kept = rest
    return Course(weighed, decided, tuple(letters), kept)


def misread(entry: LogEntry) -> str | None:
    """Return what is wrong with *entry*, if it begins with a word of the log and says not what it must."""
    word, rest = _word_and_rest(entry.text)
    if word == "weighed" and not _WEIGHED.fullmatch(rest):
        return "says not how; write it like `weighed: serves-goals yes, reading is our first goal`"
    if word == "decided" and not _DECIDED.fullmatch(rest):
        return "says not what; write it like `decided: later, the hours are promised until March`"
    return None


def weighed(on: date, criterion: str, answer: Answer, why: str) -> LogEntry:
    """Return the line that says how a person answered."""
    return LogEntry(on, "", f"weighed: {criterion} {answer}{f', {why}' if why else ''}")


def decided(on: date, decision: Decision, because: str) -> LogEntry:
    """Return the line that says what was decided."""
    return LogEntry(on, "", f"decided: {decision}{f', {because}' if because else ''}")


def _word_and_rest(text: str) -> tuple[str, str]:
    found = _WORD.fullmatch(text)
    return (" ".join(found[1].lower().split()), found[2].strip()) if found else ("", text)


def _answer(text: str) -> Answer:
    return next(each for each in ANSWERS if each == text.lower())


def _decision(text: str) -> Decision:
    return next(each for each in DECISIONS if each == text.lower())
