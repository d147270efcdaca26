"""By what a body is known again, though its rows change from load to load."""

from collections.abc import Sequence
from typing import NamedTuple

from collabkit.directory.names import comparable_name
from collabkit.directory.pipeline.name_words import IDLE

_EIN = "ein:"
_OF_THE_IRS = ("irs-", "returns-")
"""What stands before the number in the ids of rows that are called by it."""


class Identity(NamedTuple):
    """What a library's own files say of who a body is."""

    name: str = ""
    id: str = ""
    """In the directory, when it was written down."""
    number: str = ""
    """With the government: `ein:810300000`."""
    town: str = ""
    """City and state; blank if nobody said."""

    def means(self, ids: Sequence[str], number: str | None, name: str, town: str) -> bool:
        """Return whether it is the body that has *ids* and *number* and is called *name* in *town*.

        An id or a number tells it for sure. A name does if nothing speaks against it: another town, or that a
        register which has the body under the id has this one under another.
        """
        if self.id and self.id in ids:
            return True
        numbers = {*filter(None, (number, *map(number_of, ids)))}
        own = self.number or number_of(self.id)
        if own and numbers:
            return own in numbers
        register = self.id.partition("-")[0]
        if register and any(id_.partition("-")[0] == register for id_ in ids):
            return False
        if self.town and town and comparable_name(self.town) != comparable_name(town):
            return False
        return bool(self.name) and bare_name(self.name) == bare_name(name)


def number_of(id_: str) -> str:
    """Return the number with the government that the id of a row tells; blank if it tells none."""
    for start in _OF_THE_IRS:
        if id_.startswith(start) and id_.removeprefix(start).isdigit():
            return f"{_EIN}{id_.removeprefix(start)}"
    return ""


def bare_name(name: str) -> str:
    """Return *name* comparable, without the words that a list leaves out: "Inc", "The"."""
    return " ".join(word for word in comparable_name(name).split() if word not in IDLE)
