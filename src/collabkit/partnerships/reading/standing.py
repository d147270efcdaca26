"""How the partnership stands: its stage, and the agreement and its end."""

import re
from datetime import date
from typing import Final

from collabkit.partnerships.reading.clauses import Clause
from collabkit.partnerships.reading.moments import Moment
from collabkit.partnerships.reading.statements import Statement
from collabkit.partnerships.reading.words import phrases, words
from collabkit.partnerships.stages import StageName

_STAGES: Final[tuple[StageName, ...]] = (
    "ended",
    "resting",
    "renew",
    "active",
    "pilot",
    "talk",
    "idea",
)
"""In the order in which their phrases decide: a pilot that goes on for good is no pilot any more."""
_STARTS: Final = re.compile(
    r"\b(?:starts?|started|starting|begins?|beginning|began|go for|a go|said yes|yes to|agreed to|try|trying"
    r"|on ?board|doing the|doing a|up for|in for|down for|is on|on for|kicks? off|launch\w*|running|signed|as a"
    r"|will be|approved|green ?light\w*|ok'?d|whirl|shot|experiment|settled on|going to)\b"
)
_NO_START: Final = re.compile(
    r"\b(?:if|maybe|might|could|after the|after our|end of the|asked|wants?|trial of|no more|past the|is up"
    r"|talk(?:ed|ing)? about|ends|ended|was|went)\b"
)
_UNSURE: Final = re.compile(
    r"\b(?:if|maybe|might|could|hope|rumor|was|were|thinking|expires|get renewal|until we|asked|whether)\b"
)


def stage(clause: Clause, days: list[Moment], line: str) -> Statement | None:
    """Return the stage that *clause* names for the partnership, if it does.

    Args:
        clause: of the line.
        days: those in it.
        line: the whole line, in one spelling.
    """
    if clause.question and "talking" not in line:
        return None
    for name in _STAGES:
        found = phrases(name).search(clause.text)
        if found is None:
            continue
        if name == "pilot" and (not _STARTS.search(clause.text) or _NO_START.search(clause.text)):
            continue
        if name != "idea" and _UNSURE.search(clause.text[: found.start()]):
            continue
        until = next((day.day for day in days if day.lead == "until"), None)
        return Statement("stage", "", which=name, day=until if name == "resting" else None)
    return None


_ENDING: Final = re.compile(
    r"\b(?:expire[sd]?|lapsed|runs? out|ends?|is up|lapses?|good|covers|valid|runs?|in force|in effect|through|until"
    r"|term|terminates|last day|goes|extended|renewed)\b"
)
_SIGNED: Final = re.compile(
    r"\b(?:signed|inked|executed|countersigned|renewed|put their names|in writing|sealed|extended|in hand)\b"
)
_NOT_YET: Final = re.compile(
    r"\b(?:draft|once|need to|would|asked|has not|not signed|unsigned|until we|waiting|will send|send|edits"
    r"|wants?|if|when|get)\b"
)
_UNSIGNED: Final = re.compile(
    r"\b(?:if|once|when|not|unsigned|waiting|to be) (?:\w+ ){0,3}(?:signed|renewed)\b"
)
_OPEN_ENDED: Final = re.compile(r"\bno end date\b|\bmonth to month\b|\bopen[- ]ended\b")
_YEARS: Final = re.compile(
    r"\b(?:(?P<years>\d)[- ]years?|(?:for|another|one|a) (?:full |more )?(?:one[- ])?year)\b"
)
_IT_RUNS: Final = re.compile(
    r"^(?:(?:it|they|we) (?:is|are) |its |it )?(?:now )?(?:last day|good|covers|runs|valid|expires|ends|in effect|until|through|goes|term)\b"
)
_TRIAL: Final = re.compile(r"\b(?:trial|pilot)\b")
_END_LEADS: Final = frozenset(["until", "", "at", "in", "as of", "to", "on", "by"])


def agreement(clause: Clause, days: list[Moment], before: str, today: date) -> Statement | None:
    """Return the agreement that *clause* tells to be signed, or to end.

    Args:
        clause: of the line.
        days: those in it.
        before: the clause before it.
        today: the day on which it is told.
    """
    text = clause.text
    signed = bool(_SIGNED.search(text)) and not _UNSIGNED.search(text)
    if clause.question or _UNSIGNED.search(text) or (_NOT_YET.search(text) and not signed):
        return None
    if _OPEN_ENDED.search(text):
        return Statement("agreement", "")
    named, named_before = _names_one(text), _names_one(before)
    until = [day for day in days if day.lead == "until"]
    ends = until or [day for day in days if day.lead in _END_LEADS]
    if _TRIAL.search(text) and (until or (ends and _ENDING.search(text))):
        return Statement("agreement", "", day=ends[-1].day)
    runs_on = named_before and bool(days) and bool(_IT_RUNS.match(text))
    if not runs_on and not _is_told(
        text, days, signed=signed, named=named, until=bool(until or named_before)
    ):
        return None
    last = _last_day(text, ends, today, signed=signed)
    return Statement("agreement", "", day=last) if last or signed else None


def _is_told(text: str, days: list[Moment], *, signed: bool, named: bool, until: bool) -> bool:
    if signed:
        return named or until or bool(_YEARS.search(text) or (days and _ENDING.search(text)))
    return named and bool(days) and bool(_ENDING.search(text))


def _last_day(text: str, ends: list[Moment], today: date, *, signed: bool) -> date | None:
    years = _YEARS.search(text)
    if ends and not (years and years["years"] and signed):
        return ends[-1].day
    if not years:
        return None
    return _years_on(ends[-1].day if ends else today, int(years["years"] or 1))


def _names_one(text: str) -> bool:
    return any(re.search(rf"\b{re.escape(word)}\b", text) for word in words("agreements"))


def _years_on(day: date, years: int) -> date | None:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # February 29, or beyond the year 9999
        return None
