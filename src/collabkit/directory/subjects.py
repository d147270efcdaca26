"""What a statement of a body is about, as whoever reads it hands it to the directory."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple


class Subjects(NamedTuple):
    """What one text is about."""

    goals: tuple[str, ...] = ()
    """The goals, and what is finer than a goal, that it speaks of."""
    works: tuple[str, ...] = ()
    """The joint works that it comes near to."""
    partner: str | None = None
    """The kind of partner that a body is which says so, if it tells one."""


ReadTexts = Callable[[Sequence[str]], Iterable[Subjects]]
"""What finds out what each of some texts is about."""
