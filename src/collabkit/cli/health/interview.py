"""The questions on a terminal, one after the other."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

import typer

from collabkit import output
from collabkit.workspace.names import (
    AGAIN_ASKS,
    CHANGE_ASKS,
    HIGHEST,
    LOWEST,
    Question,
    Sheet,
    Side,
    again_of,
    answer_of,
    with_name,
)

_NONE: Literal[""] = ""


def ask(questions: Mapping[str, Question], side: Side, on: date) -> Sheet:
    """Return what a person answers to *questions* for *side*."""
    who = "the library" if side == "we" else "the other side"
    output.note(
        f"Answers of {who}: {LOWEST} is not at all, {HIGHEST} is fully. Enter skips a question."
    )
    answers: dict[str, int] = {}
    for place, (id_, question) in enumerate(questions.items(), start=1):
        found = _answer(f"{place}. {question.text}")
        if found is not None:
            answers[id_] = found
    again = again_of(_prompt(f"{AGAIN_ASKS} (yes, unsure, no)"))
    change = _prompt(CHANGE_ASKS)
    return with_name(Sheet(on, side, "", answers, again, " ".join(change.split())))


def _answer(text: str) -> int | None:
    while True:
        typed = _prompt(text)
        found = answer_of(typed)
        if found is not None or not typed:
            return found
        output.note(f"  A whole number from {LOWEST} to {HIGHEST}, or Enter.")


def _prompt(text: str) -> str:
    typed: str = typer.prompt(text, default=_NONE, show_default=False, err=True)
    return typed.strip()
