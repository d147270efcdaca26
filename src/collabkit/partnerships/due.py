"""What is due: promises of both sides, agreements that end, and partnerships that go cold."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple

from collabkit.partnerships.entries import LogEntry, Side
from collabkit.partnerships.partnership import Partnership
from collabkit.partnerships.promises import Promise
from collabkit.partnerships.reminders import cold_on as cold_on  # noqa: PLC0414 - also asked for here
from collabkit.partnerships.reminders import reminders

DueKind = Literal["promise", "follow up", "meeting", "agreement", "cold", "stage", "paper", "plan"]
Urgency = Literal["overdue", "due", "later", "open"]


class Due(NamedTuple):
    """Something that one side waits for, or that ought to be looked at."""

    partnership: str
    """The folder of the partnership."""
    name: str
    """The organization's name."""
    stage: str
    """Where the partnership stands."""
    kind: DueKind
    """`promise`; `follow up` for something that one of us is to do; `meeting`; `agreement` that ends or has ended; `cold` for lack of a word; `stage` that was to last until then; `paper` to write; `plan` for a step of the plan that was saved."""
    side: Side | None
    """Whose promise it is: `we` or `they`."""
    what: str
    """What was promised, or what to look at."""
    who: str | None
    """Whose promise it is, by name: private, and null unless people are asked for."""
    on: str | None
    """The day, as in 2026-03-13."""
    days: int | None
    """Days until then; below 0 it is past."""
    urgency: Urgency
    """`overdue` is past, `due` comes soon, `later` is beyond that, `open` has no day."""
    file: str
    """Where it comes from."""
    line: int | None
    """The line there, from 1; null where it comes from no single one."""
    made: str | None = None
    """The day on which a promise was made."""
    nth: int = 0
    """How many promises of the same side and words were made on that day before it."""
    time: str | None = None
    """The time of that day, as in 14:30."""


def due(
    partnerships: Iterable[Partnership], today: date, *, within: int = 30, people: bool = False
) -> list[Due]:
    """Return what is due in *partnerships*, the most urgent first.

    Args:
        partnerships: those whose facts are right.
        today: the day of the list.
        within: days from today in which something counts as due soon.
        people: whether those who promised are named.
    """
    found = [each for one in partnerships for each in _due(one, today, within, people=people)]
    return sorted(found, key=urgent)


def urgent(each: Due) -> tuple[bool, int, str, int]:
    """Return what *each* is sorted by: the most urgent first, what has no day last."""
    return (each.days is None, each.days or 0, each.partnership, each.line or 0)


def _due(one: Partnership, today: date, within: int, *, people: bool) -> Iterator[Due]:
    at = one.state(today)
    for promise in at.open:
        yield _bound(one, at.stage, "promise", promise, today, within, people=people)
    for task in at.follow_ups:
        if task.open:
            yield _bound(one, at.stage, "follow up", task, today, within, people=people)
    for entry in at.meetings:
        yield _meeting(one, at.stage, entry, today, within)
    for look in reminders(one, at):
        days = (look.on - today).days
        urgency = "due" if look.now and days >= 0 else _urgency(days, within)
        yield Due(
            one.id,
            one.name,
            at.stage,
            look.kind,
            None,
            look.what,
            None,
            look.on.isoformat(),
            days,
            urgency,
            str(one.folder),
            None,
        )


def _bound(
    one: Partnership,
    stage: str,
    kind: DueKind,
    promise: Promise,
    today: date,
    within: int,
    *,
    people: bool,
) -> Due:
    days = (promise.due - today).days if promise.due else None
    return Due(
        one.id,
        one.name,
        stage,
        kind,
        promise.side,
        promise.what,
        (promise.who or None) if people else None,
        promise.due.isoformat() if promise.due else None,
        days,
        _urgency(days, within),
        promise.file,
        promise.line,
        promise.made.isoformat(),
        promise.nth,
        promise.time or None,
    )


def _meeting(one: Partnership, stage: str, entry: LogEntry, today: date, within: int) -> Due:
    day = entry.until or today
    days = (day - today).days
    return Due(
        one.id,
        one.name,
        stage,
        "meeting",
        None,
        entry.text if "meeting" in entry.text.lower() else f"meeting: {entry.text}",
        None,
        day.isoformat(),
        days,
        _urgency(days, within),
        entry.file,
        entry.line,
        entry.day.isoformat(),
        time=entry.time or None,
    )


def _urgency(days: int | None, within: int) -> Urgency:
    if days is None:
        return "open"
    return "overdue" if days < 0 else "due" if days <= within else "later"


def open_of(promises: Iterable[Promise]) -> list[Promise]:
    """Return the promises that somebody waits for, by day; those without one last."""
    return sorted(
        (each for each in promises if each.open), key=lambda each: (each.due or date.max, each.made)
    )
