"""What is due in the partnerships of a library, with what was left out."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from collabkit.errors import Problem
from collabkit.notes import Note
from collabkit.partnerships.due import Due, due, urgent
from collabkit.partnerships.partnership import Partnership


class DueList(list[Due]):
    """What is due, the most urgent first."""

    def __init__(
        self,
        items: Iterable[Due],
        on: date,
        problems: Sequence[Problem],
        ahead: int,
        later: int = 0,
    ) -> None:
        super().__init__(items)
        self.on = on
        """The day of the list."""
        self.problems = tuple(problems)
        """What is wrong with the facts of partnerships that were left out."""
        self.ahead = ahead
        """Entries whose day has not come, and which count for nothing yet."""
        self.later = later
        """How much else there is, further ahead."""

    def add(self, more: Iterable[Due]) -> None:
        """Add what else is due, in its place."""
        self.extend(more)
        self.sort(key=urgent)

    def soon(self) -> "DueList":
        """Return what is due soon, overdue or without a day."""
        near = [each for each in self if each.urgency != "later"]
        return DueList(near, self.on, self.problems, self.ahead, len(self) - len(near))

    @property
    def notes(self) -> tuple[Note, ...]:
        """What is not in the list."""
        return tuple(self._notes())

    def _notes(self) -> Iterator[Note]:
        if not self:
            yield Note("nothing-due", "Nothing is due.")
        if self.later:
            text = f"{self.later} more {'lies' if self.later == 1 else 'lie'} further ahead"
            yield Note("further-ahead", f"{text}.", f"{text}; --all lists them.")
        if self.ahead:
            entries = "1 entry is" if self.ahead == 1 else f"{self.ahead} entries are"
            yield Note(
                "future-entries",
                f"{entries} dated after {self.on}, counting for nothing yet: is the clock right?",
            )


def due_list(
    partnerships: Sequence[Partnership], today: date, *, within: int, people: bool, strict: bool
) -> DueList:
    """Return what is due *today* in *partnerships*.

    Args:
        partnerships: right or wrong ones.
        today: the day of the list.
        within: days in which something counts as due soon.
        people: whether those who promised are named.
        strict: whether wrong facts end it, instead of being left out.

    Raises:
        DataError: *strict*, and facts are wrong.
    """
    right = [one for one in partnerships if strict or one.valid]
    return DueList(
        due(right, today, within=within, people=people),
        today,
        [problem for one in partnerships for problem in one.problems],
        sum(entry.day > today for one in right for entry in one.log.entries),
    )
