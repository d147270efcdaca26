"""``collab match``: an aim to ranked partners."""

from collections.abc import Iterable, Sequence

from collabkit import output
from collabkit.cli import options
from collabkit.cli.introductions import known_by
from collabkit.cli.match import match_options as given
from collabkit.cli.match.answers import Stream
from collabkit.cli.match.columns import BRIEF, COLUMNS
from collabkit.cli.request import WordsArgument, print_notes, requested
from collabkit.errors import UsageError
from collabkit.notes import HasNotes
from collabkit.output import Column, Format
from collabkit.workspace import Workspace
from collabkit.workspace.names import Match


def command(
    words: WordsArgument = None,
    goal: options.GoalOption = None,
    aims: given.AimsOption = None,
    limit: given.LimitOption = None,
    sector: given.SectorOption = None,
    spread: given.SpreadOption = False,
    long: given.LongOption = False,
    explain: given.ExplainOption = False,
    people: options.PeopleOption = False,
    library: options.LibraryOption = None,
    catalog: options.CatalogOption = None,
    format_: options.FormatOption = None,
) -> None:
    """Rank the kinds of organization to work with, and say why.

    Example: collab match "kids come hungry in july"
    """
    workspace = Workspace.open(catalog=catalog, library=library)
    request = requested(words, goal, workspace.catalog.goals)
    if bool(request) == bool(aims):
        raise UsageError(
            "say what you want to achieve, or name a file of requests with --aims",
            'In your own words: collab match "homework help"; `collab list goals` shows goals',
        )
    if explain:
        options.refuse_data(format_)
    table = (format_ or output.default_format()) is Format.TABLE
    columns = BRIEF if table and not long else COLUMNS
    most = limit or (10 if long else 5)
    shown: Iterable[Match]
    answers: HasNotes
    if aims:
        answers = stream = Stream(workspace, most, sector, spread=spread)
        shown = stream.answer(aims)
    else:
        answers = shown = found = workspace.match(request, limit=most, sector=sector, spread=spread)
        if people or table:
            shown = beside = workspace.partnerships.with_contacts(found)
            columns = (*columns, *known_by(beside, always=people, ratio=2 if long else 1))
    _write(shown, columns, format_, explain=explain)
    (options.print_notes if aims else print_notes)(answers.notes)
    if table and not long and not explain:
        output.note("--long says why in each row, --explain all there is to say.")
    options.print_notes(workspace.notes)


def _write(
    shown: Iterable[Match],
    columns: Sequence[Column[Match]],
    format_: Format | None,
    *,
    explain: bool,
) -> None:
    """Write the matches as records, or as cards that explain them."""
    if not explain:
        output.write(shown, columns, format_, id_=lambda match: match.partner)
        return
    from collabkit.cli.match.card import card  # noqa: PLC0415 - for people, who can wait 1 ms

    for match in shown:
        output.say(card(match))
    output.flush()
