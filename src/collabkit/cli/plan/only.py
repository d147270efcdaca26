"""The works to consider, where they come from match or find on stdin."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from collabkit.cli.propose import match_input
from collabkit.errors import UsageError
from collabkit.workspace.names import PlanOrder


class Considered(NamedTuple):
    """What is to be considered, and who is meant."""

    works: tuple[str, ...] = ()
    partners: tuple[tuple[str, str], ...] = ()
    """For some works the kind of partner."""
    called: tuple[tuple[str, str], ...] = ()
    """For some works the organization, by its name."""
    organizations: tuple[tuple[str, str], ...] = ()
    """For some kinds of partner the organization, the best of each kind."""

    def narrow(self, order: PlanOrder) -> PlanOrder:
        """Return *order* with only these to consider."""
        return order._replace(
            only=self.works,
            partners=self.partners,
            called=self.called,
            organizations=self.organizations,
            only_named=bool(self.organizations),
        )


def works_meant(only: Sequence[str] | None) -> Considered:
    """Return the works of ``--only``, and what those on stdin say.

    A match names a work with a kind of partner. An organization that was found names itself: any work
    with its kind is considered, and the first of each kind is meant.

    Raises:
        UsageError: stdin was to be read and names neither.
    """
    works = tuple(dict.fromkeys(each for each in only or () if each != "-"))
    if "-" not in (only or ()):
        return Considered(works)
    found = _considered(record for _, record in match_input.records())
    if not found.partners and not found.organizations:
        raise UsageError(
            "no record on stdin names a work or an organization",
            "`collab match literacy --limit 20 | collab plan --only -` hands some on",
        )
    return found._replace(works=tuple(dict.fromkeys((*works, *found.works))))


def _considered(records: Iterable[Mapping[str, Any]]) -> Considered:
    partners: dict[str, str] = {}
    called: dict[str, str] = {}
    organizations: dict[str, str] = {}
    for record in records:
        work, who, name = _work(record), str(record.get("partner") or ""), _name(record)
        if work:
            partners.setdefault(work, who)
            if name:
                called.setdefault(work, name)
        elif who and name:
            organizations.setdefault(who, name)
    return Considered(
        tuple(partners),
        tuple((work, who) for work, who in partners.items() if who),
        tuple(called.items()),
        tuple(organizations.items()),
    )


def _work(record: Mapping[str, Any]) -> str:
    """Return the work to start with of a match; blank if it is none."""
    activity = record.get("activity")
    if isinstance(activity, Mapping):
        return str(activity.get("id") or "")
    return activity if isinstance(activity, str) else ""


def _name(record: Mapping[str, Any]) -> str:
    """Return the name of the organization that a record is about; blank if it is about a kind."""
    organization = record.get("organization")
    if isinstance(organization, Mapping):
        return str(organization.get("name") or "")
    return str(record.get("name") or "")
