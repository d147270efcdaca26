"""Signs that a clause holds something, whatever it is: a day to come, a sum, a word of promising, leaving or ending."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from collabkit.partnerships.reading.clauses import Clause
from collabkit.partnerships.reading.moments import Moment, moments
from collabkit.partnerships.reading.statements import Statement
from collabkit.partnerships.reading.words import phrases, words

_NOTHING: Final = re.compile(
    r"\b(?:if|whether|maybe|might|may|rumor|could|hope|hopes|perhaps|hoping|closed|holiday|birthday|vacation|had promised|think about)\b|^not |^should (?:the|they|he|she|we|it)\b"
)
_PROMISING: Final = re.compile(
    r"\b(?:promis(?:e|es|ed|ing)|pledg\w+|owe[sd]?|agreed to|volunteered|(?:will|would) (?:send|bring|give|call|get"
    r"|drop|deliver|pay|let (?:us|me|her|him|them)|put|lend|do|make|take|share|print|help|host|have)"
    r"|(?:needs?|has|have) to (?:send|bring|give|call|pay))\b"
)
_SUM: Final = re.compile(r"\$ ?\d|\d dollars")
_NUMBER: Final = re.compile(
    r"(?<![$\d/:.,'-])\b\d[\d,]*\b(?![/:.]\d|(?:st|nd|rd|th)\b|\.\d) (?P<noun>[a-z'-]+)"
)


def unread(parts: Sequence[Clause], found: Sequence[Statement], today: date) -> Iterator[int]:
    """Yield which of the clauses *parts*, from 0, hold something that none of the statements *found* says."""
    days = {each.day for each in found}
    told = {each.clause for each in found}
    for at, clause in enumerate(parts):
        named = moments(clause.text, today, past=clause.past)
        ahead = [day for day in named if day.day > today and day.day not in days]
        if at in told:
            doubtful = any(day.lead in {"by", "on", ""} for day in ahead)
        else:
            doubtful = _is_dated(ahead) or bool(_SUM.search(clause.text))
            doubtful |= at - 1 not in told and _signals(clause.text)
            doubtful &= not clause.question and not _NOTHING.search(clause.text)
        if doubtful:
            yield at


def _is_dated(ahead: Sequence[Moment]) -> bool:
    return any(not day.rough or day.lead in {"by", "in"} for day in ahead if day.lead != "since")


def _signals(text: str) -> bool:
    """Return whether a word of promising, leaving or ending stands in *text*, or a count of people."""
    number = _NUMBER.search(text)
    if number and any(number["noun"] in words(name) for name in ("people", "units")):
        return True
    signs = (_PROMISING, phrases("signals"), phrases("ended"), phrases("missed"))
    return any(sign.search(text) for sign in signs)
