"""The letter that answers a request."""

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collabkit.requests.reply import Reply
    from collabkit.workspace.workspace import Workspace


def reply(
    self: "Workspace",
    name: str,
    *,
    again: date | None = None,
    referrals: bool = True,
    on: date | None = None,
) -> "Reply":
    """Return the letter that answers the request called *name*, as ``collab request reply`` does.

    Args:
        name: any part of its name that is clear.
        again: when the library looks at it again, in a letter that says later.
        referrals: whether a letter that says no may name others nearby whom the directory knows.
        on: the day that it bears; today by default.

    Raises:
        UsageError: nothing is decided yet.
    """
    from collabkit import clock  # noqa: PLC0415
    from collabkit.requests.referrals import referrals as find_referrals  # noqa: PLC0415
    from collabkit.requests.reply import Letterhead, reply  # noqa: PLC0415

    one, day = self.requests.named(name), on or clock.today()
    status = self.requests.status(one, on=day, people=True)
    found = (
        find_referrals(one.facts, self.matcher, self.library, lambda: self.directory)
        if referrals and status.decision == "no"
        else ()
    )
    letterhead = Letterhead(self.profile_alone, self.profile, self.templates)
    return reply(one, status, self.catalog, letterhead, referrals=found, again=again, on=day)
