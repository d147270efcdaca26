"""``collab find``: a goal and a place to named organizations."""

from typing import TYPE_CHECKING, Annotated

import typer

from collabkit import output
from collabkit.api import findings
from collabkit.cli import options, query_notes
from collabkit.cli.complete import ids_of
from collabkit.cli.find import notes
from collabkit.cli.find.columns import BRIEF, COLUMNS, COVERAGE, FOR_LIBRARIES, GAPS, with_reach
from collabkit.cli.leads import known_by
from collabkit.cli.request import WordsArgument, requested
from collabkit.directory.records import GUESS
from collabkit.errors import UsageError
from collabkit.finding import Found, Search
from collabkit.output import Column, Format
from collabkit.workspace import Workspace
from collabkit.workspace.many import libraries_in

if TYPE_CHECKING:
    from collabkit.directory.pipeline.libraries import Asked


def command(
    asked_for: WordsArgument = None,
    goal: options.GoalOption = None,
    near: Annotated[
        str | None,
        typer.Option(
            metavar="PLACE",
            help='ZIP code, "City, ST" or LAT,LON. [default: that of library.yaml]',
            show_default=False,
        ),
    ] = None,
    within: Annotated[
        str, typer.Option(metavar="DISTANCE", help="How far: 25mi or 40km.")
    ] = "25mi",
    partner: Annotated[
        list[str] | None,
        typer.Option(
            "--partner",
            metavar="ID",
            help="Only partners of this type. Repeatable.",
            autocompletion=ids_of("partners"),
            show_default=False,
        ),
    ] = None,
    words: Annotated[
        list[str] | None,
        typer.Option(
            "--search",
            "-s",
            metavar="TEXT",
            help="Only organizations with all of these words in their names, network or town. Repeatable.",
            show_default=False,
        ),
    ] = None,
    guesses: Annotated[
        bool,
        typer.Option(
            "--guesses",
            help=f"Also those whose partner is a guess, with a confidence under {GUESS:g}.",
        ),
    ] = False,
    core: Annotated[
        bool, typer.Option("--core", help="Only those whose own work it is, not who could help.")
    ] = False,
    min_score: Annotated[
        float,
        typer.Option(min=0, max=100, help="The score that an organization must have."),
    ] = 0,
    limit: Annotated[
        int,
        typer.Option(
            "--limit", "-n", min=1, max=notes.MOST, help="How many organizations at most."
        ),
    ] = 10,
    show_gaps: Annotated[
        bool, typer.Option("--gaps", help="List the goals and partners that nobody near serves.")
    ] = False,
    long: Annotated[
        bool, typer.Option("--long", help="Say in a table why each of them fits.")
    ] = False,
    libraries: Annotated[
        str | None,
        typer.Option(
            metavar="FILE|ZIP|DIR|-",
            help="Find for every library in this file of the Public Libraries Survey or list of your own, "
            "or in this folder of profiles; `-` is stdin.",
            show_default=False,
        ),
    ] = None,
    map_: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="FIELD=COLUMN,...",
            help="With --libraries: what the columns of a list of your own are, "
            "such as name=Library,zip=Zip; also key, city, state, lat, lon, county, population.",
            show_default=False,
        ),
    ] = None,
    people: options.PeopleOption = False,
    directory: options.DirectoryOption = None,
    library: options.LibraryOption = None,
    catalog: options.CatalogOption = None,
    format_: options.FormatOption = None,
    color: options.ColorOption = True,
) -> None:
    """Name the organizations nearby that fit a goal, and say why.

    Example: collab find literacy --near 59801 --within 25mi
    """
    _refuse_a_muddle(
        anything=bool(asked_for or goal or partner or words or show_gaps),
        one_place=bool(near),
        libraries=libraries is not None,
        columns=bool(map_),
        searched_gaps=bool(show_gaps and words),
    )
    workspace = Workspace.open(catalog=catalog, library=library, directory=directory)
    goals = requested(asked_for, goal, workspace.catalog.goals)
    asked = findings.question(
        workspace.matcher,
        workspace.library,
        goals,
        partner=partner,
        search=words,
        within=within,
        guesses=guesses,
        core=core,
        min_score=min_score,
        limit=limit,
    )
    if libraries is not None:
        many = libraries_in(libraries, map_ or ())
        answer = _gaps_for_libraries if show_gaps else _for_libraries
        answer(workspace, many, asked.search, format_, color=color)
        notes.whose(many, workspace.profile)
        return
    spot = findings.spot_of(near, workspace.library)
    if show_gaps:
        missing = findings.gaps(
            workspace.matcher, workspace.directory, spot, asked.search, workspace.works_with
        )
        output.write(missing, GAPS, format_, id_=lambda gap: gap.id, color=color)
        notes.gaps(missing, spot, asked.search)
        return
    found = findings.find(workspace.matcher, workspace.directory, spot, asked.search)
    table = (format_ or output.default_format()) is Format.TABLE
    columns: tuple[Column[Found], ...] = BRIEF if table and not long else COLUMNS
    shown = list(found)
    if people or table:
        partnerships = workspace.partnerships
        shown = findings.with_contacts(
            partnerships.beside(found), workspace.directory, partnerships.contacts
        )
        columns = with_reach(columns, shown, people=people)
        columns = (*columns, *known_by(shown, always=people, ratio=3 if long else 1))
    output.write(shown, columns, format_, id_=lambda each: each.id, color=color)
    if asked.query:
        for doubt in query_notes.doubts(workspace.matcher.parser, asked.query, goals):
            output.note(doubt)
    notes.found(found)
    for said in workspace.partnerships.leads([(one.id, one.name, one.partner) for one in found]):
        output.note(said)
    if table and found:
        notes.out_of_reach(shown)
        notes.how_to_go_on(found)


def _for_libraries(
    workspace: Workspace, asked: "Asked", search: Search, format_: Format | None, *, color: bool
) -> None:
    answer = findings.find_for_libraries(workspace.matcher, workspace.directory, asked, search)
    output.write(answer.found, FOR_LIBRARIES, format_, id_=lambda each: each.id, color=color)
    notes.for_libraries(answer, search)


def _gaps_for_libraries(
    workspace: Workspace, asked: "Asked", search: Search, format_: Format | None, *, color: bool
) -> None:
    answer = findings.gaps_for_libraries(workspace.matcher, workspace.directory, asked, search)
    output.write(answer.rows, COVERAGE, format_, id_=lambda each: each.library, color=color)
    notes.gaps_for_libraries(answer, search)


def _refuse_a_muddle(
    *, anything: bool, one_place: bool, libraries: bool, columns: bool, searched_gaps: bool
) -> None:
    """Refuse options that ask for nothing, or for two things at once."""
    if not anything:
        raise UsageError(
            "say what you are looking for",
            'In your own words: collab find "homework help"; `collab list goals` shows goals',
        )
    if libraries and one_place:
        raise UsageError(
            "--libraries asks where each library is; --near asks for one place",
            "Leave out one or the other",
        )
    if columns and not libraries:
        raise UsageError(
            "--map says what the columns of a list of libraries are",
            "Name the list: --libraries FILE",
        )
    if searched_gaps:
        raise UsageError(
            "--gaps asks who is missing, and --search for who is there",
            "Leave out one or the other",
        )
