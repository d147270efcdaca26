"""What is asked of the directory: an aim, taken as the partners and the goals that answer it, and how far."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from collabkit.catalog import Catalog
from collabkit.directory.names import comparable_name
from collabkit.directory.query.wanted import Wanted
from collabkit.directory.records import GUESS, NOBODY, Asking
from collabkit.matching import Query, Ranking

_ABOUT = 0.5
"""Share of the weight of its main goal that another goal of an aim must have, to be what it is about."""
_RELATED = 0.8
"""What a partner is worth of whom the goal is not its own work."""
_ELSE = 0.6
"""The same, of one that neither works for it nor often helps with it."""


@dataclass(frozen=True)
class Search:
    """What is asked of the directory."""

    wanted: Wanted
    goals: tuple[str, ...] = ()
    """The goals of the aim."""
    ranked: bool = True
    """False without an aim, when every partner counts the same."""
    limit: int = 10
    least: float = 0.0
    """The score that an organization must have, 0 to 100."""
    core: bool = False
    """Whether only those count whose own work it is."""
    badly: frozenset[str] = frozenset()
    """Comparable names of organizations with whom it went badly before."""

    @property
    def scores(self) -> Mapping[str, float]:
        """The partners that fit, each with its worth, 0 to 100."""
        return self.wanted.scores

    @property
    def within(self) -> float:
        """Miles."""
        return self.wanted.within


def wanted(
    ranking: Ranking,
    query: Query | None,
    partners: Sequence[str] = (),
    *,
    within: float,
    words: tuple[str, ...] = (),
    sure: float = GUESS,
    asking: Asking = NOBODY,
) -> Wanted:
    """Return who is wanted for *query*.

    Args:
        ranking: tells which partners fit.
        query: the aim; without one every partner counts the same.
        partners: if any, the only ones.
        within: miles around a place.
        words: what must stand in a name or a town.
        sure: confidence in the partner that an organization must have.
        asking: the library that is not to find itself.
    """
    catalog = ranking.catalog
    goals = _main_goals(query.goals) if query else ()
    scores = (
        _worth(catalog, goals, partner_scores(ranking, query, partners))
        if query and not partners
        else partner_scores(ranking, query, partners)
    )
    shown = [sign for sign in catalog.signs.values() if sign.goal in goals]
    doers = {kind for sign in shown for kind in sign.kinds} if goals else set(scores)
    return Wanted(
        scores=scores,
        within=within,
        goals=goals,
        doers=frozenset(doers),
        only=bool(partners),
        words=words,
        networks=tuple(_networks(catalog, word) for word in words),
        sure=sure,
        asking=asking,
    )


def partner_scores(
    ranking: Ranking, query: Query | None, partners: Sequence[str] = ()
) -> dict[str, float]:
    """Return the match score of each partner that fits *query*, best first.

    Without an aim every partner counts the same; *partners*, if any, are the only ones.
    """
    if query:
        scores = {facts.id: round(score.total, 1) for score, facts in ranking.scores(query)}
    else:
        scores = dict.fromkeys(partners or ranking.catalog.partners, 100.0)
    # A partner that a person names is wanted, whether it fits or not.
    return {id_: scores.get(id_, 1.0) for id_ in partners} if partners else scores


def _main_goals(goals: Mapping[str, float]) -> tuple[str, ...]:
    """Return the goals that an aim is about, the first one first."""
    most = max(goals.values(), default=0.0)
    return tuple(goal for goal, weight in goals.items() if weight >= _ABOUT * most)


def _worth(catalog: Catalog, goals: Sequence[str], scores: Mapping[str, float]) -> dict[str, float]:
    """Return what each partner is worth beside the best: less where it is not its own work."""
    best = max(scores.values(), default=1.0)
    return {
        id_: round(100 * score / best * _share(catalog, goals, id_), 1)
        for id_, score in scores.items()
    }


def _share(catalog: Catalog, goals: Iterable[str], partner: str) -> float:
    theirs = catalog.partners[partner].goals
    if any(goal in theirs.core for goal in goals):
        return 1.0
    return _RELATED if any(goal in theirs.related for goal in goals) else _ELSE


def _networks(catalog: Catalog, word: str) -> tuple[str, ...]:
    """Return the networks that *word* names: "vfw" is Veterans of Foreign Wars."""
    asked = comparable_name(word)
    if not asked:
        return ()
    return tuple(
        network.id
        for network in catalog.networks.values()
        if any(
            f" {asked} " in f" {comparable_name(text)} "
            for text in (network.id, network.name, network.label, *network.words)
        )
    )
