"""Whom a library may refer somebody to whom it turns away: who nearby works on what they want."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from collabkit.directory.names import comparable_name
from collabkit.directory.records import address_of
from collabkit.errors import CollabkitError
from collabkit.finding import Found, findings
from collabkit.library import Library
from collabkit.matching.matcher import Matcher
from collabkit.proposals.answering import Referral
from collabkit.requests.facts import RequestFacts

if TYPE_CHECKING:
    from collabkit.directory.directory import Directory

MOST = 2
"""Referrals in a letter: more is a list that nobody calls."""
CANDIDATES = 8
"""Organizations that are looked at, so that some can be passed over."""


def referrals(
    facts: RequestFacts, matcher: Matcher, library: Library, directory: "Callable[[], Directory]"
) -> tuple[Referral, ...]:
    """Return who nearby may help those who ask, best first; nobody if the directory knows none.

    Only organizations whose own work it is, and of whom the directory is sure, are named, and only
    such as can be reached: a letter that sends somebody to the wrong place is worse than one that
    names none.

    Args:
        facts: of the request.
        matcher: tells which partners fit.
        library: where it is.
        directory: opens the directory of organizations.
    """
    try:
        question = findings.question(
            matcher, library, list(facts.goals) or facts.wants, core=True, limit=CANDIDATES
        )
        spot = findings.spot_of(None, library)
        found = findings.find(matcher, directory(), spot, question)
    except CollabkitError:  # no directory, no place, or words that mean no goal
        return ()
    if question.query is not None and question.query.confidence == "low":
        return ()
    own = comparable_name(facts.name)
    others = [each for each in found if comparable_name(each.name) != own and _can_be_reached(each)]
    others.sort(key=lambda each: not (each.phone or each.site))
    return tuple(
        Referral(
            each.name,
            address_of(each.street, each.city, each.state, None),
            each.phone or "",
            each.site or "",
        )
        for each in others[:MOST]
    )


def _can_be_reached(each: Found) -> bool:
    """Return whether a person can find *each*: by telephone, on the web, or at its own door."""
    return bool(each.phone or each.site or (each.street and each.mark is None))
