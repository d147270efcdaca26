"""When a trial could begin."""

from datetime import date, datetime, timedelta

import pytest

from collabkit.catalog import Activity, Catalog
from collabkit.proposals.calendar import (
    beginning,
    known_by,
    sign_by,
    time_to_answer,
)
from collabkit.text.months import months_named


def work(catalog: Catalog, pilot: str, lead: int, **schedule: object) -> Activity:
    given = catalog.activities["conversation-circle"]
    assert given.schedule is not None
    told = given.schedule.model_copy(
        update={"lead_weeks": lead, "held": "", "season": (), **schedule}
    )
    months = tuple(months_named(pilot))
    return given.model_copy(update={"pilot": pilot, "pilot_months": months, "schedule": told})


def day_of(text: str) -> date:
    return datetime.strptime(text, "%B %d, %Y").date()  # noqa: DTZ007 - a day has no zone


@pytest.mark.parametrize(
    ("pilot", "lead", "season", "month"),
    [
        ("Meet on ten mornings.", 6, (), "February 2027"),
        ("Meet on ten mornings.", 8, (), "February 2027"),
        ("Hold one evening in October.", 6, (), "October 2027"),
        ("Load one grade in October.", 50, (), "October 2027"),
        ("Load one grade in October.", 56, (), "October 2028"),
        ("Load one grade in October.", 70, (), "October 2028"),
        ("Hold two walks in April.", 18, (), "April 2027"),
        ("Hold two walks in April.", 24, (), "April 2028"),
        ("Hold two walks in April.", 24, (4, 5, 6), "April 2027"),
        ("Put up frames in May, before June.", 6, (), "May 2027"),
        ("Hold one day in July.", 6, (6, 7, 8), "July 2027"),
        ("Give one day a week, and settle by August.", 20, (2, 3, 4), "February 2028"),
        ("Lend five meters from October to March.", 6, (10, 11, 12, 1, 2, 3), "October 2027"),
        ("Hold it in spring.", 6, (1, 2, 3, 4, 5), "February 2027"),
        ("Hold it in winter.", 6, (1, 2, 3), "January 2027"),
        ("People may come.", 0, (), "January 2027"),
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
        (4, "January 26, 2027"),
        (0, "January 15, 2027"),
    ],
)
def test_a_yes_has_a_last_day(catalog: Catalog, lead: int, answer: str) -> None:
    begin = beginning(work(catalog, "Meet on ten mornings.", lead), date(2026, 12, 1))

    assert begin
    assert begin.answer == answer


@pytest.mark.parametrize(
    "on", [date(2026, month, day) for month in (3, 6, 9, 11) for day in (2, 19)]
)
def test_nobody_answers_within_four_weeks_and_no_board_within_six(
    catalog: Catalog, on: date
) -> None:
    for lead in range(53):
        for id_, weeks in (("bookstore-publisher", 4), ("k12-school", 6), ("local-government", 6)):
            patience = time_to_answer(catalog.partners[id_])
            begin = beginning(work(catalog, "Meet on ten mornings.", lead), on, patience)
            assert begin
            assert (day_of(begin.answer) - on).days >= weeks * 7 - 2, (lead, begin)


def test_only_a_season_that_opens_soon_hurries_an_answer(catalog: Catalog) -> None:
    on, hurried = date(2026, 12, 1), 0
    for activity in catalog.activities.values():
        begin = beginning(activity, on)
        if begin and begin.answer and (day_of(begin.answer) - on).days < 26:
            assert activity.schedule
            assert activity.schedule.season or begin.month.split()[0] in activity.pilot
            hurried += 1
    assert hurried < 10


def test_a_first_day_that_was_named_counts_before_the_calendar(catalog: Catalog) -> None:
    given = work(catalog, "Meet on ten mornings.", 8)

    begin = beginning(given, date(2026, 12, 1), start=date(2027, 4, 12))
    soon = beginning(given, date(2026, 12, 1), start=date(2026, 12, 14))

    assert begin == ("April 2027", "March 1, 2027", True, "February 22, 2027")
    assert soon == ("December 2026", "", False, "")


@pytest.mark.parametrize(
    ("start", "day"),
    [
        (date(2027, 1, 25), date(2027, 1, 11)),
        (date(2027, 1, 24), date(2027, 1, 8)),
        (date(2027, 10, 18), date(2027, 1, 12)),
        (date(2027, 1, 8), date(2026, 12, 18)),
        (date(2026, 12, 10), None),
        (date(2026, 1, 10), None),
    ],
)
def test_what_begins_is_signed_two_weeks_before_and_within_six(
    start: date, day: date | None
) -> None:
    assert sign_by(start, date(2026, 12, 1)) == day


