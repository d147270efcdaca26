"""Slips of the finger: only what is no word of English is taken for another word."""

import zlib
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from string import ascii_lowercase

FILE = Path(__file__).parent / "english.words"
"""Every word of a list of English under an open license (see NOTICE.md), compressed."""
_CORRECTABLE = range(5, 16)
"""Letters of a word whose spelling is corrected: shorter ones have too many neighbors."""


@cache
def _english() -> bytes:
    return b"\n" + zlib.decompress(FILE.read_bytes()) + b"\n"


def is_english(word: str) -> bool:
    """Tell whether *word*, in lower case, stands in the list of English words."""
    return b"\n%s\n" % word.encode() in _english()


def meant(word: str, root: str, known: Collection[str]) -> str | None:
    """Return the known stem that *word* was meant to have; nothing if it is a word, or none is near.

    Args:
        word: as it was typed, in lower case.
        root: its stem.
        known: stems that the catalog uses. If several are near, the first in order is taken.
    """
    if len(root) not in _CORRECTABLE or not root.isascii() or is_english(word):
        return None
    return min((near for near in _slips(root) if near in known), default=None)


def _slips(root: str) -> Iterator[str]:
    """Yield what is one letter more, less or other than *root*, or has two letters swapped."""
    for place in range(len(root) + 1):
        before, after = root[:place], root[place:]
        if after:
            yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in ascii_lowercase:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]
