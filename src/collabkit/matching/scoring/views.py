"""What a match shows of the entries of a catalog, made once for each catalog, and read one by one.

An answer names five partners of dozens and five activities of hundreds. Read from here it takes no model
of the catalogs, and nothing of what papers say of the same activities.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from collabkit.catalog import Catalog
from collabkit.matching.records import MatchCaution, MatchPrecedent, SuggestedActivity
from collabkit.ondemand import OnDemand
from collabkit.text.phrases import listed, lower_first

if TYPE_CHECKING:
    from collabkit import catalog as entries
    from collabkit.catalog import sayings


class PartnerView(NamedTuple):
    """What is shown of a partner."""

    id: str
    label: str
    sector: str
    wants: Sequence[tuple[str, str]]
    """What it wants: each a resource, and the need behind it."""
    brings: Mapping[str, str]
    """What it brings: resources, each with the thing itself."""
    cautions: Sequence[str]
    core: Mapping[str, str]
    """The names of its own goals."""
    related: Mapping[str, str]
    """Of those with which it often helps."""


class ActivityView(NamedTuple):
    """What is shown of an activity."""

    suggested: SuggestedActivity
    needs: Sequence[tuple[str, Sequence[str]]]
    """What it takes: each a resource, and who may supply it."""
    cautions: Sequence[str]
    takes_part: str
    """That somebody takes part in it, as the middle of a sentence."""


class Views(NamedTuple):
    """All of it, by id."""

    partners: Mapping[str, PartnerView]
    activities: Mapping[str, ActivityView]
    precedents: Mapping[str, MatchPrecedent]
    cautions: Mapping[str, MatchCaution]
    assets: Mapping[str, str]
    """The names of the assets."""
    resources: Mapping[str, str]
    """The names of the resources."""


def views(catalog: Catalog) -> Views:
    """Return what is shown of the entries of *catalog*, each read when it is asked for."""
    tables = catalog.derived("views", _make)
    return Views(
        partners=OnDemand(tables["partners"], lambda _, plain: PartnerView(*plain)),
        activities=OnDemand(tables["activities"], _activity_view),
        precedents=OnDemand(tables["precedents"], _precedent),
        cautions=OnDemand(tables["cautions"], lambda _, plain: MatchCaution(*plain)),
        assets=tables["assets"],
        resources=tables["resources"],
    )


def _make(catalog: Catalog) -> dict[str, dict[str, Any]]:
    return {
        "partners": {each.id: _of_partner(each, catalog) for each in catalog.partners.values()},
        "activities": {
            each.id: _of_activity(each, catalog) for each in catalog.activities.values()
        },
        "precedents": {each.id: _of_precedent(each) for each in catalog.precedents.values()},
        "cautions": {each.id: (each.id, each.label, each.do) for each in catalog.cautions.values()},
        "assets": {each.id: each.label for each in catalog.assets.values()},
        "resources": {each.id: each.label for each in catalog.resources.values()},
    }


def _of_partner(partner: "entries.Partner", catalog: Catalog) -> PartnerView:
    core, related = (
        {goal: catalog.goals[goal].label for goal in goals if goal in catalog.goals}
        for goals in (partner.goals.core, partner.goals.related)
    )
    return PartnerView(
        partner.id,
        partner.label,
        partner.sector,
        [(want.resource, want.text) for want in partner.wants],
        {gift.resource: gift.text for gift in partner.brings},
        partner.cautions,
        core,
        related,
    )


def _of_activity(activity: "entries.Activity", catalog: Catalog) -> ActivityView:
    schedule = activity.schedule
    suggested = SuggestedActivity(
        activity.id,
        activity.label,
        activity.form,
        activity.level,
        activity.pilot,
        schedule.hours.setup if schedule else None,
        schedule.monthly() if schedule else None,
    )
    needs = [(need.resource, need.from_) for need in activity.needs]
    return ActivityView(suggested, needs, activity.cautions, _takes_part(activity, catalog))


def _takes_part(activity: "entries.Activity", catalog: Catalog) -> str:
    takes = [
        catalog.resources[need.resource].label
        if need.resource in catalog.resources
        else need.resource
        for need in activity.needs[:3]
    ]
    return f"{lower_first(activity.label)} is work they take part in, and takes {listed(takes)}"


def _activity_view(_: str, plain: Sequence[Any]) -> ActivityView:
    (id_, label, form, level, pilot, setup, monthly), *more = plain
    hours = (setup and tuple(setup), monthly and tuple(monthly))
    return ActivityView(SuggestedActivity(id_, label, form, level, pilot, *hours), *more)


def _of_precedent(precedent: "sayings.Precedent") -> MatchPrecedent:
    return MatchPrecedent(
        precedent.id,
        precedent.title(),
        precedent.year,
        precedent.aim,
        tuple(taker.name for taker in precedent.partners),
        precedent.source[0],
    )


def _precedent(_: str, plain: Sequence[Any]) -> MatchPrecedent:
    id_, library, year, aim, partners, source = plain
    return MatchPrecedent(id_, library, year, aim, tuple(partners), source)
