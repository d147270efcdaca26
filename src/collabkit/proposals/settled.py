"""What a clause leaves to the lists and terms above it: who pays, and how a child goes home."""

import re
from collections.abc import Iterable

from collabkit.proposals.fact_parts import Gap
from collabkit.proposals.facts import Facts

_WHO_PAYS = Gap("who pays whom, how much and when", 'say it with --agreed "..."')


def money(facts: Facts, agreed: Iterable[str], *, final: bool) -> tuple[str, Gap | None]:
    """Return who pays what, as it stands above or else with blanks; and what has no blank and is still open.

    Args:
        facts: of the paper.
        agreed: what the two sides named besides.
        final: whether it is the copy to sign, in which no blank may stand.
    """
    if any(re.search(_NAMES_A_SUM, each) for each in (*_above(facts), *agreed)):
        return "What is paid, and by whom, stands above.", None
    if final:
        return (
            "No money passes before both have agreed in writing who pays what, and when.",
            _WHO_PAYS,
        )
    return "[Who] will pay [whom] [amount] for [what], on [day].", None


def way_home(facts: Facts) -> str:
    """Return how a child goes home whom a family leaves; nothing where it says above that parents stay."""
    told = (facts.activity.summary, facts.activity.pilot, *_above(facts))
    return "" if any(re.search(_STAYS, each) for each in told) else _WAY_HOME


def _above(facts: Facts) -> Iterable[str]:
    """Return the gifts of all and the terms that stand above the clauses."""
    gifts = (gift for side in facts.parties for gift in side.gives)
    terms = (term.text for side in facts.parties if side.letter for term in side.letter.terms)
    return [str(each) for each in (*facts.library_gives, *gifts, *terms)]


# Texts and no patterns: most runs write no agreement, and need none of them compiled.
_NAMES_A_SUM = r"\$|\b(?:pays?|are paid|prices?|rates?|bills?|sales)\b"
"""What shows that a gift or a term says who pays."""
_STAYS = (
    r"(?i)\b(?:adult|caregiver|grown-up|parent)s?\b[^.]*\b(?:stays?|(?:is|are) (?:always |there|in the room))|"
    r"\bbeside (?:a|the|its|their) parents?\b|\b(?:comes? (?:along )?|stays? )with an adult\b"
)
"""What shows that no child is left."""
_WAY_HOME = (
    " Where families leave a child in a program, the child goes home only with a person whom a parent or "
    "guardian has named in writing, or alone if they have allowed it in writing."
)
