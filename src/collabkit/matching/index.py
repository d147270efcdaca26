"""What matching needs of the catalogs, as plain sets and numbers, made once for each catalog."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from collabkit.catalog import Activity, Catalog, Goal, Partner
from collabkit.matching import weights as w
from collabkit.matching.scoring import union
from collabkit.ondemand import OnDemand


class PartnerFacts(NamedTuple):
    """A partner, as the arithmetic sees it."""

    id: str
    sector: str
    brings: frozenset[str]
    wants: frozenset[str]


class ActivityFacts(NamedTuple):
    """An activity, as the arithmetic sees it."""

    id: str
    needs: frozenset[str]
    library_gives: frozenset[str]
    supplies: Mapping[str, Mapping[str, float]]
    """For each partner that takes part, the resources it supplies, each with the weight of its
    place among those who might."""
    part: Mapping[str, float]
    """How central each partner is."""


class GoalFacts(NamedTuple):
    """Whom and what a goal calls for, each with a weight of 0 to 1."""

    partners: Mapping[str, float]
    activities: Mapping[str, float]


class Index(NamedTuple):
    """All of it, by id."""

    partners: Mapping[str, PartnerFacts]
    activities: Mapping[str, ActivityFacts]
    goals: Mapping[str, GoalFacts]


def index(catalog: Catalog) -> Index:
    """Return the index of *catalog*."""
    plain = catalog.derived("matching", _make)
    return Index(
        partners=OnDemand(plain["partners"], _partner_facts),
        activities=OnDemand(plain["activities"], _activity_facts),
        goals=OnDemand(plain["goals"], lambda _, facts: GoalFacts(*facts)),
    )


def _partner_facts(id_: str, plain: tuple[str, list[str], list[str]]) -> PartnerFacts:
    sector, brings, wants = plain
    return PartnerFacts(id_, sector, frozenset(brings), frozenset(wants))


def _activity_facts(id_: str, plain: tuple[list[str], list[str], Any, Any]) -> ActivityFacts:
    needs, gives, supplies, part = plain
    return ActivityFacts(id_, frozenset(needs), frozenset(gives), supplies, part)


def _make(catalog: Catalog) -> dict[str, Any]:
    """Return the index as JSON can keep it."""
    return {
        "partners": {
            partner.id: (
                partner.sector,
                _each(gift.resource for gift in partner.brings),
                _each(want.resource for want in partner.wants),
            )
            for partner in catalog.partners.values()
        },
        "activities": {
            activity.id: _activity(activity) for activity in catalog.activities.values()
        },
        "goals": {goal.id: _goal(goal, catalog) for goal in catalog.goals.values()},
    }


def _activity(activity: Activity) -> tuple[Any, ...]:
    supplies: dict[str, dict[str, float]] = {}
    for need in activity.needs:
        suppliers = [who for who in need.from_ if who != "library"]
        for place, partner in enumerate(suppliers):
            rank = w.SUPPLIER_RANK[min(place, len(w.SUPPLIER_RANK) - 1)]
            known = supplies.setdefault(partner, {})
            known[need.resource] = max(rank, known.get(need.resource, 0.0))
    return (
        _each(need.resource for need in activity.needs),
        _each(need.resource for need in activity.needs if "library" in need.from_),
        supplies,
        {
            partner: union(w.PART * rank for rank in ranks.values())
            for partner, ranks in supplies.items()
        },
    )


def _goal(goal: Goal, catalog: Catalog) -> tuple[dict[str, float], dict[str, float]]:
    # A narrower goal is a part of the goal asked for, so work on it answers too, by half.
    counted = {goal.id: 1.0}
    counted |= {
        narrower.id: w.BROADER_GOAL
        for narrower in catalog.goals.values()
        if narrower.broader == goal.id
    }
    partners = {id_: _affinity(partner, counted) for id_, partner in catalog.partners.items()}
    activities = {
        id_: _relevance(activity, counted) for id_, activity in catalog.activities.items()
    }
    return (
        {id_: affinity for id_, affinity in partners.items() if affinity},
        {id_: relevance for id_, relevance in activities.items() if relevance},
    )


def _affinity(partner: Partner, counted: Mapping[str, float]) -> float:
    core = max(counted.get(goal, 0.0) for goal in partner.goals.core)
    related = max((counted.get(goal, 0.0) for goal in partner.goals.related), default=0.0)
    return max(w.CORE_GOAL * core, w.RELATED_GOAL * related)


def _relevance(activity: Activity, counted: Mapping[str, float]) -> float:
    return max(
        counted.get(goal, 0.0) * (w.OTHER_GOAL_OF_ACTIVITY if place else 1.0)
        for place, goal in enumerate(activity.goals)
    )


def _each(resources: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(resources))
