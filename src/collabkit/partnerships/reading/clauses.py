"""A line as clauses: who does what, as far as one doing reaches."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final, NamedTuple

from collabkit.partnerships.reading.joints import ENDS, JOINS, begins, introduces
from collabkit.partnerships.reading.tokens import Word, tokens

_PAST: Final = re.compile(
    r"^(?:(?:i|we|they|she|he|it|just|finally|[a-z]+(?: [a-z]+)?) )?(?:was|were|had|did|met|saw|came|went|called"
    r"|talked|spoke|sent|gave|got|received|paid|brought|dropped|left|ran|took)\b|^\d+ (?!day|week|month)"
    r"|\b(?:gave|came|drew|went|was|were) .*\b(?:yesterday|today|saturday|last)\b|\b(?:lapsed|expired)\b"
)
_NOT_PAST: Final = re.compile(r"^to be |\b(?:will|would|told|said|promised|pledged|now|by)\b")
_LEFT_OVER: Final = re.compile(
    r"(?:\s*[,@(]|\s+(?:at|on|is|for|the|from|until|thru|to|-))+(?=\s*[,.)]|\s*$)"
)
_SPACED: Final = re.compile(r"\s+([,.)])")
_AHEAD: Final = 8
"""Words after a comma that show whether somebody does something."""
_OPENERS: Final = frozenset([",", "and", "but", "so", "then", "-"])
_CLOSERS: Final = frozenset([",", "and", "but", "so", "-"])
_ASKS: Final = re.compile(
    r"(?:who|when|where|why|how|which|is|are|was|does|do (?:we|they|you|i)|did|has|have (?:we|they|you)"
    r"|any (?:word|news|idea))\b(?! not)(?! (?:the|of) )"
)


class Clause(NamedTuple):
    """The words of one clause."""

    text: str
    """Its words in one spelling, with single spaces."""
    parts: tuple[Word, ...]
    question: bool
    """Whether it asks something."""

    @property
    def past(self) -> bool:
        """Whether it tells what was, so that its Friday is the last one."""
        return bool(_PAST.match(self.text)) and not _NOT_PAST.search(self.text)

    def typed(self, line: str, start: int = 0, end: int | None = None) -> str:
        """Return what was typed in *line* for the letters *start* to *end* of `text`."""
        at, chosen = 0, []
        stop = len(self.text) if end is None else end
        for part in self.parts:
            if start <= at < stop:
                chosen.append(part)
            at += len(part.norm) + 1
        return line[chosen[0].start : chosen[-1].end] if chosen else ""

    def typed_without(self, line: str, spans: Iterable[tuple[int, int]]) -> str:
        """Return what was typed in *line*, without the letters of `text` that *spans* name, and what led to them."""
        kept, at = [], 0
        for start, end in [*sorted(spans), (len(self.text), 0)]:
            kept.append(self.typed(line, at, start) if start > at else "")
            at = max(at, end)
        text = _LEFT_OVER.sub("", " ".join(" ".join(kept).split()))
        return _SPACED.sub(r"\1", text).strip(" ,@-:")


def clauses(line: str) -> list[Clause]:
    """Return the clauses of *line*, in their order."""
    made: list[Clause] = []
    current: list[Word] = []
    parts = tokens(line)
    begun = True
    for at, word in enumerate(parts):
        ends = (
            word.norm in ENDS
            or _is_picture(word.norm)
            or (word.norm == ":" and introduces(current))
        )
        after = parts[at + 1 : at + 1 + _AHEAD]
        if ends or (word.norm in JOINS and begins(after, word.norm, current)):
            made += _clause(current, word.norm, begun=begun)
            current, begun = [], ends
        else:
            current.append(word)
    return made + _clause(current, "", begun=begun)


def _is_picture(sign: str) -> bool:
    """Return whether *sign* is a smile or another picture, which ends a sentence as a full stop does."""
    return len(sign) == 1 and unicodedata.category(sign) == "So"


def _clause(current: list[Word], end: str, *, begun: bool) -> list[Clause]:
    """Return the clause of the words *current*, if there is a word in it.

    Args:
        current: its words, with what joins it to the next one.
        end: the mark after it.
        begun: whether a sentence begins with it.
    """
    while current and current[0].norm in _OPENERS:
        current = current[1:]
    while current and current[-1].norm in _CLOSERS:
        current = current[:-1]
    text = " ".join(word.norm for word in current)
    asks = end == "?" or (begun and bool(_ASKS.match(text)))
    return [Clause(text, tuple(current), asks)] if text.strip(' ,-:()"') else []
