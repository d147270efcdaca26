"""How long something goes on, as a text says it: "for ten weeks", "on three Saturdays", "from March to May"."""

import re

from collabkit.text.months import MONTHS

_COUNT = (
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|eighteen|twenty|thirty|forty|sixty|ninety)"
)
_SPAN = r"(?:day|week|month|year|semester)s?"
_LIKE = r"(?:(?!(?:a|an|at|for|from|in|of|on|or|to|with)\b)[\w-]+ ){0,2}"
"""What may stand between a count and what is counted: "two slow Monday mornings"."""
_OCCASION = (
    r"(?:afternoon|circle|concert|date|day|dinner|drop-in|evening|lesson|meeting|morning|night|program|session"
    r"|talk|time)s"
)
_OTHER = (
    r"(?!-old| (?:a|an|each|every|per|of their|at a time|before|earlier|later|after|long|ahead)\b)"
)
"""Not what comes back each week, nor how long one thing is lent, nor how far apart two things are."""
_DATE = rf"(?:{'|'.join(MONTHS)}|Labor Day|Memorial Day)"
_SAID = re.compile(
    rf"\b(?:for (?:a|one|the) (?:\w+ )?(?:month|year|semester|summer)\b{_OTHER}|half a year"
    rf"|{_COUNT}[- ]{_SPAN}\b{_OTHER}"
    rf"|{_COUNT} {_LIKE}{_OCCASION}\b{_OTHER}"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
    rf"|(?:through|to|until) (?:mid-)?{_DATE}|{_DATE} (?:\d+ )?(?:and|or) (?:early |late )?{_DATE})\b"
)


def says_how_long(text: str) -> bool:
    """Return whether *text* says how long something goes on: a length, a count of times, or a day."""
    return _SAID.search(text) is not None
