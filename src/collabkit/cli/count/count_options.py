"""The arguments and options of ``collab count``: what was counted, or is typed in."""

from datetime import datetime
from typing import Annotated

import typer

from collabkit.cli.complete import ids_of

NameArgument = Annotated[
    str | None,
    typer.Argument(metavar="NAME", help="Any part of the partner's name.", show_default=False),
]
MeasureArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="MEASURE",
        help="Any clear part of what the work counts, your own words, or hours or dollars.",
        show_default=False,
    ),
]
ValuesArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="VALUE",
        help="A number, which adds to those before; or answers, such as yes=9 partly=2 no=1.",
        show_default=False,
    ),
]
TotalOption = Annotated[
    bool,
    typer.Option(
        "--total",
        help="The number is all of it up to that day.",
        rich_help_panel="What the number is",
    ),
]
LevelOption = Annotated[
    bool,
    typer.Option(
        "--level",
        help="The number is how it stands; such numbers are not added.",
        rich_help_panel="What the number is",
    ),
]
TargetOption = Annotated[
    bool,
    typer.Option(
        "--target",
        help='The number is what you hope for; "at most 5" if less is better.',
        rich_help_panel="What the number is",
    ),
]
BaselineOption = Annotated[
    bool,
    typer.Option(
        "--baseline", help="The number is where it started.", rich_help_panel="What the number is"
    ),
]
TheirsOption = Annotated[
    bool,
    typer.Option(
        "--theirs",
        help="These are the partner's hours or dollars.",
        rich_help_panel="What the number is",
    ),
]
WorkOption = Annotated[
    str | None,
    typer.Option(
        metavar="ID",
        help="The joint work, if it is not that of the partnership.",
        autocompletion=ids_of("activities"),
        show_default=False,
    ),
]
FromOption = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="FILE|-",
        help="Counts as CSV with the columns measure and value; - reads stdin.",
        show_default=False,
    ),
]
SinceOption = Annotated[
    datetime | None,
    typer.Option(
        "--since",
        formats=["%Y-%m-%d"],
        metavar="YYYY-MM-DD",
        help="Show only what was counted from this day on.",
        show_default=False,
    ),
]
