"""Who takes part in a piece of work: what each gives and gains, by its role in this work."""

import re
from collections.abc import Callable, Sequence

from collabkit.catalog import Activity, Catalog, Partner
from collabkit.catalog.work import Role
from collabkit.proposals.fact_parts import AskedFor, Fact, Gap, Need, Party
from collabkit.proposals.reckoning import effort
from collabkit.proposals.spoken import spoken
from collabkit.text.phrases import lower_first

_REMEDY = "the catalog does not say; add a role to the work in catalog/activities.yaml"


def role_of(
    activity: Activity, partner: str, as_: str = "", name: str | None = None
) -> Role | None:
    """Return the part of *partner* in *activity*.

    Of several, the one for *as_*, else the one of which most words stand in the organization's *name*
    ("Mercy Hospital Library" is no law library), else the first.
    """
    likeness = _likeness(as_, name)
    return max(activity.roles_of(partner), key=likeness, default=None)


def roles_meant(
    activity: Activity, partner: str, as_: str = "", name: str | None = None
) -> tuple[Role, ...]:
    """Return the one part of *partner* that *as_* or the *name* tells, or all that may be meant."""
    roles = activity.roles_of(partner)
    likeness = _likeness(as_, name)
    most = max(map(likeness, roles), default=None)
    return tuple(role for role in roles if likeness(role) == most)


def _likeness(as_: str, name: str | None) -> Callable[[Role], tuple[bool, int]]:
    """Return how much speaks for a role: whether it is the one for *as_*, and its words in *name*."""
    said = _words(name or "")
    return lambda role: (role.as_ == as_, len(said & _words(role.as_)))


def _words(text: str) -> set[str]:
    return {*re.findall(r"\w+", text.casefold())} - _SMALL


_SMALL = {"a", "an", "and", "at", "for", "in", "of", "or", "the"}


def party(partner: Partner, activity: Activity, name: str | None, as_: str = "") -> Party:
    """Return *partner* as one side of *activity*.

    Args:
        partner: the kind of organization.
        activity: the joint work.
        name: the organization's own name, if it is known.
        as_: which body of its kind is meant.
    """
    role = role_of(activity, partner.id, as_, name)
    kind = as_ or (role.as_ if role else "") or lower_first(partner.label)
    called: Fact = spoken(name) if name else Gap(f"name of the {kind}", "give it with --to")
    if role is None:
        return _unknown(called, kind, activity)
    # What a letter asks for it gives; else only that of which the work has it first in mind.
    first = {need.resource for need in activity.needs if need.from_[0] == partner.id}
    needed = [gift.text for gift in role.gives if role.letter or gift.resource in first]
    rest = [gift.text for gift in role.gives if gift.text not in needed]
    settled = {gift.text: gift.signed for gift in role.gives if gift.signed}
    schedule = activity.schedule
    return Party(
        name=called,
        kind=kind,
        as_=role.as_,
        part=role.part,
        aim=role.aim,
        timeline=role.timeline,
        gives=tuple(needed or rest),
        gives_signed=tuple(settled.get(text, text) for text in needed or rest),
        may_give=tuple(rest if needed else ()),
        gains=role.gains,
        objection=role.objection,
        protects=role.protects,
        letter=role.letter,
        asks=role.letter is not None and role.letter.offer.endswith("?"),
        tells_part=role.part_in_terms,
        tells_trial=role.trial_in_letter,
        effort=effort(role.hours, schedule, role.sessions_a_month(schedule)) if schedule else None,
        hours_for=role.hours_for,
        people=role.people or partner.people,
        asked=AskedFor.of(role),
        cost_said=_cost_said(role),
        new_terms=tuple(
            term
            for term in (role.letter.terms if role.letter else ())
            if "steps" not in term.repeats
        ),
        optional=role.optional,
        says_who_pays=role.says_who_pays,
        parents_stay=role.parents_stay,
        quotes=role.quotes,
    )


def _cost_said(role: Role) -> str:
    """Return the term of the letter of *role* that tells what it costs."""
    terms = role.letter.terms if role.letter else ()
    return next((term.text for term in terms if term.cost), "")


def _unknown(name: Fact, kind: str, activity: Activity) -> Party:
    """Return a side of which the catalog knows no part in *activity*: all of it is a gap."""
    work = lower_first(activity.label)
    unsaid = Gap(f"what the {kind} would give", _REMEDY)
    return Party(
        name=name,
        kind=kind,
        as_="",
        part=Gap(f"what the {kind} would do in this work: {work}", _REMEDY),
        aim=Gap(f"why this is the business of the {kind}", _REMEDY),
        timeline=(),
        gives=(unsaid,),
        gives_signed=(unsaid,),
        may_give=(),
        gains=(),
        objection=None,
        protects="",
        effort=None,
    )


def needs(
    catalog: Catalog,
    activity: Activity,
    library: Fact,
    taking_part: Sequence[tuple[str, Party]],
) -> tuple[Need, ...]:
    """Return what *activity* takes, and who of those in the room sees to each.

    Args:
        catalog: for the names of resources and of those who are not in the room.
        activity: the joint work.
        library: the library's name.
        taking_part: partner ids with their parts.
    """
    found = []
    for need in activity.needs:
        supplied = {gift.resource for gift in activity.library_gives}
        who: list[Fact] = [
            party.name
            for partner, party in taking_part
            if partner in need.from_ and need.from_[0] != "library"
        ]
        if "library" in need.from_ and (need.resource in supplied or not who):
            who.insert(0, library)
        who = who or [party.name for partner, party in taking_part if partner in need.from_]
        others = [each for each in need.from_ if each != "library"][:2] if not who else []
        found.append(
            Need(
                catalog.resources[need.resource].label,
                tuple(dict.fromkeys(who)),
                tuple(catalog.partners[each].plural for each in others if each in catalog.partners),
            )
        )
    return tuple(found)
