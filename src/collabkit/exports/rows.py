"""A partnership as one row of a table, with everything that is worked out of its log."""

from datetime import date
from typing import NamedTuple

from collabkit.partnerships.due import cold_on
from collabkit.partnerships.entries import Side
from collabkit.partnerships.partnership import Partnership
from collabkit.partnerships.state import State


class PartnershipRow(NamedTuple):
    """A partnership as it stands on a day."""

    id: str
    """The name of its folder."""
    name: str
    """The organization's name."""
    organization: str | None
    """Its id in the directory, if it is known."""
    partner: str | None
    """What kind it is, an entry of `partners.yaml`."""
    goals: tuple[str, ...]
    """The goals that both share."""
    work: str | None
    """The joint work, an entry of `activities.yaml`."""
    when: str | None
    """Days and hours of the work, in plain words."""
    where: str | None
    """Its place, in plain words."""
    level: str | None
    """How close the work is now."""
    aimed_at: str | None
    """How close it is meant to become."""
    stage: str
    """Where it stands: `idea`, `talk`, `pilot`, `active`, `renew`, `resting` or `ended`."""
    since: str | None
    """The day of that stage."""
    began: int | None
    """The year in which it began."""
    last: str | None
    """The last day on which the two were in touch."""
    cold: bool
    """Whether nobody was in touch for twice its usual gap."""
    ends: str | None
    """The last day of the agreement."""
    went: str | None
    """How it went so far: `well`, `mixed` or `badly`."""
    we_owe: int
    """Promises of ours that are open."""
    we_kept: int
    """Promises of ours that were kept."""
    they_owe: int
    """Promises of theirs that are open."""
    they_kept: int
    """Promises of theirs that were kept."""


def row(one: Partnership, today: date) -> PartnershipRow:
    """Return *one* as it stands *today*."""
    facts, at = one.facts, one.state(today)
    cold, ends = cold_on(one, at), one.ends(at)
    return PartnershipRow(
        id=one.id,
        name=facts.name,
        organization=facts.organization,
        partner=facts.partner,
        goals=facts.goals,
        work=facts.work,
        when=facts.when,
        where=facts.where,
        level=facts.level,
        aimed_at=facts.aimed_at,
        stage=at.stage,
        since=at.since.isoformat() if at.since else None,
        began=facts.since or (at.first.year if at.first else None),
        last=at.last.isoformat() if at.last else None,
        cold=cold is not None and cold <= today,
        ends=ends.isoformat() if ends else None,
        went=at.went,
        we_owe=_count(at, "we", kept=False),
        we_kept=_count(at, "we", kept=True),
        they_owe=_count(at, "they", kept=False),
        they_kept=_count(at, "they", kept=True),
    )


def _count(at: State, side: Side, *, kept: bool) -> int:
    ours = (each for each in at.promises if each.side == side)
    return sum(each.kept is not None if kept else each.open for each in ours)
