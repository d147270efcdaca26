"""``collab match``: a goal to ranked partners."""

from typing import Annotated

import typer

from collabkit import output
from collabkit.catalog.fields import SECTORS
from collabkit.cli import options
from collabkit.errors import UnknownIdError, UsageError
from collabkit.matching import Match, Ranking, by_goals
from collabkit.matching.reasons import listed
from collabkit.output import Column


def _why(match: Match) -> str:
    needed = [one.label for one in match.they_bring if one.needed] or [
        one.label for one in match.they_bring
    ]
    ours = list(dict.fromkeys(one.label for one in match.we_bring))
    return f"They bring {listed(needed[:3])}. We bring {listed(ours[:2]) or 'nothing known yet'}."


COLUMNS = (
    Column[Match]("#", lambda match: match.rank, justify="right"),
    Column[Match]("partner", lambda match: match.partner, ratio=6),
    Column[Match]("score", lambda match: f"{match.score:.1f}", justify="right"),
    Column[Match]("why", _why, ratio=12),
    Column[Match](
        "start with",
        lambda match: match.activity.label if match.activity else "",
        ratio=6,
    ),
    Column[Match]("mind", lambda match: match.cautions[0].label if match.cautions else "", ratio=5),
)


def command(
    goal: options.GoalOption = None,
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=1, help="How many partners at most.")
    ] = 10,
    sector: Annotated[
        str | None,
        typer.Option(
            help=f"Only partners of one sector: {', '.join(SECTORS)}.",
            show_default=False,
        ),
    ] = None,
    library: options.LibraryOption = None,
    catalog: options.CatalogOption = None,
    format_: options.FormatOption = None,
    color: options.ColorOption = True,
) -> None:
    """Rank the kinds of organization to work with, best first, and say why.

    Example: collab match --goal literacy --goal newcomers
    """
    if not goal:
        raise UsageError(
            "say what you want to achieve",
            "`collab list goals` shows the goals; then `collab match --goal literacy`",
        )
    if sector is not None and sector not in SECTORS:
        raise UnknownIdError("sector", sector, SECTORS)
    known = options.open_catalog(catalog)
    profile, file = options.open_library(library, known)
    ranking = Ranking(known, profile)
    asked = by_goals(ranking.index, goal)
    found = ranking.rank(asked, limit=limit, sector=sector)
    output.write(found, COLUMNS, format_, id_=lambda match: match.partner, color=color)
    if not found:
        output.note("No partner shares this goal; `collab list goals` shows related ones.")
    fitting = len(ranking.scores(asked, sector))
    if fitting > limit:
        output.note(f"{limit} of {fitting} partners shown; --limit {fitting} shows them all.")
    if file is None:
        options.no_profile_note()
