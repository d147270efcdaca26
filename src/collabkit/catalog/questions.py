"""The questions of the short check of a partnership, which both sides answer."""

from typing import Final, Literal, get_args

from collabkit.catalog.base import Entry
from collabkit.catalog.fields import Sentence, Sources

Factor = Literal["purpose", "roles", "communication", "trust", "give-and-take", "results"]
"""What a question is about."""
FACTORS: Final[tuple[Factor, ...]] = get_args(Factor)


class Question(Entry):
    """One statement, which each side answers from 1, not at all, to 5, fully."""

    factor: Factor
    """What it is about: `purpose`, `roles`, `communication`, `trust`, `give-and-take` or `results`."""
    text: Sentence
    """The statement, in words that are true of the library and of the partner alike."""
    talk: Sentence
    """What to talk about together where the answers to it are low."""
    source: Sources
    """Where it comes from."""

    def title(self) -> str:
        """Return the statement."""
        return self.text

    def gist(self) -> str:
        """Return what it is about."""
        return self.factor.replace("-", " ")
