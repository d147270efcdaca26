"""When a trial could begin."""

from datetime import date, datetime

import pytest

from collabkit.catalog import Activity, Catalog
from collabkit.proposals.calendar import beginning


def work(catalog: Catalog, pilot: str, lead: int, **schedule: object) -> Activity:
    given = catalog.activities["conversation-circle"]
    assert given.schedule is not None
    told = given.schedule.model_copy(
        update={"lead_weeks": lead, "held": "", "season": (), **schedule}
    )
    return given.model_copy(update={"pilot": pilot, "schedule": told})


@pytest.mark.parametrize(
    ("pilot", "lead", "season", "month"),
    [
        ("Meet on ten mornings.", 6, (), "January 2027"),
        ("Meet on ten mornings.", 8, (), "February 2027"),
        ("Hold one evening in October.", 6, (), "October 2027"),
        ("Load one grade in October.", 50, (), "October 2027"),
        ("Load one grade in October.", 70, (), "October 2028"),
        ("Hold one day in July.", 6, (6, 7, 8), "July 2027"),
        ("Give one day a week, and settle by August.", 20, (2, 3, 4), "February 2028"),
        ("Lend five meters from October to March.", 6, (10, 11, 12, 1, 2, 3), "October 2027"),
        ("People may come.", 0, (), "December 2026"),
    ],
)
def test_a_trial_begins_when_it_is_prepared_in_a_month_of_its_own(
    catalog: Catalog, pilot: str, lead: int, season: tuple[int, ...], month: str
) -> None:
    begin = beginning(work(catalog, pilot, lead, season=season), date(2026, 12, 1))

    assert begin
    assert begin.month == month


def test_nobody_knows_when_a_storm_comes(catalog: Catalog) -> None:
    waiting = work(catalog, "Hold a drill.", 6, held="It is held when a storm comes.", waits=True)

    assert not beginning(waiting, date(2026, 12, 1))


def test_every_trial_of_the_catalog_begins_within_two_years(catalog: Catalog) -> None:
    on = date(2026, 12, 1)
    for activity in catalog.activities.values():
        begin = beginning(activity, on)
        assert begin is None or begin.month[-4:] in {"2027", "2028"}, activity.id


@pytest.mark.parametrize(
    ("lead", "answer"),
    [
        (8, "January 5, 2027"),
        (20, "January 29, 2027"),
        (4, "December 18, 2026"),
        (0, "December 16, 2026"),
    ],
)
def test_a_yes_has_a_last_day(catalog: Catalog, lead: int, answer: str) -> None:
    begin = beginning(work(catalog, "Meet on ten mornings.", lead), date(2026, 12, 1))

    assert begin
    assert begin.answer == answer


@pytest.mark.parametrize("on", [date(2025, 10, 1), date(2026, 9, 28), date(2026, 10, 5)])
def test_nobody_is_asked_to_answer_at_the_turn_of_the_year_or_on_a_weekend(
    catalog: Catalog, on: date
) -> None:
    for lead in range(53):
        begin = beginning(work(catalog, "Meet on ten mornings.", lead), on)
        assert begin
        if begin.answer:
            day = datetime.strptime(begin.answer, "%B %d, %Y").date()  # noqa: DTZ007 - a day has no zone
            assert day.isoweekday() <= 5
            assert (day.month, day.day) not in {(12, each) for each in range(19, 32)}
            assert (day.month, day.day) not in {(1, 1), (1, 2), (1, 3)}
