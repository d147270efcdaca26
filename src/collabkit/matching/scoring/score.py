"""The arithmetic of a match: pure numbers, nothing read and nothing said.

``docs/matching.md`` states the formula.
"""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from collabkit.matching import weights as w
from collabkit.matching.scoring.chances import harmonic, union
from collabkit.matching.scoring.facts import ActivityFacts, PartnerFacts


def they_bring(
    partner: PartnerFacts, activity: ActivityFacts | None, short: Collection[str]
) -> float:
    """Return how far the partner supplies what the activity needs and the library does not.

    Args:
        partner: the type of organization.
        activity: the joint work, if there is one.
        short: resources of which the library says it is short.
    """
    chances: dict[str, float] = {}
    if activity:
        supplied = activity.supplies.get(partner.id, {})
        chances = {resource: w.NEED_SUPPLIED * rank for resource, rank in supplied.items()}
        for resource in partner.brings & activity.needs:
            chances.setdefault(resource, w.NEED_COULD_SUPPLY)
    for resource in partner.brings:
        chances.setdefault(resource, w.BROUGHT_ANYWAY)
    return union(
        min(1.0, chance + w.LIBRARY_IS_SHORT) if resource in short else chance
        for resource, chance in chances.items()
    )


def we_bring(
    partner: PartnerFacts, activity: ActivityFacts | None, offered: Collection[str]
) -> float:
    """Return how far the library's assets meet what the partner wants.

    Args:
        partner: the type of organization.
        activity: the joint work, if there is one.
        offered: resources that the library's assets provide.
    """
    given = activity.library_gives if activity else frozenset()
    return union(
        w.WANT_MET_BY_THE_WORK if resource in given else w.WANT_MET
        for resource in partner.wants
        if resource in offered
    )


class Gain(NamedTuple):
    """What the two sides gain from each other, each 0 to 1; the same for every aim."""

    they: float
    """What they bring."""
    we: float
    """What the library brings."""
    both: float
    """The two directions as one."""


def gained(they: float, we: float) -> Gain:
    """Return the gain of which *they* bring and *we* bring so much."""
    return Gain(they, we, harmonic(they, we))


class Score(NamedTuple):
    """One score, with what makes it and the activity that makes it highest."""

    activity: str | None
    strength: float
    """How well that activity answers the aim, times how central the partner is to it."""
    affinity: float
    """How well the aim fits the partner by itself, 0 to 1."""
    gain: Gain
    history: float
    """What history adds or takes: 0 unknown, up to 1, below 0 if it went badly."""
    total: float
    """0 to 100."""

    # Told only of the few partners that are shown.

    @property
    def fit(self) -> float:
        """How well the partner fits, by itself and by the activity, 0 to 1."""
        return _fit(self.affinity, self.strength)

    @property
    def counted(self) -> float:
        """How much of the mutual gain counts: all of it where the work answers the aim."""
        return _counted(self.strength)

    @property
    def mutual(self) -> float:
        """The two directions as one, as far as they count, 0 to 1."""
        return self.gain.both * self.counted


Answering = Sequence[tuple[str, float]]
"""Ids of activities, each with how strongly it answers an aim."""
_NO_WORK: tuple[str | None, float] = (None, 0.0)


def best(
    affinity: float,
    answering: Answering,
    gain: Callable[[str | None], Gain],
    history: float,
) -> Score:
    """Return the score of a partner, with the activity that makes it highest.

    Of several that make it as high, the one that answers most strongly is taken, and then the
    first by id.

    Args:
        affinity: how well the aim fits the partner by itself, 0 to 1.
        answering: the activities that answer the aim and in which the partner takes part, each
            with how well it answers times how central the partner is, 0 to 1.
        gain: what each side gains in an activity, or in none.
        history: see `Score`.
    """
    if len(answering) < 2:  # noqa: PLR2004 - nothing to choose from
        id_, strength = answering[0] if answering else _NO_WORK
        return _score(affinity, id_, strength, gain, history)
    totals = [
        (-_total(affinity, strength, gain(id_).both, history), -strength, id_)
        for id_, strength in answering
    ]
    below, against, first = min(totals)
    return Score(first, -against, affinity, gain(first), history, -below)


def each_work(
    affinity: float,
    answering: Answering,
    gain: Callable[[str | None], Gain],
    history: float,
) -> list[Score]:
    """Return the score of a partner with each activity, the strongest first; one without if none.

    Takes what ``best`` takes.
    """
    joined: Sequence[tuple[str | None, float]]
    joined = sorted(answering, key=lambda pair: (-pair[1], pair[0])) or (_NO_WORK,)
    return [_score(affinity, id_, strength, gain, history) for id_, strength in joined]


def _score(
    affinity: float,
    activity: str | None,
    strength: float,
    gain: Callable[[str | None], Gain],
    history: float,
) -> Score:
    gains = gain(activity)
    total = _total(affinity, strength, gains.both, history)
    return Score(activity, strength, affinity, gains, history, total)


def _fit(affinity: float, strength: float) -> float:
    return 1.0 - (1.0 - affinity) * (1.0 - w.ACTIVITY_EVIDENCE * strength)


def _counted(strength: float) -> float:
    return w.OFF_TASK + (1 - w.OFF_TASK) * strength


def _total(affinity: float, strength: float, both: float, history: float) -> float:
    fit, mutual = _fit(affinity, strength), both * _counted(strength)
    base: float = fit**w.FIT_POWER * mutual**w.MUTUAL_POWER
    if not base:  # a one-sided fit stays one, however well it is known
        return 0.0
    moved = base + history * (1 - base) if history >= 0 else base * (1 + history)
    return 100 * moved if moved < 1.0 else 100.0
