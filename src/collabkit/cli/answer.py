"""``collab answer``: answers to the questions of a case that is kept."""

from typing import Annotated

import typer

from collabkit.cli import hold, options
from collabkit.cli.start.turns import shown_turn
from collabkit.errors import UsageError, cut
from collabkit.workspace import Workspace


def command(
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="Any part of the name of the case that is clear."),
    ],
    answers: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="QUESTION=CHOICE...",
            help="Such as work=summer-meals-site; nothing after the sign passes it over.",
        ),
    ] = None,
    not_: Annotated[
        str | None,
        typer.Option(
            "--not", metavar="ID|NAME", help="Somebody who is not to be asked.", show_default=False
        ),
    ] = None,
    why: Annotated[
        str,
        typer.Option("--why", metavar="TEXT", help="Why not, for you alone.", show_default=False),
    ] = "",
    back: Annotated[bool, typer.Option("--back", help="Take the last answer back first.")] = False,
    catalog: options.CatalogOption = None,
    directory: options.DirectoryOption = None,
    format_: options.FormatOption = None,
) -> None:
    """Answer questions of a kept case, and print the next one.

    Questions and choices are those that `collab start NAME --next` prints.

    Example: collab answer case work=summer-meals-site
    """
    workspace = Workspace.open(catalog=catalog, directory=directory)
    hold(workspace)
    cases = workspace.cases
    case = cases.named(name)
    given = [_parted(each) for each in answers or ()]
    if not (given or not_ or back):
        raise UsageError("no answer is given", "Such as: collab answer NAME work=summer-meals-site")
    if back:
        case = cases.back(case)
    if not_:
        case = cases.pass_over(case, not_, why)
    for question, answer in given:
        case = cases.answer(case, question, answer)
    shown_turn(cases.turn(cases.keep(case)), format_)


def _parted(text: str) -> tuple[str, str]:
    question, sign, answer = text.partition("=")
    if not sign or not question.strip():
        raise UsageError(f"{cut(text)!r} is no QUESTION=CHOICE", "Such as work=summer-meals-site")
    return question.strip(), answer
