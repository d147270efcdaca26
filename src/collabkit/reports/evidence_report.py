"""What the records of a library prove of what it has to show."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from collabkit.catalog import Catalog
from collabkit.catalog.standards import Standard
from collabkit.errors import UnknownIdError
from collabkit.library import Library
from collabkit.notes import Note
from collabkit.reports.evidence import EvidenceRow, evidence_rows, of_plan
from collabkit.reports.records_facts import facts_of_all

if TYPE_CHECKING:
    from collabkit.partnerships.partnership import Partnership

NATION = "US"


class EvidenceReport(NamedTuple):
    """The evidence, and for whom it was looked for."""

    rows: tuple[EvidenceRow, ...]
    state: str | None
    """The state whose standards were taken; nothing if the profile names none."""
    stateless: bool
    """Whether standards of a state are missing because none is named."""

    @property
    def notes(self) -> tuple[Note, ...]:
        """How much is proved, and what would show more."""
        return tuple(_notes(self))


def _notes(report: EvidenceReport) -> Iterator[Note]:
    counted = Counter(row.state for row in report.rows)
    yield Note(
        "proved",
        f"{counted['proved']} proved, {counted['partly']} in part, {counted['missing']} missing.",
    )
    if report.stateless:
        text = "Which state? Write `place: Town, XX` into library.yaml"
        yield Note("no-state", f"{text}.", f"{text}, or give --state.")


def state_of(library: Library) -> str | None:
    """Return the two letters of the state in which *library* is, if its place tells."""
    found = re.search(r",\s*([A-Z]{2})\b", library.place or "")
    return found[1] if found else (library.fscskey or "")[:2] or None


def evidence_report(
    partnerships: "Sequence[Partnership]",
    library: Library,
    catalog: Catalog,
    on: date,
    *,
    standards: Sequence[str] = (),
    state: str | None = None,
    every: bool = False,
) -> EvidenceReport:
    """Return what the records prove of what a library has to show, standard by standard.

    Args:
        partnerships: those whose facts are right.
        library: whose plan and place count.
        catalog: holds the standards.
        on: the day of the report.
        standards: only these, by their ids.
        state: that of whose standards; the library's own by default.
        every: all standards of all states.

    Raises:
        UnknownIdError: a standard or a state is none that there is.
    """
    plan = of_plan(library, catalog)
    home = state or state_of(library)
    if state is not None:
        states = sorted({each.jurisdiction for each in catalog.standards.values()} - {NATION})
        if state not in states:
            raise UnknownIdError("state with standards", state, states)
    chosen = (
        _chosen(list(standards), plan, catalog)
        if standards
        else [
            *plan,
            *(
                each
                for each in catalog.standards.values()
                if every or each.jurisdiction in {NATION, home}
            ),
        ]
    )
    facts = facts_of_all(partnerships, catalog, on)
    ordered = sorted(
        chosen, key=lambda each: (each.jurisdiction != "own", each.jurisdiction == NATION)
    )
    rows = tuple(evidence_rows(ordered, facts, library, on))
    if not (standards or every):
        rows = _without_idle_choices(rows, catalog)
    return EvidenceReport(rows, home, home is None and not standards and not every)


def _without_idle_choices(rows: Sequence[EvidenceRow], catalog: Catalog) -> tuple[EvidenceRow, ...]:
    """Return *rows* without those of standards to choose from that nothing proves: nobody reports under all."""
    served = {each.standard for each in rows if each.found}
    choices = {id_ for id_, each in catalog.standards.items() if each.choice}
    return tuple(each for each in rows if each.standard in served or each.standard not in choices)


def _chosen(ids: Sequence[str], plan: Sequence[Standard], catalog: Catalog) -> list[Standard]:
    own = {each.id: each for each in plan}
    known = {**own, **catalog.standards}
    for id_ in ids:
        if id_ not in known:
            raise UnknownIdError("standard", id_, known)
    return [known[id_] for id_ in dict.fromkeys(ids)]
