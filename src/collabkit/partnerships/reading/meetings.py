"""Meetings: when the two sides see each other, at what time and where."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from collabkit.partnerships.reading.clauses import Clause
from collabkit.partnerships.reading.moments import Moment
from collabkit.partnerships.reading.statements import Statement
from collabkit.partnerships.reading.times import Time, time_in
from collabkit.partnerships.reading.words import words

_VERB: Final = re.compile(
    r"\b(?:meet|meeting|meets|met|see (?:you|them|her|him|ms|mrs|mr|dr)|get together|getting together|sit down"
    r"|sitting down|(?:stop|stops|stopping|swing|swinging|come|comes|coming|drop|dropping) by"
    r"|(?:come|comes|coming|comin) (?:over|in|out|on|to (?:see|look|hang|talk|read|speak|meet|the|our|be))"
    r"|(?<!this )coming (?:mon|tue|wed|thu|fri|sat|sun)\w*|visit|visits|visiting|touring|tour|walk through|settled on"
    r"|agreed on|booked for|scheduled for|set for|penciled in|rescheduled|new time|new date|on the calendar"
    r"|see each other|(?:will|to) be (?:at|there|here|in the)|join us|join them|going to (?:the|her|his|their)"
    r"|(?:moved|changed|pushed|bumped|switched|rescheduled|postponed|put (?:it |us )?off)"
    r"(?: (?:it|this|us|the \w+|our \w+))?(?: back)? (?:to|until))\b"
)
_HELD: Final = re.compile(
    r"^(?:(?:i|we|just|had|finally|and|then|\w+ and i) )*(?:met|had (?:coffee|lunch|breakfast|a meeting"
    r"|our meeting|a call|our first meeting)|sat down|toured|visited)\b"
)
_PAST: Final = re.compile(
    r"\b(?:was|were|talked|spoke|gave|drew|had|ran|went|came|said no|missed|handed|attended|showed)\b"
)
_NOW: Final = re.compile(
    r"\b(?:now|moved|instead|changed|pushed|put .* off|postponed|rescheduled)\b"
)
_NO_MEETING: Final = re.compile(
    r"\b(?:votes?|pick ?up|expires?|due|deadline|start for real|closed|no-showed|holiday|canceled|cancelled"
    r"|called off|meeting off|off until|starts|begins|grant|ends?|ran out|retires?)\b"
)
_UNSURE: Final = re.compile(
    r"\b(?:if|whether|might|maybe|may|hope|hopes|could|should we|asked|asks|wants? us|missed|no-showed)\b"
)
_SENTENCE: Final = re.compile(
    r"\b(?:will|would|promised|said|send|sent|sends|bring|need|for the|until|offered|agreed)\b"
)
_MOVED: Final = re.compile(r"^(?:now|new time|new date|moved to|instead|rescheduled)")
_COUNT: Final = re.compile(r"\d+ (?:at the|(?!at |@)\w+)")


def meeting(
    clause: Clause, line: str, days: Sequence[Moment], today: date, *, said_before: bool
) -> Statement | None:
    """Return the meeting that *clause* names with *days*, if it does.

    Args:
        clause: of the line.
        line: as it was typed.
        days: those in it.
        today: the day on which it is told.
        said_before: whether the clause before it told of a meeting.
    """
    text = clause.text
    if clause.question or _UNSURE.search(text):
        return None
    time = time_in(text, days)
    put_off = re.search(r"\b(?:put .*off|postponed|pushed)\b", text)
    fitting = [day for day in days if day.lead not in {"by", "since", "as of"}]
    fitting = [day for day in fitting if day.lead != "until" or put_off]
    if _HELD.match(text):
        return _held(clause, line, fitting, time, today)
    if not fitting or _COUNT.match(text):
        return None
    day = fitting[-1] if re.search(r"\b(?:was|moved|from|changed)\b", text) else fitting[0]
    if _PAST.search(text) and not _NOW.search(text):
        settled = time and "settled" in text
        came = time and day.near and re.search(r"\b(?:came|stopped by)\b", text)
        return _made(clause, line, day, time) if settled or came else None
    if _is_meeting(text, day, time, said_before=said_before):
        return _made(clause, line, day, time)
    return None


def _held(
    clause: Clause, line: str, days: Sequence[Moment], time: Time | None, today: date
) -> Statement | None:
    day = next((day for day in days if day.near), None)
    if day is None and not re.search(r"\b(?:with|at|@)\b", clause.text):
        return None
    made = _made(clause, line, day, time)
    return made._replace(day=made.day or today, which="held", whole=False)


def _is_meeting(text: str, day: Moment, time: Time | None, *, said_before: bool) -> bool:
    noun = any(re.search(rf"\b{re.escape(word)}\b", text) for word in words("meetings"))
    if _NO_MEETING.search(text) and not (noun and time) and not re.search(r"\bnow\b", text):
        return False
    if day.rough:
        return False
    if time or _VERB.search(text):
        return True
    return (noun and not _SENTENCE.search(text)) or (said_before and bool(_MOVED.match(text)))


def _made(clause: Clause, line: str, day: Moment | None, time: Time | None) -> Statement:
    spans = [(day.start, day.end)] if day else []
    spans += [(time.start, time.end)] if time else []
    what = clause.typed_without(line, spans) or "meeting"
    return Statement(
        "meeting",
        what,
        day=day.day if day else None,
        time=time.clock if time else "",
        whole=True,
    )
