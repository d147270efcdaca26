"""What the records of a library show of what it is asked."""

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from collabkit.catalog import Catalog
from collabkit.catalog.standards import Standard
from collabkit.errors import UnknownIdError
from collabkit.library import Library
from collabkit.reports.evidence import Shown, of_plan, shown
from collabkit.reports.records_facts import facts_of_all

if TYPE_CHECKING:
    from collabkit.partnerships.partnership import Partnership

NATION = "US"


class Reported(NamedTuple):
    """The evidence, and for whom it was asked."""

    rows: tuple[Shown, ...]
    state: str | None
    """The state whose standards were taken; nothing if the profile names none."""


def state_of(library: Library) -> str | None:
    """Return the two letters of the state in which *library* is, if its place tells."""
    found = re.search(r",\s*([A-Z]{2})\b", library.place or "")
    return found[1] if found else (library.fscskey or "")[:2] or None


def evidence(
    kept: "Sequence[Partnership]",
    library: Library,
    catalog: Catalog,
    on: date,
    *,
    standards: Sequence[str] = (),
    state: str | None = None,
    every: bool = False,
) -> Reported:
    """Return what the records prove of what is asked, standard by standard.

    Args:
        kept: partnerships whose facts are right.
        library: whose plan and place count.
        catalog: holds the standards.
        on: the day on which it is told.
        standards: only these, by their ids.
        state: that of whose standards; the library's own by default.
        every: all standards of all states.

    Raises:
        UnknownIdError: a standard or a state is none that there is.
    """
    plan = of_plan(library, catalog)
    chosen = state or state_of(library)
    if state is not None:
        states = sorted({each.jurisdiction for each in catalog.standards.values()} - {NATION})
        if state not in states:
            raise UnknownIdError("state with standards", state, states)
    asked = (
        _chosen(list(standards), plan, catalog)
        if standards
        else [
            *plan,
            *(
                each
                for each in catalog.standards.values()
                if every or each.jurisdiction in {NATION, chosen}
            ),
        ]
    )
    facts = facts_of_all(kept, catalog, on)
    ordered = sorted(
        asked, key=lambda each: (each.jurisdiction != "own", each.jurisdiction == NATION)
    )
    rows = tuple(shown(ordered, facts, library, on))
    if not (standards or every):
        rows = _without_idle_choices(rows, catalog)
    return Reported(rows, chosen)


def _without_idle_choices(rows: Sequence[Shown], catalog: Catalog) -> tuple[Shown, ...]:
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
