"""Days as they are said aloud: without the year that everybody knows."""

import re

from collabkit.text.months import MONTHS

_DATED = re.compile(
    rf"\b(?P<month>{'|'.join(MONTHS)})(?P<day> \d{{1,2}})?,? (?P<year>20\d\d)\b(?P<comma>,?)"
)
_ON_PAPER = re.compile(rf"(?P<month>{'|'.join(MONTHS)}) \d{{1,2}}, (?P<year>\d{{4}})")


def aloud(text: str, on: str) -> str:
    """Return *text* as somebody says it at the day *on*: a year stays only where the month comes again before.

    On November 30, 2026 "March 13, 2027" is "March 13", and "January 4, 2028" stays.
    """
    today = _ON_PAPER.fullmatch(on)
    if not today:
        return text
    limit = _month(today) + len(MONTHS)

    def said(found: re.Match[str]) -> str:
        if not _month(today) <= _month(found) < limit:
            return found[0]
        return f"{found['month']}{found['day'] or ''}{found['comma']}"

    return _DATED.sub(said, text)


def _month(found: re.Match[str]) -> int:
    return int(found["year"]) * len(MONTHS) + MONTHS.index(found["month"])
