"""What is due."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit import clock
from collabkit.errors import DataError
from collabkit.paths import PROFILE

if TYPE_CHECKING:
    from collabkit.partnerships.due import Due
    from collabkit.partnerships.due_list import DueList
    from collabkit.partnerships.store import PartnershipStore


def due(
    self: "PartnershipStore",
    name: str | None = None,
    *,
    within: int = 30,
    on: date | None = None,
    people: bool = False,
) -> "DueList":
    """Return what is due, the most urgent first, as ``collab due`` does.

    Steps of the plan that is saved as ``plan.yaml`` in the workspace are due as well.

    Args:
        name: of one partnership; of all by default.
        within: days in which something counts as due soon.
        on: the day of the list; today by default.
        people: whether those who promised are named: they are private.

    Raises:
        DataError: the facts of the one that was named are wrong. Of several, those whose facts
            are wrong are left out, with their ``problems``.
    """
    from collabkit.partnerships.brief import Briefs  # noqa: PLC0415
    from collabkit.partnerships.due_list import due_list  # noqa: PLC0415

    briefs = Briefs(self.folder)
    partnerships = [self.named(name)] if name is not None else list(self.read(briefs))
    day = on or clock.today()
    found = due_list(partnerships, day, within=within, people=people, strict=name is not None)
    briefs.save()
    if name is None:
        try:
            found.add(_plan_steps(self, day, within))
        except DataError as error:  # the plan is broken; what was promised is due all the same
            found.problems += error.problems
    return found


def _plan_steps(store: "PartnershipStore", day: date, within: int) -> "list[Due]":
    """Return the steps of the plan that is saved in the workspace, if one is.

    Raises:
        DataError: it is broken.
    """
    file = (store.home or Path()) / "plan.yaml"
    if store.home is None or not file.is_file():
        return []
    from collabkit.profiles import read_library  # noqa: PLC0415
    from collabkit.reports.plan_steps import due_steps  # noqa: PLC0415 - if there is one

    profile = file.with_name(PROFILE)
    library = read_library(profile, store.catalog)[0] if profile.is_file() else None
    return due_steps(store.catalog, file, day, within, ready=library.ready if library else {})
