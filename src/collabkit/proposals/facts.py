"""Everything a pitch says, gathered from the catalogs and the profile. What is missing is a gap."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from collabkit.catalog import Activity, Catalog, Goal, Partner
from collabkit.catalog.models import Gainer
from collabkit.library import Library
from collabkit.matching import Match

_BENEFITS_EACH = 3
"""How many benefits a page has room for, for each side."""


@dataclass(frozen=True)
class Gap:
    """A fact that is missing: how it stands in the text, and where to supply it."""

    what: str
    remedy: str

    def __str__(self) -> str:
        return f"[{self.what}]"


Fact = str | Gap


@dataclass(frozen=True)
class Share:
    """Something one side gives: what it is, and a sentence on why it matters, if there is one."""

    what: Fact
    why: str = ""


@dataclass(frozen=True)
class Pitch:
    """What one pitch says. Its fields are the names that a template may use."""

    to: Fact
    """The organization that receives it."""
    partner: Partner
    library: Fact
    place: Fact
    contact_role: Fact
    contact_name: Fact
    contact_reach: Fact
    """Telephone or e-mail address, or both."""
    goal: Goal
    need_figure: Fact
    """The local figure that shows the need, with year and source."""
    activity: Activity
    from_partner: tuple[Share, ...]
    from_library: tuple[Share, ...]
    for_partner: tuple[str, ...]
    for_library: tuple[str, ...]
    for_community: tuple[str, ...]
    measures: tuple[str, ...]
    proof: tuple[Fact, ...] = ()
    """Figures that prove what the library brings."""
    match: Match | None = field(default=None, compare=False)

    def gaps(self) -> Iterator[Gap]:
        """Yield every gap in the order in which a reader meets it."""
        shares = [share.what for share in (*self.from_partner, *self.from_library)]
        for fact in (
            self.to,
            self.library,
            self.place,
            self.need_figure,
            *shares,
            *self.proof,
            self.contact_name,
            self.contact_role,
            self.contact_reach,
        ):
            if isinstance(fact, Gap):
                yield fact


def gather(
    catalog: Catalog,
    library: Library,
    match: Match,
    *,
    goal: Goal,
    activity: Activity,
    to: str | None = None,
) -> Pitch:
    """Return what a pitch for *activity* to the partner of *match* says.

    Args:
        catalog: what the field knows.
        library: who writes.
        match: the partner, with what either side brings.
        goal: the shared goal that the pitch is about.
        activity: the joint work that it proposes.
        to: name of the organization that receives it.
    """
    partner = catalog.partners[match.partner]
    contact = library.contact
    reach = " or ".join(each for each in (contact.phone, contact.email) if each)
    return Pitch(
        to=to or Gap(f"name of the {lower_first(partner.label)}", "give it with --to"),
        partner=partner,
        library=library.name or Gap("name of the library", "add `name:` to library.yaml"),
        place=library.place or Gap("town", "add `place:` to library.yaml"),
        contact_name=contact.name
        or Gap("your name", "add `name:` under `contact:` in library.yaml"),
        contact_role=contact.role
        or Gap("your role", "add `role:` under `contact:` in library.yaml"),
        contact_reach=reach
        or Gap(
            "telephone or e-mail",
            "add `phone:` or `email:` under `contact:` in library.yaml",
        ),
        goal=goal,
        need_figure=_figure(library, goal.id, goal.measure),
        activity=activity,
        from_partner=_from_partner(catalog, partner, activity),
        from_library=_from_library(catalog, library, partner, activity),
        for_partner=_benefits(catalog, activity, "partner"),
        for_library=_benefits(catalog, activity, "library"),
        for_community=_benefits(catalog, activity, "community"),
        measures=activity.measures,
        proof=_proof(catalog, library, match),
        match=match,
    )


def propose_for(
    catalog: Catalog, library: Library, match: Match, to: str | None = None
) -> Pitch | None:
    """Return the pitch that *match* calls for, or nothing if no joint work answers it."""
    if match.activity is None:
        return None
    activity = catalog.activities[match.activity.id]
    shared = [*match.goals, *(goal for goal in activity.goals if goal in catalog.goals)]
    return gather(catalog, library, match, goal=catalog.goals[shared[0]], activity=activity, to=to)


def lower_first(text: str) -> str:
    """Return *text* for the middle of a sentence: "Food bank" is "food bank", "ISP" stays."""
    first = text.split(" ", 1)[0]
    return text if first[1:].lower() != first[1:] else text[:1].lower() + text[1:]


def _figure(library: Library, about: str, what: str) -> Fact:
    figure = library.figure(about)
    if figure is None:
        return Gap(what, f"add a figure about {about} under `figures:` in library.yaml")
    return f"{figure.value} {figure.what or what} ({figure.source}, {figure.year})"


def _from_partner(catalog: Catalog, partner: Partner, activity: Activity) -> tuple[Share, ...]:
    said = {gift.resource: gift.text for gift in partner.brings}
    supplied = [need.resource for need in activity.needs if partner.id in need.from_]
    also = [need.resource for need in activity.needs if need.resource in said]
    resources = list(dict.fromkeys((*supplied, *also))) or list(said)[:2]
    return tuple(
        Share(said.get(resource) or catalog.resources[resource].label)
        for resource in resources
        if resource in said or resource in catalog.resources
    )


def _from_library(
    catalog: Catalog, library: Library, partner: Partner, activity: Activity
) -> tuple[Share, ...]:
    """Return what the library gives: first what the work needs of it, then what they want."""
    held = library.held(catalog)
    wants = {want.resource: want.text for want in partner.wants}
    needed = [need.resource for need in activity.needs if "library" in need.from_]
    shares: list[Share] = []
    used: set[str] = set()
    for resource in dict.fromkeys((*needed, *wants)):
        # A stated asset is this library's own; a universal one is what any library would say.
        asset = next(
            (
                catalog.assets[id_]
                for id_, _ in sorted(held.items(), key=lambda item: not item[1])
                if resource in catalog.assets[id_].provides and id_ not in used
            ),
            None,
        )
        if asset is not None:
            used.add(asset.id)
            shares.append(Share(asset.offer, wants.get(resource, "")))
        elif resource in needed and resource in catalog.resources:
            label = catalog.resources[resource].label
            if resource == "staff-time":
                hours = activity.commitment.monthly_hours
                shares.append(Share(f"about {hours} hours of staff time a month, after setting up"))
            elif not any(resource in catalog.assets[id_].provides for id_ in used):
                shares.append(
                    Share(
                        Gap(
                            f"{label}: say what you have",
                            "list the asset under `assets:` in library.yaml",
                        ),
                        wants.get(resource, ""),
                    )
                )
    return tuple(shares)


def _benefits(catalog: Catalog, activity: Activity, side: Gainer) -> tuple[str, ...]:
    says = (catalog.benefits[id_].says for id_ in activity.benefits if id_ in catalog.benefits)
    found = [said[side] for said in says if side in said]
    return tuple(found[:_BENEFITS_EACH])


def _proof(catalog: Catalog, library: Library, match: Match) -> tuple[Fact, ...]:
    """Return the library's own figures for the assets that the partner wants."""
    assets: Sequence[str] = list(dict.fromkeys(given.asset for given in match.we_bring))
    return tuple(
        _figure(library, asset, catalog.assets[asset].figure)
        for asset in assets
        if library.figure(asset) is not None
    )
