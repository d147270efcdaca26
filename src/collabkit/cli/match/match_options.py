"""The options of ``collab match``: what is asked, how many answers, and how they are told."""

from typing import Annotated

import typer

from collabkit.cli.complete import among
from collabkit.workspace.names import SECTORS

AimsOption = Annotated[
    str | None,
    typer.Option(
        "--aims",
        metavar="FILE|-",
        help="One request a line, from a file or stdin, answered as a stream.",
        show_default=False,
        rich_help_panel="Many requests",
    ),
]
LimitOption = Annotated[
    int | None,
    typer.Option(
        "--limit",
        "-n",
        min=1,
        help="How many partners at most, for each request. [default: 5; with --long 10]",
        show_default=False,
    ),
]
SectorOption = Annotated[
    str | None,
    typer.Option(
        help=f"Only partners of one sector: {', '.join(SECTORS)}.",
        autocompletion=among(SECTORS),
        metavar="SECTOR",
        show_default=False,
        rich_help_panel="Narrower",
    ),
]
SpreadOption = Annotated[
    bool,
    typer.Option(
        "--spread", help="Keep one sector from filling the list.", rich_help_panel="Narrower"
    ),
]
LongOption = Annotated[
    bool, typer.Option("--long", help="Say why in each row of a table, and show ten of them.")
]
ExplainOption = Annotated[
    bool, typer.Option("--explain", help="Print the reasons and the arithmetic, to be read.")
]
