"""Plans that were saved: two of them side by side, and what is to be done of one."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from collabkit.catalog import Catalog
from collabkit.partnerships.due import Due
from collabkit.planning.comparing import Change, Kept, changes_between
from collabkit.planning.readiness import Ready
from collabkit.planning.saved import SavedPlan, read_plan
from collabkit.planning.steps import LIBRARY, Begun, Step, steps_of

FILE = "plan.yaml"
"""The plan of a workspace whose steps `collab due` knows."""
_PAST = timedelta(days=14)
"""For how long a step stays that nobody marks as done."""


def compared(catalog: Catalog, one: Path, other: Path) -> tuple[list[Change], float]:
    """Return what the plan saved at *other* does differently, and how much more it is worth, as a share.

    Raises:
        UsageError: a file is not there.
        DataError: it holds no plan.
        UnknownIdError: it names work that no catalog knows.
    """
    before, after = read_plan(one), read_plan(other)
    share = (after.worth - before.worth) / before.worth if before.worth else 0.0
    return changes_between(_kept(catalog, before), _kept(catalog, after)), share


def _kept(catalog: Catalog, saved: SavedPlan) -> list[Kept]:
    for each in saved.works:
        catalog.known("activities", each.work)
    return [
        Kept(each.work, catalog.activities[each.work].label, each.first.isoformat(), each.carries)
        for each in saved.works
    ]


def saved_steps(catalog: Catalog, saved: SavedPlan, ready: Ready) -> list[Step]:
    """Return what is to be done of a plan as it was *saved*, by what is *ready*, in order of the day."""
    return steps_of(
        catalog,
        [
            Begun(
                each.work,
                each.partner,
                each.organization or "",
                (each.begin or each.first).isoformat(),
                each.first.isoformat(),
                running=each.begin is None,
            )
            for each in saved.works
            if each.work in catalog.activities and each.partner in catalog.partners
        ],
        ready,
    )


def due_steps(catalog: Catalog, file: Path, today: date, within: int, *, ready: Ready) -> list[Due]:
    """Return the steps of the plan saved in *file* that lie ahead, or not long back, by what is *ready*.

    Raises:
        DataError: the file holds no plan.
    """
    saved = read_plan(file)
    names = {each.work: each.organization or "" for each in saved.works}
    ahead = [
        step
        for step in saved_steps(catalog, saved, ready)
        if date.fromisoformat(step.day) >= today - _PAST
    ]
    return list(dues_of(catalog, ahead, names, today, within=within, file=str(file)))


def dues_of(
    catalog: Catalog,
    steps: Iterable[Step],
    names: Mapping[str, str],
    today: date,
    *,
    within: int = 30,
    file: str = FILE,
) -> Iterator[Due]:
    """Yield *steps* as what is due, by the names of the organizations where they are known."""
    for nth, step in enumerate(steps):
        days = (date.fromisoformat(step.day) - today).days
        label = catalog.activities[step.work].label
        yield Due(
            partnership=step.work,
            name=names.get(step.work) or label,
            stage="",
            kind="plan",
            side="we" if step.who == LIBRARY else None,
            what=f"{label}: {step.what}" if names.get(step.work) else step.what,
            who=None,
            on=step.day,
            days=days,
            urgency="later" if days > within else "due",
            file=file,
            line=None,
            nth=nth,
        )
