"""From what was asked to ranked partners with reasons."""

from collections.abc import Sequence
from functools import partial

from collabkit.catalog import Activity, Catalog, Partner
from collabkit.library import Known, Library
from collabkit.matching import reasons
from collabkit.matching import weights as w
from collabkit.matching.asking import Asked
from collabkit.matching.index import PartnerFacts, PrecedentFacts, index
from collabkit.matching.records import Brought, Given, Match, Minded, Seen, Unknown
from collabkit.matching.scoring import Score, best, they_bring, we_bring
from collabkit.text.json import SharedTuple


class Ranking:
    """Ranks partners for one library. Made once, asked many times."""

    def __init__(self, catalog: Catalog, library: Library) -> None:
        self.catalog = catalog
        self.library = library
        self.index = index(catalog)
        self.held = library.held_of(self.index.universal, catalog.assets)
        self.offered = frozenset(
            resource
            for resource, assets in self.index.providers.items()
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
        asked: Asked,
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
        asked: Asked,
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

    def scores(self, asked: Asked, sector: str | None = None) -> list[tuple[Score, PartnerFacts]]:
        """Return the score of every partner that fits *asked* at all, best first."""
        answering: dict[str, list[tuple[str, float]]] = {}
        for id_, relevance in asked.activities.items():
            for partner, part in self.index.activities[id_].part.items():
                answering.setdefault(partner, []).append((id_, relevance * part))
        scored = [
            (
                best(
                    asked.partners.get(id_, 0.0),
                    answering.get(id_, ()),
                    partial(self._gain, id_),
                    _history(self.known.get(id_)),
                ),
                partner,
            )
            for id_, partner in self.index.partners.items()
            if sector in {None, partner.sector} and (id_ in answering or id_ in asked.partners)
        ]
        ordered = [
            (-round(score.total, 1), partner.id, score, partner) for score, partner in scored
        ]
        ordered.sort(key=lambda each: each[:2])
        return [(score, partner) for _, _, score, partner in ordered]

    def _gain(self, partner: str, activity: str | None) -> tuple[float, float]:
        """Return what they bring and what we bring; the same for every aim of this library."""
        key = (partner, activity)
        if key not in self._gains:
            facts = self.index.partners[partner]
            work = self.index.activities[activity] if activity else None
            self._gains[key] = (
                they_bring(facts, work, self.short),
                we_bring(facts, work, self.offered),
            )
        return self._gains[key]

    def _match(self, rank: int, partner: Partner, score: Score, asked: Asked) -> Match:
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
            providers = self.index.providers
            self._of_partners[partner.id] = (
                SharedTuple(reasons.given(partner, self.held, providers, self.catalog)),
                SharedTuple(reasons.unknown(partner, self.held, providers)),
            )
        return self._of_partners[partner.id]

    def _precedents(self, partner: str, asked: Asked) -> tuple[Seen, ...]:
        """Return the precedents with such a partner that are closest to what was asked."""

        def close(facts: PrecedentFacts) -> float:
            if asked.precedents:
                return asked.precedents.get(facts.id, 0.0)
            return sum(goal in asked.goals for goal in facts.goals) / len(facts.goals)

        near = [
            (closeness, facts)
            for facts in self.index.precedents.get(partner, ())
            if (closeness := close(facts)) >= w.PRECEDENT_CLOSE
        ]
        near.sort(key=lambda pair: (-pair[0], -pair[1].year, pair[1].id))
        return tuple(
            reasons.seen(self.catalog.precedents[facts.id])
            for _, facts in near[: w.PRECEDENTS_SHOWN]
        )


def _history(known: Known | None) -> float:
    if known is None:
        return 0.0
    return {
        "well": w.HISTORY_WELL,
        "mixed": w.HISTORY_MIXED,
        "badly": -w.HISTORY_BADLY,
        None: w.HISTORY_KNOWN,
    }[known.went]


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
