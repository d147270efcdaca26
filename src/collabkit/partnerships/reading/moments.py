"""Days in a line, each with the word that leads to it: "by Friday", "on Oct 6", "until June 30"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from collabkit.partnerships.dates import day_in, is_rough
from collabkit.partnerships.spoken_days import SPOKEN

_LEAD: Final = re.compile(
    r"(?:(?:\b(on or before|no later than|not later than|due(?: on| by)?|by|before|until|from|on|for|in|of|to"
    r"|(?:evening|morning|afternoon|night|week) of|starting|starts?|since|at|around|about|late|as of|over|during"
    r"|after|eff|effective|now says|says|now)|(?<=\d )(-)) (?:the |about |around )?)$"
)
_NAMES_A_DAY: Final = frozenset(
    [
        "by",
        "before",
        "until",
        "in",
        "for",
        "from",
        "around",
        "on or before",
        "of",
        "says",
        "now",
        "now says",
        "late",
    ]
)
"""Words before "January" that make a time of it; "may" and "march" alone are verbs."""
_RECURS: Final = re.compile(
    r"\b(?:every|each|\d(?:st|nd|rd|th)|first|second|third|fourth|other) (?:and )?$"
)
_OF_MANY: Final = re.compile(r" (?:and|or|&) \d")
_COMES_BY: Final = re.compile(
    r"\b(?:stop|stops|stopping|stopped|(?<!to )come|comes|coming|came|swing|swinging|dropping) by (?:the )?$"
)
_SILENT: Final = re.compile(r"\bnot (?:heard|seen|had|been)\b|\bno word\b")
_DATE_NEXT: Final = re.compile(
    r"[ ,]*(?:the )?(?:\d{1,2}/|\d{1,2}(?:st|nd|rd|th)|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)


class Moment(NamedTuple):
    """A day that a line names."""

    day: date
    lead: str
    """The word that leads to it, such as `by` or `on`; empty where none does."""
    start: int
    """Where it begins in the text, with the word that leads to it."""
    end: int
    rough: bool = False
    """Whether it names a time of some days, such as a month, and the day is only one of them."""
    week: bool = False
    """Whether it names a week to come, and the day is its Monday."""
    near: bool = False
    """Whether it is the day on which it is told, or a day before."""


def moments(text: str, today: date, *, past: bool = False) -> Iterator[Moment]:
    """Yield the days in *text*, words in one spelling with single spaces, said on *today*.

    Args:
        text: one clause.
        today: the day on which it is said.
        past: whether it tells what was.
    """
    for found in SPOKEN.finditer(text):
        before = text[: found.start()]
        lead = _LEAD.search(before)
        word = (lead[1] or "until") if lead else ""
        if not _is_day(found, text, word):
            continue
        if word == "by" and _COMES_BY.search(before):
            word = ""
        day = day_in(found, today, past=past and word not in {"by", "until"})
        if day is not None:
            if word == "before" and not any(
                found[each] for each in ("near", "out", "span", "whole")
            ):
                day -= timedelta(days=1)
            start = lead.start() if lead else found.start()
            start += len(text[start:]) - len(text[start:].lstrip())
            yield Moment(
                day,
                _plain(word),
                start,
                found.end(),
                is_rough(found),
                found["soonspan"] == "week",
                day <= today,
            )


def _is_day(found: re.Match[str], text: str, lead: str) -> bool:
    """Return whether what looks like a day is one, and not a month's name, a length of time or a rhythm."""
    before, after = text[: found.start()], text[found.end() :]
    if found["bare"]:
        return lead in _NAMES_A_DAY
    if found["quarter"]:
        return lead in _NAMES_A_DAY or not after
    if found["count"]:
        ahead = found["from"] or found[0].startswith(("in ", "within ")) or lead == "in"
        return bool(ahead) and not _SILENT.search(text)
    if found["weekday"]:
        return not _RECURS.search(before) and not _DATE_NEXT.match(after)
    return not (found["nth"] and _OF_MANY.match(after) and "and again" not in text)


def _plain(lead: str) -> str:
    if lead.startswith(("by", "before", "due", "on or", "no later", "not later")):
        return "by"
    return "on" if lead.endswith(" of") else lead
