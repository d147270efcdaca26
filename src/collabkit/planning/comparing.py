"""Two plans side by side: what comes in, what leaves, what begins at another time."""

from typing import Literal, NamedTuple

from collabkit.planning.year import Chosen, Year


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


def changes(plan: Year, other: Year) -> list[Change]:
    """Return what is different in *other*, in order of id; nothing if the plans are the same."""
    before = {each.work: each for each in plan.chosen}
    after = {each.work: each for each in other.chosen}
    return [
        _change(before.get(work), after.get(work))
        for work in sorted({*before, *after})
        if _first(before.get(work)) != _first(after.get(work))
    ]


def _change(before: Chosen | None, after: Chosen | None) -> Change:
    there = after or before
    if there is None:  # one of the two has it
        raise AssertionError
    kind: Literal["added", "dropped", "moved"] = (
        "moved" if before and after else "added" if after else "dropped"
    )
    return Change(there.work, there.label, kind, _first(before), _first(after), there.carries)


def _first(each: Chosen | None) -> str:
    return each.first[:7] if each else ""
