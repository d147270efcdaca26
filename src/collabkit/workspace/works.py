"""All joint works, as a menu."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collabkit.workspace.workspace import Workspace


def works_by_goal(self: "Workspace") -> dict[str, dict[str, str]]:
    """Return the labels of all works by their ids, each under the label of its main goal."""
    catalog = self.catalog
    menu: dict[str, dict[str, str]] = {goal.label: {} for goal in catalog.goals.values()}
    for id_, activity in catalog.activities.items():
        menu[catalog.goals[activity.goals[0]].label][id_] = activity.label
    return {goal: works for goal, works in menu.items() if works}
