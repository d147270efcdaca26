"""What is asked of the directory: an aim, taken as the partners and the goals that answer it, and how far."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from collabkit.catalog import Catalog
from collabkit.directory.names import comparable_name
from collabkit.directory.query.wanted import Wanted
from collabkit.directory.records import GUESS, NOBODY, Asking
from collabkit.finding.knowledge import Noted
from collabkit.finding.meaning import Meaning, read
from collabkit.finding.past import NO_PAST, Past
from collabkit.finding.reading import near_works
from collabkit.finding.works import works
from collabkit.matching import Query, Ranking


class Search(NamedTuple):
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
    past: Past = NO_PAST
    """How it went with single organizations before."""
    noted: tuple[Noted, ...] = ()
    """What the library knows itself of single organizations."""

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
    meant = Meaning(scores, doers=frozenset(scores))
    if query:
        meant = read(works(catalog), query, scores, named=bool(partners))
    return Wanted(
        scores=meant.scores,
        within=within,
        goals=meant.shown,
        plainly=meant.plainly,
        doers=meant.doers,
        core=meant.core - meant.doers,
        likely=meant.likely,
        nearly=meant.nearly,
        anyone=query is None,
        works=near_works(query) if query and query.reading and not partners else (),
        asked=meant.asked,
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
