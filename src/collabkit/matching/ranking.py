"""From what was asked to ranked partners with reasons."""

from collections.abc import Sequence

from collabkit.catalog import Activity, Catalog, Partner
from collabkit.library import Known, Library
from collabkit.matching import reasons
from collabkit.matching import weights as w
from collabkit.matching.asking import Asked
from collabkit.matching.index import PartnerFacts, index
from collabkit.matching.records import Match
from collabkit.matching.scoring import Score, best


class Ranking:
    """Ranks partners for one library. Made once, asked many times."""

    def __init__(self, catalog: Catalog, library: Library) -> None:
        self.catalog = catalog
        self.library = library
        self.index = index(catalog)
        self.held = library.held(catalog)
        self.offered = frozenset(
            resource for id_ in self.held for resource in catalog.assets[id_].provides
        )
        self.short = frozenset(library.needs)
        self.known = library.history()

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
        scored = self.scores(asked, sector)
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
                    partner,
                    affinity=asked.partners.get(id_, 0.0),
                    activities=self.index.activities,
                    answering=answering.get(id_, ()),
                    offered=self.offered,
                    short=self.short,
                    history=_history(self.known.get(id_)),
                ),
                partner,
            )
            for id_, partner in self.index.partners.items()
            if sector in {None, partner.sector} and (id_ in answering or id_ in asked.partners)
        ]
        scored.sort(key=lambda pair: (-round(pair[0].total, 1), pair[1].id))
        return scored

    def _match(self, rank: int, partner: Partner, score: Score, asked: Asked) -> Match:
        activity = self.catalog.activities[score.activity] if score.activity else None
        they = reasons.brought(partner, activity, self.short, self.catalog)
        we = reasons.given(partner, self.held, self.catalog)
        shared = {*partner.goals.core, *partner.goals.related}
        goals = tuple(goal for goal in asked.goals if goal in shared)
        known = self.known.get(partner.id)
        return Match(
            aim=asked.aim,
            rank=rank,
            partner=partner.id,
            label=partner.label,
            sector=partner.sector,
            score=round(score.total, 1),
            confidence=asked.confidence,
            goals=goals,
            they_bring=they,
            we_bring=we,
            unknown=reasons.unknown(partner, self.held, self.catalog),
            activity=reasons.start(activity),
            cautions=reasons.minded(partner, activity, self.catalog),
            factors=reasons.factors(score, self._fit(partner, activity, asked), they, we, known),
        )

    def _fit(self, partner: Partner, activity: Activity | None, asked: Asked) -> str:
        core = [goal for goal in asked.goals if goal in partner.goals.core]
        related = [goal for goal in asked.goals if goal in partner.goals.related]
        label = {id_: goal.label for id_, goal in self.catalog.goals.items()}
        said = []
        if core:
            said.append(
                f"{reasons.listed([label[goal] for goal in core])} is their own work".replace(
                    " and ", " and ", 1
                )
            )
        if related:
            said.append(f"they often help with {reasons.listed([label[goal] for goal in related])}")
        if activity:
            said.append(
                f"they take part in work such as {activity.label[:1].lower()}{activity.label[1:]}"
            )
        text = "; ".join(said)
        return f"{text[:1].upper()}{text[1:]}."


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
