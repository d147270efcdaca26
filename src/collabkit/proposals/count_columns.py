"""What is counted, number by number: one column for each, and apart what is counted once.

A measure is a phrase that may hold several numbers: "families that came, and sightings and species confirmed".
"""

import re

_NO_NUMBER = frozenset(
    {
        *("a", "after", "an", "as", "at", "before", "by", "compared", "during", "for", "from"),
        *("if", "in", "including", "of", "on", "once", "only", "or", "out", "per", "since"),
        *("so", "such", "than", "that", "to", "until", "when", "where", "whether", "which"),
        *("while", "who", "whom", "whose", "why", "with", "without"),
    }
)
"""Words that begin what belongs to the number before it: "people who came, by how they were invited"."""
_BARE = r"\b(?:about|at|between|by|for|from|in|of|on|to|with|without) (?:[\w'-]+ ){0,2}[\w'-]+$"
"""The end of a phrase in which the next noun may stand beside the last: "loans of books and films"."""
_TELLS_MORE = r"(?:\w+ed|begun|brought|found|given|held|kept|lent|lost|made|met|read|sent|sold|spoken|taken) ?|(?:who|that|which|by|from|of|in|at|on|with|for|to|without|along) "
_PLURAL = r"(?:[a-z'-]+ ){0,2}?(?:[a-z-]{2,}s|children|people|men|women)\b"
_ONCE = (
    r"\bthird time\b|\b(?:three|two|four|five) times\b|\bcame (?:again|back|twice)\b|\bstill (?:there|here|in use)\b"
    r"|\b(?:closing|final) (?:reading|show|night|meeting)\b|\bin week \w+|\bat the end\b|\blasted\b|\b(?:three|four|five) or more\b|\bat least \w+\b|\bwithin \w+ days\b"
    r"|\bby (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|\bto five of the\b|\bfinish(?:ed|ers)\b|\bin the (?:week|month) after\b"
)
"""What shows that a number is known only when the trial is over."""
_LATER = r"\bin the (?:week|month) after\b|\bwithin \w+ days\b|\bby (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
_LONG_AFTER = r"\b(?:weeks|months) (?:after|later)\b"
_ASKED_ONCE = (
    r"\bafter the (?:last|trial|season|summer|term|\w+th (?:week|month|time|evening|date))\b|\basks nobody\b"
    r"|\bat the end of the (?:trial|season|summer|term|series|year)\b|\band at the end\b|\bwhen the trial is over\b"
    r"|\bin the \w+th week\b|\bafter (?:\w+ and after )?\w+ (?:weeks|months)\b|\bonce a quarter\b|\beach quarter\b"
    r"|\b(?:in|by) (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|\b(?:circulation|loan|booking) (?:system|report)\b|\bsign-up form\b|\bdoor counter\b|\beach January\b"
    r"|\btwice a year\b|\bnext recertification\b"
)
"""What shows the same in how it is counted."""
_AS_IT_GOES = r"\b(?:each|every) (?:day|date|evening|morning|afternoon|night|week|month|time|session|visit|class|film|talk)\b"


def numbers(what: str) -> list[str]:
    """Return the numbers that *what* is to be counted holds, one phrase for each, as far as that can be told."""
    first, *rest = re.split(r"(, (?:and )?)", what)
    found = _halves(first)
    for comma, piece in zip(rest[::2], rest[1::2], strict=True):
        parallel = _begins_alike(piece, found[-1])
        if _begins(found[-1]) in _NO_NUMBER or (_begins(piece) in _NO_NUMBER and not parallel):
            found[-1] += comma + piece
        else:
            found += _halves(piece)
    return found


def is_known_later(what: str, ask: str) -> bool:
    """Return whether the number *what*, counted as *ask* says, is known only long after the one day that is counted."""
    return re.search(_LATER, what) is not None or re.search(_LONG_AFTER, ask) is not None


def is_known_once(what: str, ask: str) -> bool:
    """Return whether the number *what*, counted as *ask* says, is known once and not each time."""
    return re.search(_ONCE, what) is not None or (
        re.search(_ASKED_ONCE, ask) is not None and not goes_along(ask)
    )


def goes_along(ask: str) -> bool:
    """Return whether what is counted as *ask* says is counted each time."""
    return re.search(_AS_IT_GOES, ask) is not None


def _halves(piece: str) -> list[str]:
    """Return *piece*, in two where its last "and" stands between two numbers."""
    left, joined, right = piece.rpartition(" and ")
    if not joined:
        return [piece]
    if _begins_alike(right, left) and re.search(r"^(?:at|on) ", right):
        return [left, right]
    noun = re.match(_PLURAL, right)
    more = re.match(_TELLS_MORE, right)
    if noun:
        rest = right[noun.end() :].strip()
        tells = not rest or re.match(_TELLS_MORE, f"{rest} ") is not None
        beside = not rest and re.search(_BARE, left) is not None
        if tells and not beside and re.search(r"(?:s|children|people)\b|^\w+ed\b", left):
            return [f"{left} {rest}" if _shares(left, right, rest) else left, right]
    elif more and re.search(r"(?:\w+ed|brought|made|sent|lent|taken|given)$", left.split(",")[-1]):
        return [left, right]
    return [piece]


def _shares(left: str, right: str, rest: str) -> bool:
    """Return whether what the number on the *right* tells of itself at its end holds of the *left* as well."""
    bare = re.fullmatch(r"[a-z'-]+", left) is not None and not right.startswith(_OF_ITS_OWN)
    return bare and re.match(r"\w+ed\b|lent|made|sent|taken|given|who ", rest) is not None


_OF_ITS_OWN = ("hours", "minutes")


def _begins(text: str) -> str:
    return text.split(" ", 1)[0]


def _begins_alike(piece: str, before: str) -> bool:
    """Return whether *piece* goes on as *before* did: "at noon", "at six"."""
    return _begins(piece) in {"at", "in", "on"} and f" {_begins(piece)} " in f" {before} "


def look_of(rule: str) -> str:
    """Return when one has to look, so that the *rule* for stopping can be heeded: "by the fourth evening"; or nothing."""
    found = re.search(_LOOK, rule)
    if not found:
        return ""
    if found["first"]:
        return f"after the first {found['first']}"
    return found[0]


_COUNT = "(?:two|three|four|five|six|seven|eight|nine|ten|twelve)"
_SPAN = "(?:dates|evenings|meetings|mornings|afternoons|months|sessions|times|visits|weeks)"
_LOOK = (
    rf"\b(?:in|of|over|on|at) the first (?P<first>{_COUNT} {_SPAN})\b"
    r"|\b(?:by|after|in|at) the (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth)"
    r" (?:date|evening|meeting|morning|afternoon|month|session|Saturday|time|visit|week)\b"
    rf"|\bafter {_COUNT} {_SPAN}\b|\b(?:by|in) week (?:\d+|{_COUNT})\b"
)
