"""Counts: how many came, how much was given out."""

import re
from collections.abc import Iterator
from typing import Final

from collabkit.partnerships.reading.clauses import Clause
from collabkit.partnerships.reading.statements import Statement
from collabkit.partnerships.reading.words import pasts, word_set, words

_COUNT: Final = re.compile(
    r"(?<![$\d/:.,-])\b(?P<n>\d[\d,]*)\b(?![/:.]\d|(?:st|nd|rd|th)\b|\.\d)(?: (?P<of>of (?:them|us)|(?:[a-z'-]+ ?){0,3}))?"
)
_COUNTED: Final = re.compile(
    r"\b(?:came|drew|attended|showed|turned out|signed up|checked out|handed out|gave out|given|gave|served|collected"
    r"|registered|delivered|visited|left with|went home|turnout|attendance|total|so far|on (?:the )?wait ?list"
    r"|waitlist|waiting|in all|took|helped|finished|made|raised|filled|enrolled|there were|headcount|donated"
    r"|brought in|used|circulated|crowd|got|picked up|packed|screened|logged|did|had|counted|at the|sat|new"
    r"|returned|ate|sold)\b"
)
_TO_COME: Final = re.compile(
    r"\b(?:not|will|would|going to|want|wants|need|needs|promised|bringing|bring|owe|owes|asked|could|can|expects?"
    r"|expecting|hope|plan|planning|room for|max|limit|cap|up to|lent|loan|short|if|shall|deliver|pledged|order"
    r"|ordered|supposed|instead|in place of|takes?|next|should|might|may|until|for us|starting|meet)\b"
)
_NO_COUNT_AFTER: Final = word_set(
    "at @ route room rm hwy highway no # in by the on of until after for jan feb mar apr may "
    "jun jul aug sep sept oct nov dec january february march april june july august september "
    "october november december channel grade ages age - past to back every q district exit "
    "page apt suite box line check inv invoice"
)
_SAT: Final = word_set("attended came showed turned signed registered enrolled sat ate took joined")
_NO_NOUN: Final = frozenset(["percent", "%", "or", "am", "pm", "-", "x"])
_COUNTS_JUST: Final = re.compile(
    r"\b(?:drew|served|counted|attended by|turnout of|there were|handed out|collected|gave out|checked out|crowd of"
    r"|group of|hours|attendance|turnout|headcount|total|count|crowd|attendance of|was|were|reached)$"
)


_TRAILING: Final = re.compile(
    r"(?:\b(?:at|in|on|the|of|for|to|and|with|a|from|by|so|but|who|that) ?)+$"
)


def counts(clause: Clause, *, here: bool) -> Iterator[Statement]:
    """Yield how many of what *clause* counts.

    Args:
        clause: of the line.
        here: whether it, or the clause before it, tells of something that arrived.
    """
    if clause.question:
        return
    seen: set[float] = set()
    for found in _COUNT.finditer(clause.text):
        number = float(found["n"].replace(",", ""))
        again = bool(seen) and (found["of"] or "").startswith("of ")  # "6 people, 2 of them new"
        if (
            number > 1
            and number not in seen
            and not again
            and _is_count(clause.text, found, here=here)
        ):
            seen.add(number)
            yield Statement("count", _TRAILING.sub("", found["of"] or "").strip(), number=number)


def _is_count(text: str, found: re.Match[str], *, here: bool) -> bool:
    before = text[: found.start()].rstrip()
    nouns = (found["of"] or "").split()
    first = nouns[0] if nouns else ""
    last = before.rsplit(" ", 1)[-1]
    head = re.split(r"[,:]", before)[-1].strip()
    if _is_other_number(last, first, nouns, before) or first in _NO_NOUN or head.endswith("left"):
        return False
    waits = re.search(r"\bwait ?list", text)
    if _TO_COME.search(head) or (_TO_COME.search(" ".join(nouns)) and not waits):
        return False
    if any(noun in words(name) for noun in nouns for name in ("people", "units")):
        return not re.search(r"\b(?:back|short)\b", " ".join(nouns))
    if nouns[:1] == ["of"] and len(nouns) > 1:
        return nouns[1] == "them"
    return bool(_COUNTS_JUST.search(head)) or (not head and _counts_alone(text, nouns, here=here))


def _is_other_number(last: str, first: str, nouns: list[str], before: str) -> bool:
    """Return whether it is the number of a room, a day or a time, or how long something took."""
    people = last in {"to", "of", "for", "by"} and first in words("people")
    if last in _NO_COUNT_AFTER and not people:
        return True
    lasts = any(noun in words("durations") for noun in nouns[:2])
    return lasts and "hours" not in before and "volunteer" not in nouns


def _counts_alone(text: str, nouns: list[str], *, here: bool) -> bool:
    """Return whether a clause that begins with a number counts: "62 at the fair", "nineteen scholars sat"."""
    first = nouns[0] if nouns else ""
    if first in _SAT or (len(nouns) > 1 and first.endswith("s") and nouns[1] in pasts()):
        return True
    fits = not first or first.endswith("s") or first in {"at", "on", "in", "for"}
    return fits and bool(_COUNTED.search(text) or first in {"at", "on"} or here)
