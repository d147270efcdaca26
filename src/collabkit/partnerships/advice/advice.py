"""Advice on a partnership as a record, and in words."""

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from collabkit.notes import Note
from collabkit.partnerships.advice.signs import Sign

What = Literal["start", "hold", "change", "rest", "end"]
"""*start*: take the next step. *hold*: go on as it is. *change*: go on, but change something first.
*rest*: pause it openly, with a day to look again. *end*: end it well."""
Sure = Literal["clear", "likely", "open"]


class Advice(NamedTuple):
    """What to do with a partnership. Advice, and no more: what speaks against it stands beside it."""

    partnership: str
    """Its folder."""
    name: str
    """The organization's name."""
    on: str
    """The day on which it is asked, as in 2026-11-01."""
    stage: str
    """Where it stands."""
    advice: What
    """`start` the next step, `hold` it as it is, `change` something, `rest` openly, or `end` it well."""
    sure: Sure
    """`clear`, `likely`, or `open`: little is known, or much speaks on either side."""
    do: str
    """What to do first, in a sentence."""
    because: tuple[Sign, ...]
    """What the record shows that leads there."""
    but: tuple[Sign, ...]
    """What it shows that speaks against it."""

    @property
    def notes(self) -> tuple[Note, ...]:
        """The advice in words, with what speaks for and against it."""
        return tuple(_notes(self))


_MEANS: Final[dict[What, str]] = {
    "start": "take the next step",
    "hold": "go on as it is",
    "change": "go on, and change something first",
    "rest": "pause it openly, with a day to look again",
    "end": "end it well",
}
_SURE: Final[dict[Sure, str]] = {
    "clear": "The record is clear.",
    "likely": "The record leans that way.",
    "open": "The record leaves it open.",
}


def _notes(found: Advice) -> Iterator[Note]:
    yield Note(
        "advice", f"{found.advice.capitalize()}: {_MEANS[found.advice]}. {_SURE[found.sure]}"
    )
    yield Note(
        "because",
        "Because:" if found.because else "Because nothing in the record speaks for more.",
    )
    yield from (Note("because", f"  {sign.says}") for sign in found.because)
    if found.but:
        yield Note("against", "Against it:")
        yield from (Note("against", f"  {sign.says}") for sign in found.but)
    yield Note("advice", "This is advice out of the record, and you know more than the record.")
