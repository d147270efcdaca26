"""What a clause leaves to the lists and terms above it: who pays, and how a child goes home."""

import re
from collections.abc import Iterable

from collabkit.proposals.fact_parts import Gap
from collabkit.proposals.facts import Facts

_WHO_PAYS = Gap("who pays whom, how much and when", 'say it with --set agreed="..."')


def money(facts: Facts, agreed: Iterable[str], *, final: bool) -> tuple[str, Gap | None]:
    """Return who pays what, as it stands above or else with blanks; and what has no blank and is still open.

    Args:
        facts: of the paper.
        agreed: what the two sides named besides.
        final: whether it is the copy to sign, in which no blank may stand.
    """
    if _stands_above(facts) or any(re.search(_NAMES_A_SUM, each) for each in agreed):
        return "What is paid, and by whom, stands above.", None
    if final:
        return (
            "No money passes before both have agreed in writing who pays what, and when.",
            _WHO_PAYS,
        )
    return "[Who] will pay [whom] [amount] for [what], on [day].", None


def way_home(facts: Facts) -> str:
    """Return how a child goes home whom a family leaves; nothing where it says above that parents stay."""
    told = facts.activity.parents_stay or any(side.parents_stay for side in facts.parties)
    return "" if told else _WAY_HOME


def _stands_above(facts: Facts) -> bool:
    """Return whether the gifts of all or the terms that stand above the clauses say who pays what."""
    ours = (gift for gift in facts.activity.library_gives if gift.text in facts.library_gives)
    return any(gift.says_who_pays for gift in ours) or any(
        side.says_who_pays for side in facts.parties
    )


_NAMES_A_SUM = r"\$|\b(?:pays?|are paid|prices?|rates?|bills?|sales)\b"
"""What shows that somebody said who pays."""
_WAY_HOME = (
    " Where families leave a child in a program, the child goes home only with a person whom a parent or "
    "guardian has named in writing, or alone if they have allowed it in writing."
)
