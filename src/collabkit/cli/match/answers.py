"""Requests answered one by one, with what is to be said of the answers afterwards."""

from collections.abc import Iterator

from collabkit import output
from collabkit.api.matches import Matcher, Matches
from collabkit.cli import options, query_notes
from collabkit.matching import Match


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
        found = self._answer(goals)
        for said in query_notes.doubts(self._matcher.parser, found.query, goals):
            self._say_later(said)
        if found.fitting > self._limit:
            self._say_later(
                f"{self._limit} of {found.fitting} partners shown; "
                f"--limit {found.fitting} shows them all."
            )
        return found

    def many(self, source: str) -> Iterator[Match]:
        """Yield the matches for each line of *source*, one line at a time."""
        any_ = False
        for line in options.lines(source):
            aim = line.strip()
            if aim:
                any_ = True
                found = self._answer([aim])
                if found.query.confidence == "low":
                    self._say_unsure(found)
                yield from found if line == aim else [each._replace(aim=line) for each in found]
                output.flush()  # whoever asks line by line waits for this answer
        if not any_:
            self._say_later(f"No aim in {'stdin' if source == '-' else source}: write one a line.")

    def _answer(self, goals: list[str]) -> Matches:
        found = self._matcher.match(
            goals, limit=self._limit, sector=self._sector, spread=self._spread
        )
        if not found and found.query.confidence != "low":
            self._say_later("No partner fits; without --sector there may be some.")
        return found

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


_NOTES = 20
"""Lines of talk that still leave the answer in sight."""
