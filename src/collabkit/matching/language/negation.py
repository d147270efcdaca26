"""What somebody does not ask for: "please no cops", "we already have a seed library"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

# "no bus on Sunday" asks for a bus, so "no" alone turns nothing away.
_TURNED_AWAY = re.compile(
    r"\b(?:no more|please,? no|but no|and no more|not another|(?:don['\u2019]?t|do not) (?:want|need)"
    r"|instead of|rather than|other than|besides|sick of|tired of|fed up with"
    r"|already (?:have|has|had|got|do|did|run|ran|offer|tried))\s+"
    r"(?P<what>(?:[\w'\u2019-]+\s*){1,4}?)(?=\s*(?:[,.;:!?()]|$|\b(?:but|and|so|or|we|i|they|what|who|how|to|for|with|in|at|on)\b))",
    re.IGNORECASE,
)
_LONGEST = 2_000
"""Letters in which this is looked for."""


class Asked(NamedTuple):
    """A text in two parts."""

    text: str
    """What is asked for."""
    left_out: Sequence[str]
    """What is not, as it was typed."""


def split(text: str) -> Asked:
    """Return *text* without what it turns away; whole, if nothing else would be left."""
    found = [match["what"].strip() for match in _TURNED_AWAY.finditer(text[:_LONGEST])]
    if not found:
        return Asked(text, ())
    rest = _TURNED_AWAY.sub(" ", text[:_LONGEST]) + text[_LONGEST:]
    return Asked(rest, found) if rest.strip(" ,.;:!?") else Asked(text, ())
