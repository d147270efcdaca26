"""The days that somebody meant, and the hour at which it opens."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.text.days import clock, days_held, opens

ON, START, END = date(2026, 11, 30), date(2027, 2, 1), date(2027, 5, 31)


@pytest.mark.parametrize(
    ("when", "days"),
    [
        ("Saturday, October 16, 2 to 9", ["10-16"]),
        ("Saturdays, April 10 and 24, and Thursday, April 22, 6:30 to 8", ["4-10", "4-22", "4-24"]),
        ("Thursdays, February 4 to 25, 6 to 8", ["2-4", "2-11", "2-18", "2-25"]),
        ("Thursdays, February 4 to February 25, 6 to 8", ["2-4", "2-11", "2-18", "2-25"]),
        ("Tuesdays and Thursdays, May 4 to May 13, 2027", ["5-4", "5-6", "5-11", "5-13"]),
        ("every second Wednesday from May 5, 10 to 11", ["5-5", "5-19"]),
        ("Tuesdays from May 18, 3:15 to 5:30", ["5-18", "5-25"]),
        ("the second Saturday of each month, 1 to 4", ["2-13", "3-13", "4-10", "5-8"]),
        ("the first and third Tuesday of each month", ["2-2", "2-16", "3-2", "3-16", "4-6", "4-20", "5-4", "5-18"]),
        ("the second Tuesday of March and May, 9 to 11", ["3-9", "5-11"]),
        ("March 15 to 19, 9 to 11", []),
        ("Monday to Friday, 3 to 5, May 10 to May 21", []),
        ("Thursdays, 6 to 8, until May 6", []),
        ("Second Saturdays of each month", ["2-13", "3-13", "4-10", "5-8"]),
        ("every other Tuesday from March 3", ["3-9", "3-23", "4-6", "4-20", "5-4", "5-18"]),
        ("the last Friday of each month, 10 to noon", ["2-26", "3-26", "4-30", "5-28"]),
        ("the 2nd Saturday of each month, 1 to 4", ["2-13", "3-13", "4-10", "5-8"]),
        ("the 1st and last Monday in March", ["3-1", "3-29"]),
        ("every second Tuesday of the month", ["2-9", "3-9", "4-13", "5-11"]),
        ("alternate Thursdays from May 6, 4 to 5", ["5-6", "5-20"]),
        ("Thursdays in March", ["3-4", "3-11", "3-18", "3-25"]),
        ("Fridays except March 26", []),
        ("a Tuesday in March", []),
        ("Tuesday evenings, monthly", []),
        ("one Saturday a month", []),
        ("Thursdays, twice a month", []),
        ("Mondays, March to May", []),
        ("every third Tuesday", []),
        ("the first Tuesday", []),
        ("from three to five on school days", []),
        ("in the spring", []),
    ],
)  # fmt: skip
def test_days_are_those_that_somebody_meant(when: str, days: list[str]) -> None:
    assert [f"{day.month}-{day.day}" for day in days_held(when, ON, START, END)] == days


def test_a_stretch_goes_over_the_turn_of_the_year() -> None:
    held = days_held("Fridays, December 18 to January 8, 4 to 5", ON)
    assert held == (date(2026, 12, 18), date(2026, 12, 25), date(2027, 1, 1), date(2027, 1, 8))


def test_days_of_the_week_alone_need_a_first_and_a_last() -> None:
    assert not days_held("Wednesdays, 9 to noon", ON)
    assert not days_held("Wednesdays, 9 to noon", ON, START)
    assert len(days_held("Wednesdays, 9 to noon", ON, START, date(2027, 2, 28))) == 4


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        ("Saturday, October 16, 2 to 9", "2:00"),
        ("Tuesday, October 12, 6:30 to 8", "6:30"),
        ("Wednesdays, March 3 and April 28, noon to 5", "12:00"),
        ("Thursday at 7 p.m.", "7:00"),
        ("Saturday, May 8, 9 a.m. to noon", "9:00"),
        ("November 6 to December 10", ""),
        ("Thursdays, January 7 to 28, 6:15 to 7:30 p.m.", "6:15"),
        ("Tuesdays, April 6, 13 and 20, 4 to 5", "4:00"),
        ("May 2, 3 and 5 to 6", "5:00"),
        ("March 1 to April 5", ""),
        ("Friday at dusk", ""),
    ],
)
def test_it_opens_at_the_first_hour_that_is_named(when: str, shown: str) -> None:
    opening = opens(when)
    assert (clock(opening, 0) if opening else "") == shown


@given(st.integers(1, 12), st.integers(0, 59), st.integers(0, 720))
def test_a_clock_has_twelve_hours(hour: int, minute: int, after: int) -> None:
    shown = clock((hour, minute), after)
    told, minutes = map(int, shown.split(":"))
    assert 1 <= told <= 12
    assert (told * 60 + minutes - hour * 60 - minute - after) % 720 == 0


@given(st.dates(date(2027, 1, 1), date(2030, 12, 1)), st.integers(0, 300))
def test_weekly_days_are_a_week_apart_and_within_their_ends(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    held = days_held("Thursdays, 6 to 8", ON, start, end)
    assert all(start <= day <= end and day.weekday() == 3 for day in held)
    assert all(after - before == timedelta(days=7) for before, after in pairwise(held))
    assert length < 7 or held


def test_no_stretch_is_counted_for_ever() -> None:
    assert not days_held("Thursdays, 6 to 8", ON, date.min, date.max)
    assert not days_held("Thursdays, 6 to 8", ON, END, START)
