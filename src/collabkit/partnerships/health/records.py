"""How a partnership is, as records: what each side answered, each factor, and what to know of both."""

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from collabkit.notes import Note
from collabkit.partnerships.entries import Side
from collabkit.partnerships.health import UNVALIDATED

Band = Literal["good", "fair", "poor"]
ALL_FACTORS: Final = "all"
"""The factor that is all of them together."""
MOST: Final = 6
"""Wishes of a side of which a note is made; the record has them all."""
_SIDES: Final[dict[Side, str]] = {"we": "The library", "they": "The other side"}


class Round(NamedTuple):
    """What one side answered at about the same time."""

    on: str
    """The day of its last sheet, as in 2026-05-04."""
    sheets: int
    """How many people answered."""
    mean: float | None
    """The mean of all their answers, from 1 to 5; null where none was a number."""
    factors: dict[str, float]
    """The same for each factor that was answered."""
    again: dict[str, int]
    """How many would do it again: by `yes`, `unsure` and `no`."""
    change: tuple[str, ...]
    """What should change, in their words."""


class FactorHealth(NamedTuple):
    """One factor, as both sides see it now."""

    factor: str
    """`purpose`, `roles`, `communication`, `trust`, `give-and-take` or `results`; `all` for all of them together."""
    we: float | None
    """The mean of the library's answers, from 1 to 5."""
    they: float | None
    """The mean of the partner's."""
    band: Band | None
    """`good` from 4, `fair` from 3, else `poor`, by the side that is worse off; null where nobody answered."""
    difference: float | None
    """The library's mean less the partner's; null unless both answered within half a year."""
    we_before: float | None
    """The library's mean in the round before."""
    they_before: float | None
    """The partner's."""


class HealthSummary(NamedTuple):
    """How a partnership is, by what both sides answered. Unvalidated: it opens a conversation."""

    partnership: str
    """Its folder."""
    name: str
    """The organization's name."""
    on: str
    """The day on which it is asked; later sheets do not count yet."""
    band: Band | None
    """The band of all answers, by the side that is worse off; null where nobody answered."""
    talk: str | None
    """The factor to talk about first; null where none stands out."""
    why: str | None
    """Why that one, in a sentence."""
    ask: tuple[str, ...]
    """What to talk about there, by the questions that were answered lowest."""
    we: tuple[Round, ...]
    """What the library answered, round by round, the newest last."""
    they: tuple[Round, ...]
    """What the partner answered."""
    factors: tuple[FactorHealth, ...]
    """Each factor now, and all together last."""

    def rounds(self, side: Side) -> tuple[Round, ...]:
        """Return what *side* answered, round by round."""
        return self.we if side == "we" else self.they

    @property
    def notes(self) -> tuple[Note, ...]:
        """Whom it is by, what to talk about, and what should change."""
        return tuple(_notes(self))


def _notes(found: HealthSummary) -> Iterator[Note]:
    for side, who in _SIDES.items():
        yield _answered(who, found.rounds(side), found.partnership, side)
    if found.talk and found.why:
        yield Note("talk", f"Talk about {found.talk.replace('-', ' ')}. {found.why}")
        yield from (Note("talk", f"  {each}") for each in found.ask)
    elif found.band:
        yield Note("talk", "No factor stands out. Say so to each other: it is seldom said.")
    for side, who in _SIDES.items():
        rounds = found.rounds(side)
        for wish in rounds[-1].change[:MOST] if rounds else ():
            yield Note("wish", f"{who} would change: {wish}")
    if found.band:
        yield Note("unvalidated", UNVALIDATED)


def _answered(who: str, rounds: tuple[Round, ...], folder: str, side: Side) -> Note:
    if not rounds:
        how = "--page -o check.html makes the page to send" if side == "they" else "--fill asks you"
        text = f"{who} has not answered yet"
        return Note("not-answered", f"{text}.", f"{text}: collab health {folder} {how}.")
    last = rounds[-1]
    people = "1 person" if last.sheets == 1 else f"{last.sheets} people"
    again = ", ".join(f"{count} {answer}" for answer, count in last.again.items())
    before = f", before that on {rounds[-2].on}" if len(rounds) > 1 else ""
    would = f"; would do it again: {again}" if again else ""
    return Note("answered", f"{who} answered on {last.on} ({people}){before}{would}.")
