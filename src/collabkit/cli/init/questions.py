"""What ``collab init`` asks at a terminal, and what it makes of the answers."""

import re
from collections.abc import Sequence

import typer

from collabkit import output
from collabkit.errors import UsageError
from collabkit.workspace.names import near, states_of


class BackError(Exception):
    """Raised where a person wants the question before once more."""


def ask(question: str, default: str = "") -> str | None:
    """Return the answer to *question*, or nothing.

    Raises:
        BackError: the answer is "b".
    """
    answer: str = typer.prompt(
        question,
        default=default,
        show_default=bool(default),
        err=True,
    )
    if answer.strip() == "b":
        raise BackError
    return answer.strip() or None


def place(address: str = "") -> str | None:
    """Return the library's town with its state, which a town alone does not tell.

    Args:
        address: where the library stands, if it is known; its state comes first among several.
    """
    answer = ask("Town and state, such as Missoula, MT")
    while answer is not None:
        states = states_of(answer)
        if states:
            answer = f"{answer.strip(' ,')}, {_state(answer.strip(' ,'), states, address)}"
        try:
            near(answer)
        except UsageError as error:
            output.note(f"{str(error)[:1].upper()}{str(error)[1:]}. {error.hint or ''}")
            again = ask("Town and state", answer)
            if again == answer:  # as she knows it, though no list does
                return answer
            answer = again
        else:
            return answer
    return None


def _state(town: str, states: Sequence[str], address: str) -> str:
    """Return in which of *states* the town is; of several that of the address is offered first."""
    if not states[1:]:
        output.note(f"  {town}, {states[0]}")
        return states[0]
    likely = sorted(states, key=lambda state: not re.search(rf"\b{state}\b", address))
    output.note(f"There is a {town} in {', '.join(likely)}.")
    return (ask("Which state", likely[0]) or likely[0]).upper()


def zip_code() -> str | None:
    """Return the ZIP code."""
    answer = ask("ZIP code")
    while answer is not None and not re.fullmatch(r"[0-9]{5}(-[0-9]{4})?", answer, re.ASCII):
        output.note(f"{answer!r} is not a ZIP code; write five digits.")
        answer = ask("ZIP code")
    return answer


def hours() -> float | None:
    """Return the staff hours a week that there are for partnerships."""
    while True:
        answer = ask("Staff hours a week for partnerships, such as 3")
        if answer is None:
            return None
        try:
            found = float(answer)
        except ValueError:
            found = -1
        if 0 <= found <= _WEEK:
            return found
        output.note(f"Write a number from 0 to {_WEEK}.")


_WEEK = 168
