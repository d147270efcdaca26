"""What matching needs of the catalogs, as plain sets and numbers, made once for each catalog."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from collabkit.catalog import Catalog
from collabkit.matching import weights as w
from collabkit.matching.scoring.chances import union
from collabkit.ondemand import OnDemand

if TYPE_CHECKING:
    from collabkit.catalog import Activity, Goal, Partner


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


class PrecedentFacts(NamedTuple):
    """A precedent, as the choice of those to show sees it."""

    id: str
    goals: Sequence[str]
    year: int


class Facts(NamedTuple):
    """All that the arithmetic needs of one catalog, by id."""

    partners: Mapping[str, PartnerFacts]
    activities: Mapping[str, ActivityFacts]
    goals: Mapping[str, GoalFacts]
    precedents: Mapping[str, Sequence[PrecedentFacts]]
    """For each partner, the precedents with such a partner."""
    providers: Mapping[str, Sequence[str]]
    """For each resource, the assets that give it."""
    universal: Sequence[str]
    """Assets that every library has."""


def facts(catalog: Catalog) -> Facts:
    """Return the facts of *catalog*."""
    tables = catalog.derived("facts", _make)
    return Facts(
        partners=OnDemand(tables["whole"]["partners"], _partner_facts),
        activities=OnDemand(tables["activities"], _activity_facts),
        goals=OnDemand(tables["goals"], lambda _, plain: GoalFacts(*plain)),
        precedents=OnDemand(
            tables["precedents"], lambda _, many: [PrecedentFacts(*plain) for plain in many]
        ),
        providers=tables["whole"]["providers"],
        universal=tables["whole"]["universal"],
    )


def parts(catalog: Catalog) -> Mapping[str, Mapping[str, float]]:
    """Return for each activity how central each partner is in it, in one reading for all of them."""
    central: Mapping[str, Mapping[str, float]] = catalog.derived("facts", _make)["all"]["parts"]
    return central


def running_months(catalog: Catalog) -> Mapping[str, frozenset[int]]:
    """Return the months of each activity that does not run all year."""
    months: Mapping[str, list[int]] = catalog.derived("facts", _make)["all"]["seasons"]
    return {id_: frozenset(each) for id_, each in months.items()}


def _partner_facts(id_: str, plain: tuple[str, list[str], list[str]]) -> PartnerFacts:
    sector, brings, wants = plain
    return PartnerFacts(id_, sector, frozenset(brings), frozenset(wants))


def _activity_facts(id_: str, plain: tuple[list[str], list[str], Any, Any]) -> ActivityFacts:
    needs, gives, supplies, part = plain
    return ActivityFacts(id_, frozenset(needs), frozenset(gives), supplies, part)


def _make(catalog: Catalog) -> dict[str, dict[str, Any]]:
    """Return the tables of the facts."""
    activities = {activity.id: _activity(activity) for activity in catalog.activities.values()}
    central = {id_: made[-1] for id_, made in activities.items()}
    seasons = {
        activity.id: list(activity.schedule.season)
        for activity in catalog.activities.values()
        if activity.schedule and activity.schedule.season
    }
    partners = {
        partner.id: (
            partner.sector,
            _each(gift.resource for gift in partner.brings),
            _each(want.resource for want in partner.wants),
        )
        for partner in catalog.partners.values()
    }
    universal = [asset.id for asset in catalog.assets.values() if asset.universal]
    providers = _providers(catalog)
    return {
        # What every answer needs all of is one value.
        "whole": {"partners": partners, "providers": providers, "universal": universal},
        "activities": activities,
        "all": {"parts": central, "seasons": seasons},
        "precedents": _precedents(catalog),
        "goals": {goal.id: _goal(goal, catalog, central) for goal in catalog.goals.values()},
    }


def _activity(activity: "Activity") -> tuple[Any, ...]:
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
            partner: round(
                union(w.PART * rank for rank in ranks.values()) * _known_part(activity, partner), 4
            )
            for partner, ranks in supplies.items()
        },
    )


def _known_part(activity: "Activity", partner: str) -> float:
    """Return what the part of *partner* counts for: less where the catalog does not say what it is."""
    return 1.0 if not activity.roles or activity.roles_of(partner) else w.WITHOUT_ROLE


def _providers(catalog: Catalog) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for asset in catalog.assets.values():
        for resource in asset.provides:
            found.setdefault(resource, []).append(asset.id)
    return found


def _precedents(catalog: Catalog) -> dict[str, list[PrecedentFacts]]:
    found: dict[str, list[PrecedentFacts]] = {}
    for precedent in catalog.precedents.values():
        for partner in dict.fromkeys(taker.partner for taker in precedent.partners):
            of_precedent = PrecedentFacts(precedent.id, precedent.goals, precedent.year or 0)
            found.setdefault(partner, []).append(of_precedent)
    return found


def _goal(
    goal: "Goal", catalog: Catalog, central: Mapping[str, Mapping[str, float]]
) -> tuple[dict[str, float], dict[str, float]]:
    # A narrower goal is a part of the goal asked for, so work on it answers too, by half.
    counted = {goal.id: 1.0}
    counted |= {
        narrower.id: w.BROADER_GOAL
        for narrower in catalog.goals.values()
        if narrower.broader == goal.id
    }
    activities = {
        activity.id: relevance
        for activity in catalog.activities.values()
        if (relevance := _relevance(activity, counted))
    }
    work: dict[str, list[float]] = {}
    for id_, relevance in activities.items():
        for partner, part in central[id_].items():
            work.setdefault(partner, []).append(w.WORK_FOR_GOAL * relevance * part)
    partners = {
        partner.id: round(union((_shared(partner, counted), *work.get(partner.id, ()))), 4)
        for partner in catalog.partners.values()
    }
    return ({id_: affinity for id_, affinity in partners.items() if affinity}, activities)


def _shared(partner: "Partner", counted: Mapping[str, float]) -> float:
    """Return how much of the partner's own purpose the goals are."""
    core = max(
        counted.get(goal, 0.0) * w.CORE_GOAL[min(place, len(w.CORE_GOAL) - 1)]
        for place, goal in enumerate(partner.goals.core)
    )
    related = max((counted.get(goal, 0.0) for goal in partner.goals.related), default=0.0)
    return max(core, w.RELATED_GOAL * related)


def _relevance(activity: "Activity", counted: Mapping[str, float]) -> float:
    return max(
        counted.get(goal, 0.0) * (w.OTHER_GOAL_OF_ACTIVITY if place else 1.0)
        for place, goal in enumerate(activity.goals)
    )


def _each(resources: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(resources))
