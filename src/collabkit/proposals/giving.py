"""Who gives what: the two sides of the joint work, and what it takes besides."""

from collections.abc import Iterator

from collabkit.catalog import Activity, Catalog, Partner
from collabkit.library import Library
from collabkit.proposals.facts import Fact, Gap, InKind, Need, Share
from collabkit.text.phrases import dollars

_COSTS = {
    "none": "none",
    "low": "under $500",
    "medium": "between $500 and $5,000",
    "high": "more than $5,000",
}


def from_partner(catalog: Catalog, partner: Partner, activity: Activity) -> tuple[Share, ...]:
    """Return what the other side gives: what the work takes, or else what it has most of."""
    said = {gift.resource: gift.text for gift in partner.brings}
    supplied = [need.resource for need in activity.needs if partner.id in need.from_]
    also = [need.resource for need in activity.needs if need.resource in said]
    resources = list(dict.fromkeys((*supplied, *also))) or list(said)[:2]
    return tuple(
        Share(said.get(resource) or catalog.resources[resource].label)
        for resource in resources
        if resource in said or resource in catalog.resources
    )


def from_library(
    catalog: Catalog, library: Library, partner: Partner, activity: Activity
) -> tuple[Share, ...]:
    """Return what the library gives: first what the work takes of it, then what they want."""
    wants = {want.resource: want.text for want in partner.wants}
    needed = [need.resource for need in activity.needs if "library" in need.from_]
    held = _held(catalog, library)
    shares: list[Share] = []
    used: set[str] = set()
    for resource in dict.fromkeys((*needed, *wants)):
        asset = next((id_ for id_ in held.get(resource, ()) if id_ not in used), None)
        covered = any(resource in catalog.assets[id_].provides for id_ in used)
        if asset is not None:
            used.add(asset)
            shares.append(Share(catalog.assets[asset].offer, wants.get(resource, "")))
        elif resource == "staff-time" and resource in needed:
            hours = activity.commitment.monthly_hours
            shares.append(Share(f"about {hours} hours of staff time a month, after setting up"))
        elif resource in needed and resource in catalog.resources and not covered:
            shares.append(Share(_promised(catalog, resource), wants.get(resource, "")))
    # What is known comes first, since a short paper has room for little.
    return tuple(sorted(shares, key=lambda share: isinstance(share.what, Gap)))


def _promised(catalog: Catalog, resource: str) -> Fact:
    """Return a thing that no known asset gives: work may be promised, a room or a van must be there."""
    found = catalog.resources[resource]
    if found.kind == "intangible":
        return found.label
    what = f"{found.label}: say what you have"
    return Gap(what, "list the asset that gives it under `assets:`", ("assets",))


def needs(catalog: Catalog, partner: Partner, activity: Activity) -> tuple[Need, ...]:
    """Return what the work takes, and who sees to each."""
    found = []
    for need in activity.needs:
        what = catalog.resources[need.resource].label
        if partner.id in need.from_ and need.from_[0] != "library":
            found.append(Need(what, "partner"))
        elif "library" in need.from_:
            found.append(Need(what, "library"))
        elif partner.id in need.from_:
            found.append(Need(what, "partner"))
        else:
            others = tuple(catalog.partners[who].plural for who in need.from_[:2])
            found.append(Need(what, "open", others))
    return tuple(found)


def proof(catalog: Catalog, library: Library, partner: Partner) -> Iterator[str]:
    """Yield the library's own figures for what the partner wants."""
    wanted = {want.resource for want in partner.wants}
    for id_ in library.held(catalog):
        figure = library.figure(id_)
        if figure is not None and wanted.intersection(catalog.assets[id_].provides):
            what = figure.what or catalog.assets[id_].figure
            yield f"{figure.value} {what} ({figure.source}, {figure.year})"


def cost(activity: Activity) -> str:
    """Return in words what the work costs beyond staff time."""
    return _COSTS[activity.commitment.cost]


def in_kind(library: Library, activity: Activity) -> InKind:
    """Return what the library's hours in the first year are worth by its own rate."""
    hours = activity.commitment.setup_hours + 12 * activity.commitment.monthly_hours
    rate = library.rate
    if rate is None:
        gap = Gap("what an hour of staff time is worth", "fill in `rate:`", ("rate",))
        return InKind(hours, gap, gap)
    told: Fact = f"${rate.value:,.2f} an hour ({rate.source}, {rate.year})"
    return InKind(hours, dollars(hours * rate.value), told)


def _held(catalog: Catalog, library: Library) -> dict[str, list[str]]:
    """Return for each resource the assets that give it, the library's own before those of all."""
    stated = sorted(library.held(catalog).items(), key=lambda item: not item[1])
    found: dict[str, list[str]] = {}
    for id_, _ in stated:
        for resource in catalog.assets[id_].provides:
            found.setdefault(resource, []).append(id_)
    return found
