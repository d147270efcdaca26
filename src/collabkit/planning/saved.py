"""A plan as a file: what was chosen, for a later plan to keep to or to be compared with."""

from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field

from collabkit.catalog.base import Part
from collabkit.catalog.fields import ActivityId, GoalId, PartnerId, Text
from collabkit.datafiles.checking import validate
from collabkit.datafiles.reading import read
from collabkit.datafiles.scalars import quote, write_number
from collabkit.errors import DataError, UsageError
from collabkit.planning.care import Care
from collabkit.planning.year import Year


def _day(value: object) -> object:
    if not isinstance(value, str):
        raise ValueError('should be a day in quotes, such as "2027-03-01"')  # noqa: TRY004 - pydantic's way
    return date.fromisoformat(value)


_Day = Annotated[date, BeforeValidator(_day)]


class SavedWork(Part):
    """One piece of work of a plan."""

    work: ActivityId
    partner: PartnerId
    first: _Day
    """The first day of the month of its first session."""
    begin: _Day | None = None
    """The day on which to ask; nothing for work under way."""
    organization: Text | None = None
    """With whom, by name."""
    carries: tuple[GoalId, ...] = ()
    """Goals that it carries."""


class SavedPlan(Part):
    """A plan as it was saved."""

    start: _Day
    """The first day of its first month."""
    months: int = Field(ge=1, le=36)
    hours: tuple[float, ...]
    """Staff hours of each month."""
    worth: float
    """What it is worth, by the weights of then."""
    works: tuple[SavedWork, ...]
    goals: tuple[GoalId, ...] = ()
    """The goals that were planned for; those that are carried, in a file that names none."""
    care: Care = "careful"


def plan_text(year: Year) -> str:
    """Return *year* as YAML."""
    hours = ", ".join(write_number(month.available) for month in year.months)
    lines = [
        "# A plan of `collab plan --set save=FILE`; `--set keep` of this file moves as little as needed.",
        f"start: {quote(year.months[0].first.isoformat())}",
        f"months: {len(year.months)}",
        f"hours: [{hours}]",
        f"worth: {write_number(year.worth)}",
        f"goals: [{', '.join(each.goal for each in year.goals)}]",
        f"care: {year.care}",
        "works:" if year.chosen else "works: []",
    ]
    for each in year.chosen:
        lines += [
            f"  - work: {each.work}",
            f"    partner: {each.partner}",
            f"    first: {quote(each.first)}",
        ]
        if not each.running:
            lines.append(f"    begin: {quote(each.begin)}")
        if each.organization:
            lines.append(f"    organization: {quote(each.organization)}")
        if each.carries:
            lines.append(f"    carries: [{', '.join(each.carries)}]")
    return "\n".join(lines) + "\n"


def read_plan(path: Path) -> SavedPlan:
    """Return the plan that was saved at *path*.

    Raises:
        UsageError: there is no such file.
        DataError: it holds something else.
    """
    if not path.is_file():
        raise UsageError(
            f"no file called {str(path)!r}", "`collab plan --set save=FILE` writes one"
        )
    saved, problems = validate(
        read(path), SavedPlan, example="`collab plan --set save=FILE` writes one"
    )
    if saved is None or problems:
        raise DataError(problems)
    return saved
