"""What a person types to the entries of a log: the day, who promises what by when, meetings and the like.

    "met the coordinator, they send dates by Dec 3"
    -> 2026-11-25 met the coordinator
    -> 2026-11-25 they promise: send dates by 2026-12-03

What can be read in one way is an entry; what can not is a doubt, and stays text until somebody decides.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from collabkit.errors import UsageError
from collabkit.partnerships.dates import coming, gone
from collabkit.partnerships.entries import WORDS, LogEntry, Side, parsed
from collabkit.partnerships.spoken_days import SPOKEN
from collabkit.text.impossible_days import impossible_day

if TYPE_CHECKING:
    from collabkit.partnerships.reading.clauses import Clause
    from collabkit.partnerships.reading.line import Reading

_DAY: Final = re.compile(rf"(?:on\s+)?({SPOKEN.pattern})\s*[:,]?\s+", SPOKEN.flags)
_DUE: Final = re.compile(
    rf"(?:^|[\s,]+)(by|before|until|from|on|to)\s+({SPOKEN.pattern})"
    r"(?:\s+at\s+(?P<hour>\d{1,2}):(?P<minute>\d\d))?\s*[.!]?$",
    SPOKEN.flags,
)
_WITH_WORD = re.compile(rf"({'|'.join(WORDS)})(?:\s*\([^()]*\))?\s*:(?!//)", re.IGNORECASE)


class Doubt(NamedTuple):
    """Words that hold a promise, a day or a sum, and can be read in several ways."""

    text: str
    """As they were typed."""
    readings: tuple[LogEntry, ...]
    """What they may mean."""


class Outcome(NamedTuple):
    """Words that say that a promise was kept; which one is to be found in the log."""

    side: Side | None
    text: str
    day: date


class Sentence(NamedTuple):
    """What one text says."""

    entries: tuple[LogEntry, ...]
    explicit: bool = False
    """Whether it began with a word of the log, so that nothing in it was read."""
    doubts: tuple[Doubt, ...] = ()
    kept: tuple[Outcome, ...] = ()


def parse_sentence(text: str, today: date, day: date | None = None) -> Sentence:
    """Return what *text*, typed on the day *today*, says.

    Args:
        text: as it was typed; a day may stand at its start.
        today: the day on which it was typed.
        day: the day of what happened, if it was given apart.

    Raises:
        UsageError: there is nothing in it, or it names a day that no calendar has.
    """
    typed = " ".join(text.split())
    slip = impossible_day(typed)
    if slip:
        raise UsageError(
            f"{slip!r} is no day of any calendar, so nothing was written",
            "Write the day that is meant, such as 2027-03-31 or March 31",
        )
    at, rest = (day, typed) if day else _leading_day(typed, today)
    if not rest:
        raise UsageError(
            "nothing was said", 'Say what happened: "met the coordinator, they send dates by Dec 3"'
        )
    if _WITH_WORD.match(rest):
        return Sentence((_with_word(rest, at),), explicit=True)
    return _read(rest, at)


def _leading_day(typed: str, today: date) -> tuple[date, str]:
    """Return the day at the start of *typed*, or today, and what follows it."""
    found = _DAY.match(f"{typed} ")
    day = gone(found[1], today) if found and _is_one_day(found) else None
    if found is None or day is None:
        return today, typed
    return day, typed[found.end() :].strip()


def _is_one_day(found: re.Match[str]) -> bool:
    """Return whether a line that begins so tells of that day: "tomorrow" and "next week" are to come."""
    names = ("iso", "month", "month2", "month3", "weekday", "nth")
    near = (found["near"] or "").lower()
    ahead = found["after"] or found["afternear"] or found["nextlast"] or found["weekon"]
    return not ahead and (any(found[name] for name in names) or near in _GONE)


_GONE: Final = frozenset(["today", "tonight", "yesterday"])


def _with_word(rest: str, at: date) -> LogEntry:
    """Return a line that begins with a word of the log, its last day in figures."""
    found = _DUE.search(rest)
    until = coming(found[2], at) if found else None
    if found and until:
        lead = {"before": "by"}.get(found[1].lower(), found[1].lower())
        time = f" at {int(found['hour']):02}:{found['minute']}" if found["hour"] else ""
        line = f"{at.isoformat()} {rest[: found.start()]} {lead} {until.isoformat()}{time}"
        named = parsed(line)
        if named is not None and named.until:
            return named
    return parsed(f"{at.isoformat()} {rest}") or LogEntry(at, "", rest)


def _read(rest: str, at: date) -> Sentence:
    """Return the talk in *rest*, and what it states."""
    from collabkit.partnerships.reading.forms import entry_of  # noqa: PLC0415 - only for free text
    from collabkit.partnerships.reading.line import read_line  # noqa: PLC0415

    reading = read_line(rest, at)
    sure = [each for each in reading.statements if each.sure]
    entries = [entry for each in sure if (entry := entry_of(each, at))]
    whole = {each.clause for each in sure if each.whole}
    talk = _without(rest, [clause for n, clause in enumerate(reading.clauses) if n in whole])
    told = [LogEntry(at, "", talk)] if talk or not entries else []
    kept = tuple(
        Outcome(each.side if each.side in {"we", "they"} else None, each.text, at)
        for each in sure
        if each.kind == "kept"
    )
    return Sentence((*told, *entries), doubts=tuple(_doubts(rest, reading, at)), kept=kept)


def _without(line: str, left_out: "Iterable[Clause]") -> str:
    """Return *line* without the clauses *left_out*, and without the marks that are left over."""
    kept, at = "", 0
    for clause in left_out:
        kept += line[at : clause.parts[0].start]
        at = clause.parts[-1].end
    kept = _LOOSE.sub(r"\1", kept + line[at:])
    return _TAIL.sub("", _HEAD.sub("", kept)).strip()


_LOOSE: Final = re.compile(r"([.!?;,])(?:\s*(?:and|but|&)?\s*[.,;])+")
_TAIL: Final = re.compile(r"[\s,;:&+-]+(?:(?:and|but|so|then|n)\s*[,.;]?\s*)?$")
_HEAD: Final = re.compile(r"^[\s,;.!?:]*(?:(?:and|but|so|then)\b[\s,]*)?")


def _doubts(rest: str, reading: "Reading", at: date) -> Iterator[Doubt]:
    """Yield what may be meant in several ways, clause by clause."""
    from collabkit.partnerships.reading.forms import entry_of  # noqa: PLC0415 - only for free text

    for number, clause in enumerate(reading.clauses):
        text = clause.typed(rest)
        unsure = [each for each in reading.statements if each.clause == number and not each.sure]
        if unsure:
            yield Doubt(text, tuple(entry for each in unsure if (entry := entry_of(each, at))))
        elif number in reading.unread:
            yield Doubt(text, tuple(_usual(text, at)))


def _usual(text: str, at: date) -> Iterator[LogEntry]:
    """Yield what a clause with a day may mean whose subject or verb tells nothing."""
    found = _DUE.search(text)
    until = coming(found[2], at) if found else None
    what = text[: found.start()].strip(" ,") if found and until else text
    for word in ("they promise", "we promise", "both promise", "follow up"):
        yield LogEntry(at, word, what, until, "by" if until else "")
