"""What a library has already that a plan builds on: partnerships under way, organizations near it."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from collabkit import clock
from collabkit.errors import CollabkitError
from collabkit.planning.orders import PlanOrder

if TYPE_CHECKING:
    from collabkit.finding import Found
    from collabkit.library import Library
    from collabkit.partnerships.partnership import Partnership

_UNDER_WAY = ("pilot", "active", "renew")
ASKED = 500
"""Organizations near the library that are looked at."""
_MONTH = 365.25 / 12


def with_running(order: PlanOrder, kept: "Iterable[Partnership]") -> PlanOrder:
    """Return *order* with the works of the partnerships that are *kept* and at least tried.

    Each comes with its organization, and with the library's hours a month where they are stated or were counted.
    Those that name no work of the catalog only take their hours.
    """
    works, partners = list(order.running), dict(order.partners)
    called, spent, taken = dict(order.called), dict(order.spent), list(order.taken)
    for each in kept:
        work = each.facts.work if each.valid else None
        if not each.valid or each.state(clock.today()).stage not in _UNDER_WAY:
            continue
        if work is None:
            hours = hours_a_month(each, clock.today())
            if hours:
                taken.append((each.name, hours))
            continue
        works.append(work)
        called.setdefault(work, each.name)
        if each.facts.partner:
            partners.setdefault(work, each.facts.partner)
        hours = hours_a_month(each, clock.today())
        if hours is not None:
            spent.setdefault(work, hours)
    return order._replace(
        running=tuple(dict.fromkeys(works)),
        partners=tuple(partners.items()),
        called=tuple(called.items()),
        spent=tuple(spent.items()),
        taken=tuple(taken),
    )


def hours_a_month(one: "Partnership", on: date) -> float | None:
    """Return the library's hours a month in *one*: those that it states, or else those counted in the year before *on*."""
    if one.valid and one.facts.hours is not None:
        return one.facts.hours
    counted = [
        each
        for each in one.counts
        if each.measure.casefold() == "hours"
        and each.kind == "count"
        and each.side != "they"
        and 0 <= (on - each.day).days <= 365  # noqa: PLR2004 - a year
    ]
    if not counted:
        return None
    months = max(1.0, (on - min(each.day for each in counted)).days / _MONTH)
    return round(sum(each.value for each in counted) / months, 2)


def with_organizations(
    order: PlanOrder, library: "Library", find: "Callable[[], Iterable[Found]]"
) -> PlanOrder:
    """Return *order* with the best organization of each kind that *find* finds near *library*.

    Without a directory, or a place, it is as it was: kinds of partner will do.
    """
    if order.organizations or not (library.coordinates or library.zip or library.place):
        return order
    try:
        found = find()
    except CollabkitError:  # none is loaded, or it does not know the place
        return order
    best: dict[str, str] = {}
    for each in found:
        best.setdefault(each.partner, each.name)
    return order._replace(organizations=tuple(sorted(best.items())))
