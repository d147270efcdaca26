"""What is asked of the directory: an aim, taken as the partners and the goals that answer it, and how far."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from collabkit.catalog import Catalog
from collabkit.directory.names import comparable_name
from collabkit.directory.query.wanted import Wanted
from collabkit.directory.records import GUESS, NOBODY, Asking
from collabkit.finding.words import telling_words
from collabkit.matching import Query, Ranking

_ABOUT = 0.5
"""Share of the weight of its main goal that another goal of an aim must have, to be what it is about."""
_HARDLY = 0.12
"""Weight below which words hardly speak of a goal."""
_NAMED = 35.0
"""Match score below which words name no kind."""
_KINDS = 3
"""Kinds that words may mean at most."""
_CLOSE = 0.85
"""Share of the best match score from which another kind may be meant as well."""
_GOOD = 70.0
"""Worth of a partner of whom it may be the own work."""
_NEARLY = 60.0
"""Worth from which a kind answers nearly as well as the best."""
_NEARLY_BY_WORDS = 70.0
"""The same, where words tell of the kinds."""
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
    scores = partner_scores(ranking, query, partners)
    goals = _main_goals(query.goals) if query else ()
    by_words = query is not None and max(query.goals.values(), default=0.0) < 1
    meant = _meant(scores) if by_words and not partners else set()
    if meant:
        goals = _goals_of(catalog, goals, meant)
    shown = [sign for sign in catalog.signs.values() if sign.goal in goals]
    doers = {kind for sign in shown for kind in sign.kinds} if query else set(scores)
    core: set[str] = set()
    asked: tuple[str, ...] = ()
    nearly = 0.0
    if query and not partners:
        nearly = _NEARLY
        if by_words:
            # Plain words tell of the kinds that they name more surely than of a goal.
            doers |= meant
            best = max(scores.values(), default=1.0)
            scores = {id_: round(100 * score / best, 1) for id_, score in scores.items()}
            asked = telling_words(query.aim)
            nearly = _NEARLY_BY_WORDS
        else:
            scores = _worth(catalog, goals, scores)
            core = {
                id_
                for id_, worth in scores.items()
                if worth >= _GOOD and _owns(catalog, goals, id_)
            }
    return Wanted(
        scores=scores,
        within=within,
        goals=goals,
        doers=frozenset(doers),
        core=frozenset(core - doers),
        nearly=nearly,
        anyone=query is None,
        asked=asked,
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


def _meant(scores: Mapping[str, float]) -> set[str]:
    """Return the kinds that words mean: the best, and who comes close."""
    best = max(scores.values(), default=0.0)
    if best < _NAMED:
        return set()
    ordered = sorted(scores, key=lambda id_: -scores[id_])
    return {id_ for id_ in ordered[:_KINDS] if scores[id_] >= _CLOSE * best}


def _goals_of(catalog: Catalog, goals: Sequence[str], meant: Iterable[str]) -> tuple[str, ...]:
    """Return those of *goals* that somebody who is *meant* works for."""
    theirs = [catalog.partners[id_].goals for id_ in meant]
    return tuple(
        goal for goal in goals if any(goal in (*each.core, *each.related) for each in theirs)
    )


def _owns(catalog: Catalog, goals: Iterable[str], partner: str) -> bool:
    return any(goal in catalog.partners[partner].goals.core for goal in goals)


def _main_goals(goals: Mapping[str, float]) -> tuple[str, ...]:
    """Return the goals that an aim is about, the first one first."""
    most = max(goals.values(), default=0.0)
    return tuple(goal for goal, weight in goals.items() if weight >= max(_ABOUT * most, _HARDLY))


def _worth(catalog: Catalog, goals: Sequence[str], scores: Mapping[str, float]) -> dict[str, float]:
    """Return what each partner is worth beside the best: less where it is not its own work."""
    best = max(scores.values(), default=1.0)
    return {
        id_: round(100 * score / best * _share(catalog, goals, id_), 1)
        for id_, score in scores.items()
    }


def _share(catalog: Catalog, goals: Iterable[str], partner: str) -> float:
    theirs = catalog.partners[partner].goals
    if _owns(catalog, goals, partner):
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
