"""The sheet on which a trial is counted."""

from datetime import date

import pytest

from collabkit.catalog import Catalog
from collabkit.proposals import Subject
from collabkit.proposals.calendar import reply_by
from collabkit.proposals.count_columns import look_of, numbers
from collabkit.proposals.count_sheets import count_sheet
from conftest import Collab
from proposals.samples import drafted

EVALUATION = ("propose", "maker-community", "-a", "repair-cafe", "--as", "evaluation")


@pytest.mark.parametrize(
    ("work", "per", "lines"),
    [
        ("writers-room", "Time", 10),
        ("blood-pressure-kits", "Week", 13),
        ("hotspot-lending", "Month", 6),
        ("expungement-day", "Day", 1),
    ],
)
def test_it_has_a_line_for_each_time_week_or_month(
    catalog: Catalog, work: str, per: str, lines: int
) -> None:
    activity = catalog.activities[work]
    sheet = count_sheet(activity.schedule, activity.measures)

    assert sheet
    assert (sheet.per, len(sheet.lines)) == (per, lines)
    counted = [each for each in activity.measures if each.kind == "output" and not each.ratio]
    numbers_ = [number for each in counted for number in numbers(each.what)]
    assert {*sheet.columns, *sheet.later} >= {*numbers_}
    assert not {*sheet.columns} & {*sheet.later}


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("people on the rug", ["people on the rug"]),
        (
            "people who came, by how they were invited",
            ["people who came, by how they were invited"],
        ),
        ("items brought, mended and sent home", ["items brought", "mended", "sent home"]),
        ("people at noon, at six and at eight", ["people at noon", "at six", "at eight"]),
        ("talks given, and to whom", ["talks given, and to whom"]),
        ("talks given and people who listened", ["talks given", "people who listened"]),
        (
            "families that came, and sightings and species confirmed",
            ["families that came", "sightings confirmed", "species confirmed"],
        ),
        ("children and minutes read aloud", ["children", "minutes read aloud"]),
        ("loans of books and films", ["loans of books and films"]),
        ("residents and staff who spoke", ["residents and staff who spoke"]),
        ("if it goes on, loans of the season", ["if it goes on, loans of the season"]),
    ],
)
def test_each_number_of_a_measure_has_its_column(what: str, told: list[str]) -> None:
    assert numbers(what) == told


def test_what_is_counted_once_has_a_line_of_its_own(catalog: Catalog) -> None:
    room, kits, walk = (
        catalog.activities[id_] for id_ in ("writers-room", "blood-pressure-kits", "bioblitz")
    )
    sheet = count_sheet(room.schedule, room.measures, rule="If none came by the fourth evening.")
    lent = count_sheet(kits.schedule, kits.measures)
    walked = count_sheet(walk.schedule, walk.measures)

    assert sheet
    assert sheet.columns == ("writers each evening",)
    assert "those who came three times or more" in sheet.later
    assert "people at the closing reading" in sheet.later
    assert sheet.look == "by the fourth evening"
    assert lent
    assert not lent.columns  # the system tells them at two looks
    assert walked
    assert "nets lent in the month after" in walked.later


@pytest.mark.parametrize(
    ("rule", "look"),
    [
        ("If fewer than ten eat in the first three weeks, we end.", "after the first three weeks"),
        ("If after six months nobody came, we end.", "after six months"),
        ("If fewer than eight bags come in, we end.", ""),
    ],
)
def test_the_rule_says_when_to_look(rule: str, look: str) -> None:
    assert look_of(rule) == look


def test_days_that_were_named_are_its_lines(collab: Collab) -> None:
    days = "Saturdays, March 13, April 10 and May 8, 10:30 to 1"
    named = collab(*EVALUATION, "--when", days, "--date", "2026-11-30").out
    other = collab(*EVALUATION, "--when", "Saturday, March 13", "--date", "2026-11-30").out

    assert all(f"\n| {day} |" in named for day in ("March 13", "April 10", "May 8", "In all"))
    assert "\n| March 13 |" not in other  # three times, and one day
    assert "\n| 3 |" in other


def test_board_and_funder_get_no_sheet(catalog: Catalog) -> None:
    goal = catalog.activities["repair-cafe"].goals[0]
    about = Subject("maker-community", goal, "repair-cafe", "Radio Club")

    assert "count sheet" in drafted(catalog, "evaluation", about).text.markdown
    for voice in ("board", "funder"):
        assert "count sheet" not in drafted(catalog, "evaluation", about, voice).text.markdown


@pytest.mark.parametrize(
    ("held", "answer"),
    [
        (None, "December 14, 2026"),
        (date(2027, 1, 21), "December 14, 2026"),
        (date(2026, 12, 10), "December 7, 2026"),
        (date(2026, 12, 2), ""),
    ],
)
def test_a_guest_answers_within_two_weeks_and_before_the_meeting(
    held: date | None, answer: str
) -> None:
    assert reply_by(date(2026, 11, 30), held) == answer
