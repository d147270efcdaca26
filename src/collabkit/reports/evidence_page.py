"""The evidence as a page to hand in or to bring to the board."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from collabkit.proposals.calendar import long_date
from collabkit.proposals.papers import Layout
from collabkit.proposals.rendering import Text
from collabkit.reports.evidence import EvidenceRow
from collabkit.text.markdown import escape_markdown as escape
from collabkit.text.phrases import cap, ended

MARKS = {"proved": "Proved", "partly": "Partly", "missing": "Missing"}


class EvidencePage(NamedTuple):
    """A finished page."""

    title: str
    """As a reader's program shows it."""
    text: Text
    layout: Layout = "page"


def evidence_page(rows: Sequence[EvidenceRow], library: str, on: date) -> EvidencePage:
    """Return *rows* as a page of the library called *library*, which bears the day *on*."""
    title = "What our work with partners shows"
    parts = [
        f"# {title}",
        f"{escape(library)}, {long_date(on)}" if library else long_date(on),
        _summary(rows),
        *(
            part
            for _, own in groupby(rows, key=lambda row: row.standard)
            for part in _standard(list(own))
        ),
    ]
    return EvidencePage(title, Text("\n\n".join(parts) + "\n", ()))


def _summary(rows: Sequence[EvidenceRow]) -> str:
    counted = {state: sum(row.state == state for row in rows) for state in MARKS}
    partly = f" and a part of {counted['partly']} more" if counted["partly"] else ""
    return (
        f"Of {len(rows)} things to show, the records prove {counted['proved']}{partly}, "
        f"and have nothing on {counted['missing']}."
    )


def _standard(rows: Sequence[EvidenceRow]) -> Iterator[str]:
    first = rows[0]
    yield f"## {escape(cap(first.label))}"
    number = f", {escape(first.number)}" if first.number else ""
    page = f" <{first.page}>, looked up {first.as_of}." if first.page else ""
    yield f"{escape(first.body)}{number}. {escape(ended(first.asks))}{page}"
    yield "\n".join(line for row in rows for line in _lines(row))


def _lines(row: EvidenceRow) -> Iterator[str]:
    yield f"- **{MARKS[row.state]}:** {escape(row.evidence)}"
    for found in row.found:
        yield f"    - {escape(found.name)}: {escape(found.what)}"
    if row.total > len(row.found):
        yield f"    - and {row.total - len(row.found)} more"
