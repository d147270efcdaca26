"""What the library's own records suggest as answers to its policy. A suggestion says what it was taken from."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from collabkit.catalog import Catalog
from collabkit.catalog.policy import Sight
from collabkit.directory.names import comparable_name
from collabkit.library import Library
from collabkit.partnerships.partnership import Partnership
from collabkit.requests.events import Answer
from collabkit.requests.request import Request
from collabkit.text.phrases import listed

WEEKS = 52
LEAD = 6
"""Weeks that most work takes to prepare, where the work itself says nothing."""


class Seen(NamedTuple):
    """What the records suggest."""

    answer: Answer | None
    """Nothing where they only tell something."""
    reason: str
    """What it was taken from."""


class View(NamedTuple):
    """What there is to look at."""

    request: Request
    library: Library
    catalog: Catalog
    kept: Sequence[Partnership]
    today: date


def seen(sight: Sight | None, view: View) -> Seen | None:
    """Return what the records suggest; nothing where they are silent."""
    return _SIGHTS[sight](view) if sight else None


def _goals(view: View) -> Seen | None:
    own, asked = view.library.goals, view.request.facts.goals
    labels = {id_: view.catalog.goals[id_].label for id_ in view.catalog.goals}
    if not own or not asked:
        return None
    shared = [labels.get(each, each) for each in asked if each in own]
    if shared:
        return Seen("yes", f"{listed(shared)} stands in the plan (goals in library.yaml)")
    wanted = listed([labels.get(each, each) for each in asked])
    return Seen("no", f"{wanted} is no goal of the plan (goals in library.yaml)")


def _hours(view: View) -> Seen | None:
    work = view.catalog.activities.get(view.request.facts.work or "")
    if work is None or work.schedule is None or view.library.hours is None:
        return None
    low, high = work.schedule.first_year()
    year = view.library.hours * WEEKS
    running = sum(one.state(view.today).stage in {"pilot", "active", "renew"} for one in view.kept)
    said = (
        f"{work.label} takes {low:g} to {high:g} hours in its first year; the profile has "
        f"{year:g} a year for partnerships, of which {running} run"
    )
    if high * (running + 1) <= year:
        return Seen("yes", said)
    return Seen("no" if low > year else "partly", said)


def _notice(view: View) -> Seen | None:
    start = view.request.facts.start
    if start is None:
        return None
    work = view.catalog.activities.get(view.request.facts.work or "")
    lead = work.schedule.lead_weeks if work and work.schedule else LEAD
    weeks = (start - view.today).days / 7
    said = (
        f"{max(0, weeks):.0f} weeks are left until {start}; such work takes about {lead} to prepare"
    )
    return Seen("yes" if weeks >= lead else "partly" if weeks >= lead / 2 else "no", said)


def _ties(view: View) -> Seen | None:
    facts = view.request.facts
    same = [one for one in view.kept if _is_same(one, facts.organization, facts.name)]
    for one in same:
        at = one.state(view.today)
        late = sum(each.side == "they" and each.late(at.on) > 0 for each in at.promises)
        if at.went is not None:
            answers: Mapping[str, Answer] = {"well": "yes", "mixed": "partly", "badly": "no"}
            return Seen(answers[at.went], f"it went {at.went} so far (partnerships/{one.id})")
        if late:
            plural = "s" if late != 1 else ""
            return Seen("partly", f"{late} promise{plural} of theirs came late or is late (partnerships/{one.id})")  # fmt: skip
        return Seen(None, f"you keep a partnership with them (partnerships/{one.id}, {at.stage})")
    return None


def _is_same(one: Partnership, organization: str | None, name: str) -> bool:
    if organization and one.facts.organization == organization:
        return True
    return comparable_name(one.name) == comparable_name(name)


def _brings(view: View) -> Seen | None:
    brings = view.request.facts.brings
    if brings:
        return Seen("yes", f"they say they bring: {brings}")
    return Seen("partly", "they did not say what they bring")


def _person(view: View) -> Seen | None:
    people = view.request.contacts()
    if any(each.phone or each.email for each in people):
        return Seen("yes", "contacts.yaml has somebody who can be reached")
    if people:
        return Seen("partly", "contacts.yaml has a name, and no telephone or e-mail")
    return Seen("partly", "nobody is named in contacts.yaml")


_SIGHTS: Final[Mapping[Sight, Callable[[View], Seen | None]]] = {
    "goals": _goals,
    "hours": _hours,
    "notice": _notice,
    "ties": _ties,
    "brings": _brings,
    "person": _person,
}
