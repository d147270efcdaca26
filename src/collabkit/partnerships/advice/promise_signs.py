"""How each side kept its word."""

from collections.abc import Iterator
from typing import Final

from collabkit.partnerships.advice.evidence import ReviewEvidence
from collabkit.partnerships.advice.signs import SIDES, WEEKS, Sign
from collabkit.partnerships.entries import Side
from collabkit.partnerships.promises import Promise

LONG: Final = 90
"""Days by which one late promise counts like two."""


def word_kept(found: ReviewEvidence) -> Iterator[Sign]:
    """Yield that a side kept its word within a year."""
    for side, who in SIDES.items():
        word = found.words[side]
        if word.kept and not word.overdue:
            late = f", {word.late} of them late" if word.late else ""
            many = "a promise" if word.kept == 1 else f"{word.kept} promises"
            reason = f"{who} kept {many} within a year{late}, and owes none that is late."
            yield Sign("word-kept", "for", 1, reason)


def their_word(found: ReviewEvidence) -> Iterator[Sign]:
    """Yield what the other side owes."""
    yield from _broken(found, "they", "their-word")


def our_word(found: ReviewEvidence) -> Iterator[Sign]:
    """Yield what the library owes."""
    yield from _broken(found, "we", "our-word")


def _broken(found: ReviewEvidence, side: Side, rule: str) -> Iterator[Sign]:
    late = [each for each in found.words[side].overdue if each.late(found.at.on) > WEEKS]
    if late:
        worst = max(late, key=lambda each: each.late(found.at.on))
        heavy = len(late) > 1 or worst.late(found.at.on) > LONG
        yield Sign(rule, "against", 2 if heavy else 1, _owes(SIDES[side], late, worst, found))


def _owes(who: str, late: list[Promise], worst: Promise, found: ReviewEvidence) -> str:
    more = f", and {len(late) - 1} more" if len(late) > 1 else ""
    return f"{who} owes: {worst.what}, {worst.late(found.at.on)} days late{more}."