@pytest.mark.parametrize("on", [date(2025, 10, 1), date(2026, 9, 28), date(2026, 10, 5)])
def test_nobody_is_asked_to_answer_at_the_turn_of_the_year_or_on_a_weekend(
    catalog: Catalog, on: date
) -> None:
    for lead in range(53):
        begin = beginning(work(catalog, "Meet on ten mornings.", lead), on)
        assert begin
        if begin.answer:
            day = day_of(begin.answer)
            assert day.isoweekday() <= 5
            assert (day.month, day.day) not in {(12, each) for each in range(19, 32)}
            assert (day.month, day.day) not in {(1, 1), (1, 2), (1, 3)}


@pytest.mark.parametrize(
    ("on", "partner", "answer"),
    [
        (date(2026, 11, 30), "library-friends", "June 18, 2027"),
        (date(2026, 11, 30), "college-university", "May 21, 2027"),
        (date(2027, 5, 20), "college-university", "June 18, 2027"),
    ],
)
def test_schools_are_asked_before_their_summer(
    catalog: Catalog, on: date, partner: str, answer: str
) -> None:
    given = work(catalog, "Meet on ten mornings.", 20)

    away = catalog.partners[partner].away
    begin = beginning(given, on, start=date(2027, 10, 1), away=away)

    assert begin
    assert begin[:2] == ("October 2027", answer)


def test_who_names_the_first_day_leaves_four_weeks_where_half_of_the_time_is_left(
    catalog: Catalog,
) -> None:
    given = work(catalog, "Meet on ten mornings.", 14)

    begin = beginning(given, date(2026, 11, 30), start=date(2027, 3, 1))
    assert begin == ("March 2027", "January 8, 2027", False, "December 18, 2026")


@pytest.mark.parametrize(
    ("on", "start", "answer"),
    [
        (date(2027, 3, 1), date(2027, 4, 20), "March 23, 2027"),
        (date(2027, 3, 6), date(2027, 6, 1), "April 20, 2027"),
        (date(2027, 6, 6), date(2027, 7, 20), "June 22, 2027"),
        (date(2026, 11, 7), date(2026, 12, 22), "November 24, 2026"),
    ],
)
def test_a_first_day_in_any_month_says_by_when_a_yes_is_needed(
    catalog: Catalog, on: date, start: date, answer: str
) -> None:
    begin = beginning(work(catalog, "Meet on ten mornings.", 8), on, start=start)

    assert begin
    assert begin.answer == answer


def test_a_yes_is_asked_for_whatever_the_day_of_the_letter(catalog: Catalog) -> None:
    given, first = work(catalog, "Meet on ten mornings.", 8), date(2026, 12, 1)
    for on in (first + timedelta(days=each) for each in range(370)):
        begin = beginning(given, on, start=on + timedelta(weeks=14))
        assert begin
        assert begin.answer, on
        assert day_of(begin.answer) >= on + timedelta(weeks=2)


@pytest.mark.parametrize(
    ("start", "weeks", "day"),
    [
        (date(2028, 3, 1), 35, date(2027, 1, 12)),  # nobody waits a year for a signature
        (date(2027, 3, 1), 16, date(2026, 12, 15)),  # preparing has begun
        (date(2027, 3, 1), 10, date(2026, 12, 18)),
    ],
)
def test_nothing_is_prepared_before_it_is_signed(start: date, weeks: int, day: date) -> None:
    assert sign_by(start, date(2026, 12, 1), timedelta(weeks=weeks)) == day


@pytest.mark.parametrize(
    ("answer", "start", "day"),
    [
        (date(2027, 3, 1), date(2027, 6, 1), date(2027, 3, 15)),
        (date(2027, 3, 6), date(2027, 6, 1), date(2027, 3, 19)),  # no Saturday
        (date(2026, 12, 14), date(2027, 3, 1), date(2027, 1, 8)),  # nor the turn of the year
        (date(2027, 3, 1), date(2027, 3, 25), date(2027, 3, 11)),  # two weeks before it begins
        (date(2027, 3, 1), date(2027, 3, 5), date(2027, 3, 1)),  # and never before the yes
    ],
)
def test_who_says_yes_hears_two_weeks_later_whether_the_others_do(
    answer: date, start: date, day: date
) -> None:
    assert known_by(answer, start) == day
