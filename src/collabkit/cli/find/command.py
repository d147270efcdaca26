"""``collab find``: a goal and a place to named organizations."""

from collabkit.cli import hold, options
from collabkit.cli.find import find_options as given
from collabkit.cli.find.answers import Answers
from collabkit.cli.request import WordsArgument, requested
from collabkit.errors import UsageError
from collabkit.finding import findings
from collabkit.workspace import Workspace
from collabkit.workspace.many import libraries_in


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
    libraries: given.LibrariesOption = None,
    map_: given.MapOption = None,
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
    hold(workspace)  # to close the directory takes a fiftieth of the whole
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
        noted=workspace.noted,
    )
    answers = Answers(workspace, asked, goals, format_, color=color, long=long, people=people)
    if libraries is not None:
        many = libraries_in(libraries, map_ or ())
        (answers.gaps_for_libraries if show_gaps else answers.for_libraries)(many)
        return
    spot = findings.spot_of(near, workspace.library)
    (answers.gaps if show_gaps else answers.organizations)(spot)


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
