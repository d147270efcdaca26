"""The chart of compatible partners: which kinds of organization share which goals."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from collabkit.catalog.activities import Activity
from collabkit.catalog.goals import Goal
from collabkit.catalog.partners import Partner
from collabkit.catalog.store import Catalog

Share = Literal["own", "helps", "work"]
"""How a partner shares a goal. *own*: it is its own work. *helps*: it often helps with it. *work*:
a piece of joint work for the goal has a part for it."""


class ChartRow(NamedTuple):
    """One goal, with the partners that share it."""

    goal: str
    label: str
    own: tuple[str, ...]
    """Partners whose own work it is."""
    helps: tuple[str, ...]
    """Partners that often help with it."""
    work: tuple[str, ...]
    """Partners beyond these that have a part in joint work for it."""

    def share(self, partner: str) -> Share | None:
        """Return how *partner* shares the goal; nothing if it does not."""
        sides: tuple[tuple[Share, tuple[str, ...]], ...] = (
            ("own", self.own),
            ("helps", self.helps),
            ("work", self.work),
        )
        return next((share for share, partners in sides if partner in partners), None)


def chart(catalog: Catalog, goals: Sequence[str] = ()) -> list[ChartRow]:
    """Return the goals with their partners, in the order of the catalog.

    Args:
        catalog: what the field knows.
        goals: ids of those to show; all of them if there are none.
    """
    chosen = [catalog.goals[id_] for id_ in goals] or list(catalog.goals.values())
    partners = list(catalog.partners.values())
    work = list(catalog.activities.values())
    return [_row(goal, partners, work) for goal in chosen]


def _row(goal: Goal, partners: Sequence[Partner], work: Sequence[Activity]) -> ChartRow:
    own = tuple(each.id for each in partners if goal.id in each.goals.core)
    helps = tuple(each.id for each in partners if goal.id in each.goals.related)
    taking_part = {
        role.partner for each in work if goal.id == each.goals[0] for role in each.roles
    } - {*own, *helps}
    more = tuple(each.id for each in partners if each.id in taking_part)
    return ChartRow(goal.id, goal.label, own, helps, more)
