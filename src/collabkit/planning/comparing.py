"""Two plans side by side: what comes in, what leaves, what begins at another time."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from collabkit.catalog import Catalog
from collabkit.notes import HasNotes, Note
from collabkit.planning.saved import SavedPlan, read_plan
from collabkit.planning.year import Year


class Change(NamedTuple):
    """One piece of work that two plans treat differently."""

    work: str
    """The id of the work."""
    label: str
    """What it is called."""
    change: Literal["added", "dropped", "moved"]
    """What the other plan does with it."""
    first: str
    """The month of its first session as it was, or nothing."""
    then: str
    """The month of its first session in the other plan, or nothing."""
    carries: tuple[str, ...]
    """Goals that it carries, where it is."""


class ComparedWork(NamedTuple):
    """What of a work two plans are compared by."""

    work: str
    label: str
    first: str
    carries: tuple[str, ...]


class Changes(HasNotes, list[Change]):
    """What another plan does differently, in order of id; nothing if the two are the same."""

    def __init__(self, changes: Iterable[Change], before: float, after: float) -> None:
        """Hold *changes* between two plans that are worth *before* and *after*."""
        super().__init__(changes)
        self.worth = (after - before) / before if before else 0.0
        """How much more the other one is worth, as a share."""
        self.with_notes(_worth)


def _worth(changes: Changes) -> Iterator[Note]:
    """Yield how much more the other plan is worth."""
    more = "more" if changes.worth >= 0 else "less"
    other = f"The other plan is worth {abs(changes.worth):.1%} {more}."
    yield Note("worth", other if changes else "The same plan.")


def changes(plan: Year, other: Year) -> Changes:
    """Return what is different in *other*."""
    return Changes(_between(_kept(plan), _kept(other)), plan.worth, other.worth)


def _kept(plan: Year) -> list[ComparedWork]:
    return [ComparedWork(each.work, each.label, each.first, each.carries) for each in plan.chosen]


def compared(catalog: Catalog, one: Path, other: Path) -> Changes:
    """Return what the plan saved at *other* does differently.

    Raises:
        UsageError: a file is not there.
        DataError: it holds no plan.
        UnknownIdError: it names work that no catalog knows.
    """
    before, after = read_plan(one), read_plan(other)
    works = _between(_of_saved(catalog, before), _of_saved(catalog, after))
    return Changes(works, before.worth, after.worth)


def _of_saved(catalog: Catalog, saved: SavedPlan) -> list[ComparedWork]:
    for each in saved.works:
        catalog.known("activities", each.work)
    return [
        ComparedWork(
            each.work, catalog.activities[each.work].label, each.first.isoformat(), each.carries
        )
        for each in saved.works
    ]


def _between(one: Iterable[ComparedWork], other: Iterable[ComparedWork]) -> list[Change]:
    """Return what is different in the works of *other*, in order of id."""
    before = {each.work: each for each in one}
    after = {each.work: each for each in other}
    return [
        _change(before.get(work), after.get(work))
        for work in sorted({*before, *after})
        if _first(before.get(work)) != _first(after.get(work))
    ]


def _change(before: ComparedWork | None, after: ComparedWork | None) -> Change:
    there = after or before
    if there is None:  # one of the two has it
        raise AssertionError
    kind: Literal["added", "dropped", "moved"] = (
        "moved" if before and after else "added" if after else "dropped"
    )
    return Change(there.work, there.label, kind, _first(before), _first(after), there.carries)


def _first(each: ComparedWork | None) -> str:
    return each.first[:7] if each else ""
