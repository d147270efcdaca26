"""Which day belongs to what: a promise may take it from its clause, from the one before, or from one that follows."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from collabkit.partnerships.reading.clauses import Clause
from collabkit.partnerships.reading.moments import Moment, moments
from collabkit.partnerships.reading.speech import ACCEPTED
from collabkit.partnerships.reading.statements import Party, Statement
from collabkit.partnerships.reading.words import word_set

_NO_DUE: Final = word_set("until since from starting start starts during after says now") | {
    "as of",
    "of",
    "now says",
}
_REPEATED: Final = re.compile(r"\bagain the \d|\band again\b")
_THAT_DAY: Final = re.compile(r"\b(?:that day|the day of|by then|that morning|that night)\b")
_DAY_AFTER: Final = re.compile(r"\bthe day after$|\bthe day after that\b|\bthe next day\b")
_AT_MEETING: Final = re.compile(
    r"\b(?:bring\w*|meet|come|there be|be there|there would be|have .* waiting|take|show|carry|give|set up|shall have)\b"
)


def due_days(
    clause: Clause,
    days: Sequence[Moment],
    today: date,
    before: Sequence[Clause],
    found: Sequence[Statement],
) -> list[Moment]:
    """Return by when what *clause* says is to be done: one day, several, or none.

    Args:
        clause: that says it.
        days: those that it names.
        today: the day on which it is told.
        before: the clauses before it.
        found: what they state.
    """
    text = clause.text
    named = [day for day in days if day.lead not in _NO_DUE]
    fitting = [day for day in named if day.lead == "by" or day.day >= today]
    if fitting and _REPEATED.search(text):
        return fitting
    chosen = [day for day in fitting if day.lead == "by"] or fitting
    if chosen:
        return chosen[:1]
    said = next((each.day for each in reversed(found) if each.day and each.kind in _DATED), None)
    if said and "before then" in text:
        return [_on(said - timedelta(days=1))]
    if said and _THAT_DAY.search(text):
        return [_on(said)]
    earlier = [day.day for part in before for day in moments(part.text, today)]
    if earlier and _DAY_AFTER.search(text):
        return [_on(earlier[-1] + timedelta(days=1))]
    if before and ACCEPTED.match(text):
        wished = [day for day in moments(before[-1].text, today) if day.day >= today]
        return wished[:1]
    met = next(
        (
            each.day
            for each in reversed(found)
            if each.kind == "meeting" and each.day and each.day > today
        ),
        None,
    )
    return [_on(met)] if met and _AT_MEETING.search(text) else []


_DATED: Final = frozenset(["meeting", "promise", "follow up"])


def _on(day: date) -> Moment:
    return Moment(day, "on", 0, 0)


_ALL_BY: Final = re.compile(
    r"\b(?:both|all|everything|all of it|each)(?: due)?(?: by| before| on)? "
)
_DAY_ALONE: Final = re.compile(
    r"(?:due|needed|by|before|on|and|please|,|for sure|instead|latest|maybe|at the latest|am|\s)*"
)
_AGAIN: Final = re.compile(
    r"^(?:moved to|told (?:them|her|him)|now says|now|said|says|will be|new date|due (?:date )?(?:is )?now|promised (?:them|her|him|us)?)\b"
    r"|\bnow says\b"
)
_DUTY: Final = re.compile(
    r"^.*?\b(?:(?:supposed|going|meant|due) to|gonna|promised) |\s+(?:by|today|,).*$", re.IGNORECASE
)
"""What stands around the words of a promise that was not kept: "we were supposed to", "by last Friday"."""
_BACK: Final = 3
"""Clauses within which a day that stands alone belongs to what was said before."""


def with_late_day(
    clause: Clause, at: int, days: Sequence[Moment], today: date, found: list[Statement]
) -> list[Statement]:
    """Return *found* with the day that *clause*, the one numbered *at*, names for what was said before it.

    "They bring the laptops, we do the sheet. Both by 11/20."; "Not done. Told them Tuesday."
    """
    days = [day for day in days if day.day >= today]
    if not days:
        return found
    alone = _DAY_ALONE.fullmatch(clause.text[: days[0].start] + clause.text[days[0].end :])
    undated = [
        n
        for n, each in enumerate(found)
        if each.day is None and each.kind in {"promise", "follow up"} and each.clause >= at - _BACK
    ]
    last = days[-1]
    if undated and (alone or _ALL_BY.search(clause.text)):
        return [
            each._replace(day=last.day, rough=last.rough) if n in undated else each
            for n, each in enumerate(found)
        ]
    missed = next((each for each in found if each.kind == "missed" and each.clause >= at - 2), None)
    told = any(each.clause == at and each.kind in {"promise", "meeting"} for each in found)
    if missed and _AGAIN.search(clause.text) and not told:
        side: Party = "we" if clause.text.startswith("told") else missed.side or "they"
        what = _DUTY.sub("", missed.text).strip() or missed.text
        again = Statement("promise", what, side, last.day, clause=at, rough=last.rough)
        return [*found, again]
    return found
