"""The options of ``collab find``: where, whom, how many, and for which libraries."""

from typing import Annotated

import typer

from collabkit.cli.complete import ids_of
from collabkit.cli.settings import SETTINGS
from collabkit.workspace.names import GUESS, MOST_FOUND

NearOption = Annotated[
    str | None,
    typer.Option(
        metavar="PLACE",
        help='ZIP code, "City, ST" or LAT,LON. [default: that of library.yaml]',
        show_default=False,
    ),
]
WithinOption = Annotated[str, typer.Option(metavar="DISTANCE", help="How far: 25mi or 40km.")]
PartnerOption = Annotated[
    list[str] | None,
    typer.Option(
        "--partner",
        metavar="ID",
        help="Only partners of this type. Repeatable.",
        autocompletion=ids_of("partners"),
        show_default=False,
    ),
]
SearchOption = Annotated[
    list[str] | None,
    typer.Option(
        "--search",
        "-s",
        metavar="TEXT",
        help="Only organizations with all of these words in their names, network or town. Repeatable.",
        show_default=False,
        rich_help_panel="Narrower",
    ),
]
GuessesOption = Annotated[
    bool,
    typer.Option(
        "--guesses",
        help=f"Also those whose partner is a guess, with a confidence under {GUESS:g}.",
        rich_help_panel=SETTINGS,
    ),
]
CoreOption = Annotated[
    bool,
    typer.Option(
        "--core",
        help="Only those whose own work it is, not who could help.",
        rich_help_panel=SETTINGS,
    ),
]
ScoreOption = Annotated[
    float,
    typer.Option(
        min=0,
        max=100,
        metavar="0-100",
        help="The score that an organization must have.",
        rich_help_panel=SETTINGS,
    ),
]
LimitOption = Annotated[
    int,
    typer.Option(
        "--limit", "-n", metavar="N", min=1, max=MOST_FOUND, help="How many organizations at most."
    ),
]
GapsOption = Annotated[
    bool,
    typer.Option(
        "--gaps",
        help="List the goals and partners that nobody near serves.",
        rich_help_panel="Many libraries, and gaps",
    ),
]
LongOption = Annotated[
    bool,
    typer.Option("--long", help="Say in a table why each of them fits.", rich_help_panel=SETTINGS),
]
ExplainOption = Annotated[
    bool,
    typer.Option(
        "--explain", help="Print a card for each: why it fits, what it is, how to reach it."
    ),
]
LibrariesOption = Annotated[
    str | None,
    typer.Option(
        metavar="FILE|ZIP|DIR|-",
        help="Find for every library in this file of the Public Libraries Survey or list of your own, "
        "or in this folder of profiles; `-` is stdin.",
        show_default=False,
        rich_help_panel="Many libraries, and gaps",
    ),
]
MapOption = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="FIELD=COLUMN,...",
        help="With --libraries: what the columns of a list of your own are, "
        "such as name=Library,zip=Zip; also key, city, state, lat, lon, county, population.",
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]
