"""What a request asks for, as far as the catalog understands it."""

from collections.abc import Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from collabkit.matching.records import Confidence, Reading


class ChosenReading(NamedTuple):
    """A work that a library chose for some words."""

    words: str
    work: str


class Query(NamedTuple):
    """One request, in the catalog's terms. All weights are 0 to 1."""

    aim: str
    """As a person gave it."""
    partners: Mapping[str, float]
    """How well the aim fits each partner by itself."""
    activities: Mapping[str, float]
    """How well each activity answers the aim."""
    goals: Mapping[str, float]
    """The goals the aim is about."""
    confidence: Confidence
    because: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """For each partner, the words of the aim that speak for it."""
    precedents: Mapping[str, float] = MappingProxyType({})
    """How close the aim of each precedent is; empty for a request by ids."""
    reading: Reading | None = None
    """How plain words were read; nothing for a request by ids."""
    works: Mapping[str, float] = MappingProxyType({})
    """The chance of every activity for which anything speaks, those included that are too unlikely to answer; empty
    for a request by ids."""
    chosen: ChosenReading | None = None
    """What the library chose for such words before, if they were read so."""


def mean(shares: Sequence[Mapping[str, float]]) -> Mapping[str, float]:
    """Return the mean of several requests as one."""
    if len(shares) == 1:
        return shares[0]
    ids = dict.fromkeys(id_ for share in shares for id_ in share)
    return {id_: sum(share.get(id_, 0.0) for share in shares) / len(shares) for id_ in ids}


def combine(requests: Sequence[Query]) -> Query:
    """Return several requests as one, in which each counts the same."""
    if len(requests) == 1:
        return requests[0]
    worst = max((each.confidence for each in requests), key=_WORST_LAST.index)
    return Query(
        aim="; ".join(each.aim for each in requests),
        partners=mean([each.partners for each in requests]),
        activities=mean([each.activities for each in requests]),
        goals={id_: weight for each in requests for id_, weight in each.goals.items()},
        confidence=worst,
        because={
            id_: tuple(
                dict.fromkeys(word for each in requests for word in each.because.get(id_, ()))
            )
            for each in requests
            for id_ in each.because
        },
        precedents=mean([each.precedents for each in requests]),
        reading=_joined([each.reading for each in requests if each.reading]),
        works=mean([each.works or each.activities for each in requests]),
        chosen=next((each.chosen for each in requests if each.chosen), None),
    )


def _joined(readings: Sequence[Reading]) -> Reading | None:
    """Return how several aims were read, as one."""
    if not readings:
        return None
    return Reading(
        *(tuple(dict.fromkeys(chain.from_iterable(field))) for field in zip(*readings, strict=True))
    )


_WORST_LAST: Sequence[Confidence] = ("high", "medium", "low")
