"""What a case involves, by the circumstances in the catalog: money, minors, shared things and the like."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from collabkit.catalog import Activity, Catalog, Partner
from collabkit.catalog.agreements import Circumstance, Condition
from collabkit.catalog.work import Role
from collabkit.errors import UnknownIdError, UsageError
from collabkit.proposals.parties import roles_meant

Case = Mapping[str, bool | None]
"""For each condition whether it holds; None where only a person can say."""


def case_of(
    catalog: Catalog,
    partner: Partner,
    activity: Activity,
    *,
    as_: str = "",
    name: str | None = None,
    involves: Collection[str] = (),
    excludes: Collection[str] = (),
) -> Case:
    """Return what joint work with *partner* involves.

    Args:
        catalog: which conditions there are, and what shows them.
        partner: the other side.
        activity: the joint work.
        as_: which body of its kind is meant.
        name: the organization's own name, which may tell it.
        involves: conditions that a person says hold; these win.
        excludes: conditions that a person says do not hold.

    Raises:
        UnknownIdError: a name in *involves* or *excludes* is no condition.
        UsageError: a name stands in both.
    """
    for condition in (*involves, *excludes):
        if condition not in catalog.conditions:
            raise UnknownIdError("condition", condition, catalog.conditions)
    both = [condition for condition in involves if condition in excludes]
    if both:
        raise UsageError(
            f"{both[0]} is said to hold and not to hold", "Name it under one of the two only"
        )
    roles = roles_meant(activity, partner.id, as_, name)
    stated = {
        **_by_role(roles),
        **dict.fromkeys(involves, True),
        **dict.fromkeys(excludes, False),
    }
    seen = _seen(partner, activity, roles)
    return {
        id_: stated.get(id_, _holds(condition, seen))
        for id_, condition in catalog.conditions.items()
    }


def _by_role(roles: Sequence[Role]) -> dict[str, bool]:
    """Return what *roles* say, of which each may be meant: what one involves, and what all exclude."""
    excluded = set.intersection(*({*role.excludes} for role in roles)) if roles else set()
    involved = (condition for role in roles for condition in role.involves)
    return {**dict.fromkeys(sorted(excluded), False), **dict.fromkeys(involved, True)}


def _holds(condition: Condition, seen: Mapping[str, Collection[Any]]) -> bool | None:
    if any(_met(each, seen) for each in condition.holds):
        return True
    if any(_met(each, seen) for each in condition.never) or not condition.question:
        return False
    return None


def _met(shown: Circumstance, seen: Mapping[str, Collection[Any]]) -> bool:
    """Return whether every field that *shown* states has one of its values in *seen*."""
    if any(each in seen["partners"] for each in shown.not_partners):
        return False
    if shown.costs is not None and shown.costs not in seen["costs"]:
        return False
    stated = ((field, getattr(shown, field)) for field in _FIELDS)
    return all(any(value in seen[field] for value in values) for field, values in stated if values)


_FIELDS = ("needs", "theirs", "cautions", "forms", "goals", "partners", "sectors", "levels")


def _seen(
    partner: Partner, activity: Activity, roles: Sequence[Role]
) -> dict[str, Collection[Any]]:
    """Return what *partner* and *activity* show, by the fields of a circumstance; *roles* are its part."""
    takes = {need.resource for need in activity.needs}
    theirs = {need.resource for need in activity.needs if partner.id in need.from_}
    if roles:  # what a kind of partner could give is not what this one is asked for
        theirs &= {gift.resource for role in roles for gift in role.gives}
    costs = bool(activity.schedule and activity.schedule.cash[1]) or "funding" in takes
    return {
        "needs": takes,
        "theirs": theirs,
        "cautions": activity.cautions,
        "forms": {activity.form},
        "goals": activity.goals,
        "partners": {partner.id},
        "sectors": {partner.sector},
        "levels": {activity.level},
        "costs": {costs},
    }
