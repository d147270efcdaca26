"""The months that an aim is about: "in July", "every summer", "when school is out".

A month that is only a date ("out by Christmas", "till June 30") says nothing of the season of the
work, so months count after words that make them one, and "May" and "March" only after "in".
"""

import re

_NAMES = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_MONTH = re.compile(
    rf"\b(?:in|every|each|all|during|through|come|comes)\s+({'|'.join(_NAMES)})\b", re.IGNORECASE
)
_SUMMER = re.compile(
    r"\bsummers?\b|\bschool(?:'s|\u2019s| is) out\b|\bschool lets out\b", re.IGNORECASE
)
_OF_SUMMER = frozenset((6, 7, 8))


def months(text: str) -> frozenset[int]:
    """Return the months, 1 to 12, that *text* is about; none if it names no season."""
    found = frozenset(_NAMES.index(name.lower()) + 1 for name in _MONTH.findall(text))
    return found | _OF_SUMMER if _SUMMER.search(text) else found
