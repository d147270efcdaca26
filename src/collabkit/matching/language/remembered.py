"""Works that a library chose for words of its own, so that the same or nearly the same words find them first."""

from collections.abc import Sequence

from collabkit.matching.language.features import stem, words
from collabkit.matching.query import ChosenReading

_ALIKE = 0.75
"""The share of words of two requests, together, that both must have to be nearly the same."""


class RememberedReadings:
    """What was chosen before. Made once, asked many times."""

    def __init__(self, chosen: Sequence[ChosenReading]) -> None:
        """Hold what was *chosen*; of what was chosen for the same words twice the later counts."""
        self._chosen = [(each, _stems(each.words)) for each in reversed(chosen)]

    def reading_of(self, text: str) -> ChosenReading | None:
        """Return what was chosen for *text*, or for words that are nearly the same; the nearest of several."""
        typed = _stems(text)
        near = [(_likeness(typed, stems), each) for each, stems in self._chosen]
        likeness, best = max(near, key=lambda pair: pair[0], default=(0.0, None))
        return best if likeness >= _ALIKE else None


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(stem, words(text)))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0
