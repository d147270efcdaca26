"""Names and fixed expressions in a text, with their meaning: the longest first, from the left."""

import re
from collections.abc import Mapping, Sequence
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


EXACT = "="
"""Begins a name by its very words, kept where another name has the same stems."""


def find(typed: Sequence[str], stems: Sequence[str], meanings: Phrases[str]) -> list[NameFound]:
    """Return the names in a text of the words *typed*, of which *stems* are the stems; no two overlap."""
    found = []
    start = 0
    while start < len(stems):
        longest = min(_LONGEST, len(stems) - start, meanings.longest(stems[start]))
        for length in range(longest, 0, -1):
            exact = EXACT + " ".join(typed[start : start + length])
            meaning = meanings.get(exact) or meanings.get(" ".join(stems[start : start + length]))
            if meaning is not None:
                found.append(NameFound(start, length, meaning))
                start += length
                break
        else:
            start += 1
    return found


def expand_names(text: str, names: Mapping[str, str]) -> tuple[str, str]:
    """Return *text* with its names of several words put in plain words, and what the others mean.

    What a name means takes the place of its words, since these mean something else by themselves: the
    "shot" of "in one shot" is none of those that a nurse gives.

    Args:
        text: as it was typed.
        names: those in it, in lower case and without signs, each with its meaning.
    """
    plain = text.replace("'", "").replace("\u2019", "")
    others = []
    for name, meaning in names.items():
        written = re.compile(r"\b" + r"\W+".join(name.split(" ")) + r"\b", re.IGNORECASE)
        if " " in name and written.search(plain):
            plain = meaning.join(written.split(plain))
        else:
            others.append(meaning)
    return (plain if len(others) < len(names) else text), ". ".join(dict.fromkeys(others))
