"""Statements of one line beside each other: nothing is told twice, and a visit is not promised too."""

import re
from collections.abc import Sequence

from collabkit.partnerships.reading.statements import Statement


def settled(found: Sequence[Statement]) -> list[Statement]:
    """Return *found* without what is told twice, each with the day that any of its tellings names."""
    kept: list[Statement] = []
    for each in found:
        twin = next((n for n, one in enumerate(kept) if _same(one, each)), None)
        if twin is None:
            kept.append(each)
        elif kept[twin].day is None and each.day is not None:
            kept[twin] = kept[twin]._replace(day=each.day)
    goes_on = any(each.which == "active" for each in kept)
    return [each for each in kept if not (goes_on and each.which == "pilot")]


def _same(one: Statement, other: Statement) -> bool:
    if one.kind != other.kind or one.kind in {"promise", "follow up"}:
        return False
    match one.kind:
        case "agreement":
            return one.day is None or other.day is None or one.day == other.day
        case "kept" | "missed":
            return one.side == other.side
        case "meeting":
            return one.day == other.day
        case "person":
            return one.text == other.text
        case _:
            return (one.which, one.number, one.side) == (other.which, other.number, other.side)


_COMES = re.compile(
    r"\b(?:come|coming|comin|comes|visit|meet|see|stop|stopping|bringing the|be (?:at|here|there)|do)\b"
)
_BESIDE = re.compile(r"\bcome to (?!see|look|meet|talk|be)|\bcome with\b")


def fitting_promises(promised: Sequence[Statement], seen: Statement, text: str) -> list[Statement]:
    """Return those of *promised* that say more than that people meet, as *seen* in a clause whose words are *text*."""
    if _COMES.search(text) and not _BESIDE.search(text) and seen.day is not None:
        return []
    return list(promised)
