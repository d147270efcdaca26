"""Which kinds of organization fit a request."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from collabkit.arguments import Words, several

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
    from collabkit.matching import notes  # noqa: PLC0415

    request = several(goal, "goal")
    parser = self.matcher.parser
    return (
        self.matcher.match(request, limit=limit, sector=sector, spread=spread)
        .with_notes(notes.none_fit)
        .with_notes(lambda found: notes.doubts(parser, found.query, request))
        .with_notes(notes.more)
        .with_notes(lambda found: self.introductions(("", "", each.partner) for each in found))
    )


def match_each(
    self: "Workspace",
    requests: Iterable[str],
    *,
    limit: int | None = None,
    sector: str | None = None,
    spread: bool = False,
    ahead: bool = False,
) -> "Iterator[Matches]":
    """Yield what ``match`` returns for each of *requests*, as ``collab match --aims`` does.

    Of many requests only what the answers show is held: the ``query`` of each says how it was
    understood, and not how well every partner and activity fits.

    Args:
        requests: each a request of its own.
        limit: as in ``match``.
        sector: as there.
        spread: as there.
        ahead: let copies of this process read ahead on all cores, if there are many requests; else
            each is answered before the next is asked for.
    """
    from collabkit.matching import notes  # noqa: PLC0415

    parser = self.matcher.parser
    answers = self.matcher.each(requests, limit=limit, sector=sector, spread=spread, ahead=ahead)
    return (
        found.with_notes(notes.none_fit).with_notes(lambda each: notes.unsure(parser, each.query))
        for found in answers
    )
