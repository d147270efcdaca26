"""What is asked of the directory: an aim, taken as the partners that answer it, and how far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from collabkit.directory.records import GUESS, NOBODY, Asking
from collabkit.matching import Query, Ranking


@dataclass(frozen=True)
class Search:
    """What is asked of the directory."""

    scores: Mapping[str, float]
    """The partners that fit, each with its match score, 0 to 100."""
    within: float
    """Miles."""
    goals: tuple[str, ...] = ()
    """The goals of the aim."""
    ranked: bool = True
    """False without an aim, when every partner counts the same."""
    words: tuple[str, ...] = ()
    """What must stand in the name or the town; case and accents do not count."""
    sure: float = GUESS
    """Confidence in the partner that an organization must have, 0 to 1."""
    asking: Asking = NOBODY
    """The library that is not to find itself."""
    limit: int = 10


def partner_scores(
    ranking: Ranking, asked: Query | None, partners: Sequence[str] = ()
) -> dict[str, float]:
    """Return the match score of each partner that fits *asked*, best first.

    Without an aim every partner counts the same; *partners*, if any, are the only ones.
    """
    if asked:
        scores = {facts.id: round(score.total, 1) for score, facts in ranking.scores(asked)}
    else:
        scores = dict.fromkeys(partners or ranking.facts.partners, 100.0)
    # A partner that a person names is wanted, whether it fits or not.
    return {id_: scores.get(id_, 1.0) for id_ in partners} if partners else scores
