"""What the record of partnerships gives to matching, planning and papers."""

from datetime import date
from typing import TYPE_CHECKING

from collabkit import clock

if TYPE_CHECKING:
    from collabkit.library import Library
    from collabkit.partnerships.store import PartnershipStore
    from collabkit.proposals.subjects import Other
    from collabkit.reports.paper_context import PaperContext

_IN_TOUCH = frozenset({"talk", "pilot", "active", "renew"})
"""Stages in which a partner may be named to another."""


def with_history(self: "PartnershipStore", library: "Library") -> "Library":
    """Return *library* with what it has done with the partners that are kept."""
    if not self.exists:
        return library
    from collabkit.partnerships import history  # noqa: PLC0415

    return history.with_history(library, self, clock.today())


def paper_context(self: "PartnershipStore", name: str, *, on: date | None = None) -> "PaperContext":
    """Return what the record of one gives to a paper: who, what for, how far it has come, what was agreed.

    Args:
        name: any part of its name that is clear.
        on: the day of the paper; today by default.

    Raises:
        DataError: its facts or contacts are wrong.
        UsageError: the facts do not say what kind of partner it is.
    """
    from collabkit.reports import paper_context as context  # noqa: PLC0415 - only papers ask

    return context.paper_context(self.named(name), self.catalog.activities, on or clock.today())


def partners_in_work(
    self: "PartnershipStore", work: str, *, on: date | None = None
) -> "list[Other]":
    """Return with whom the joint *work* is done, or is being talked about.

    A kind of which there are two, or whose partnership is an idea, rests or has ended, is left out.
    """
    from collabkit.proposals.subjects import Other  # noqa: PLC0415 - only papers ask

    day = on or clock.today()
    found: dict[str, list[Other]] = {}
    for one in self.valid():
        facts, stage = one.facts, one.state(day).stage
        if facts.work == work and facts.partner and stage in _IN_TOUCH:
            other = Other(facts.partner, facts.name, agreed=stage != "talk")
            found.setdefault(facts.partner, []).append(other)
    return [others[0] for others in found.values() if len(others) == 1]
