"""``collab find``: a goal and a place to named organizations."""

from collections.abc import Sequence
from math import ceil
from typing import Annotated

import typer

from collabkit import output
from collabkit.cli import options, query_notes
from collabkit.directory import places, store
from collabkit.directory.places import Spot
from collabkit.directory.records import GUESS, Asking
from collabkit.errors import UsageError
from collabkit.finding import Absence, Found, Missing, Search, absent, find, gaps, partner_scores
from collabkit.library import Library
from collabkit.matching import Parser, Ranking
from collabkit.output import Column, Format
from collabkit.text.phrases import cap


def _why(found: Found) -> str:
    return " ".join(reason.why for reason in found.reasons if reason.name in {"classed", "size"})


def miles(found: Found) -> str:
    """Return the miles for a table: "~0.0" where only the ZIP code or the town is known."""
    return f"{'' if found.located == 'address' else '~'}{found.distance:.1f}"


FACTS = (
    Column[Found]("id", lambda found: found.id, only="file"),
    Column[Found]("town", lambda found: found.city, only="file"),
    Column[Found]("state", lambda found: found.state, only="file"),
    Column[Found]("zip", lambda found: found.zip, only="file"),
    Column[Found]("phone", lambda found: found.phone, only="file"),
    Column[Found]("site", lambda found: found.site, only="file"),
    Column[Found]("located", lambda found: found.located, only="file"),
    Column[Found]("score", lambda found: found.score, justify="right", only="file"),
)
"""What a terminal has no room for."""
COLUMNS = (
    Column[Found]("name", lambda found: found.name, ratio=5),
    Column[Found]("partner", lambda found: found.partner),
    Column[Found]("miles", miles, justify="right", only="table"),
    Column[Found]("miles", lambda found: found.distance, justify="right", only="file"),
    Column[Found]("why", _why, ratio=7),
    *FACTS,
)
GAPS = (
    Column[Absence]("", lambda gap: gap.kind),
    Column[Absence]("nobody for", lambda gap: gap.label, ratio=3),
    Column[Absence]("nearest", lambda gap: gap.nearest, ratio=3),
    Column[Absence]("town", lambda gap: gap.town, ratio=2),
    Column[Absence]("miles", lambda gap: gap.distance, justify="right"),
)
MOST = 10_000
"""Organizations that one call lists: more than a county has."""


