"""The arithmetic of a match: pure numbers, nothing read and nothing said.

``docs/matching.md`` states the formula.
"""

from collections.abc import Callable, Collection, Iterable
from operator import attrgetter
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


class Score(NamedTuple):
    """The parts of one score, each 0 to 1, and the activity that gives the best whole."""

    activity: str | None
    strength: float
    """How well that activity answers the aim, times how central the partner is to it."""
    fit: float
    they: float
    we: float
    history: float
    """What history adds or takes: 0 unknown, up to 1, below 0 if it went badly."""

    @property
    def counted(self) -> float:
        """How much of the mutual gain counts: all of it where the work answers the aim."""
        return w.OFF_TASK + (1 - w.OFF_TASK) * self.strength

    @property
    def mutual(self) -> float:
        """The two directions as one, as far as they count."""
        return harmonic(self.they, self.we) * self.counted

    @property
    def total(self) -> float:
        """0 to 100."""
        base: float = self.fit**w.FIT_POWER * self.mutual**w.MUTUAL_POWER
        if not base:  # a one-sided fit stays one, however well it is known
            return 0.0
        moved = base + self.history * (1 - base) if self.history >= 0 else base * (1 + self.history)
        return 100 * min(1.0, max(0.0, moved))


_total = attrgetter("total")


def best(
    affinity: float,
    answering: Iterable[tuple[str, float]],
    gain: Callable[[str | None], tuple[float, float]],
    history: float,
) -> Score:
    """Return the score of a partner, with the activity that makes it highest.

    Args:
        affinity: how well the aim fits the partner by itself, 0 to 1.
        answering: ids of the activities that answer the aim and in which the partner takes part,
            each with how well it answers times how central the partner is, 0 to 1.
        gain: what they bring and what we bring in an activity, or in none.
        history: see `Score`.
    """
    scores = each_work(affinity, answering, gain, history)
    return scores[0] if len(scores) == 1 else max(scores, key=_total)


def each_work(
    affinity: float,
    answering: Iterable[tuple[str, float]],
    gain: Callable[[str | None], tuple[float, float]],
    history: float,
) -> list[Score]:
    """Return the score of a partner with each activity, the strongest first; one without if none.

    Takes what ``best`` takes.
    """
    joined = sorted(answering, key=lambda pair: (-pair[1], pair[0]))
    candidates: list[tuple[str | None, float]] = [*joined] or [(None, 0.0)]
    return [
        Score(
            id_,
            strength,
            1.0 - (1.0 - affinity) * (1.0 - w.ACTIVITY_EVIDENCE * strength),
            *gain(id_),
            history,
        )
        for id_, strength in candidates
    ]
