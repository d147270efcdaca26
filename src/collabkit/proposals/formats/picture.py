"""A drawing that a paper shows: what it is, before it is put into a document of any format."""

from typing import NamedTuple

WIDE = 5.0
"""Inches that a picture is wide on a page."""


class Picture(NamedTuple):
    """A drawing under a heading of a paper. What it shows stands in words or a table too."""

    heading: str
    """The heading of the second level that it stands under."""
    svg: str
    wide: int
    """Its size, in the dots of its SVG."""
    high: int
    says: str
    """What it shows, for whoever does not see it."""

    @property
    def inches(self) -> tuple[float, float]:
        """How wide and high it is on a page."""
        return WIDE, round(WIDE * self.high / self.wide, 3)
