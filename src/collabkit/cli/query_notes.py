"""What is said of an aim that the catalog understands only in part, or not as it was meant."""

import sys
from collections.abc import Iterator, Sequence

from collabkit.matching import Parser, Query
from collabkit.text.phrases import listed, quoted

_LINE = 80
"""Letters by which whoever asked knows an aim again."""


def doubts(requests: Parser, asked: Query, aims: Sequence[str]) -> Iterator[str]:
    """Yield what to say of *aims*, which were understood together as *asked*."""
    for aim in aims:
        slip = requests.slip(aim)
        if slip:
            yield f"{_short(aim)!r} is no goal id and was read as plain words; {slip}"
    if asked.chosen is not None:
        label = requests.label_of(asked.chosen.work)
        yield f"Read as {quoted(label)}, which you chose for {quoted(_short(asked.chosen.words))}."
    if asked.confidence == "low":
        yield unsure(requests, asked)
        if sys.stderr.isatty():
            yield "`collab start` shows what it may mean, and goes on from there."


def unsure(requests: Parser, asked: Query) -> str:
    """Return the sentence that an aim says little, with the goals that are nearest to it."""
    likeliest = asked.reading.likeliest if asked.reading else ()
    if likeliest:
        return f"I read {_short(asked.aim)!r} as {_meant(likeliest)} (confidence: low)."
    near = requests.nearest_goals(asked.aim)
    goals = f"the nearest goals are {listed(near)}" if near else "`collab list goals` helps"
    return f"{_short(asked.aim)!r} says little to the catalog (confidence: low); {goals}."


def _meant(likeliest: Sequence[str]) -> str:
    """Return the likeliest reading, and the others as a question."""
    first, *others = [quoted(label) for label in likeliest]
    return f"{first}; did you mean {' or '.join(others)}?" if others else first


def _short(aim: str) -> str:
    return aim if len(aim) <= _LINE else f"{aim[:_LINE]}…"
