"""The works to consider, where they come from match or find on stdin."""

from collections.abc import Sequence
from typing import Any

from collabkit.cli.propose import match_input
from collabkit.errors import UsageError

Meant = tuple[tuple[str, ...], tuple[tuple[str, str], ...]]


def works_meant(only: Sequence[str] | None) -> Meant:
    """Return the works of ``--only``, and for each of those on stdin the partner it came with.

    Raises:
        UsageError: stdin was to be read and names no work.
    """
    works = [each for each in only or () if each != "-"]
    partners: dict[str, str] = {}
    if "-" in (only or ()):
        for _, record in match_input.records():
            work = _work(record)
            if work:
                works.append(work)
                partners.setdefault(work, str(record.get("partner") or ""))
        if not partners:
            raise UsageError(
                "no record on stdin names a work",
                "`collab match literacy --limit 20 | collab plan --only -` hands some on",
            )
    return tuple(dict.fromkeys(works)), tuple((work, who) for work, who in partners.items() if who)


def _work(record: dict[str, Any]) -> str:
    """Return the work to start with of a match or of an organization that was found."""
    activity = record.get("activity")
    if isinstance(activity, dict):
        return str(activity.get("id") or "")
    return activity if isinstance(activity, str) else ""
