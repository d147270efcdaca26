"""The letter that answers a request."""

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collabkit.api.replies import Reply
    from collabkit.proposals.answering import Door
    from collabkit.workspace.workspace import Workspace


def reply(
    self: "Workspace",
    name: str,
    *,
    again: date | None = None,
    doors: bool = True,
    on: date | None = None,
) -> "Reply":
    """Return the letter that answers the request called *name*, as ``collab request reply`` does.

    Args:
        name: any part of its name that is clear.
        again: when the library looks at it again, in a letter that says later.
        doors: whether a letter that says no may name others nearby whom the directory knows.
        on: the day that it bears; today by default.

    Raises:
        UsageError: nothing is decided yet.
    """
    from collabkit import clock  # noqa: PLC0415
    from collabkit.api import replies  # noqa: PLC0415
    from collabkit.api.doors import doors as others  # noqa: PLC0415

    one = self.requests.named(name)
    day = on or clock.today()
    incoming = self.requests.incoming(one, on=day, people=True)
    found: tuple[Door, ...] = ()
    if doors and incoming.decision == "no":
        found = others(one.facts, self.matcher, self.library, lambda: self.directory)
    voice = replies.Voice(self.profile_alone, self.profile, self.templates)
    return replies.reply(one, incoming, self.catalog, voice, doors=found, again=again, on=day)
