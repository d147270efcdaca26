"""What both sides answer to the questions of the short check."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from collabkit.partnerships.advice.evidence import RECENT, ReviewEvidence
from collabkit.partnerships.advice.signs import SIDES, Sign
from collabkit.partnerships.entries import Side
from collabkit.partnerships.health.records import Round
from collabkit.partnerships.health.summary import APART, MOVED

_MIDDLE: Final = 3.0


def answered_well(found: ReviewEvidence) -> Iterator[Sign]:
    """Yield that those who answered are content."""
    recent = {side: _recent(found, side) for side in SIDES}
    both = all(recent.values())
    if found.health.band == "good" and any(recent.values()):
        who = "Both sides answer" if both else f"{_only(recent)} answers"
        yield Sign("health", "for", 2 if both else 1, f"{who} well, most with 4 or 5.")


def answered_badly(found: ReviewEvidence) -> Iterator[Sign]:
    """Yield which side answers below the middle."""
    for side, who in SIDES.items():
        last = _recent(found, side)
        if last and last.mean is not None and last.mean < _MIDDLE:
            reason = f"{who} answers {last.mean:.1f} of 5 on average, on {last.on}."
            yield Sign("unhappy", "against", 2, reason)


def factor_poor(found: ReviewEvidence) -> Iterator[Sign]:
    """Yield the factors that one side finds poor."""
    recent = any(_recent(found, side) for side in SIDES)
    poor = [each.factor for each in found.health.factors[:-1] if each.band == "poor"]
    if recent and poor and found.health.band != "poor":
        named = ", ".join(each.replace("-", " ") for each in poor)
        yield Sign("factor", "against", 1, f"One side answers low on {named}.")


def far_apart(found: ReviewEvidence) -> Iterator[Sign]:
    """Yield that the two see it differently."""
    whole = found.health.factors[-1]
    if not all(_recent(found, side) for side in SIDES):
        return
    if whole.difference is not None and abs(whole.difference) >= APART:
        who = "The library" if whole.difference < 0 else "The other side"
        reason = f"{who} sees it {abs(whole.difference):.1f} lower than the other."
        yield Sign("apart", "against", 1, reason)


def falling(found: ReviewEvidence) -> Iterator[Sign]:
    """Yield which side answered worse than the time before."""
    for side, who in SIDES.items():
        rounds = found.health.rounds(side)
        if not _recent(found, side) or len(rounds) < 2:  # noqa: PLR2004 - now and before
            continue
        now, before = rounds[-1].mean, rounds[-2].mean
        if now is not None and before is not None and before - now >= MOVED:
            reason = (
                f"{who} answered {before:.1f} on {rounds[-2].on} and {now:.1f} on {rounds[-1].on}."
            )
            yield Sign("falling", "against", 2 if before - now >= APART else 1, reason)


def again(found: ReviewEvidence) -> Iterator[Sign]:
    """Yield whether a side would do it again."""
    for side, who in SIDES.items():
        last = _recent(found, side)
        if not last or not last.again:
            continue
        reason = ", ".join(f"{count} {answer}" for answer, count in last.again.items())
        if last.again.get("no"):
            yield Sign("again", "against", 2, f"{who} would not do it again: {reason}.")
        elif last.again.get("unsure"):
            yield Sign("again", "against", 1, f"{who} is unsure whether to do it again: {reason}.")
        else:
            yield Sign("again", "for", 1, f"{who} would do it again.")


def _recent(found: ReviewEvidence, side: Side) -> Round | None:
    """Return what *side* answered last, if that is within a year."""
    rounds = found.health.rounds(side)
    if not rounds:
        return None
    return rounds[-1] if (found.at.on - date.fromisoformat(rounds[-1].on)).days <= RECENT else None


def _only(recent: dict[Side, Round | None]) -> str:
    return SIDES["we"] if recent["we"] else SIDES["they"]
