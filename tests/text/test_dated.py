"""Days that somebody named, with the year or the months that they leave out."""

from datetime import date

import pytest

from collabkit.text.dated import dated

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
