"""A standard as a card: what it asks, what the records have, and what to do."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from collabkit.cli.cards import wrapped
from collabkit.text.characters import escape_terminal
from collabkit.workspace.names import EvidenceRow

FEW = 3
"""Facts that a card shows."""
MARKS = {"proved": "+", "partly": "~", "missing": "-"}


def cards(rows: Iterable[EvidenceRow]) -> str:
    """Return each standard as a card: what it asks, what the records have, and what to do."""
    return "\n".join(_card(list(own)) for _, own in groupby(rows, key=lambda row: row.standard))


def _card(own: Sequence[EvidenceRow]) -> str:
    first = own[0]
    lines = [escape_terminal(first.label), *wrapped(f"{first.standard}: {first.asks}")]
    for row in own:
        lines += wrapped(f"{MARKS[row.state]} {row.evidence}")
        for each in row.found[:FEW]:
            lines += wrapped(f"    {each.name}: {each.what}", 6)
        if row.total > FEW:
            lines += wrapped(f"    and {row.total - FEW} more", 6)
        if row.missing:
            lines += wrapped(f"    to do: {row.missing}", 6)
    if first.page:
        lines += wrapped(f"{first.page} ({first.as_of})")
    return "\n".join(lines) + "\n"
