"""``collab match``: an aim to ranked partners."""

from typing import Annotated

import typer

from collabkit import output
from collabkit.catalog.fields import SECTORS
from collabkit.cli import options
from collabkit.cli.complete import among
from collabkit.cli.match.answers import Answers
from collabkit.cli.match.columns import COLUMNS
from collabkit.errors import UsageError
from collabkit.workspace import Workspace


def command(
    goal: options.GoalOption = None,
    aims: Annotated[
        str | None,
        typer.Option(
            "--aims",
            metavar="FILE|-",
            help="One request a line, from a file or stdin, answered as a stream.",
            show_default=False,
        ),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            "-n",
            min=1,
            help="How many partners at most. [default: 10; with --aims 5 for each request]",
            show_default=False,
        ),
    ] = None,
    sector: Annotated[
        str | None,
        typer.Option(
            help=f"Only partners of one sector: {', '.join(SECTORS)}.",
            autocompletion=among(SECTORS),
            show_default=False,
        ),
    ] = None,
    spread: Annotated[
        bool, typer.Option("--spread", help="Keep one sector from filling the list.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print the reasons and the arithmetic, to be read.")
    ] = False,
    library: options.LibraryOption = None,
    catalog: options.CatalogOption = None,
    format_: options.FormatOption = None,
    color: options.ColorOption = True,
) -> None:
    """Rank the kinds of organization to work with, best first, and say why.

    Example: collab match --goal literacy --goal "parents who want to learn English"
    """
    if bool(goal) == bool(aims):
        raise UsageError(
            "say what you want to achieve, with --goal or with --aims",
            '`collab list goals` shows the goals; or in your words: --goal "homework help"',
        )
    workspace = Workspace.open(catalog=catalog, library=library)
    answers = Answers(workspace.matcher, limit or (5 if aims else 10), sector, spread)
    found = answers.many(aims) if aims else answers.one(goal or [])
    if explain:
        from collabkit.cli.match.card import card  # noqa: PLC0415 - for people, who can wait 1 ms

        for match in found:
            output.say(card(match))
        output.flush()
    else:
        output.write(found, COLUMNS, format_, id_=lambda match: match.partner, color=color)
    answers.say_more()
    if workspace.profile is None:
        options.no_profile_note()
