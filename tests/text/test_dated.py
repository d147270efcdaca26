"""Days that somebody named, with the year or the months that they leave out."""

from datetime import date

import pytest

from collabkit.text.dated import dated, named_days

ON, START, END = date(2026, 11, 30), date(2027, 3, 1), date(2027, 5, 14)


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("April 16 at dusk", "April 16, 2027, at dusk"),
        (
            "Friday, April 16, at dusk, rain date April 23",
            "Friday, April 16, 2027, at dusk, rain date April 23",
        ),
        ("April 17 (rain date April 24)", "April 17, 2027 (rain date April 24)"),
        ("Mondays, January 11 and 25, 9 to noon", "Mondays, January 11 and 25, 2027, 9 to noon"),
        ("September 4, 10 to 1", "September 4, 2027, 10 to 1"),
        ("April 6, 13 and 20, 4 to 5", "April 6, 13 and 20, 2027, 4 to 5"),
        ("March 6 and 20, April 3 and 17, 9", "March 6 and 20, April 3 and 17, 2027, 9"),
        ("May 2, 3 and 5 p.m.", "May 2, 2027, 3 and 5 p.m."),
        ("November 6 to December 10", "November 6 to December 10, 2027"),
        ("November 20 to January 10", "November 20, 2027, to January 10"),
    ],
)
def test_a_day_gets_its_year_behind_the_days_that_belong_to_it(when: str, told: str) -> None:
    assert dated(when, ON, START, END) == told


@pytest.mark.parametrize(
    "when",
    [
        "Tuesday, March 9, 2027, at 7 p.m.",
        "the first Tuesday of March",
        "Jan. 11, 9 to noon",
        "1/11, 9 to noon",
        "April 31, 9 to noon",
    ],
)
def test_what_names_its_year_or_only_its_month_stays(when: str) -> None:
    assert dated(when, ON, START, END) == when


def test_a_day_in_the_year_of_the_paper_needs_none() -> None:
    when = "Friday, April 16, at dusk"
    assert dated(when, date(2027, 1, 4), START, END) == when


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        (START, END, "Wednesdays, 8:30 to 10, from March to May 2027"),
        (START, date(2027, 3, 31), "Wednesdays, 8:30 to 10, in March 2027"),
        (ON, END, "Wednesdays, 8:30 to 10, from November 2026 to May 2027"),
        (START, None, "Wednesdays, 8:30 to 10, from March 2027 on"),
    ],
)
def test_days_of_the_week_get_the_months_of_the_work(
    start: date, end: date | None, told: str
) -> None:
    assert dated("Wednesdays, 8:30 to 10", ON, start, end) == told
    assert dated("Wednesdays, 8:30 to 10", ON, start, end, span=False) == "Wednesdays, 8:30 to 10"


@pytest.mark.parametrize(
    ("when", "days"),
    [
        ("Saturday, April 24, 9 to 3", [(2027, 4, 24)]),
        (
            "Saturdays, March 13, April 10 and May 8, 10:30 to 1",
            [(2027, 3, 13), (2027, 4, 10), (2027, 5, 8)],
        ),
        ("the weekends of May 8 and 22", [(2027, 5, 8), (2027, 5, 22)]),
        ("March 10, 10 to 11, and March 18, 1 to 2", [(2027, 3, 10), (2027, 3, 18)]),
        ("Thursday, April 6, 2028, at 7", [(2028, 4, 6)]),
        ("December 3 at noon", [(2026, 12, 3)]),
        ("November 6 to December 10", []),
        ("every second Wednesday from May 5", []),
        ("Thursdays at 9", []),
        ("February 30", []),
    ],
)
def test_days_are_read_from_what_somebody_said(when: str, days: list[tuple[int, int, int]]) -> None:
    assert named_days(when, ON) == tuple(date(*day) for day in days)
