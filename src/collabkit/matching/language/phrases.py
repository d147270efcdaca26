"""Phrases by the stems of their words, and how long those are that begin with one."""

from typing import TypeVar

T = TypeVar("T")


class Phrases(dict[str, T]):
    """What each phrase stands for, under its stems with blanks between them.

    Of the words of a text hardly any begins a phrase, so only those that do are looked at further.
    """

    _longest: dict[str, int] | None = None

    def longest(self, stem: str) -> int:
        """Return how many words the longest phrase has that begins with *stem*; 0 if none does."""
        if self._longest is None:
            found: dict[str, int] = {}
            for phrase in self:
                first, length = phrase.partition(" ")[0], phrase.count(" ") + 1
                found[first] = max(length, found.get(first, 0))
            self._longest = found  # whole, since another thread may look
        return self._longest.get(stem, 0)
