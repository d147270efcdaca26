"""What months an aim is about, and that work at rest in them does not come first."""

import pytest

from collabkit import match
from collabkit.catalog import Catalog
from collabkit.matching.language.seasons import months


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("kids come hungry in July", {7}),
        ("every summer the kids slide back half a grade", {6, 7, 8}),
        ("what do they eat when school\u2019s out", {6, 7, 8}),
        ("plant is closing, 340 people out by Christmas", set()),
        ("I have $2,500 and till June 30 to spend it", set()),
        ("we may march in the parade", set()),
    ],
)
def test_a_month_counts_as_a_season_and_not_as_a_date(text: str, about: set[int]) -> None:
    assert months(text) == about


def test_work_that_rests_in_the_month_asked_for_is_not_what_to_start_with(catalog: Catalog) -> None:
    first = match(catalog, ["kids come hungry in July"])[0]

    assert first.partner == "food-bank"
    assert first.activity
    assert first.activity.id == "summer-meals-site"
