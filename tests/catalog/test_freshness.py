"""Facts past their date, or not looked up for a year."""

from datetime import date

import pytest

from collabkit.catalog.advice import Caution
from collabkit.catalog.freshness import last_day, stale, stale_parts
from shipped import CATALOG


def caution(**dates: str) -> Caution:
    return Caution(
        id="x", label="x", summary="X.", source=("practice",), do="X.", ask="X?", **dates
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026", date(2026, 12, 31)),
        ("2026-02", date(2026, 2, 28)),
        ("2026-11-25", date(2026, 11, 25)),
    ],
)
def test_a_date_lasts_as_long_as_it_is_exact(text: str, day: date) -> None:
    assert last_day(text) == day


def test_a_fact_is_stale_the_day_after_it_ends_and_a_year_after_it_was_looked_up() -> None:
    ends = caution(until="2026-11")
    seen = caution(as_of="2025-11-25")

    assert not list(stale_parts("cautions", ends, date(2026, 11, 30)))
    assert [each.why for each in stale_parts("cautions", ends, date(2026, 12, 1))] == [
        "past its date"
    ]
    assert not list(stale_parts("cautions", seen, date(2026, 11, 25)))
    assert [each.field for each in stale_parts("cautions", seen, date(2026, 11, 26))] == ["as_of"]


def test_what_is_shipped_is_all_stale_in_a_few_years() -> None:
    later = stale(CATALOG, date(2029, 1, 1))

    assert {each.id for each in later} >= set(CATALOG.activities)
    assert len(stale(CATALOG, date(2026, 11, 30))) < len(later)
