"""Chances joined: every combination only grows with what is known, so a missing fact raises no score."""

from collections.abc import Iterable


def union(chances: Iterable[float]) -> float:
    """Return the chance that at least one holds, as if they were independent."""
    none = 1.0
    for chance in chances:
        none *= 1.0 - chance
    return 1.0 - none


def harmonic(a: float, b: float) -> float:
    """Return the harmonic mean, which a one-sided pair cannot bring high."""
    return 2 * a * b / (a + b) if a > 0 and b > 0 else 0.0
