"""What a person asks for: words behind the command, or ``--goal``."""

from collections.abc import Container, Sequence
from typing import Annotated

import typer

from collabkit import output
from collabkit.cli.complete import ids_of

WordsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="WORDS",
        help='What you want to achieve, in your own words, or a goal id: "homework help" or literacy.',
        autocompletion=ids_of("goals"),
        show_default=False,
    ),
]


def requested(
    words: Sequence[str] | None, goals: Sequence[str] | None, known: Container[str]
) -> list[str]:
    """Return the aims of one request; *goals* are those of ``--goal``.

    Several words without quotes are one aim, as they were meant, unless each is the id of a goal.
    """
    said = [word for word in words or () if word.strip()]
    if len(said) > 1 and not all(word in known for word in said):
        said = [" ".join(said)]
        output.note(f"Taken as one request: {said[0]!r}")
    return [*said, *(goals or ())]
