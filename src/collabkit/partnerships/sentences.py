"""What a person types to the entries of a log: the day, who promises, and by when.

    "met the coordinator, they send dates by Dec 3"
    -> 2026-11-25 met the coordinator
    -> 2026-11-25 they promise: send dates by 2026-12-03

Nothing is guessed that is not shown back, and the words stay those that were typed.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from collabkit.errors import UsageError
from collabkit.partnerships.dates import SPOKEN, coming, gone
from collabkit.partnerships.entries import WORDS, Entry, Side, parsed

_DAY: Final = re.compile(rf"(?:on\s+)?({SPOKEN.pattern})\s*[:,]?\s+", SPOKEN.flags)
_DUE: Final = re.compile(
    rf"(?:^|[\s,]+)(by|before|until|from|on|to)\s+({SPOKEN.pattern})\s*[.!]?$", SPOKEN.flags
)
_WILL: Final = (
    r"\s+(?:will|promised?\s+to|agreed\s+to|(?:are|am|is|have|has|need|needs)\s+to|must|shall|would\s+like\s+to)"
    r"|['\u2019]ll"
)
_REPORTED: Final = re.compile(
    r"(?P<who>we|i|they|she|he)\s+(?:said|say|says|told us)\s+(?:that\s+)?(?P<same>we|i|they|she|he)(?:\s+(?:would|will|can|could)|['\u2019](?:ll|d))\s+",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    rf"(?:(?P<we>we|i)|they|she|he)(?P<will>{_WILL})?\s+(?P<what>.+)", re.IGNORECASE
)
_PAST = re.compile(
    r"\w+ed\b|(?:came|did|found|gave|got|had|heard|held|knew|left|lost|made|met|paid|ran|said|saw|sent"
    r"|spoke|thought|told|took|was|went|were|wrote)\b",
    re.IGNORECASE,
)
# What one says without saying who: "send the plan" to oneself, "sends the plan" of the others.
_DOES: Final = (
    "answer|ask|book|bring|call|check|come|deliver|draft|email|find|fix|get|give|hand|help|host|invite|"
    "lend|let|look|mail|make|meet|offer|open|order|pay|pick|prepare|print|provide|put|report|reserve|"
    "return|schedule|send|set|share|sign|supply|talk|tell|train|update|visit|write"
)
_BARE = re.compile(rf"(?:{_DOES})\b", re.IGNORECASE)
_OTHERS = re.compile(
    rf"(?:[\w.'\u2019-]+\s+){{0,3}}(?:will\s+(?:{_DOES})|(?:{_DOES})(?:e?s))\b", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"[;,]\s+(?!\d{4}\b)(?:(?:and|but)\s+)?|\.\s+(?=[A-Z])|\s+and\s+(?=(?i:we|they|she|he|i)\b)"
)
_WITH_WORD = re.compile(rf"({'|'.join(WORDS)})(?:\s*\([^()]*\))?\s*:", re.IGNORECASE)


def parse_sentence(text: str, today: date, day: date | None = None) -> list[Entry]:
    """Return what *text*, typed on the day *today*, says.

    Args:
        text: as it was typed; a day may stand at its start.
        today: the day on which it was typed.
        day: the day of what happened, if it was given apart.

    Raises:
        UsageError: there is nothing in it.
    """
    typed = " ".join(text.split())
    at, rest = (day, typed) if day else _leading_day(typed, today)
    if not rest:
        raise UsageError(
            "nothing was said", 'Say what happened: "met the coordinator, they send dates by Dec 3"'
        )
    if _WITH_WORD.match(rest):
        return [_with_word(rest, at)]
    return list(_talk_and_promises(rest, at))


def _leading_day(typed: str, today: date) -> tuple[date, str]:
    """Return the day at the start of *typed*, or today, and what follows it."""
    found = _DAY.match(f"{typed} ")
    day = gone(found[1], today) if found else None
    if found is None or day is None:
        return today, typed
    return day, typed[found.end() :].strip()


def _with_word(rest: str, at: date) -> Entry:
    """Return a line that begins with a word of the log, its last day in figures."""
    found = _DUE.search(rest)
    until = coming(found[2], at) if found else None
    if found and until:
        lead = {"before": "by"}.get(found[1].lower(), found[1].lower())
        named = parsed(f"{at.isoformat()} {rest[: found.start()]} {lead} {until.isoformat()}")
        if named is not None and named.until:
            return named
    return parsed(f"{at.isoformat()} {rest}") or Entry(at, "", rest)


def _talk_and_promises(rest: str, at: date) -> Iterator[Entry]:
    """Yield the talk, and each promise in it."""
    talk: list[str] = []
    promised: list[Entry] = []
    for clause, mark in _clauses(rest):
        promise = _promise(clause, at)
        if promise is None:
            talk.append(clause + mark)
        else:
            promised.append(promise)
    if talk:
        yield Entry(at, "", _TAIL.sub("", "".join(talk)))
    yield from promised


_TAIL = re.compile(r"[\s,;]+(?:and\s*)?$")


def _clauses(rest: str) -> Iterator[tuple[str, str]]:
    """Yield the clauses of a sentence, each with what stands between it and the next one."""
    start = 0
    for found in _CLAUSE.finditer(rest):
        yield rest[start : found.start()], found[0]
        start = found.end()
    yield rest[start:], ""


def _promise(clause: str, at: date) -> Entry | None:
    """Return the promise that *clause* is: it ends with a day, and says or shows whose it is."""
    found = _DUE.search(clause)
    until = coming(found[2], at) if found else None
    if found is None or until is None:
        return None
    what, lead = _without_report(clause[: found.start()].strip(" ,")), found[1].lower()
    subject = _SUBJECT.fullmatch(what)
    if subject and not subject["will"] and (lead not in _BY or _PAST.match(subject["what"])):
        return None  # "we met on Friday", "they asked for an answer by Friday"
    if subject:
        side: Side | None = "we" if subject["we"] else "they"
        what = subject["what"]
    else:
        side = _side(what) if lead in _BY else None
    if side is None:
        return None
    return Entry(at, f"{side} promise", what, until, "by" if lead in _BY else lead)  # type: ignore[arg-type]


def _without_report(what: str) -> str:
    """Return "they said they would call" as "they will call"; they cannot say what we will do."""
    reported = _REPORTED.match(what)
    ours = {"we", "i"}
    if reported is None or (reported["who"].lower() in ours) is not (
        reported["same"].lower() in ours
    ):
        return what
    return f"{reported['same']} will {what[reported.end() :]}"


_BY: Final = ("by", "before", "until")


def _side(what: str) -> Side | None:
    if _OTHERS.match(what):
        return "they"
    return "we" if _BARE.match(what) else None
