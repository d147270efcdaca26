"""Whether a text says how long something goes on."""

import pytest

from collabkit.text.lengths import says_how_long


@pytest.mark.parametrize(
    "text",
    [
        "Host a class on Tuesday mornings for ten weeks from September.",
        "On three Saturdays in May, bring a rug.",
        "Offer two slow Monday mornings.",
        "Show a borrowed set of panels for one month.",
        "Keep a table for one semester.",
        "Let neighbors tend the beds until October.",
        "Lend rods from April through October.",
        "Hold five talks.",
        "Hold five talks at clubs from January to May.",
        "Set a table on three nights of one league.",
    ],
)
def test_a_length_a_count_of_times_and_a_day_say_it(text: str) -> None:
    assert says_how_long(text)


@pytest.mark.parametrize(
    "text",
    [
        "A book club for eight-year-olds and eleven-year-olds.",
        "Enroll a child once five years of their books are pledged.",
        "Lend it for three weeks at a time, two mornings a week.",
        "Two weeks later the post office takes the applications.",
        "Put one shelf into a barbershop, and bring twelve books after a month.",
        "Write one fact sheet and try it on ten people.",
    ],
)
def test_a_rate_a_loan_a_gap_and_an_age_do_not(text: str) -> None:
    assert not says_how_long(text)