def command(
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
            autocompletion=options.complete_partner,
            show_default=False,
        ),
    ] = None,
    words: Annotated[
        list[str] | None,
        typer.Option(
            "--search",
            "-s",
            metavar="TEXT",
            help="Only organizations with all of these words in their name or town. Repeatable.",
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
    limit: Annotated[
        int,
        typer.Option("--limit", "-n", min=1, max=MOST, help="How many organizations at most."),
    ] = 10,
    show_gaps: Annotated[
        bool, typer.Option("--gaps", help="List the goals and partners that nobody near serves.")
    ] = False,
    libraries: Annotated[
        str | None,
        typer.Option(
            metavar="FILE|ZIP|-",
            help="Find for every library in this file of the Public Libraries Survey; `-` is stdin.",
            show_default=False,
        ),
    ] = None,
    directory: options.DirectoryOption = None,
    library: options.LibraryOption = None,
    catalog: options.CatalogOption = None,
    format_: options.FormatOption = None,
    color: options.ColorOption = True,
) -> None:
    """Name the organizations near the library that fit its goal, and say why.

    Example: collab find --goal literacy --near 59801 --within 25mi
    """
    _refuse_a_muddle(
        anything=bool(goal or partner or words or show_gaps),
        one_place=bool(near or show_gaps),
        libraries=libraries is not None,
        searched_gaps=bool(show_gaps and words),
    )
    radius = places.miles(within)
    known = options.open_catalog(catalog)
    for id_ in partner or ():
        known.known("partners", id_)
    profile, _ = options.open_library(library, known)
    requests = Parser(known)
    aim = requests.parse(goal) if goal else None
    search = Search(
        partner_scores(Ranking(known, profile), aim, partner or []),
        radius,
        goals=tuple(aim.goals) if aim else (),
        ranked=aim is not None,
        words=tuple(" ".join(words or ()).split()),
        sure=0.0 if guesses else GUESS,
        asking=Asking(profile.fscskey or "", profile.name or ""),
        limit=limit,
    )
    folder = options.directory_folder(directory)
    if libraries is not None:
        from collabkit.cli.find.libraries import find_many  # noqa: PLC0415 - rarely asked for

        find_many(libraries, folder, known, search, format_, color=color)
        return
    spot = _spot(near, profile)
    with store.opened(folder) as connection:
        if show_gaps:
            missing = gaps(connection, known, spot, search)
            output.write(missing, GAPS, format_, id_=lambda gap: gap.id, color=color)
            none = "" if missing else "nobody is missing "
            output.note(cap(f"{none}within {places.shown(radius)} miles of {spot.label}."))
            return
        found = find(connection, known, spot, search)
        output.write(found, COLUMNS, format_, id_=lambda each: each.id, color=color)
        nobody = [] if search.words else absent(connection, known, spot, search, found)
    for each in nobody:
        output.note(f"{cap(each.sentence(radius))}.")
    for doubt in query_notes.doubts(requests, aim, goal or ()) if aim else ():
        output.note(doubt)
    if search.scores:
        _talk(found, nobody, spot, search)
    if (format_ or output.default_format()) is Format.TABLE and found:
        _how_to_go_on(found)


def _refuse_a_muddle(
    *, anything: bool, one_place: bool, libraries: bool, searched_gaps: bool
) -> None:
    """Refuse options that ask for nothing, or for two things at once."""
    if not anything:
        raise UsageError(
            "say what you are looking for",
            "`collab find --goal literacy`; `collab list goals` shows the goals",
        )
    if libraries and one_place:
        raise UsageError(
            "--libraries asks where each library is; --near and --gaps ask for one place",
            "Leave out one or the other",
        )
    if searched_gaps:
        raise UsageError(
            "--gaps asks who is missing, and --search for who is there",
            "Leave out one or the other",
        )


def _spot(near: str | None, profile: Library) -> Spot:
    place = near or profile.coordinates or profile.zip or profile.place
    if place is None:
        raise UsageError(
            "say where the library is",
            "`--near 59801` or `--near 'Missoula, MT'`; `collab init` writes it into library.yaml",
        )
    spot = places.near(place)
    return spot if near else spot._replace(label=profile.name or spot.label)


def _talk(found: list[Found], nobody: Sequence[Missing], spot: Spot, search: Search) -> None:
    where = f"within {places.shown(search.within)} miles of {spot.label}"
    if not found:
        further = _further(nobody, search.within)
        unsure = "--guesses shows who may be one" if search.sure else ""
        advice = " and ".join(each for each in (further, unsure) if each)
        output.note(f"Nothing {where}{'; ' if advice else ''}{advice}.")
    elif len(found) == search.limit < MOST:
        more = min(MOST, search.limit * 2)
        output.note(f"The best {len(found)} {where}; --limit {more} shows more.")
    else:
        output.note(f"{len(found)} {where}.")


def _further(nobody: Sequence[Missing], within: float) -> str:
    """Say which distance looks further: twice as far, unless the nearest is known to be beyond."""
    far = [each.nearest.distance for each in nobody if each.nearest]
    wanted = max(within * 2, ceil(min(far))) if far else within * 2
    wider = min(wanted, places.FARTHEST)
    if wider <= within or (far and wider < min(far)):
        return ""
    return f"--within {places.shown(wider)}mi looks further"


def _how_to_go_on(found: Sequence[Found]) -> None:
    if any(each.located != "address" for each in found):
        output.note("~ is a distance to the middle of a ZIP code or town, not to an address.")
    output.note("`collab show ID` and `collab propose --organization ID` take the ids of -f ids.")
