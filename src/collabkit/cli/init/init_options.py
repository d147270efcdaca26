"""The options of ``collab init``: what the profile is to say."""

from pathlib import Path
from typing import Annotated

import typer

from collabkit.cli.complete import ids_of
from collabkit.cli.settings import SETTINGS

NameOption = Annotated[
    str | None,
    typer.Option(help="The library's name, as it signs letters.", show_default=False),
]
PlaceOption = Annotated[str | None, typer.Option(help="Town and state.", show_default=False)]
ZipOption = Annotated[
    str | None,
    typer.Option("--zip", help="ZIP code.", show_default=False, rich_help_panel="More facts"),
]
RoleOption = Annotated[
    str | None,
    typer.Option(
        "--role",
        "--title",
        help='Who writes the papers, by title: "outreach librarian".',
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]
SignerOption = Annotated[
    str | None,
    typer.Option(
        "--signer",
        help="Who writes the papers, by name; `signer:` in the profile names another who signs agreements.",
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]
PhoneOption = Annotated[
    str | None,
    typer.Option(
        metavar="NUMBER",
        help="Telephone of who writes.",
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]
EmailOption = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help="E-mail of who writes.",
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]
AddressOption = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help="The library's address, as letters bear it.",
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]
AssetOption = Annotated[
    list[str] | None,
    typer.Option(
        help="An asset the library has. Repeatable.",
        autocompletion=ids_of("assets"),
        show_default=False,
    ),
]
NeedOption = Annotated[
    list[str] | None,
    typer.Option(
        help="A resource it is short of. Repeatable.",
        autocompletion=ids_of("resources"),
        show_default=False,
    ),
]
HoursOption = Annotated[
    float | None,
    typer.Option(
        min=0,
        max=168,
        help="Staff hours a week for partnerships.",
        show_default=False,
    ),
]
FromSurveyOption = Annotated[
    str | None,
    typer.Option(
        metavar="NAME|FSCSKEY",
        help="Fill in name, place and figures from the Public Libraries Survey in the directory.",
        show_default=False,
    ),
]
OutOption = Annotated[
    Path,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Where to write.", rich_help_panel="Files to write"
    ),
]
