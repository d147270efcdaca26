"""Who is wanted of the directory, whether around one place or around thousands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from collabkit.directory.records import GUESS, NOBODY, Asking

FAR: float = 0.15
"""Share of the score that an organization at the edge of the circle loses."""
UNSURE: float = 0.15
"""Share that one would lose of whose partner nothing is known; confidence 1 loses none."""
SIZE: float = 0.005
"""What each of the ten classes of income adds."""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Who is wanted."""

    scores: Mapping[str, float]
    """The partners that fit, each with its match score, 0 to 100."""
    within: float
    """Miles around the place."""
    words: tuple[str, ...] = ()
    """What must stand in the name or the town; case and accents do not count."""
    sure: float = GUESS
    """Confidence in the partner that an organization must have, 0 to 1."""
    asking: Asking = NOBODY
    """The library that is not to find itself."""

    def parameters(self) -> dict[str, Any]:
        """Return what the statements that look for them are given."""
        return {
            "within": self.within,
            "partners": list(self.scores),
            "scores": list(self.scores.values()),
            "search": list(self.words),
            "sure": self.sure,
            "far": FAR,
            "unsure": UNSURE,
            "size": SIZE,
        }
