"""``collab track``: a partnership, kept from now on."""

from datetime import date
from typing import Annotated

import typer

from collabkit import output
from collabkit.cli import options
from collabkit.cli.complete import ids_of
from collabkit.errors import UsageError
from collabkit.workspace import Workspace
from collabkit.workspace.names import Partnership

NameArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="NAME|ID|-",
        show_default=False,
        help="The partner's name, its id in the directory, or - for records of match or find on stdin.",
    ),
]
PartnerOption = Annotated[
    str | None,
    typer.Option(
        metavar="ID",
        help="What kind of partner it is.",
        autocompletion=ids_of("partners"),
        show_default=False,
    ),
]
GoalOption = Annotated[
    list[str] | None,
    typer.Option(
        "--goal",
        "-g",
        metavar="ID",
        help="A goal that both share. Repeatable.",
        autocompletion=ids_of("goals"),
        show_default=False,
    ),
]
WorkOption = Annotated[
    str | None,
    typer.Option(
        metavar="ID",
        help="The joint work.",
        autocompletion=ids_of("activities"),
        show_default=False,
    ),
]
WhyOption = Annotated[
    str | None,
    typer.Option(
        metavar="TEXT",
        help="What you want with each other.",
        show_default=False,
        rich_help_panel="More facts",
    ),
]
WhenOption = Annotated[
    str | None,
    typer.Option(
        metavar="TEXT",
        help='Days and hours of the work, such as "Mondays, 9 to noon".',
        show_default=False,
        rich_help_panel="More facts",
    ),
]
WhereOption = Annotated[
    str | None,
    typer.Option(
        metavar="TEXT",
        help='Its place, such as "the training room of the library".',
        show_default=False,
        rich_help_panel="More facts",
    ),
]
FolderOption = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        help="Name of its folder, where two partners are called the same.",
        show_default=False,
        rich_help_panel="More facts",
    ),
]
KnownOption = Annotated[
    bool,
    typer.Option(
        "--known",
        help="Move each organization under partners: in library.yaml into one of its own.",
        rich_help_panel="More facts",
    ),
]


def command(
    name: NameArgument = None,
    partner: PartnerOption = None,
    goal: GoalOption = None,
    work: WorkOption = None,
    why: WhyOption = None,
    when: WhenOption = None,
    where: WhereOption = None,
    folder: FolderOption = "",
    known: KnownOption = False,
    day: options.DayOption = None,
    catalog: options.CatalogOption = None,
    directory: options.DirectoryOption = None,
) -> None:
    """Start keeping a partnership: its facts and its log.

    Both stand in a folder of its own and are yours to edit.

    Example: collab track "Prairie Literacy Council" --partner literacy-council --goal literacy
    """
    workspace = Workspace.open(catalog=catalog, directory=directory)
    partnerships = workspace.partnerships
    on = day.date() if day else None
    if (name is None) is not known:
        raise UsageError("say which partner, or --known", "`collab track NAME`")
    if name is None:
        _known(workspace, on)
        return
    if name == "-":
        from collabkit.cli.propose import match_input  # noqa: PLC0415 - only where records come in

        for _, record in match_input.records():
            _started(partnerships.track_record(record, folder=folder, on=on))
        return
    _started(
        partnerships.track(
            name,
            partner=partner,
            goals=goal,
            work=work,
            why=why,
            when=when,
            where=where,
            folder=folder,
            on=on,
        )
    )


def _started(made: Partnership) -> None:
    output.say(f"{made.id}\n")
    output.flush()
    output.note(
        f"Keeping {made.name} in {made.folder}; its {made.facts_file.name} is yours to fill in."
    )
    output.note(f'Next: collab log {made.id} "what happened, and who promised what by when"')


def _known(workspace: Workspace, on: date | None) -> None:
    """Move the organizations of the profile into partnerships."""
    migration = workspace.partnerships.track_known(
        workspace.profile_alone, profile=workspace.profile, on=on
    )
    for made in migration:
        _started(made)
    options.print_notes(migration.notes)
