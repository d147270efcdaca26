"""What came of the work, and the hours that it took."""

from collections.abc import Iterator
from typing import Final

from collabkit.partnerships.advice.evidence import RECENT, ReviewEvidence
from collabkit.partnerships.advice.signs import WEEKS, Sign
from collabkit.partnerships.counts.records import Counted

_NEAR: Final = 0.8
_HALF: Final = 0.5
"""Shares of a target."""
_MORE: Final = 1.25
_MUCH: Final = 2.0
"""Times the hours that such a work takes."""
_FIVE: Final = 5


def went(found: ReviewEvidence) -> Iterator[Sign]:
    """Yield how it went, by whoever wrote it down."""
    if not found.went or found.went_on is None:
        return
    how, on = found.went[-1], found.went_on
    fresh = (found.at.on - on).days <= RECENT
    mended = any(each.side == "they" and each.kept and each.kept > on for each in found.at.promises)
    reason = f'"went: {how}" was written on {on}'
    if how == "well":
        yield Sign("went", "for", 2 if fresh else 1, f"{reason}.")
    elif mended:
        yield Sign("went", "against", 1, f"{reason}; since then the other side kept a promise.")
    else:
        yield Sign("went", "against", 2 if how == "badly" else 1, f"{reason}.")


def target(found: ReviewEvidence) -> Iterator[Sign]:
    """Yield how near to its target what was counted comes."""
    if found.furthest is None or found.furthest.share is None:
        return
    share = found.furthest.share
    reason = _aimed(found.furthest, share)
    if share >= 1:
        yield Sign("target", "for", 2, "Every target that was set is reached.")
    elif share >= _NEAR:
        yield Sign("target", "for", 1, f"{reason}.")
    elif found.worked > found.due_after:
        due = f"{reason}, and a result was due after {found.due_after // 7} weeks."
        yield Sign("target", "against", 2 if share < _HALF else 1, due)


def _aimed(row: Counted, share: float) -> str:
    if not row.at_most:
        return f"What was counted is {share:.0%} of the target"
    return f"{row.value:,.10g} were counted of what was to be at most {row.target:,.10g}"


def no_result(found: ReviewEvidence) -> Iterator[Sign]:
    """Yield that nothing is counted or said of work that has run for long."""
    if found.worked > 2 * found.due_after and not found.results and not found.went:
        reason = f"It has run for {found.worked // 7} weeks, and nothing is counted or said of it."
        yield Sign("no-result", "against", 1, reason)


def trial_over(found: ReviewEvidence) -> Iterator[Sign]:
    """Yield that a trial runs on without a word."""
    over = found.worked - found.trial
    if found.at.stage == "pilot" and over > WEEKS and not found.went:
        reason = f"The trial was to last {found.trial // 7} weeks and has run for {found.worked // 7}; nobody wrote how it went."
        yield Sign("trial-over", "against", 1, reason)


def hours(found: ReviewEvidence) -> Iterator[Sign]:
    """Yield how the library's hours compare with what such a work takes."""
    ours = found.hours["we"]
    if ours is None or found.usual is None:
        return
    low, high = found.usual
    usual = f"such a work takes {low:.0f} to {high:.0f}"
    if ours > _MUCH * high:
        yield Sign("hours", "against", 2, f"{ours:g} hours of the library are noted; {usual}.")
    elif ours > _MORE * high:
        yield Sign("hours", "against", 1, f"{ours:g} hours of the library are noted; {usual}.")
    elif found.results:
        yield Sign("hours", "for", 1, f"{ours:g} hours of the library are noted; {usual}.")


def one_sided(found: ReviewEvidence) -> Iterator[Sign]:
    """Yield that one side puts in nearly all of the hours."""
    ours, theirs = found.hours["we"], found.hours["they"]
    if ours and theirs is not None and ours > _FIVE * theirs:
        reason = f"The library put in {ours:g} hours, the other side {theirs:g}."
        yield Sign("one-sided", "against", 1, reason)
