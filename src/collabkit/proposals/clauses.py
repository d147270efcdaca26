"""The clauses that a case calls for, with their blanks filled."""

import re
from collections.abc import Iterable, Mapping

from collabkit.catalog.agreements import Clause
from collabkit.proposals.fact_parts import Fact, Formality, Gap, Written

_BLANK = re.compile(r"\{(\w+)\}|\[([^\]]+)\]")


def chosen(
    clauses: Iterable[Clause], case: Mapping[str, bool | None], level: Formality
) -> list[Clause]:
    """Return the clauses that stand on the rung *level* and that what *case* calls for."""
    found = [
        clause
        for clause in clauses
        if level in clause.rungs
        and (clause.when.always or any(case[condition] for condition in clause.when.any_))
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
    """Return *paragraph* cut at its blanks: text and facts in turn.

    What stands in square brackets is for the two sides to settle, and so is a gap.
    """
    paragraph = paragraph.replace(
        "{money}", str(blanks.get("money", ""))
    )  # it may hold blanks itself
    pieces: list[Fact] = []
    # Every third piece of the split is plain text; after it a name in braces or a text in brackets.
    for number, piece in enumerate(_BLANK.split(paragraph)):
        if not piece:
            continue
        kind = number % 3
        pieces.append((piece, blanks.get(piece, ""), Gap(piece, _SETTLE))[kind])
    return tuple(pieces)


_SETTLE = "settle it with the other side and write it into the paper"
