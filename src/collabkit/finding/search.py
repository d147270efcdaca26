"""What is asked of the directory: an aim, taken as the partners that answer it, and how far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from collabkit.directory.query.wanted import Wanted
from collabkit.matching import Query, Ranking


@dataclass(frozen=True)
class Search:
    """What is asked of the directory."""

    wanted: Wanted
    goals: tuple[str, ...] = ()
    """The goals of the aim."""
    ranked: bool = True
    """False without an aim, when every partner counts the same."""
    limit: int = 10

    @property
    def scores(self) -> Mapping[str, float]:
        """The partners that fit, each with its match score, 0 to 100."""
        return self.wanted.scores

    @property
    def within(self) -> float:
        """Miles."""
        return self.wanted.within


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
