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


def test_what_ended_is_named_and_papers_stay_quiet_if_it_was_looked_up_since() -> None:
    ended = caution(until="2025-09-30", as_of="2026-11")

    assert not list(stale_parts("cautions", ended, date(2026, 12, 4)))
    assert "ended, and looked up since" in {each.why for each in stale(CATALOG, date(2026, 12, 4))}


def test_what_ends_within_ninety_days_is_named_and_what_ends_later_is_not() -> None:
    found = {
        (each.id, each.date)
        for each in stale(CATALOG, date(2026, 12, 4))
        if each.why == "ends within ninety days"
    }

    assert ("health-coverage-help", "2026-12-31") in found
    assert ("park-passes-to-lend", "2031") not in found


def test_a_page_on_a_retired_host_is_named_with_its_address() -> None:
    old = [each for each in stale(CATALOG, date(2026, 12, 4)) if each.why == "page on an old host"]

    assert old
    assert all(each.date.startswith("http") for each in old)


def test_what_is_shipped_is_all_stale_in_a_few_years() -> None:
    later = stale(CATALOG, date(2029, 1, 1))

    assert {each.id for each in later} >= set(CATALOG.activities)
    assert len(stale(CATALOG, date(2026, 11, 30))) < len(later)
