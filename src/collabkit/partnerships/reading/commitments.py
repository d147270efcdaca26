"""Promises and follow-ups: who is to give or do what."""

import re
from typing import Final

from collabkit.partnerships.reading.clauses import Clause
from collabkit.partnerships.reading.giving import (
    awaited,
    in_progress,
    needed,
    owed,
    promised,
    simple,
)
from collabkit.partnerships.reading.moments import Moment
from collabkit.partnerships.reading.speech import accepted, agreed, elided, reported, said
from collabkit.partnerships.reading.statements import Commitment, Setting
from collabkit.partnerships.reading.tasks import bound, reminded

_PAST_DUTY: Final = re.compile(
    r"\b(?:was|were|had been) (?:supposed|meant|going|to have|due|to) ?(?:to\b)?"
)
_READERS: Final = (
    owed,
    needed,
    agreed,
    said,
    accepted,
    reported,
    reminded,
    bound,
    elided,
    promised,
    in_progress,
    simple,
    awaited,
)
"""The ways of saying it, the plainest first: the first one that fits decides."""


def commitment(clause: Clause, setting: Setting, days: list[Moment]) -> Commitment | None:
    """Return what somebody is to do by *clause*, which names *days*."""
    if _PAST_DUTY.search(clause.text):
        return None
    found = next(
        (each for read in _READERS if (each := read(clause, setting, days)) is not None), None
    )
    return found if found is not None and found.kind else None
