"""``collab log``: what happened with a partner, in one line."""

from typing import Annotated

import typer

from collabkit import output
from collabkit.cli import options
from collabkit.workspace import Workspace


def command(
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="Any part of the partner's name that is clear."),
    ],
    text: Annotated[
        list[str],
        typer.Argument(
            metavar="TEXT",
            help="What happened, in your words; - reads one entry a line from stdin.",
        ),
    ],
    day: options.DayOption = None,
) -> None:
    """Write down what happened; days and promises in it are recognized.

    The lines are shown back as they were written.
    A line may begin with a word of the log: we promise, they promise, kept, moved, dropped, agreed,
    agreement, stage, went, mind, note.

    Example: collab log prairie "met the coordinator, they send dates by Dec 3"
    """
    typed = options.lines("-") if text == ["-"] else [" ".join(text)]
    logged = Workspace.open().partnerships.log(name, list(typed), on=day.date() if day else None)
    for line in logged.lines:
        output.note(line)
    output.note(f"in {logged.file}")
    options.print_notes(logged.notes)
