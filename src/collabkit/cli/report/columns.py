"""What a table of evidence shows: a row a standard for the eyes, a row a thing to show in files."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from collabkit.output import Column
from collabkit.reports.evidence import Shown


class Standing(NamedTuple):
    """One standard, for the eyes: how much of it is proved, and what is not."""

    label: str
    proved: str
    missing: str
    id: str


def standings(rows: Iterable[Shown]) -> list[Standing]:
    """Return how much of each standard is proved."""
    return [_standing(list(own)) for _, own in groupby(rows, key=lambda row: row.standard)]


def _standing(own: Sequence[Shown]) -> Standing:
    proved = sum(row.state == "proved" for row in own)
    missing = "; ".join(row.evidence for row in own if row.state != "proved")
    return Standing(own[0].label, f"{proved} of {len(own)}", missing, own[0].standard)


SUMMARY = (
    Column[Standing]("asked", lambda each: each.label, ratio=4),
    Column[Standing]("proved", lambda each: each.proved, "right"),
    Column[Standing]("missing", lambda each: each.missing, ratio=5),
)
COLUMNS = (
    Column[Shown]("standard", lambda row: row.standard),
    Column[Shown]("label", lambda row: row.label),
    Column[Shown]("body", lambda row: row.body),
    Column[Shown]("number", lambda row: row.number),
    Column[Shown]("asks", lambda row: row.asks),
    Column[Shown]("has to show", lambda row: row.evidence),
    Column[Shown]("state", lambda row: row.state),
    Column[Shown](
        "found",
        lambda row: "; ".join(f"{each.name}: {each.what} ({each.on})" for each in row.found),
    ),
    Column[Shown]("missing", lambda row: row.missing or ""),
    Column[Shown]("page", lambda row: row.page),
    Column[Shown]("as of", lambda row: row.as_of),
)
