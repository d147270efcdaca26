"""Which step of a trial a line speaks of that somebody settled."""

import re
from collections.abc import Sequence

_ROOT = 5
"""Letters by which two forms of a word are taken for one: "caregiver" and "caregivers"."""
_WORDS_OF_NO_WEIGHT = """
about after again also among and anyone are ask asks been before being both but can could does each every for from
has have her his how if into its may more most not off one our out own per she than that the their them then there
these they this those to under until upon us was we were what when where which while who whom whose will with would
you your
"""
_SMALL = frozenset(_WORDS_OF_NO_WEIGHT.split())


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


def _words(text: str) -> frozenset[str]:
    found = re.findall(r"[a-z]+|\d[\d:,]*", text.casefold().replace("'s", ""))
    return frozenset(
        word[:_ROOT]
        for word in found
        if (len(word) > 2 or word[0].isdigit()) and word not in _SMALL  # noqa: PLR2004 - "by", "of"
    )
