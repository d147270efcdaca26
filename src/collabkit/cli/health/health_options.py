"""The options of ``collab health``: how the answers come, and what goes out to ask for them."""

from pathlib import Path
from typing import Annotated, get_args

import typer

from collabkit.workspace.names import Again, Side

NameArgument = Annotated[
    str | None,
    typer.Argument(metavar="NAME", help="One partner: any part of its name.", show_default=False),
]
FillOption = Annotated[bool, typer.Option("--fill", help="Ask the questions here.")]
AnswersOption = Annotated[
    str | None,
    typer.Option(
        "--answers",
        metavar="'4 5 - …'",
        help="A sheet typed in: 1 to 5 for each question in their order, - for one left open.",
        show_default=False,
        rich_help_panel="Answers",
    ),
]
FromOption = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="FILE|-",
        help="Answers as CSV: what the page saved, or a row for each person; - reads stdin.",
        show_default=False,
        rich_help_panel="Answers",
    ),
]
SideOption = Annotated[
    Side | None,
    typer.Option(
        "--side",
        metavar="we|they",
        help="Who answers: we is the library, they the partner.",
        show_default=False,
        rich_help_panel="Answers",
    ),
]
AgainOption = Annotated[
    Again | None,
    typer.Option(
        "--again",
        metavar="ANSWER",
        help=f"With --answers, whether they would do it again: {', '.join(get_args(Again))}.",
        show_default=False,
        rich_help_panel="Answers",
    ),
]
ChangeOption = Annotated[
    str,
    typer.Option(
        "--change",
        metavar="TEXT",
        help="With --answers, what should change.",
        show_default=False,
        rich_help_panel="Answers",
    ),
]
PageOption = Annotated[
    bool, typer.Option("--page", help="Write the page that the other side fills in, as HTML.")
]
MailOption = Annotated[
    bool, typer.Option("--mail", help="Write the questions as text for an e-mail.")
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Where to write the page or the text. [default: stdout]",
        show_default=False,
        rich_help_panel="Files to write",
    ),
]
