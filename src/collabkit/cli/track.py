"""``collab track``: a partnership, kept from now on."""

import sys
from datetime import date
from typing import Annotated, NamedTuple

import typer

from collabkit import output
from collabkit.cli import options
from collabkit.cli.complete import ids_of
from collabkit.cli.settings import SETTINGS
from collabkit.errors import UsageError
from collabkit.output import Column, Format
from collabkit.workspace import Workspace
from collabkit.workspace.names import ListedPartner, Partnership, parse_map

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
        rich_help_panel=SETTINGS,
    ),
]
WhenOption = Annotated[
    str | None,
    typer.Option(
        metavar="TEXT",
        help='Days and hours of the work, such as "Mondays, 9 to noon".',
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]
WhereOption = Annotated[
    str | None,
    typer.Option(
        metavar="TEXT",
        help='Its place, such as "the training room of the library".',
        show_default=False,
        rich_help_panel=SETTINGS,
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
FromOption = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="FILE|-",
        help="A list of partners that you have: .xlsx or CSV. It is shown, and written with --yes or your word.",
        show_default=False,
        rich_help_panel="A list",
    ),
]
MapOption = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="FIELD=COLUMN",
        help="Which column is what, by its heading or letter: name=Group; stage= reads none as stage. Repeatable.",
        show_default=False,
        rich_help_panel="A list",
    ),
]
SheetOption = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        help="The sheet of the workbook. [default: the first one with headings]",
        show_default=False,
        rich_help_panel="A list",
    ),
]
YesOption = Annotated[
    bool,
    typer.Option("--yes", "-y", help="Write it without asking.", rich_help_panel="A list"),
]
COLUMNS = (
    Column[ListedPartner]("line", lambda each: each.line, justify="right"),
    Column[ListedPartner]("partner", lambda each: each.name, ratio=3),
    Column[ListedPartner]("becomes", lambda each: each.outcome, ratio=1),
    Column[ListedPartner]("kind", lambda each: each.partner or "", ratio=2),
    Column[ListedPartner]("stage", lambda each: each.stage or ""),
    Column[ListedPartner]("since", lambda each: each.since or "", only="file"),
    Column[ListedPartner]("start", lambda each: each.start or "", only="file"),
    Column[ListedPartner]("until", lambda each: each.until or ""),
    Column[ListedPartner]("last", lambda each: each.last or "", only="file"),
    Column[ListedPartner]("persons", lambda each: each.persons, only="file"),
    Column[ListedPartner]("problems", lambda each: "; ".join(each.problems), only="file"),
    Column[ListedPartner]("id", lambda each: each.partnership or "", only="file"),
)
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
    from_: FromOption = None,
    map_: MapOption = None,
    sheet: SheetOption = "",
    yes: YesOption = False,
    day: options.DayOption = None,
    format_: options.FormatOption = None,
    catalog: options.CatalogOption = None,
    directory: options.DirectoryOption = None,
) -> None:
    """Start keeping a partnership: its facts and its log.

    Both stand in a folder of its own and are yours to edit. --from takes over a list: it is shown,
    checked line by line, and written only then; -f is for it.

    Example: collab track "Prairie Literacy Council" --partner literacy-council --goal literacy
    """
    workspace = Workspace.open(catalog=catalog, directory=directory)
    partnerships = workspace.partnerships
    on = day.date() if day else None
    if [name is not None, known, from_ is not None].count(True) != 1:
        raise UsageError("say which partner, or --known, or --from", "`collab track NAME`")
    if from_ is not None:
        _list(workspace, from_, _ListOptions(map_ or [], sheet, on, yes, format_))
        return
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


class _ListOptions(NamedTuple):
    """How a list is to be read and shown."""

    columns: list[str]
    sheet: str
    on: date | None
    yes: bool
    format: Format | None


def _list(workspace: Workspace, source: str, chosen: _ListOptions) -> None:
    """Show what a list would bring, and write it if that is wanted."""
    raw, file = options.content(source)
    partnerships = workspace.partnerships
    found = partnerships.read_list(
        raw, file, columns=parse_map(chosen.columns), sheet=chosen.sheet, on=chosen.on
    )
    output.write(found, COLUMNS, chosen.format, id_=lambda each: each.partnership or "")
    output.flush()
    options.print_notes(found.notes)
    if not found.new:
        return
    asked = source != "-" and sys.stdin.isatty() and sys.stderr.isatty()
    if chosen.yes or (asked and typer.confirm("Write them", default=False, err=True)):
        made = partnerships.take_over(found, on=chosen.on)
        output.note(f"Keeping {len(made)} more in {partnerships.folder}.")
    else:
        output.note("Nothing was written; --yes writes it.")


def _known(workspace: Workspace, on: date | None) -> None:
    """Move the organizations of the profile into partnerships."""
    migration = workspace.partnerships.track_known(
        workspace.profile_alone, profile=workspace.profile, on=on
    )
    for made in migration:
        _started(made)
    options.print_notes(migration.notes)
