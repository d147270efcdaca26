"""Requests answered one by one, with what is to be said of the answers afterwards."""

from collections import deque
from collections.abc import Iterator

from collabkit import output
from collabkit.cli import options
from collabkit.notes import HasNotes, Note
from collabkit.workspace import Workspace
from collabkit.workspace.names import Match, Matches


class Stream(HasNotes):
    """Answers to the requests of a file, and what a reader should know of them: at most a screen of it."""

    def __init__(
        self, workspace: Workspace, limit: int, sector: str | None, *, spread: bool
    ) -> None:
        self._workspace = workspace
        self._limit = limit
        self._sector = sector
        self._spread = spread
        self._notes: list[Note] = []
        self._more = 0

    def answer(self, source: str) -> Iterator[Match]:
        """Yield the matches for each line of *source*.

        Through a pipe each line is answered before the next is waited for; of a long file, copies
        of this process read ahead.
        """
        typed = deque[str]()
        found = None
        for found in self._workspace.match_each(
            _requests(source, typed),
            limit=self._limit,
            sector=self._sector,
            spread=self._spread,
            ahead=options.is_file(source),
        ):
            if not found or found.query.confidence == "low":
                self._remember(found)
            line = typed.popleft()
            plain = line == found.query.aim
            yield from found if plain else [each._replace(aim=line) for each in found]
            output.flush()  # whoever asks line by line waits for this answer
        if found is None:
            where = "stdin" if source == "-" else source
            self._notes.append(Note("no-request", f"No aim in {where}: write one a line."))

    def _remember(self, found: Matches) -> None:
        """Keep what is to be known of *found*, unless that would be more than a screen."""
        if len(self._notes) < _NOTES:
            self._notes += found.notes
        else:
            self._more += 1

    @property
    def notes(self) -> tuple[Note, ...]:
        """What a reader should know of the answers so far."""
        if not self._more:
            return tuple(self._notes)
        return (*self._notes, Note("more-notes", f"… and {self._more} more like these."))


def _requests(source: str, typed: deque[str]) -> Iterator[str]:
    """Yield the lines of *source* that say something, and keep in *typed* how each was typed."""
    for line in options.lines(source):
        request = line.strip()
        if request:
            typed.append(line)
            yield request


_NOTES = 20
"""Lines of talk that still leave the answer in sight."""
