"""What a match tells of the entries of a catalog, made once for each catalog, each kept by itself.

An answer names five partners of dozens and five works of hundreds. Read from here it takes no model
of the catalogs, and nothing of what papers tell of the same works.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from collabkit.catalog import Catalog
from collabkit.files.fingerprints import fingerprint
from collabkit.matching import records
from collabkit.matching.records import Minded, Seen, Start
from collabkit.ondemand import OnDemand
from collabkit.text import phrases
from collabkit.text.phrases import listed, lower_first

if TYPE_CHECKING:
    from collabkit.catalog import Activity, Partner
    from collabkit.catalog.sayings import Precedent


class PartnerTelling(NamedTuple):
    """What is told of a partner."""

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


class WorkTelling(NamedTuple):
    """What is told of an activity."""

    start: Start
    needs: Sequence[tuple[str, Sequence[str]]]
    """What it takes: each a resource, and who may supply it."""
    cautions: Sequence[str]
    takes_part: str
    """That somebody takes part in it, as the middle of a sentence."""


class Tellings(NamedTuple):
    """All of it, by id."""

    partners: Mapping[str, PartnerTelling]
    works: Mapping[str, WorkTelling]
    precedents: Mapping[str, Seen]
    cautions: Mapping[str, Minded]
    assets: Mapping[str, str]
    """The names of the assets."""
    resources: Mapping[str, str]
    """The names of the resources."""


def tellings(catalog: Catalog) -> Tellings:
    """Return what is told of the entries of *catalog*, each read when it is asked for."""
    code = fingerprint(records.__file__, phrases.__file__)
    names = catalog.derived(f"told-{code}", _names)
    return Tellings(
        partners=OnDemand(catalog.derived_each(f"told-partners-{code}", _partners), _partner_of),
        works=OnDemand(catalog.derived_each(f"told-works-{code}", _works), _work_of),
        precedents=OnDemand(catalog.derived_each(f"told-precedents-{code}", _precedents), _seen_of),
        cautions=OnDemand(names["cautions"], lambda _, plain: Minded(*plain)),
        assets=names["assets"],
        resources=names["resources"],
    )


def _names(catalog: Catalog) -> dict[str, Any]:
    return {
        "assets": {each.id: each.label for each in catalog.assets.values()},
        "resources": {each.id: each.label for each in catalog.resources.values()},
        "cautions": {each.id: (each.id, each.label, each.do) for each in catalog.cautions.values()},
    }


def _partners(catalog: Catalog) -> dict[str, Any]:
    return {each.id: _partner(each, catalog) for each in catalog.partners.values()}


def _partner(partner: "Partner", catalog: Catalog) -> PartnerTelling:
    core, related = (
        {goal: catalog.goals[goal].label for goal in goals if goal in catalog.goals}
        for goals in (partner.goals.core, partner.goals.related)
    )
    return PartnerTelling(
        partner.id,
        partner.label,
        partner.sector,
        [(want.resource, want.text) for want in partner.wants],
        {gift.resource: gift.text for gift in partner.brings},
        partner.cautions,
        core,
        related,
    )


def _partner_of(_: str, plain: Sequence[Any]) -> PartnerTelling:
    return PartnerTelling(*plain)


def _works(catalog: Catalog) -> dict[str, Any]:
    return {each.id: _work(each, catalog) for each in catalog.activities.values()}


def _work(activity: "Activity", catalog: Catalog) -> WorkTelling:
    schedule = activity.schedule
    start = Start(
        activity.id,
        activity.label,
        activity.form,
        activity.level,
        activity.pilot,
        schedule.hours.setup if schedule else None,
        schedule.monthly() if schedule else None,
    )
    needs = [(need.resource, need.from_) for need in activity.needs]
    return WorkTelling(start, needs, activity.cautions, _takes_part(activity, catalog))


def _takes_part(activity: "Activity", catalog: Catalog) -> str:
    takes = [
        catalog.resources[need.resource].label
        if need.resource in catalog.resources
        else need.resource
        for need in activity.needs[:3]
    ]
    return f"{lower_first(activity.label)} is work they take part in, and takes {listed(takes)}"


def _work_of(_: str, plain: Sequence[Any]) -> WorkTelling:
    (id_, label, form, level, pilot, setup, monthly), *more = plain
    hours = (setup and tuple(setup), monthly and tuple(monthly))
    return WorkTelling(Start(id_, label, form, level, pilot, *hours), *more)


def _precedents(catalog: Catalog) -> dict[str, Any]:
    return {each.id: _seen(each) for each in catalog.precedents.values()}


def _seen(precedent: "Precedent") -> Seen:
    return Seen(
        precedent.id,
        precedent.title(),
        precedent.year,
        precedent.aim,
        tuple(taker.name for taker in precedent.partners),
        precedent.source[0],
    )


def _seen_of(_: str, plain: Sequence[Any]) -> Seen:
    id_, library, year, aim, partners, source = plain
    return Seen(id_, library, year, aim, tuple(partners), source)
