"""What one rendering may take, and the gaps that it met.

Nothing in a template grows but by being counted here: turns of loops by what they hold, letters by
being written. So a template that a tired person wrote, or that came from elsewhere, ends in seconds
and within a few megabytes on every system; no process of its own is needed to hold it.
"""

import time
from collections.abc import Iterable, Iterator
from typing import Any

from collabkit.errors import CollabkitError
from collabkit.proposals.fact_parts import Gap

TEMPLATE_BYTES = 50_000
"""Twenty times the longest template that ships."""
STEPS = 100_000
"""Calls, changes of a text, items of lists, and parts of a loop in each of its turns: some eighty
times what the longest paper takes."""
CHARACTERS = 1_000_000
"""Written into the paper or on the way there, where most of it is counted twice: a hundred pages. The
longest paper takes a thirtieth."""
SECONDS = 5.0
"""Of the processor's time; the longest paper takes a hundredth of one."""
_LOOKS = 32
"""Calls of `step` to one look at the clock, which asks the system and takes as long as several steps."""


class LimitError(CollabkitError):
    """A template takes too long or writes too much."""


class RenderLimits:
    """Counts what one rendering takes, and stops it when that is too much."""

    def __init__(self) -> None:
        self.gaps: dict[Gap, None] = {}
        """Those shown so far, in the order in which a reader meets them."""
        self._steps = 0
        self._calls = 0
        self._characters = 0
        self._ends = time.thread_time() + SECONDS

    def step(self, count: int = 1) -> None:
        """Count *count* steps."""
        self._steps += count
        self._calls += 1
        late = self._calls % _LOOKS == 0 and time.thread_time() > self._ends
        if self._steps > STEPS or late:
            raise LimitError("it loops too long", "A paper needs a few thousand steps at most.")

    def wrote(self, text: str) -> str:
        """Count *text* and return it."""
        self.writes(len(text))
        return text

    def writes(self, letters: int) -> None:
        """Count a text of so many *letters* before it is made; an empty one counts as well."""
        self._characters += letters + 1
        if self._characters > CHARACTERS:
            raise LimitError("it writes too much", "A paper holds a hundred pages at most.")

    def each(self, items: Iterable[Any], parts: int = 1) -> Iterator[Any]:
        """Yield *items*, each of them as many steps as what is done with it has *parts*."""
        for item in items:
            self.step(parts)
            yield item
