"""The plan as things to do: when to ask, set up, try, look and decide, with the hours of each."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple

from collabkit.catalog import Activity, Catalog
from collabkit.planning.readiness import Ready, lacking
from collabkit.planning.year import Year

LIBRARY, BOTH = "library", "both"
_UNKNOWN: Ready = MappingProxyType({})


class Step(NamedTuple):
    """Something to do on or about a day."""

    day: str
    """Such as 2027-03-01."""
    work: str
    """The id of the work."""
    who: str
    """Who does it: the library, or both sides."""
    what: str
    """A sentence."""
    hours: str
    """Library hours that it takes, low and high; empty if none are known."""


class Begun(NamedTuple):
    """What of a work its steps follow from."""

    work: str
    partner: str
    organization: str
    begin: str
    first: str
    running: bool


def steps(catalog: Catalog, year: Year, ready: Ready = _UNKNOWN) -> list[Step]:
    """Return the steps of every work in *year*, in order of the day.

    What works require, and the library has by *ready*, is no step any more.
    """
    return steps_of(
        catalog,
        [
            Begun(each.work, each.partner, each.organization, each.begin, each.first, each.running)
            for each in year.chosen
        ],
        ready,
    )


def steps_of(catalog: Catalog, works: Iterable[Begun], ready: Ready = _UNKNOWN) -> list[Step]:
    """Return the steps of *works*, in order of the day."""
    found = [
        step
        for each in works
        for step in _steps(catalog, catalog.activities[each.work], each, ready)
    ]
    return sorted(found, key=lambda step: (step.day, step.work))  # in the order that it is done


def _steps(catalog: Catalog, activity: Activity, chosen: Begun, ready: Ready) -> Iterator[Step]:
    schedule = activity.schedule
    if schedule is None:
        return
    begin, first = date.fromisoformat(chosen.begin), date.fromisoformat(chosen.first)
    if not chosen.running:
        yield from _before(catalog, activity, chosen, ready)
        low, high = schedule.hours.setup
        setting_up = max(begin, first - timedelta(days=30)).isoformat()
        yield Step(setting_up, chosen.work, LIBRARY, "Set it up.", f"{low:g} to {high:g}")
    low, high = schedule.monthly()
    yield Step(
        chosen.first,
        chosen.work,
        BOTH,
        f"Try together: {activity.pilot}",
        f"{low:g} to {high:g} a month",
    )
    decide = (first + timedelta(weeks=max(1, schedule.pilot_weeks))).isoformat()
    if activity.stop:
        yield Step(decide, chosen.work, BOTH, f"Decide together: {activity.stop}", "")
    yield Step(
        (first + timedelta(weeks=schedule.result_weeks)).isoformat(),
        chosen.work,
        BOTH,
        "Look at the counts together, and write down what to change.",
        "",
    )


def _before(catalog: Catalog, activity: Activity, chosen: Begun, ready: Ready) -> Iterator[Step]:
    """Yield what comes before the first session: whom to ask, how to begin, what has to be there."""
    role = next(iter(activity.roles_of(chosen.partner)), None)
    whom = role.whom if role else catalog.partners[chosen.partner].label
    at = f" at {chosen.organization}" if chosen.organization else ""
    yield Step(chosen.begin, chosen.work, LIBRARY, f"Ask for {whom}{at}.", "")
    if role:
        yield Step(chosen.begin, chosen.work, LIBRARY, f"Begin so: {role.first_step}", "")
    for each in lacking(activity, ready):
        do = "Settle first, for you cannot have it" if each.stands == "cannot" else "Have ready"
        yield Step(chosen.begin, chosen.work, LIBRARY, f"{do}: {each.text}", "")
