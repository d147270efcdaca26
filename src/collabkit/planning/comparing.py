"""Two plans side by side: what comes in, what leaves, what begins at another time."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

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


class Kept(NamedTuple):
    """What of a work two plans are compared by."""

    work: str
    label: str
    first: str
    carries: tuple[str, ...]


def changes(plan: Year, other: Year) -> list[Change]:
    """Return what is different in *other*, in order of id; nothing if the plans are the same."""
    return changes_between(_kept(plan), _kept(other))


def _kept(plan: Year) -> list[Kept]:
    return [Kept(each.work, each.label, each.first, each.carries) for each in plan.chosen]


def changes_between(one: Iterable[Kept], other: Iterable[Kept]) -> list[Change]:
    """Return what is different in the works of *other*, in order of id."""
    before = {each.work: each for each in one}
    after = {each.work: each for each in other}
    return [
        _change(before.get(work), after.get(work))
        for work in sorted({*before, *after})
        if _first(before.get(work)) != _first(after.get(work))
    ]


def _change(before: Kept | None, after: Kept | None) -> Change:
    there = after or before
    if there is None:  # one of the two has it
        raise AssertionError
    kind: Literal["added", "dropped", "moved"] = (
        "moved" if before and after else "added" if after else "dropped"
    )
    return Change(there.work, there.label, kind, _first(before), _first(after), there.carries)


def _first(each: Kept | None) -> str:
    return each.first[:7] if each else ""
