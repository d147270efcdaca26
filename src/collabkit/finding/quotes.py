"""A statement of a body, quoted short: the words around what was asked for, as a letter would print them."""

import re

from collabkit.directory.names import comparable_name
from collabkit.directory.records import Statement
from collabkit.finding.words import singular_words
from collabkit.finding.works import Sign

_SHORT = 110
"""Characters that a reader takes in at a glance."""
_BEFORE = 40
"""Characters before the words that were looked for."""


def quoted(statement: Statement, sign: Sign | None = None) -> str:
    """Return what *statement* says in a few words, and where from: its return of 2023 says "..."."""
    year = f" of {statement.year}" if statement.year else ""
    return f'its return{year} says "{_excerpt(statement.text, sign)}"'


def _excerpt(text: str, sign: Sign | None) -> str:
    plain = _sentence_case(text.replace('"', "'"))
    if len(plain) <= _SHORT:
        return plain.rstrip(".")
    start = max(0, _place(plain, sign) - _BEFORE)
    start = plain.find(" ", start) + 1 if start else 0
    end = start + _SHORT
    cut = plain[start:end]
    if end < len(plain):
        cut = cut.rsplit(" ", 1)[0]
    return f"{'... ' if start else ''}{cut.rstrip('.,;: ')}{' ...' if end < len(plain) else ''}"


def _place(text: str, sign: Sign | None) -> int:
    """Return where in *text* the first word stands by which *sign* is asked for; its beginning if none does."""
    if sign is None:
        return 0
    firsts = {
        words[0]
        for phrase in (*sign.asked, *sign.words, *sign.services)
        if (words := singular_words(phrase))
    }
    found = re.finditer(r"[\w'-]+", text)
    return next((word.start() for word in found if _is_one_of(word.group(), firsts)), 0)


def _is_one_of(word: str, firsts: set[str]) -> bool:
    return bool(comparable_name(word)) and not firsts.isdisjoint(singular_words(word))


def _sentence_case(text: str) -> str:
    """Return *text* in small letters, with a capital where a sentence begins, if a return has it in capitals."""
    if text != text.upper():
        return text
    return re.sub(
        r"(^|[.!?]\s+)(\w)", lambda found: found.group(1) + found.group(2).upper(), text.lower()
    )
