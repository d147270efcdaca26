"""What somebody does not ask for: "please no cops", "we already have a seed library"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_END = (
    r"(?=\s*(?:[,.;:!?()]|$|\b(?:but|and|so|or|we|i|they|what|who|how|to|for|with|in|at|on"
    r"|since|because|when|while|just|now)\b))"
)
"""Where what is turned away ends."""
_WORDS = r"(?:[\w'\u2019-]+\s*)"
# "no bus on Sunday" asks for a bus, so "no" alone turns nothing away.
_TURNED_AWAY = re.compile(
    r"\b(?:no more|please,? no|but no|and no more|not another|(?:don['\u2019]?t|do not) (?:want|need)"
    r"|instead of|rather than|other than|besides|sick of|tired of|fed up with|anything but|anyone but"
    r"|already (?:have|has|had|got|do|did|run|ran|offer|tried|done|covered))\s+"
    rf"(?P<what>{_WORDS}{{1,4}}?){_END}"
    # "got mentors already"; without "already" it tells what there is to work with.
    rf"|\b(?:have|has|got) (?P<held>{_WORDS}{{1,4}}?)already\b"
    # "not the Legion": a body or a thing; "not the first time" and "not the same" are no such.
    rf"|(?:^|,|;|\band|\bbut|\bplease)\s*not (?:the|our|your|a|an) (?!first|last|same|only|best|one\b|kind\b|way\b)"
    rf"(?P<body>{_WORDS}{{1,3}}?){_END}"
    # "storytime and crafts are covered, still need tutors"
    rf"|(?:^|[,.;:!?]\s*|\bbut\s+)(?P<done>(?:[\w'\u2019&-]+,?\s+){{1,6}}?)(?:is|are)\s+(?:all |already |pretty much )?"
    r"(?:covered|taken care of|handled|sorted|sorted out|taken|all set)(?=\s*(?:[,.;:!?]|$|\b(?:but|so|now|and)\b))",
    re.IGNORECASE,
)
_LONGEST = 2_000
"""Letters in which this is looked for."""


class SplitAim(NamedTuple):
    """A text in two parts."""

    text: str
    """What is asked for."""
    left_out: Sequence[str]
    """What is not, as it was typed."""


def split(text: str) -> SplitAim:
    """Return *text* without what it turns away; whole, if nothing else would be left."""
    found = [
        next(filter(None, match.groups())).strip(" ,")
        for match in _TURNED_AWAY.finditer(text[:_LONGEST])
    ]
    if not found:
        return SplitAim(text, ())
    rest = _TURNED_AWAY.sub(" ", text[:_LONGEST]) + text[_LONGEST:]
    return SplitAim(rest, found) if rest.strip(" ,.;:!?") else SplitAim(text, ())
