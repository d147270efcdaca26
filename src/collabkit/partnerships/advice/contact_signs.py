"""Whether the two are in touch, and by what agreement."""

from collections.abc import Iterator
from typing import Final

from collabkit.partnerships.advice.evidence import ReviewEvidence
from collabkit.partnerships.advice.signs import Sign

_HALF_YEAR: Final = 183


def silent(found: ReviewEvidence) -> Iterator[Sign]:
    """Yield how long nobody was in touch."""
    last = found.at.last
    if found.cold is None or last is None:
        return
    days = (found.at.on - last).days
    reason = (
        f"Nobody was in touch for {days} days, since {last}; usually it is every {found.at.gap}."
    )
    yield Sign("silent", "against", 2 if is_long_silent(found) else 1, reason)


def is_long_silent(found: ReviewEvidence) -> bool:
    """Return whether the silence lasts twice as long as makes a partnership cold, and half a year at least."""
    if found.cold is None or found.at.last is None:
        return False
    silence = (found.at.on - found.at.last).days
    return silence >= max(_HALF_YEAR, 2 * (found.cold - found.at.last).days)


def agreement_over(found: ReviewEvidence) -> Iterator[Sign]:
    """Yield that the agreement has ended."""
    if found.ends is not None and found.ends < found.at.on:
        yield Sign("agreement", "against", 1, f"The agreement ended on {found.ends}.")
