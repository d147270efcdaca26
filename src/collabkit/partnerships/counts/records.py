"""What was counted, as records: one for each measure, or for what one side put in."""

from typing import NamedTuple

from collabkit.notes import Note
from collabkit.partnerships.entries import Side


class Counted(NamedTuple):
    """What came of one measure, or what one side put in."""

    partnership: str
    """The folder of the partnership."""
    name: str
    """The organization's name."""
    work: str | None
    """The joint work, an entry of `activities.yaml`; null where the partnership names none."""
    measure: str
    """What is counted, in the words of the work; in those that were typed, where the work has no such measure. `hours` and `dollars` are what a side put in."""
    kind: str
    """`output` for what was done, `outcome` for what changed for somebody, `own` for a measure that the work does not name, `given` for hours and dollars."""
    side: Side | None
    """Who put in the hours or dollars: `we` or `they`; else null."""
    unit: str
    """What one of it is."""
    ask: str
    """Who counts or asks, whom, and when."""
    feeds: str
    """The report it goes into."""
    baseline: float | None
    """Where it started."""
    value: float | None
    """What was counted; null where nothing was yet. Of a level the latest, and of all else the sum."""
    level: bool
    """Whether it stands at a number on a day, such as pairs still meeting, so that nothing is added up."""
    ratio: bool
    """Whether it is a share, an average or a price of one: a level that many libraries do not add up either."""
    change: float | None
    """Of a level, how far it moved: since the last one before the days that were asked for, or else since the baseline or the first one; null where there is only one."""
    target: float | None
    """What was hoped for."""
    at_most: bool
    """Whether the target is the most that there should be, so that less is better."""
    yes: int | None
    """People who answered yes; null where nobody was asked."""
    partly: int | None
    """People who answered partly."""
    no: int | None
    """People who answered no."""
    since: str | None
    """The day of the first count, as in 2026-03-31."""
    until: str | None
    """The day of the last one."""

    @property
    def known(self) -> bool:
        """Whether anything was counted or answered."""
        return self.value is not None or self.yes is not None

    @property
    def share(self) -> float | None:
        """How much of its target it has reached, 1 for all of it; nothing without a target.

        Where less is better nothing is reached or missed before it is counted.
        """
        if self.target is None or (self.target <= 0 and not self.at_most):
            return None
        if not self.at_most:
            return (self.value or 0) / self.target
        if self.value is None:
            return None
        return 1.0 if self.value <= self.target else max(self.target, 0) / self.value


class Counts(list[Counted]):
    """What was counted, by partnership, work and measure."""

    @property
    def notes(self) -> tuple[Note, ...]:
        """That nothing is counted yet, if it is so."""
        if any(each.known for each in self):
            return ()
        command = "Nothing is counted yet: collab count NAME WHAT 12"
        return (Note("nothing-counted", "Nothing is counted yet.", command),)
