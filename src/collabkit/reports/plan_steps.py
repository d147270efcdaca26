"""What is to be done of a plan, as what is due: in a list of what is due, and in a calendar."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from collabkit.catalog import Catalog
from collabkit.partnerships.due import Due
from collabkit.paths import PLAN
from collabkit.planning.readiness import Ready
from collabkit.planning.saved import read_plan
from collabkit.planning.saved_steps import saved_steps
from collabkit.planning.steps import LIBRARY, Step

_PAST = timedelta(days=14)
"""For how long a step stays that nobody marks as done."""


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
    file: str = PLAN,
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
