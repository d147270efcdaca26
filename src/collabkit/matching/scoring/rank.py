"""A query to ranked partners with reasons."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from collabkit.catalog import Catalog
from collabkit.library import Library
from collabkit.matching import weights as w
from collabkit.matching.history import moved_by
from collabkit.matching.query import Query
from collabkit.matching.records import (
    Factor,
    LibraryOffer,
    Match,
    MatchCaution,
    MatchPrecedent,
    Pair,
    PartnerOffer,
    SuggestedActivity,
    Unknown,
)
from collabkit.matching.scoring import reasons
from collabkit.matching.scoring.facts import PartnerFacts, facts
from collabkit.matching.scoring.score import (
    Gain,
    Score,
    best,
    each_work,
    gained,
    they_bring,
    we_bring,
)
from collabkit.text.json import SharedTuple, shared

if TYPE_CHECKING:
    from collabkit.matching.scoring.views import PartnerView, Views


class _Partner(NamedTuple):
    """What is shown of a partner, whatever the query."""

    we: SharedTuple[LibraryOffer]
    unknown: SharedTuple[Unknown]
    core: Mapping[str, str]
    """The names of its own goals."""
    related: Mapping[str, str]
    """Of those with which it often helps."""
    history: Factor


class _Pair(NamedTuple):
    """What is shown of a partner in one activity, or in none, whatever the query."""

    they: SharedTuple[PartnerOffer]
    cautions: SharedTuple[MatchCaution]
    start: SuggestedActivity | None
    takes_part: str
    gains: tuple[Factor, Factor]


class _Gains(dict[str | None, Gain]):
    """What a partner and the library gain in each activity, worked out when it is needed."""

    def __init__(self, of: Callable[[str | None], Gain]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, activity: str | None) -> Gain:
        found = self[activity] = self._of(activity)
        return found


class Ranking:
    """Ranks partners for one library. Made once, for many queries."""

    def __init__(self, catalog: Catalog, library: Library) -> None:
        self.catalog = catalog
        self.library = library
        self.facts = facts(catalog)
        self.held = library.held_of(self.facts.universal, catalog.assets)
        self.offered = frozenset(
            resource
            for resource, assets in self.facts.providers.items()
            if any(id_ in self.held for id_ in assets)
        )
        self.short = frozenset(library.needs)
        self.known = library.history()
        # What depends on neither the aim nor the score is made once for all the aims of a run.
        self._moved = {id_: moved_by(known) for id_, known in self.known.items()}
        self._sectors: dict[str | None, Mapping[str, PartnerFacts]] = {}
        self._gains: dict[str, Callable[[str | None], Gain]] = {}
        self._parts: dict[str, Sequence[tuple[str, float]]] = {}
        self._pairs: dict[tuple[str, str | None], _Pair] = {}
        self._partners: dict[str, _Partner] = {}
        self._precedents_shown: dict[str, MatchPrecedent] = {}

    @cached_property
    def _views(self) -> "Views":
        from collabkit.matching.scoring.views import views  # noqa: PLC0415 - scores need none

        return views(self.catalog)

    def rank(
        self,
        query: Query,
        *,
        limit: int | None = None,
        sector: str | None = None,
        spread: bool = False,
    ) -> list[Match]:
        """Return the matches for *query*, best first; ties end by id.

        Args:
            query: what is asked for.
            limit: how many at most; all of them if none is given.
            sector: only partners of this sector.
            spread: keep one sector from filling the list.
        """
        scored = self.scores(query, sector)
        return self.show(shortlist(scored, limit=limit, spread=spread), query)

    def show(self, chosen: Iterable[tuple[Score, str]], query: Query) -> list[Match]:
        """Return the partners of *chosen*, each with its score for *query*, with their reasons."""
        return [
            self._match(rank, self._views.partners[id_], score, query)
            for rank, (score, id_) in enumerate(chosen, start=1)
        ]

    def scores(self, query: Query, sector: str | None = None) -> list[tuple[Score, PartnerFacts]]:
        """Return the score of every partner that fits *query* at all, best first.

        Of an aim in plain words, those without work that answers come after those who have it.
        """
        answering = self._answering(query)
        in_words = query.reading is not None
        affinity, works, moved = query.partners.get, answering.get, self._moved.get
        partners = self._of_sector(sector)
        scored = [
            (id_, best(affinity(id_, 0.0), works(id_, ()), self._gain(id_), moved(id_, 0.0)))
            for id_ in answering.keys() | query.partners.keys()
            if id_ in partners
        ]
        # Ids differ, so no score is compared with another one.
        ordered = sorted(
            [
                (in_words and score.activity is None, -round(score.total, 1), id_, score)
                for id_, score in scored
            ]
        )
        return [(score, partners[id_]) for *_, id_, score in ordered]

    def _of_sector(self, sector: str | None) -> Mapping[str, PartnerFacts]:
        """Return the partners of *sector*, or all of them."""
        if sector not in self._sectors:
            self._sectors[sector] = {
                id_: partner
                for id_, partner in self.facts.partners.items()
                if sector in {None, partner.sector}
            }
        return self._sectors[sector]

    def pairs(self, query: Query) -> list[Pair]:
        """Return every partner with every activity that answers *query*, best first.

        ``scores`` keeps the best activity of each partner; whoever plans a year needs them all.
        Ties end by the ids of partner and activity.
        """
        found = [
            self._pair(partner, score)
            for partner, answering in self._answering(query).items()
            if partner in self.facts.partners
            for score in each_work(
                query.partners.get(partner, 0.0),
                answering,
                self._gain(partner),
                self._moved.get(partner, 0.0),
            )
        ]
        return sorted(found, key=lambda pair: (-pair.score, pair.partner, pair.activity))

    def _pair(self, partner: str, score: Score) -> Pair:
        id_ = score.activity or ""
        schedule = self.catalog.activities[id_].schedule
        return Pair(
            partner,
            id_,
            round(score.total, 1),
            schedule.hours.setup if schedule else None,
            schedule.monthly() if schedule else None,
        )

    def _answering(self, query: Query) -> dict[str, list[tuple[str, float]]]:
        """Return for each partner the activities that answer, each with how strongly."""
        found: dict[str, list[tuple[str, float]]] = {}
        part_in = self._part_in_words if query.reading is not None else self._part
        for id_, relevance in query.activities.items():
            for partner, part in part_in(id_):
                found.setdefault(partner, []).append((id_, relevance * part))
        return found

    def _part(self, activity: str) -> Iterable[tuple[str, float]]:
        """Return who takes part in *activity*, each with how central it is."""
        return self.facts.activities[activity].part.items()

    def _part_in_words(self, activity: str) -> Sequence[tuple[str, float]]:
        """Return the same, as far as it counts for a request in plain words."""
        if activity not in self._parts:
            self._parts[activity] = [
                (partner, part**w.PART_IN_WORDS) for partner, part in self._part(activity)
            ]
        return self._parts[activity]

    def _gain(self, partner: str) -> Callable[[str | None], Gain]:
        """Return what tells the gain with *partner* in an activity, or in none."""
        found = self._gains.get(partner)
        if found is None:
            of = partial(self._gain_in, self.facts.partners[partner])
            found = self._gains[partner] = _Gains(of).__getitem__
        return found

    def _gain_in(self, partner: PartnerFacts, activity: str | None) -> Gain:
        work = self.facts.activities[activity] if activity else None
        return gained(they_bring(partner, work, self.short), we_bring(partner, work, self.offered))

    def _match(self, rank: int, partner: "PartnerView", score: Score, query: Query) -> Match:
        of_partner = self._alone(partner)
        of_pair = self._with(partner, score.activity)
        core, related = of_partner.core, of_partner.related
        goals = tuple(goal for goal in query.goals if goal in core or goal in related)
        because = query.because.get(partner.id, ())
        fits = reasons.fit(
            because,
            [core[goal] for goal in goals if goal in core],
            [related[goal] for goal in goals if goal in related],
            of_pair.takes_part,
        )
        return Match(
            aim=query.aim,
            rank=rank,
            partner=partner.id,
            label=partner.label,
            sector=partner.sector,
            score=round(score.total, 1),
            confidence=query.confidence,
            goals=goals,
            because=because,
            they_bring=of_pair.they,
            we_bring=of_partner.we,
            unknown=of_partner.unknown,
            activity=of_pair.start,
            cautions=of_pair.cautions,
            precedents=self._precedents(partner.id, query),
            factors=reasons.factors(score, fits, of_pair.gains, of_partner.history),
            reading=query.reading,
        )

    def _with(self, partner: "PartnerView", id_: str | None) -> _Pair:
        key = (partner.id, id_)
        if key not in self._pairs:
            views = self._views
            work = views.activities[id_] if id_ else None
            they = SharedTuple(reasons.partner_offers(partner, work, self.short, views.resources))
            gain = self._gain(partner.id)(id_)
            self._pairs[key] = _Pair(
                they,
                SharedTuple(reasons.cautions(partner, work, views.cautions)),
                shared(work.suggested) if work else None,
                work.takes_part if work else "",
                (reasons.they_bring(gain, they), reasons.we_bring(gain, self._alone(partner).we)),
            )
        return self._pairs[key]

    def _alone(self, partner: "PartnerView") -> _Partner:
        if partner.id not in self._partners:
            providers = self.facts.providers
            moved, known = self._moved.get(partner.id, 0.0), self.known.get(partner.id)
            self._partners[partner.id] = _Partner(
                SharedTuple(
                    reasons.library_offers(partner, self.held, providers, self._views.assets)
                ),
                SharedTuple(reasons.unknown(partner, self.held, providers)),
                partner.core,
                partner.related,
                reasons.history_factor(moved, known),
            )
        return self._partners[partner.id]

    def _precedents(self, partner: str, query: Query) -> tuple[MatchPrecedent, ...]:
        """Return the precedents with such a partner that are closest to *query*."""
        found = self.facts.precedents.get(partner, ())
        closeness: Iterable[float]
        if query.precedents:
            closeness = [query.precedents.get(facts.id, 0.0) for facts in found]
        else:
            closeness = [
                sum(goal in query.goals for goal in facts.goals) / len(facts.goals)
                for facts in found
            ]
        near = [
            (close, facts)
            for close, facts in zip(closeness, found, strict=True)
            if close >= w.PRECEDENT_CLOSE
        ]
        near.sort(key=lambda pair: (-pair[0], -pair[1].year, pair[1].id))
        return tuple(self._shown(facts.id) for _, facts in near[: w.PRECEDENTS_SHOWN])

    def _shown(self, precedent: str) -> MatchPrecedent:
        if precedent not in self._precedents_shown:
            self._precedents_shown[precedent] = shared(self._views.precedents[precedent])
        return self._precedents_shown[precedent]


def shortlist(
    scored: Sequence[tuple[Score, PartnerFacts]], *, limit: int | None, spread: bool
) -> list[tuple[Score, str]]:
    """Return the first of what ``Ranking.scores`` made, each with the partner's id.

    Args:
        scored: the best first.
        limit: how many at most; all of them if none is given.
        spread: keep one sector from filling the list.
    """
    if spread and limit:
        scored = _spread(scored, max(1, limit // w.SPREAD))
    return [(score, partner.id) for score, partner in scored[:limit]]


def _spread(
    scored: Sequence[tuple[Score, PartnerFacts]], most: int
) -> list[tuple[Score, PartnerFacts]]:
    """Return *scored* with each sector's surplus over *most* moved behind the rest."""
    first: list[tuple[Score, PartnerFacts]] = []
    later: list[tuple[Score, PartnerFacts]] = []
    count: dict[str, int] = {}
    for pair in scored:
        sector = pair[1].sector
        count[sector] = count.get(sector, 0) + 1
        (first if count[sector] <= most else later).append(pair)
    return first + later
