"""Names and fixed expressions in a text, with their meaning: the longest first, from the left."""

from collections.abc import Sequence
from typing import NamedTuple

from collabkit.matching.language.phrases import Phrases

_LONGEST = 6
"""Words of the longest name that is looked for."""


class NameFound(NamedTuple):
    """A name that stands in a text."""

    start: int
    """Place of its first word."""
    length: int
    """Words that it takes."""
    meaning: str


def find(stems: Sequence[str], meanings: Phrases[str]) -> list[NameFound]:
    """Return the names in a text of which *stems* are the stems; no two of them overlap."""
    found = []
    start = 0
    while start < len(stems):
        longest = min(_LONGEST, len(stems) - start, meanings.longest(stems[start]))
        for length in range(longest, 0, -1):
            meaning = meanings.get(" ".join(stems[start : start + length]))
            if meaning is not None:
                found.append(NameFound(start, length, meaning))
                start += length
                break
        else:
            start += 1
    return found
