"""What a person asks for: words behind the command, or ``--goal``."""

import sys
from collections.abc import Container, Iterable, Sequence
from typing import Annotated

import typer

from collabkit import output
from collabkit.cli import options
from collabkit.cli.complete import ids_of
from collabkit.notes import Note

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
    """Return what was typed as one request: the *words*, and the *goals* of ``--goal``.

    Several words without quotes are one text, as they were meant, unless each is the id of a goal.
    """
    request = [word for word in words or () if word.strip()]
    if len(request) > 1 and not all(word in known for word in request):
        request = [" ".join(request)]
        output.note(f"Taken as one request: {request[0]!r}")
    return [*request, *(goals or ())]


def print_notes(notes: Iterable[Note]) -> None:
    """Print the notes of an answer to a request; where it is in doubt, also what to do at a terminal."""
    for note in notes:
        options.print_notes([note])
        if note.about == "low-confidence" and sys.stderr.isatty():
            output.note("`collab start` shows what it may mean, and goes on from there.")
