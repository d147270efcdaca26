"""``collab match``: an aim to ranked partners."""

from collections.abc import Iterator
from typing import Annotated

import typer

from collabkit import output
from collabkit.catalog.fields import SECTORS
from collabkit.cli import options, query_notes
from collabkit.errors import UnknownIdError, UsageError
from collabkit.matching import Match, Parser, Query, Ranking
from collabkit.output import Column
from collabkit.text.phrases import listed


def _why(match: Match) -> str:
    needed = [one.label for one in match.they_bring if one.needed] or [
        one.label for one in match.they_bring
    ]
    ours = list(dict.fromkeys(one.label for one in match.we_bring))
    said = f"They bring {listed(needed[:2])}. We bring {listed(ours[:1]) or 'nothing known yet'}."
    return f"{said} Mind {match.cautions[0].label}." if match.cautions else said


COLUMNS = (
    Column[Match]("#", lambda match: match.rank, justify="right"),
    Column[Match]("partner", lambda match: match.partner),
    Column[Match]("score", lambda match: f"{match.score:.1f}", justify="right"),
    Column[Match]("why", _why, ratio=4),
    Column[Match](
        "start with", lambda match: match.activity.label if match.activity else "", ratio=3
    ),
)


def command(
    goal: options.GoalOption = None,
    aims: Annotated[
        str | None,
        typer.Option(
            "--aims",
            metavar="FILE|-",
            help="One request a line, from a file or stdin, answered as a stream.",
            show_default=False,
        ),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            "-n",
            min=1,
            help="How many partners at most. [default: 10; with --aims 5 for each request]",
            show_default=False,
        ),
    ] = None,
    sector: Annotated[
        str | None,
        typer.Option(
            help=f"Only partners of one sector: {', '.join(SECTORS)}.", show_default=False
        ),
    ] = None,
    spread: Annotated[
        bool, typer.Option("--spread", help="Keep one sector from filling the list.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print the reasons and the arithmetic, to be read.")
    ] = False,
    library: options.LibraryOption = None,
    catalog: options.CatalogOption = None,
    format_: options.FormatOption = None,
    color: options.ColorOption = True,
) -> None:
    """Rank the kinds of organization to work with, best first, and say why.

    Example: collab match --goal literacy --goal "parents who want to learn English"
    """
    if sector is not None and sector not in SECTORS:
        raise UnknownIdError("sector", sector, SECTORS)
    if bool(goal) == bool(aims):
        raise UsageError(
            "say what you want to achieve, with --goal or with --aims",
            '`collab list goals` shows the goals; or in your words: --goal "homework help"',
        )
    known = options.open_catalog(catalog)
    profile, file = options.open_library(library, known)
    asker = _Asker(
        Parser(known),
        Ranking(known, profile),
        limit or (5 if aims else 10),
        sector,
        spread=spread,
    )
    found = asker.many(aims) if aims else asker.one(goal or [])
    if explain:
        from collabkit.cli.match.card import card  # noqa: PLC0415 - for people, who can wait 1 ms

        for match in found:
            output.say(card(match))
        output.flush()
    else:
        output.write(found, COLUMNS, format_, id_=lambda match: match.partner, color=color)
    asker.say_more()
    if file is None:
        options.no_profile_note()


class _Asker:
    """Answers requests one by one, and remembers what is to be said of them afterwards."""

    def __init__(
        self, requests: Parser, ranking: Ranking, limit: int, sector: str | None, *, spread: bool
    ) -> None:
        self._requests = requests
        self._ranking = ranking
        self._limit = limit
        self._sector = sector
        self._spread = spread
        self._notes: list[str] = []
        self._unsaid = 0

    def one(self, aims: list[str]) -> list[Match]:
        """Return the matches for *aims*, taken as one request."""
        asked = self._requests.parse(aims)
        for said in query_notes.doubts(self._requests, asked, aims):
            self._say_later(said)
        found, fitting = self._answer(asked)
        if fitting > self._limit:
            self._say_later(
                f"{self._limit} of {fitting} partners shown; --limit {fitting} shows them all."
            )
        return found

    def many(self, source: str) -> Iterator[Match]:
        """Yield the matches for each line of *source*, one line at a time."""
        any_ = False
        for line in options.lines(source):
            aim = line.strip()
            if aim:
                any_ = True
                asked = self._requests.parse([aim])
                if asked.confidence == "low":
                    self._say_later(query_notes.unsure(self._requests, asked))
                yield from self._answer(asked._replace(aim=line))[0]
                output.flush()  # whoever asks line by line waits for this answer
        if not any_:
            self._say_later(f"No aim in {'stdin' if source == '-' else source}: write one a line.")

    def _answer(self, asked: Query) -> tuple[list[Match], int]:
        """Return the matches that are shown, and how many there are."""
        scored = self._ranking.scores(asked, self._sector)
        found = self._ranking.show(scored, asked, limit=self._limit, spread=self._spread)
        if not found and asked.confidence != "low":
            self._say_later("No partner fits; without --sector there may be some.")
        return found, len(scored)

    def _say_later(self, said: str) -> None:
        if len(self._notes) < _NOTES:
            self._notes.append(said)
        else:
            self._unsaid += 1

    def say_more(self) -> None:
        """Say on stderr what a reader should know of the answers; at most a screen of it."""
        for said in self._notes:
            output.note(said)
        if self._unsaid:
            output.note(f"… and {self._unsaid} more like these.")


_NOTES = 20
"""Lines of talk that still leave the answer in sight."""
