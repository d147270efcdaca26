"""The arguments and options of ``collab request add``: who asks, and for what."""

from typing import Annotated

import typer

from collabkit.cli.complete import ids_of

NameArgument = Annotated[
    str | None, typer.Argument(metavar="NAME", help="Who asks.", show_default=False)
]
WantsOption = Annotated[
    str | None,
    typer.Option("--wants", "-w", help="What they want, in their words.", show_default=False),
]
BringsOption = Annotated[
    str | None, typer.Option("--brings", help="What they say they bring.", show_default=False)
]
StartOption = Annotated[
    str | None,
    typer.Option("--from", metavar="DAY", help="The first day of it.", show_default=False),
]
EndOption = Annotated[
    str | None,
    typer.Option("--until", metavar="DAY", help="The last day of it.", show_default=False),
]
PartnerOption = Annotated[
    str | None,
    typer.Option(
        "--partner",
        metavar="ID",
        help="What kind of organization it is.",
        autocompletion=ids_of("partners"),
        show_default=False,
    ),
]
WorkOption = Annotated[
    str | None,
    typer.Option(
        "--work",
        metavar="ID",
        help="The joint work that comes closest.",
        autocompletion=ids_of("activities"),
        show_default=False,
    ),
]
AddressOption = Annotated[
    str | None,
    typer.Option("--address", help="As it stands on a letter.", show_default=False),
]
PersonOption = Annotated[
    str | None, typer.Option("--person", help="Who asks there.", show_default=False)
]
RoleOption = Annotated[
    str | None,
    typer.Option("--role", help='What that person is, such as "director".', show_default=False),
]
PhoneOption = Annotated[str | None, typer.Option("--phone", show_default=False)]
EmailOption = Annotated[str | None, typer.Option("--email", show_default=False)]
FileOption = Annotated[
    str | None,
    typer.Option(
        "--file",
        metavar="FILE",
        help="Their letter or form as text; - is stdin. Lines such as `Wants: …` are read.",
        show_default=False,
    ),
]
