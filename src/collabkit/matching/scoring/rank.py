"""From what was asked to ranked partners with reasons."""

from collections.abc import Sequence
from functools import partial

from collabkit.catalog import Activity, Catalog, Partner
from collabkit.library import Library
from collabkit.matching import weights as w
from collabkit.matching.history import moved_by
from collabkit.matching.query import Query
from collabkit.matching.records import Brought, Given, Match, Minded, Pair, Seen, Unknown
from collabkit.matching.scoring import reasons
from collabkit.matching.scoring.facts import PartnerFacts, PrecedentFacts, facts
from collabkit.matching.scoring.score import Score, best, each_work, they_bring, we_bring
from collabkit.text.json import SharedTuple


class Ranking:
    """Ranks partners for one library. Made once, asked many times."""

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
        self._gains: dict[tuple[str, str | None], tuple[float, float]] = {}
        self._of_pairs: dict[tuple[str, str], tuple[SharedTuple[Brought], SharedTuple[Minded]]] = {}
        self._of_partners: dict[str, tuple[SharedTuple[Given], SharedTuple[Unknown]]] = {}

    def rank(
        self,
        asked: Query,
        *,
        limit: int | None = None,
        sector: str | None = None,
        spread: bool = False,
    ) -> list[Match]:
        """Return the matches for *asked*, best first; ties end by id.

        Args:
            asked: the request.
            limit: how many at most; all of them if none is given.
            sector: only partners of this sector.
            spread: keep one sector from filling the list.
        """
        return self.show(self.scores(asked, sector), asked, limit=limit, spread=spread)

    def show(
        self,
        scored: Sequence[tuple[Score, PartnerFacts]],
        asked: Query,
        *,
        limit: int | None = None,
        spread: bool = False,
    ) -> list[Match]:
        """Return the first of *scored*, which ``scores`` made of *asked*, with their reasons."""
        if spread and limit:
            scored = _spread(scored, max(1, limit // w.SPREAD))
        return [
            self._match(rank, self.catalog.partners[partner.id], score, asked)
            for rank, (score, partner) in enumerate(scored[:limit], start=1)
        ]

    def scores(self, asked: Query, sector: str | None = None) -> list[tuple[Score, PartnerFacts]]:
        """Return the score of every partner that fits *asked* at all, best first.

        Of an aim in plain words, those without work that answers come after those who have it.
        """
        answering = self._answering(asked)
        scored = [
            (
                best(
                    asked.partners.get(id_, 0.0),
                    answering.get(id_, ()),
                    partial(self._gain, id_),
                    moved_by(self.known.get(id_)),
                ),
                partner,
            )
            for id_, partner in self.facts.partners.items()
            if sector in {None, partner.sector} and (id_ in answering or id_ in asked.partners)
        ]
        in_words = asked.reading is not None
        ordered = [
            (
                in_words and score.activity is None,
                -round(score.total, 1),
                partner.id,
                score,
                partner,
            )
            for score, partner in scored
        ]
        ordered.sort(key=lambda each: each[:3])
        return [(score, partner) for *_, score, partner in ordered]

    def pairs(self, asked: Query) -> list[Pair]:
        """Return every partner with every activity that answers *asked*, best first.

        ``scores`` keeps the best activity of each partner; whoever plans a year needs them all.
        Ties end by the ids of partner and activity.
        """
        found = [
            self._pair(partner, score)
            for partner, answering in self._answering(asked).items()
            if partner in self.facts.partners
            for score in each_work(
                asked.partners.get(partner, 0.0),
                answering,
                partial(self._gain, partner),
                moved_by(self.known.get(partner)),
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

    def _answering(self, asked: Query) -> dict[str, list[tuple[str, float]]]:
        """Return for each partner the activities that answer, each with how strongly."""
        found: dict[str, list[tuple[str, float]]] = {}
        power = 1.0 if asked.reading is None else w.PART_IN_WORDS
        for id_, relevance in asked.activities.items():
            for partner, part in self.facts.activities[id_].part.items():
                found.setdefault(partner, []).append((id_, relevance * part**power))
        return found

    def _gain(self, partner: str, activity: str | None) -> tuple[float, float]:
        """Return what they bring and what we bring; the same for every aim of this library."""
        key = (partner, activity)
        if key not in self._gains:
            facts = self.facts.partners[partner]
            work = self.facts.activities[activity] if activity else None
            self._gains[key] = (
                they_bring(facts, work, self.short),
                we_bring(facts, work, self.offered),
            )
        return self._gains[key]

    def _match(self, rank: int, partner: Partner, score: Score, asked: Query) -> Match:
        activity = self.catalog.activities[score.activity] if score.activity else None
        they, cautions = self._with(partner, activity)
        we, unknown = self._wants(partner)
        shared = {*partner.goals.core, *partner.goals.related}
        goals = tuple(goal for goal in asked.goals if goal in shared)
        because = asked.because.get(partner.id, ())
        return Match(
            aim=asked.aim,
            rank=rank,
            partner=partner.id,
            label=partner.label,
            sector=partner.sector,
            score=round(score.total, 1),
            confidence=asked.confidence,
            goals=goals,
            because=because,
            they_bring=they,
            we_bring=we,
            unknown=unknown,
            activity=reasons.start(activity),
            cautions=cautions,
            precedents=self._precedents(partner.id, asked),
            factors=reasons.factors(
                score,
                reasons.fit(partner, activity, goals, because, self.catalog),
                they,
                we,
                self.known.get(partner.id),
            ),
            reading=asked.reading,
        )

    def _with(
        self, partner: Partner, activity: Activity | None
    ) -> tuple[SharedTuple[Brought], SharedTuple[Minded]]:
        key = (partner.id, activity.id if activity else "")
        if key not in self._of_pairs:
            self._of_pairs[key] = (
                SharedTuple(reasons.brought(partner, activity, self.short, self.catalog)),
                SharedTuple(reasons.minded(partner, activity, self.catalog)),
            )
        return self._of_pairs[key]

    def _wants(self, partner: Partner) -> tuple[SharedTuple[Given], SharedTuple[Unknown]]:
        if partner.id not in self._of_partners:
            providers = self.facts.providers
            self._of_partners[partner.id] = (
                SharedTuple(reasons.given(partner, self.held, providers, self.catalog)),
                SharedTuple(reasons.unknown(partner, self.held, providers)),
            )
        return self._of_partners[partner.id]

    def _precedents(self, partner: str, asked: Query) -> tuple[Seen, ...]:
        """Return the precedents with such a partner that are closest to what was asked."""

        def close(facts: PrecedentFacts) -> float:
            if asked.precedents:
                return asked.precedents.get(facts.id, 0.0)
            return sum(goal in asked.goals for goal in facts.goals) / len(facts.goals)

        near = [
            (closeness, facts)
            for facts in self.facts.precedents.get(partner, ())
            if (closeness := close(facts)) >= w.PRECEDENT_CLOSE
        ]
        near.sort(key=lambda pair: (-pair[0], -pair[1].year, pair[1].id))
        return tuple(
            reasons.seen(self.catalog.precedents[facts.id])
            for _, facts in near[: w.PRECEDENTS_SHOWN]
        )


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
