"""What a table of evidence shows: a row a standard for the eyes, a row a thing to show in files."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from collabkit.output import Column
from collabkit.workspace.names import EvidenceRow


class RowStatus(NamedTuple):
    """One standard, for the eyes: how much of it is proved, and what is not."""

    label: str
    proved: str
    missing: str
    id: str


def statuses(rows: Iterable[EvidenceRow]) -> list[RowStatus]:
    """Return how much of each standard is proved."""
    return [_status(list(own)) for _, own in groupby(rows, key=lambda row: row.standard)]


def _status(own: Sequence[EvidenceRow]) -> RowStatus:
    proved = sum(row.state == "proved" for row in own)
    missing = "; ".join(row.evidence for row in own if row.state != "proved")
    return RowStatus(own[0].label, f"{proved} of {len(own)}", missing, own[0].standard)


SUMMARY = (
    Column[RowStatus]("asked", lambda each: each.label, ratio=4),
    Column[RowStatus]("proved", lambda each: each.proved, "right"),
    Column[RowStatus]("missing", lambda each: each.missing, ratio=5),
)
COLUMNS = (
    Column[EvidenceRow]("standard", lambda row: row.standard),
    Column[EvidenceRow]("label", lambda row: row.label),
    Column[EvidenceRow]("body", lambda row: row.body),
    Column[EvidenceRow]("number", lambda row: row.number),
    Column[EvidenceRow]("asks", lambda row: row.asks),
    Column[EvidenceRow]("has to show", lambda row: row.evidence),
    Column[EvidenceRow]("state", lambda row: row.state),
    Column[EvidenceRow](
        "found",
        lambda row: "; ".join(f"{each.name}: {each.what} ({each.on})" for each in row.found),
    ),
    Column[EvidenceRow]("missing", lambda row: row.missing or ""),
    Column[EvidenceRow]("page", lambda row: row.page),
    Column[EvidenceRow]("as of", lambda row: row.as_of),
)
