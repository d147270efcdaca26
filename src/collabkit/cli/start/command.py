"""``collab start``: from a wish in plain words to a paper, one question at a time."""

import sys
from typing import Annotated

import typer

from collabkit import output
from collabkit.cli import hold, options
from collabkit.cli.start.turns import shown_turn
from collabkit.errors import UsageError
from collabkit.workspace import Workspace

WordsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="WORDS|NAME",
        help="What you want, in your own words; or the name of a case that is kept, to go on with it.",
        show_default=False,
    ),
]
NextOption = Annotated[
    bool,
    typer.Option(
        "--next", help="Print the next question and what is known; ask and write nothing."
    ),
]
KeepOption = Annotated[
    bool,
    typer.Option(
        "--keep", help="Keep the case, ask nothing, and print its name; `collab answer` goes on."
    ),
]


def command(
    words: WordsArgument = None,
    next_: NextOption = False,
    keep: KeepOption = False,
    library: options.LibraryOption = None,
    catalog: options.CatalogOption = None,
    directory: options.DirectoryOption = None,
    format_: options.FormatOption = None,
) -> None:
    """Talk a wish through, from your words to the letter.

    On a terminal it asks, one key an answer, and keeps the case in partnerships/. In a pipe it asks
    nothing and prints the next question, as with --next.

    Example: collab start "kids come hungry in july"
    """
    workspace = Workspace.open(catalog=catalog, library=library, directory=directory)
    hold(workspace)
    said = " ".join(words or ()).strip()
    asks = sys.stdin.isatty() and sys.stderr.isatty() and not (next_ or keep or format_)
    if not said and asks:
        from collabkit.cli.start.keys import line  # noqa: PLC0415 - where a person is asked

        said = line("What do you want? Say it in your own words")
    if not said:
        raise UsageError("no words are given", 'Say what you want: collab start "homework help"')
    if asks:
        output.note("One moment ...")  # the first time, the catalogs are read
    cases = workspace.cases
    case = cases.named(said) if cases.is_kept(said) else cases.begin(said)
    if asks:
        from collabkit.cli.start.conversation import talk_through  # noqa: PLC0415

        talk_through(workspace, case)
    elif keep:
        kept = cases.keep(case)
        output.say(f"{kept.folder}\n")
        output.flush()
    else:
        shown_turn(cases.turn(case), format_)
