"""``collab find``: a goal and a place to named organizations."""

from pathlib import Path
from typing import Annotated

import typer

from collabkit import output
from collabkit.cli import options, understood
from collabkit.directory import places, store
from collabkit.directory.places import Spot
from collabkit.directory.records import GUESS, Asking
from collabkit.errors import UsageError
from collabkit.finding import Absence, Found, Search, absent, find, gaps, partner_scores
from collabkit.formats import Column
from collabkit.library import Library
from collabkit.matching import Ranking, Requests
from collabkit.phrases import cap


def _why(found: Found) -> str:
    return " ".join(reason.why for reason in found.reasons if reason.name in {"classed", "size"})


COLUMNS = (
    Column[Found]("name", lambda found: found.name, ratio=5),
    Column[Found]("partner", lambda found: found.partner),
    Column[Found]("miles", lambda found: f"{found.distance:.1f}", justify="right"),
    Column[Found]("why", _why, ratio=7),
)
GAPS = (
    Column[Absence]("", lambda gap: gap.kind),
    Column[Absence]("nobody for", lambda gap: gap.label, ratio=3),
    Column[Absence]("nearest", lambda gap: gap.nearest, ratio=3),
    Column[Absence]("town", lambda gap: gap.town, ratio=2),
    Column[Absence]("miles", lambda gap: gap.distance, justify="right"),
)


def command(
    goal: options.GoalOption = None,
    near: Annotated[
        str | None,
        typer.Option(
            metavar="PLACE",
            help='ZIP code, "City, ST" or LAT,LON. [default: `zip` or `place` of library.yaml]',
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
        str | None,
        typer.Option(
            "--search",
            "-s",
            metavar="TEXT",
            help="Only organizations with all of these words in their name or town.",
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
        int, typer.Option("--limit", "-n", min=1, help="How many organizations at most.")
    ] = 10,
    show_gaps: Annotated[
        bool, typer.Option("--gaps", help="List the goals and partners that nobody near serves.")
    ] = False,
    libraries: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Find for every library in this file of the Public Libraries Survey.",
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
    if not goal and not partner and not words and not show_gaps:
        raise UsageError(
            "say what you are looking for",
            "`collab find --goal literacy`; `collab list goals` shows the goals",
        )
    radius = places.miles(within)
    known = options.open_catalog(catalog)
    for id_ in partner or ():
        known.known("partners", id_)
    profile, _ = options.open_library(library, known)
    requests = Requests(known)
    aim = requests.ask(goal) if goal else None
    search = Search(
        partner_scores(Ranking(known, profile), aim, partner or []),
        radius,
        goals=tuple(aim.goals) if aim else (),
        words=tuple((words or "").lower().split()),
        sure=0.0 if guesses else GUESS,
        asking=Asking(profile.fscskey or "", profile.name or ""),
        limit=limit,
    )
    folder = options.directory_folder(directory)
    if libraries is not None:
        from collabkit.cli.find_many import find_many  # noqa: PLC0415 - rarely asked for

        find_many(libraries, folder, known, search, format_)
        return
    spot = _spot(near, profile)
    with store.opened(folder) as connection:
        if show_gaps:
            output.write(
                gaps(connection, known, spot, search),
                GAPS,
                format_,
                id_=lambda gap: gap.id,
                color=color,
            )
            output.note(f"Within {places.shown(radius)} miles of {spot.label}.")
            return
        found = find(connection, known, spot, search)
        output.write(found, COLUMNS, format_, id_=lambda each: each.id, color=color)
        for sentence in absent(connection, known, spot, search, found) if not search.words else ():
            output.note(f"{cap(sentence)}.")
    for doubt in understood.doubts(requests, aim, goal or ()) if aim else ():
        output.note(doubt)
    if search.scores:
        _talk(found, spot, search)


def _spot(near: str | None, profile: Library) -> Spot:
    place = near or profile.coordinates or profile.zip or profile.place
    if place is None:
        raise UsageError(
            "say where the library is",
            "`--near 59801` or `--near 'Missoula, MT'`; `collab init` writes it into library.yaml",
        )
    spot = places.near(place)
    return spot if near else spot._replace(label=profile.name or spot.label)


def _talk(found: list[Found], spot: Spot, search: Search) -> None:
    where = f"within {places.shown(search.within)} miles of {spot.label}"
    if not found:
        further = f"--within {places.shown(search.within * 2)}mi looks further"
        unsure = " and --guesses shows who may be one" if search.sure else ""
        output.note(f"Nothing {where}; {further}{unsure}.")
    elif len(found) == search.limit:
        output.note(f"The best {len(found)} {where}; --limit {search.limit * 2} shows more.")
    else:
        output.note(f"{len(found)} {where}.")
