"""``collab match``: an aim to ranked partners."""

from collections.abc import Iterable
from typing import Annotated

import typer

from collabkit import output
from collabkit.catalog.fields import SECTORS
from collabkit.cli import options
from collabkit.cli.complete import among
from collabkit.cli.leads import known_by
from collabkit.cli.match.answers import Answers
from collabkit.cli.match.columns import BRIEF, COLUMNS
from collabkit.cli.request import WordsArgument, requested
from collabkit.errors import UsageError
from collabkit.matching import Match
from collabkit.output import Format
from collabkit.workspace import Workspace


def command(
    words: WordsArgument = None,
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
            help="How many partners at most, for each request. [default: 5; with --long 10]",
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
    long: Annotated[
        bool, typer.Option("--long", help="Say why in each row of a table, and show ten of them.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print the reasons and the arithmetic, to be read.")
    ] = False,
    people: options.PeopleOption = False,
    library: options.LibraryOption = None,
    catalog: options.CatalogOption = None,
    format_: options.FormatOption = None,
    color: options.ColorOption = True,
) -> None:
    """Rank the kinds of organization to work with, and say why.

    Example: collab match "kids come hungry in july"
    """
    workspace = Workspace.open(catalog=catalog, library=library)
    goals = requested(words, goal, workspace.catalog.goals)
    if bool(goals) == bool(aims):
        raise UsageError(
            "say what you want to achieve, or name a file of requests with --aims",
            'In your own words: collab match "homework help"; `collab list goals` shows goals',
        )
    answers = Answers(workspace.matcher, limit or (10 if long else 5), sector, spread=spread)
    found = answers.many(aims) if aims else answers.one(goals)
    table = (format_ or output.default_format()) is Format.TABLE
    columns = BRIEF if table and not long else COLUMNS
    shown: Iterable[Match] = found
    if isinstance(found, list) and (people or table):  # a stream of many requests is not held
        shown = beside = workspace.partnerships.beside(found)
        columns = (*columns, *known_by(beside, always=people, ratio=2 if long else 1))
    if explain:
        from collabkit.cli.match.card import card  # noqa: PLC0415 - for people, who can wait 1 ms

        for match in shown:
            output.say(card(match))
        output.flush()
    else:
        output.write(
            shown,
            columns,
            format_,
            id_=lambda match: match.partner,
            color=color,
        )
    answers.say_more()
    if isinstance(found, list):
        for said in workspace.partnerships.leads([("", "", match.partner) for match in found]):
            output.note(said)
    if table and not long and not explain:
        output.note("--long says why in each row, --explain all there is to say.")
    if workspace.profile is None:
        options.no_profile_note()
