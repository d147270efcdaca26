"""What ``collab init`` asks at a terminal, and what it makes of the answers."""

import re

import typer

from collabkit import output
from collabkit.cli.init import assets
from collabkit.errors import UsageError
from collabkit.workspace.names import Catalog, near


def ask(question: str, default: str = "") -> str | None:
    """Return the answer to *question*, or nothing."""
    answer: str = typer.prompt(
        question,
        default=default,
        show_default=bool(default),
        err=True,
    )
    return answer.strip() or None


def place(default: str = "") -> str | None:
    """Return the library's town with its state, which a town alone does not tell."""
    answer = ask("Town and state, such as Missoula, MT", default)
    while answer is not None:
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


def own_assets(catalog: Catalog) -> list[str]:
    """Return the ids of what the library has, asking again only for what was unclear."""
    choices = assets.choices(catalog)
    output.note("What does the library have?")
    for line in assets.shown(choices):
        output.note(line)
    found: dict[str, None] = {}
    asked = ask("Numbers, or your own words, with commas between")
    while asked:
        said = assets.understood(asked, choices)
        found |= dict.fromkeys(said.assets)
        if said.assets:
            output.note(f"  {'; '.join(choices[id_].label for id_ in said.assets)}")
        if not said.unclear:
            break
        what = " and ".join(repr(piece) for piece in said.unclear)
        asked = ask(f"Nothing in the list is called {what}; another word or number for it")
    return list(found)
