"""Whether a paper that has told one thing has told another with it, such as a trial with an offer and both lists."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

HALF = 0.5
"""The share of the words of a trial below which something of it is told nowhere else.

What others do in it stands under who else it takes. Where a reader's part is small, such as one visit to an
evening that others hold, less than half is told, and the trial stands besides.
"""
_NEARLY_ALL = 0.8
"""The share from which on one line alone has."""
_ROOT = 5
"""Letters by which two forms of a word are taken for one: "caregiver" and "caregivers"."""
_WORDS_OF_NO_WEIGHT = """
about after again also among and anyone are ask asks been before being both but can could does each every for from
has have her his how if into its may more most not off one our out own per she than that the their them then there
these they this those to under until upon us was we were what when where which while who whom whose will with would
you your
"""
_KEPT = 4_096
"""Texts whose words are kept: papers of one work ask for the same ones again and again."""
_SMALL = frozenset(_WORDS_OF_NO_WEIGHT.split())


def told_by(said: str, texts: Iterable[str], enough: float = HALF) -> bool:
    """Return whether at least such a share of the words of *said* stands in *texts*."""
    words = _words(said)
    return len(words & _words(" ".join(texts))) >= enough * len(words)


def is_new(text: str, texts: Iterable[str]) -> bool:
    """Return whether *text* has a sentence of which no one of *texts* says nearly all the words."""
    told = [_words(each) for each in texts]
    return any(not _told_in_one(_words(each), told) for each in re.split(_BETWEEN, text))


def closest(line: str, texts: Sequence[str]) -> int | None:
    """Return the place of that one of *texts* which speaks most of what *line* does; nothing where none or two do.

    It has to share two words with it, and two fifths of its own.
    """
    words = _words(line)
    shared = [len(words & _words(each)) for each in texts]
    most = max(shared, default=0)
    if most < _TWO or most < len(words) * _PART or shared.count(most) > 1:
        return None
    return shared.index(most)


_TWO, _PART = 2, 0.4


def _told_in_one(words: frozenset[str], texts: Iterable[frozenset[str]]) -> bool:
    return any(len(words & each) >= _NEARLY_ALL * len(words) for each in texts)


_BETWEEN = r"(?<=[.?!]) (?=[A-Z\"$])"


@lru_cache(_KEPT)
def _words(text: str) -> frozenset[str]:
    found = re.findall(r"[a-z]+|\d[\d:,]*", text.casefold().replace("'s", ""))
    return frozenset(
        word[:_ROOT]
        for word in found
        if (len(word) > 2 or word[0].isdigit()) and word not in _SMALL  # noqa: PLR2004 - "by", "of"
    )
