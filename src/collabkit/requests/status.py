"""A request as it stands on a day: what is wanted, how the policy weighs it, what was decided."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from collabkit.errors import DataError, Problem
from collabkit.notes import Note
from collabkit.requests.events import Decision
from collabkit.requests.request import Request
from collabkit.requests.weighing import Suggestion, Weighed, suggest


class RequestStatus(NamedTuple):
    """A request as it stands on a day."""

    id: str
    """The name of its folder."""
    name: str
    """Who asks."""
    wants: str
    """What they want, in their words."""
    brings: str | None
    """What they say they bring."""
    received: str
    """The day on which it came, as in 2026-03-31."""
    waits: int | None
    """Days that it has waited for a decision; null once there is one."""
    start: str | None
    """The first day for which they want it."""
    end: str | None
    """The last day."""
    organization: str | None
    """Its id in the directory, if it is known."""
    partner: str | None
    """What kind it is, an entry of `partners.yaml`."""
    goals: tuple[str, ...]
    """The goals that it would serve."""
    work: str | None
    """The joint work that comes closest, an entry of `activities.yaml`."""
    people: tuple[str, ...]
    """Who asks there, by name: private, and empty unless people are asked for."""
    weighed: tuple[Weighed, ...]
    """The library's policy, a question each, with the answers."""
    suggestion: Suggestion
    """What the answers speak for. It decides nothing."""
    decision: Decision | None
    """What was decided: `yes`, `later` or `no`."""
    because: str | None
    """Why, in the words of who decided."""
    decided: str | None
    """The day of the decision."""
    letters: tuple[str, ...]
    """Letters that were written, by their files."""
    partnership: str | None
    """The folder of the partnership that it became."""


class RequestList(list[RequestStatus]):
    """Requests as they stand on a day, those that wait longest first."""

    def __init__(
        self, requests: Iterable[Request], status: Callable[[Request], RequestStatus]
    ) -> None:
        """Take *requests* as *status* says they stand; those whose facts are wrong are left out."""
        super().__init__()
        self.problems: list[Problem] = []
        """What is wrong with those that are left out."""
        for one in requests:
            try:
                self.append(status(one))
            except DataError as error:
                self.problems += error.problems
        self.sort(key=lambda each: (each.waits is None, -(each.waits or 0), each.id))

    @property
    def notes(self) -> tuple[Note, ...]:
        """That there is no request, if there is none."""
        if self or self.problems:
            return ()
        text = "No request was taken down yet"
        command = f"{text}; `collab request add` takes one down."
        return (Note("no-requests", f"{text}.", command),)


def status_of(
    one: Request, weighed: Sequence[Weighed], day: date, *, people: bool
) -> RequestStatus:
    """Return *one* as it stands on a *day*.

    Args:
        one: the request.
        weighed: the library's policy, with the answers.
        day: the day of that.
        people: whether those who ask are named.

    Raises:
        DataError: its facts are wrong; with *people*, or its contacts.
    """
    facts, course = one.facts, one.course(day)
    done = course.decided
    return RequestStatus(
        id=one.id,
        name=facts.name,
        wants=facts.wants,
        brings=facts.brings,
        received=facts.received.isoformat(),
        waits=None if done else max(0, (day - facts.received).days),
        start=_iso(facts.start),
        end=_iso(facts.end),
        organization=facts.organization,
        partner=facts.partner,
        goals=facts.goals,
        work=facts.work,
        people=tuple(each.name for each in one.contacts()) if people else (),
        weighed=tuple(weighed),
        suggestion=suggest(weighed),
        decision=done.decision if done else None,
        because=done.because or None if done else None,
        decided=done.on.isoformat() if done else None,
        letters=course.letters,
        partnership=course.kept,
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
