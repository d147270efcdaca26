"""What is due in the partnerships of a library, with what could not be asked."""

from collections.abc import Iterable, Sequence
from datetime import date

from collabkit.errors import Problem
from collabkit.partnerships.due import Due, due, urgent
from collabkit.partnerships.partnership import Partnership


class Dues(list[Due]):
    """What is due, the most urgent first."""

    def __init__(
        self, found: Iterable[Due], on: date, problems: Sequence[Problem], ahead: int
    ) -> None:
        super().__init__(found)
        self.on = on
        """The day on which it was asked."""
        self.problems = tuple(problems)
        """What is wrong with the facts of partnerships that were left out."""
        self.ahead = ahead
        """Entries whose day has not come, and which count for nothing yet."""

    def add(self, more: Iterable[Due]) -> None:
        """Add what else is due, in its place."""
        self.extend(more)
        self.sort(key=urgent)


def dues(
    kept: Sequence[Partnership], today: date, *, within: int, people: bool, strict: bool
) -> Dues:
    """Return what is due *today* in the partnerships *kept*.

    Args:
        kept: partnerships, right or wrong.
        today: the day on which it is asked.
        within: days in which something counts as due soon.
        people: whether the names of who promised are told.
        strict: whether wrong facts end it, instead of being left out.

    Raises:
        DataError: *strict*, and facts are wrong.
    """
    right = [one for one in kept if strict or one.stated]
    return Dues(
        due(right, today, within=within, people=people),
        today,
        [problem for one in kept for problem in one.problems],
        sum(entry.day > today for one in right for entry in one.log.entries),
    )
