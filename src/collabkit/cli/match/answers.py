"""Requests answered one by one, with what is to be said of the answers afterwards."""

from collections import deque
from collections.abc import Iterator

from collabkit import output
from collabkit.cli import options, query_notes
from collabkit.matching import Match
from collabkit.matching.matcher import Matcher, Matches


class Answers:
    """Answers for one command line."""

    def __init__(self, matcher: Matcher, limit: int, sector: str | None, *, spread: bool) -> None:
        self._matcher = matcher
        self._limit = limit
        self._sector = sector
        self._spread = spread
        self._notes: list[str] = []
        self._unsaid = 0

    def one(self, goals: list[str]) -> Matches:
        """Return the matches for *goals*, taken as one request."""
        found = self._matcher.match(
            goals, limit=self._limit, sector=self._sector, spread=self._spread
        )
        self._say_if_none(found)
        for said in query_notes.doubts(self._matcher.parser, found.query, goals):
            self._say_later(said)
        if found.fitting > self._limit:
            self._say_later(
                f"{self._limit} of {found.fitting} partners shown; "
                f"--limit {found.fitting} shows them all."
            )
        return found

    def many(self, source: str) -> Iterator[Match]:
        """Yield the matches for each line of *source*.

        Through a pipe each line is answered before the next is waited for; of a long file, copies
        of this process read ahead.
        """
        typed = deque[str]()
        found = None
        for found in self._matcher.each(
            _aims(source, typed),
            limit=self._limit,
            sector=self._sector,
            spread=self._spread,
            ahead=options.is_file(source),
        ):
            self._say_if_none(found)
            if found.query.confidence == "low":
                self._say_unsure(found)
            line = typed.popleft()
            plain = line == found.query.aim
            yield from found if plain else [each._replace(aim=line) for each in found]
            output.flush()  # whoever asks line by line waits for this answer
        if found is None:
            self._say_later(f"No aim in {'stdin' if source == '-' else source}: write one a line.")

    def _say_if_none(self, found: Matches) -> None:
        if not found and found.query.confidence != "low":
            self._say_later("No partner fits; without --sector there may be some.")

    def _say_unsure(self, found: Matches) -> None:
        if len(self._notes) < _NOTES:
            self._say_later(query_notes.unsure(self._matcher.parser, found.query))
        else:
            self._unsaid += 1

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


def _aims(source: str, typed: deque[str]) -> Iterator[str]:
    """Yield the lines of *source* that say something, and keep in *typed* how each was typed."""
    for line in options.lines(source):
        aim = line.strip()
        if aim:
            typed.append(line)
            yield aim


_NOTES = 20
"""Lines of talk that still leave the answer in sight."""
