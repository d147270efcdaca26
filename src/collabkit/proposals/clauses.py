"""The clauses that a case calls for, with their blanks filled."""

import re
from collections.abc import Iterable, Mapping

from collabkit.catalog.agreements import Clause, Condition
from collabkit.proposals.facts import Fact, Level, Written

_BLANK = re.compile(r"\{(\w+)\}")


def chosen(
    clauses: Iterable[Clause], holds: Mapping[Condition, bool | None], level: Level
) -> list[Clause]:
    """Return the clauses that stand on the rung *level* and that what *holds* calls for."""
    found = [
        clause
        for clause in clauses
        if level in clause.rungs
        and (clause.when.always or any(holds[condition] for condition in clause.when.any_))
    ]
    return sorted(found, key=lambda clause: (clause.order, clause.id))


def written(clause: Clause, blanks: Mapping[str, Fact]) -> Written:
    """Return *clause* with every blank filled from *blanks*."""
    return Written(
        clause.title_,
        tuple(_pieces(paragraph, blanks) for paragraph in clause.text),
        clause.why,
    )


def _pieces(paragraph: str, blanks: Mapping[str, Fact]) -> tuple[Fact, ...]:
    """Return *paragraph* cut at its blanks: text and facts in turn."""
    # Odd pieces of the split are the names between braces.
    return tuple(
        blanks[piece] if number % 2 else piece
        for number, piece in enumerate(_BLANK.split(paragraph))
        if piece
    )
