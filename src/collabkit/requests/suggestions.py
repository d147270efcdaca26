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


class SuggestedAnswer(NamedTuple):
    """What the records suggest."""

    answer: Answer | None
    """Nothing where they only tell something."""
    reason: str
    """What it was taken from."""


class Sources(NamedTuple):
    """What suggestions are taken from."""

    request: Request
    library: Library
    catalog: Catalog
    partnerships: Sequence[Partnership]
    today: date


def suggest_answer(sight: Sight | None, sources: Sources) -> SuggestedAnswer | None:
    """Return what the records suggest; nothing where they are silent."""
    return _SUGGEST[sight](sources) if sight else None


def _goals(sources: Sources) -> SuggestedAnswer | None:
    own, named = sources.library.goals, sources.request.facts.goals
    labels = {id_: sources.catalog.goals[id_].label for id_ in sources.catalog.goals}
    if not own or not named:
        return None
    shared = [labels.get(each, each) for each in named if each in own]
    if shared:
        return SuggestedAnswer(
            "yes", f"{listed(shared)} stands in the plan (goals in library.yaml)"
        )
    wanted = listed([labels.get(each, each) for each in named])
    return SuggestedAnswer("no", f"{wanted} is no goal of the plan (goals in library.yaml)")


def _hours(sources: Sources) -> SuggestedAnswer | None:
    work = sources.catalog.activities.get(sources.request.facts.work or "")
    if work is None or work.schedule is None or sources.library.hours is None:
        return None
    low, high = work.schedule.first_year()
    year = sources.library.hours * WEEKS
    running = sum(
        one.state(sources.today).stage in {"pilot", "active", "renew"}
        for one in sources.partnerships
    )
    reason = (
        f"{work.label} takes {low:g} to {high:g} hours in its first year; the profile has "
        f"{year:g} a year for partnerships, of which {running} run"
    )
    if high * (running + 1) <= year:
        return SuggestedAnswer("yes", reason)
    return SuggestedAnswer("no" if low > year else "partly", reason)


def _notice(sources: Sources) -> SuggestedAnswer | None:
    start = sources.request.facts.start
    if start is None:
        return None
    work = sources.catalog.activities.get(sources.request.facts.work or "")
    lead = work.schedule.lead_weeks if work and work.schedule else LEAD
    weeks = (start - sources.today).days / 7
    reason = (
        f"{max(0, weeks):.0f} weeks are left until {start}; such work takes about {lead} to prepare"
    )
    return SuggestedAnswer(
        "yes" if weeks >= lead else "partly" if weeks >= lead / 2 else "no", reason
    )


def _ties(sources: Sources) -> SuggestedAnswer | None:
    facts = sources.request.facts
    same = [one for one in sources.partnerships if _is_same(one, facts.organization, facts.name)]
    for one in same:
        at = one.state(sources.today)
        late = sum(each.side == "they" and each.late(at.on) > 0 for each in at.promises)
        if at.went is not None:
            answers: Mapping[str, Answer] = {"well": "yes", "mixed": "partly", "badly": "no"}
            return SuggestedAnswer(
                answers[at.went], f"it went {at.went} so far (partnerships/{one.id})"
            )
        if late:
            plural = "s" if late != 1 else ""
            return SuggestedAnswer("partly", f"{late} promise{plural} of theirs came late or is late (partnerships/{one.id})")  # fmt: skip
        return SuggestedAnswer(
            None, f"you keep a partnership with them (partnerships/{one.id}, {at.stage})"
        )
    return None


def _is_same(one: Partnership, organization: str | None, name: str) -> bool:
    if organization and one.facts.organization == organization:
        return True
    return comparable_name(one.name) == comparable_name(name)


def _brings(sources: Sources) -> SuggestedAnswer | None:
    brings = sources.request.facts.brings
    if brings:
        return SuggestedAnswer("yes", f"they say they bring: {brings}")
    return SuggestedAnswer("partly", "they did not say what they bring")


def _person(sources: Sources) -> SuggestedAnswer | None:
    people = sources.request.contacts()
    if any(each.phone or each.email for each in people):
        return SuggestedAnswer("yes", "contacts.yaml has somebody who can be reached")
    if people:
        return SuggestedAnswer("partly", "contacts.yaml has a name, and no telephone or e-mail")
    return SuggestedAnswer("partly", "nobody is named in contacts.yaml")


_SUGGEST: Final[Mapping[Sight, Callable[[Sources], SuggestedAnswer | None]]] = {
    "goals": _goals,
    "hours": _hours,
    "notice": _notice,
    "ties": _ties,
    "brings": _brings,
    "person": _person,
}
