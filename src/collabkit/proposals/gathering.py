"""Facts from the catalogs, the profile and the command line. Nothing is invented here."""

from datetime import date

from collabkit.catalog import Activity, Catalog
from collabkit.catalog.models import Gainer
from collabkit.library import Library
from collabkit.proposals import giving
from collabkit.proposals.closeness import closest_first
from collabkit.proposals.facts import Fact, Facts, Gap, Reach, Voice
from collabkit.proposals.precedents import examples
from collabkit.proposals.subjects import Subject
from collabkit.text.phrases import lower_first

_BENEFITS_EACH = 3
"""How many benefits a page has room for, for each side."""


def gather(
    catalog: Catalog,
    library: Library,
    subject: Subject,
    *,
    on: date,
    voice: Voice = "partner",
) -> Facts:
    """Return all that a paper about *subject* may say.

    Args:
        catalog: what the field knows.
        library: who writes.
        subject: the partner, the goal and the joint work.
        on: the day that the paper bears.
        voice: who reads it.
    """
    partner = catalog.partners[subject.partner]
    goal = catalog.goals[subject.goal]
    activity = catalog.activities[subject.activity]
    contact = library.contact
    reach = " or ".join(each for each in (contact.phone, contact.email) if each)
    cautions = dict.fromkeys((*activity.cautions, *partner.cautions))
    about = (
        activity.label,
        activity.summary,
        activity.pilot,
        *activity.aims,
        goal.label,
        goal.need,
    )
    theirs = giving.from_partner(catalog, partner, activity)
    ours = giving.from_library(catalog, library, partner, activity)
    goals = tuple(dict.fromkeys((subject.goal, *activity.goals)))
    return Facts(
        voice=voice,
        date=long_date(on),
        to=subject.to or Gap(f"name of the {lower_first(partner.label)}", "give it with --to"),
        addressee=subject.to or "",
        to_reach=subject.reach or Reach(),
        partner=partner,
        aims=closest_first(partner.aims, about),
        wants=closest_first([want.text for want in partner.wants], about),
        library=library.name or Gap("name of the library", "fill in `name:`", ("name",)),
        place=library.place or Gap("town", "fill in `place:`", ("place",)),
        contact_name=contact.name
        or Gap("your name", "fill in `name:` under `contact:`", ("contact", "name")),
        contact_role=contact.role
        or Gap("your role", "fill in `role:` under `contact:`", ("contact", "role")),
        contact_reach=reach
        or Gap(
            "telephone or e-mail",
            "fill in `phone:` or `email:` under `contact:`",
            ("contact", "phone"),
        ),
        goal=goal,
        need_figure=_figure(library, goal.id, goal.measure),
        activity=activity,
        needs=giving.needs(catalog, partner, activity),
        from_partner=theirs,
        from_library=ours,
        offers=tuple(share.what for share in ours),
        gifts=tuple(share.what for share in theirs),
        benefits=tuple(
            catalog.benefits[id_] for id_ in activity.benefits if id_ in catalog.benefits
        ),
        proof=tuple(giving.proof(catalog, library, partner)),
        for_partner=_benefits(catalog, activity, "partner"),
        for_library=_benefits(catalog, activity, "library"),
        for_community=_benefits(catalog, activity, "community"),
        for_funder=_benefits(catalog, activity, "funder"),
        measures=activity.measures,
        objections=partner.objections,
        cautions=tuple(catalog.cautions[id_] for id_ in cautions if id_ in catalog.cautions),
        examples=examples(catalog, partner.id, goals),
        hours=f"{library.hours:g}"
        if library.hours is not None
        else Gap("staff hours a week for partnerships", "fill in `hours:`", ("hours",)),
        cost=giving.cost(activity),
        in_kind=giving.in_kind(library, activity),
        outcomes=tuple(
            (catalog.goals[outcome.goal], outcome)
            for outcome in catalog.outcomes.values()
            if outcome.goal in {subject.goal, activity.goals[0]}
        ),
    )


def long_date(day: date) -> str:
    """Return *day* as a letter bears it, the same on every machine: "March 3, 2026"."""
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def _figure(library: Library, about: str, what: str) -> Fact:
    figure = library.figure(about)
    if figure is None:
        return Gap(what, f"add a figure with `about: {about}`", ("figures",))
    return f"{figure.value} {figure.what or what} ({figure.source}, {figure.year})"


def _benefits(catalog: Catalog, activity: Activity, side: Gainer) -> tuple[str, ...]:
    says = (catalog.benefits[id_].says for id_ in activity.benefits if id_ in catalog.benefits)
    found = [said[side] for said in says if side in said]
    return tuple(found[:_BENEFITS_EACH])
