"""``collab find``: a goal and a place to named organizations."""

from collabkit.cli import hold, options
from collabkit.cli.find import find_options as given
from collabkit.cli.find.answers import Views
from collabkit.cli.request import WordsArgument, requested
from collabkit.errors import UsageError
from collabkit.workspace import Workspace
from collabkit.workspace.names import Wishes


def command(
    asked_for: WordsArgument = None,
    goal: options.GoalOption = None,
    near: given.NearOption = None,
    within: given.WithinOption = "25mi",
    partner: given.PartnerOption = None,
    words: given.SearchOption = None,
    guesses: given.GuessesOption = False,
    core: given.CoreOption = False,
    min_score: given.ScoreOption = 0,
    limit: given.LimitOption = 10,
    show_gaps: given.GapsOption = False,
    long: given.LongOption = False,
    explain: given.ExplainOption = False,
    libraries: given.LibrariesOption = None,
    map_: given.MapOption = None,
    people: options.PeopleOption = False,
    directory: options.DirectoryOption = None,
    library: options.LibraryOption = None,
    catalog: options.CatalogOption = None,
    format_: options.FormatOption = None,
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
        explained=explain and (show_gaps or libraries is not None),
    )
    if explain:
        options.refuse_data(format_)
    workspace = Workspace.open(catalog=catalog, library=library, directory=directory)
    hold(workspace)  # to close the directory takes a fiftieth of the whole
    request = requested(asked_for, goal, workspace.catalog.goals)
    wishes = Wishes(
        partner=partner,
        search=words,
        within=within,
        guesses=guesses,
        core=core,
        min_score=min_score,
        limit=limit,
    )
    views = Views(workspace, format_, long=long, explain=explain, people=people)
    if libraries is None:
        if show_gaps:
            views.gaps(workspace.gaps(request, near=near, **wishes))
        else:
            views.organizations(workspace.find(request, near=near, **wishes))
    elif show_gaps:
        views.gaps_for_libraries(
            workspace.gaps_for_libraries(libraries, request, columns=map_ or (), **wishes)
        )
    else:
        views.for_libraries(
            workspace.find_for_libraries(libraries, request, columns=map_ or (), **wishes)
        )


def _refuse_a_muddle(
    *,
    anything: bool,
    one_place: bool,
    libraries: bool,
    columns: bool,
    searched_gaps: bool,
    explained: bool,
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
            "--set map says what the columns of a list of libraries are",
            "Name the list: --libraries FILE",
        )
    if searched_gaps:
        raise UsageError(
            "--gaps asks who is missing, and --search for who is there",
            "Leave out one or the other",
        )
    if explained:
        raise UsageError(
            "--explain is text about the organizations near one place",
            "Leave out --gaps and --libraries, or --explain",
        )
