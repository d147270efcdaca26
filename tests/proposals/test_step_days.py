"""The steps of a trial by the calendar and the clock."""

from datetime import date

import pytest

from collabkit.catalog import Catalog
from collabkit.catalog.work import Step
from collabkit.proposals import Terms
from collabkit.proposals.step_days import dated_steps, held
from proposals.samples import SUBJECTS, changed, drafted

ON = date(2026, 11, 30)
WEEKLY = "Thursdays, February 4 to April 8, 6 to 8"


def told(
    when: str, step: dict[str, object], start: date | None = None, end: date | None = None
) -> str:
    [dated] = dated_steps(
        [Step(when="then", text="It is done.", **step)], held(when, ON, start, end)
    )
    return dated.when.removeprefix("then").strip()


@pytest.mark.parametrize(
    ("when", "step", "day"),
    [
        ("Tuesday, October 12, 6:30 to 8", {"days": -14}, "(by September 28)"),
        ("Saturday, October 16, 2 to 9", {"days": -14}, "(by October 1)"),  # a Friday: nobody works on Saturday
        ("Tuesday, October 12, 6:30 to 8", {"days": -1}, "(October 11)"),
        ("Tuesday, October 12, 6:30 to 8", {"days": 1}, "(October 13)"),
        (WEEKLY, {"days": 7}, "(by April 15)"),
        (WEEKLY, {"days": -40}, "(by December 25, 2026)"),
        (WEEKLY, {"times": (3, 8)}, "(February 18 and March 25)"),
        (WEEKLY, {"times": (-1,)}, "(April 8)"),
        (WEEKLY, {"times": (11,)}, ""),
        (WEEKLY, {"minutes": 0}, "(6:00)"),
        ("Saturday, October 16, 2 to 9", {"minutes": 265}, "(about 6:25)"),
        ("Friday, April 16, at dusk", {"minutes": 30}, ""),
        ("November 6 to December 10", {"days": 7}, "(by December 17)"),
        ("November 6 to December 10", {"days": -14}, "(by October 22)"),
        ("November 6 to December 10", {"times": (2,)}, ""),
        ("some evenings in spring", {"days": -7}, ""),
        ("", {"days": -7}, ""),
    ],
)  # fmt: skip
def test_a_step_tells_its_day_or_hour(when: str, step: dict[str, object], day: str) -> None:
    assert told(when, step) == day


def test_without_days_a_service_begins_and_ends_with_its_dates() -> None:
    start, end = date(2027, 3, 1), date(2028, 2, 29)
    assert told("", {"days": -14}, start, end) == "(by February 15)"
    assert told("", {"days": 14}, start, end) == "(by March 14, 2028)"
    assert told("", {"times": (1,)}, start, end) == ""
    assert told("", {"days": 14}, start) == ""


def test_days_of_the_week_of_which_some_are_meant_tell_nothing() -> None:
    start, end = date(2027, 3, 1), date(2027, 5, 31)
    for when, count, known in (
        ("Saturdays, 9 to noon", 3, False),
        ("Saturdays, 9 to noon", 13, True),
        ("Saturdays, 9 to noon", 0, True),
        ("the second Saturday of each month, 9 to noon", 3, True),
        ("Saturdays, March 6 to May 29, 9 to noon", 3, True),
    ):
        assert (held(when, ON, start, end, count) is not None) == known, when


def test_papers_name_the_days_of_steps_once_they_are_known(catalog: Catalog) -> None:
    subject = SUBJECTS[1]
    work = catalog.activities[subject.activity]
    step = Step(when="two weeks before", text="You send the list.", days=-14)
    roles = tuple(role.model_copy(update={"timeline": (step,)}) for role in work.roles)
    known = changed(catalog, work.model_copy(update={"roles": roles}))
    day = subject._replace(when="Monday, June 15, 11 to 1")

    assert "**Two weeks before.** You send" in drafted(known, "proposal", subject).text.markdown
    dated = drafted(known, "proposal", day).text.markdown
    assert "**Two weeks before (by June 1).** You send" in dated
    signed = Terms(start=date(2026, 6, 15), end=date(2026, 8, 14), final=True)
    assert (
        "(by June 1).** You send"
        in drafted(known, "agreement", subject, terms=signed).text.markdown
    )
