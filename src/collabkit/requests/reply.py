"""What was decided on a request to the letter that says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from collabkit.catalog import Catalog
from collabkit.errors import UsageError
from collabkit.library import Library
from collabkit.notes import Note
from collabkit.proposals import Gap, Reach, formats
from collabkit.proposals.answering import Point, Referral, answering, letter
from collabkit.proposals.calendar import long_date
from collabkit.proposals.fact_parts import Decision
from collabkit.proposals.pages import Page
from collabkit.requests.request import Request
from collabkit.requests.status import RequestStatus
from collabkit.requests.weighing import Weighed


class Letterhead(NamedTuple):
    """Who answers, and with which templates."""

    library: Library
    profile: Path | None
    """Its file, beside which a logo lies."""
    templates: Path | None
    """Folder of its own templates."""


@dataclass(frozen=True)
class Reply(Page):
    """A letter that answers a request."""

    referrals: tuple[str, ...] = ()
    """Others nearby whom it names."""

    @property
    def notes(self) -> tuple[Note, ...]:
        """Whom it names, and what is missing in it."""
        return (
            *(_named(each) for each in self.referrals),
            *(Note("gap", f"missing: {gap.what}; {gap.remedy}") for gap in self.gaps),
        )


def _named(name: str) -> Note:
    text = f"names another door: {name}"
    return Note("referral", text, f"{text}; --no-doors leaves it out")


def reply(
    one: Request,
    status: RequestStatus,
    catalog: Catalog,
    letterhead: Letterhead,
    *,
    referrals: Sequence[Referral],
    again: date | None,
    on: date,
) -> Reply:
    """Return the letter that answers the request *one*.

    Args:
        one: the request.
        status: as it stands, with the people who ask.
        catalog: words the points of the policy, and the work.
        letterhead: who answers.
        referrals: others nearby who may help.
        again: when the library looks at it again.
        on: the day that it bears.

    Raises:
        UsageError: nothing is decided yet.
    """
    decision = status.decision
    if decision is None:
        raise UsageError(
            f"nothing is decided about {one.id} yet",
            "Requests.decide writes down what you decide",
            command=f"`collab request decide {one.id}` asks what your policy asks",
        )
    facts = one.facts
    points = [catalog.criteria[each.id] for each in status.weighed if _is_named(each, decision)]
    facts_of_letter = answering(
        letterhead.library,
        on,
        decision=decision,
        to=facts.name,
        to_reach=Reach(facts.address or ""),
        person=next(iter(status.people), None) or Gap("name of who asked", "add contacts.yaml"),
        wants=facts.wants,
        brings=facts.brings or "",
        received=long_date(facts.received),
        because=status.because or "",
        points=tuple(Point(each.label, each.unmet, each.settle) for each in points),
        again=long_date(again) if again else Gap("date", "give it with --again"),
        doors=tuple(referrals),
        work=catalog.activities.get(facts.work or ""),
    )
    look = formats.Look.of(letterhead.library, letterhead.profile, on)
    return Reply(
        letter(facts_of_letter, letterhead.templates), look, tuple(each.name for each in referrals)
    )


def _is_named(each: Weighed, decision: Decision) -> bool:
    """Return whether the letter names this point of the policy: only what a person answered herself.

    What the records suggest is for her, and no letter gives it as a reason that she did not.
    """
    if each.answer is None:
        return False
    if decision == "yes":
        return each.answer in {"partly", "no"}
    if decision == "later":
        return each.weight == "later" and each.answer in {"partly", "no"}
    return each.answer == "no"
