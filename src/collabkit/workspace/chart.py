"""Goals against partners, in one view."""

from typing import TYPE_CHECKING

from collabkit.arguments import Words, several

if TYPE_CHECKING:
    from collabkit.catalog.chart import ChartRow
    from collabkit.workspace.workspace import Workspace


def chart(
    self: "Workspace", goals: Words | None = None, *, every: bool = False
) -> "list[ChartRow]":
    """Return which kinds of organization share which goals, as ``collab chart`` does.

    Args:
        goals: only these, by their ids; those of the profile by default, or all.
        every: all goals, whatever the profile names.

    Raises:
        UnknownIdError: there is no such goal.
    """
    from collabkit.catalog.chart import chart as rows  # noqa: PLC0415

    catalog = self.catalog
    named = [catalog.known("goals", id_).id for id_ in several(goals, "goal")]
    return rows(catalog, named or ([] if every else list(self.library.own_goals)))
