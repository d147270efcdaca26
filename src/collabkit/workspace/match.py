"""Which kinds of organization fit a request."""

from typing import TYPE_CHECKING

from collabkit.arguments import Words

if TYPE_CHECKING:
    from collabkit.matching.matcher import Matches
    from collabkit.workspace.workspace import Workspace


def match(
    self: "Workspace",
    goal: Words,
    *,
    limit: int | None = None,
    sector: str | None = None,
    spread: bool = False,
) -> "Matches":
    """Return the kinds of organization that fit *goal*, best first, as ``collab match`` does.

    Args:
        goal: a goal id or plain words; several are one request.
        limit: how many at most; all of them by default.
        sector: only partners of this sector.
        spread: keep one sector from filling the list.
    """
    return self.matcher.match(goal, limit=limit, sector=sector, spread=spread)
