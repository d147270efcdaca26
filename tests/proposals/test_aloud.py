"""What is said aloud."""

import pytest

from collabkit.proposals.aloud import aloud


@pytest.mark.parametrize(
    ("told", "heard"),
    [
        ("March 13, April 10 and May 8, 2027, 10 to 1", "March 13, April 10 and May 8, 10 to 1"),
        ("Tuesday, October 12, 2027, at 7 p.m.", "Tuesday, October 12, at 7 p.m."),
        ("March 2027", "March"),
        ("Tuesdays from January 4, 2028, at 4", "Tuesdays from January 4, 2028, at 4"),
        ("from November 2027 on", "from November 2027 on"),
    ],
)
def test_nobody_says_the_year_of_a_day_that_comes_within_twelve_months(
    told: str, heard: str
) -> None:
    assert aloud(told, "November 30, 2026") == heard
    assert aloud(told, "[date]") == told
