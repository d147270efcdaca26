"""What one rendering may take, and the gaps that it met."""

import time
from collections.abc import Iterable, Iterator
from typing import Any

from collabkit.errors import CollabkitError
from collabkit.proposals.facts import Gap

STEPS = 20_000
"""Turns of loops, calls and templates put in: a hundred times what the longest paper takes."""
CHARACTERS = 400_000
"""A hundred pages."""
SECONDS = 5.0


class LimitError(CollabkitError):
    """A template takes too long or writes too much."""


class RenderLimits:
    """Counts what one rendering takes, and stops it when that is too much."""

    def __init__(self) -> None:
        self.gaps: dict[Gap, None] = {}
        """Those shown so far, in the order in which a reader meets them."""
        self._steps = 0
        self._characters = 0
        self._ends = time.monotonic() + SECONDS

    def step(self) -> None:
        """Count one step."""
        self._steps += 1
        if self._steps > STEPS or time.monotonic() > self._ends:
            raise LimitError("it loops too long", "A paper needs a few hundred steps at most.")

    def wrote(self, text: str) -> str:
        """Count *text* and return it."""
        self._characters += len(text)
        if self._characters > CHARACTERS:
            raise LimitError("it writes too much", "A paper holds a hundred pages at most.")
        return text

    def each(self, items: Iterable[Any]) -> Iterator[Any]:
        """Yield *items*, each of them a step."""
        for item in items:
            self.step()
            yield item
