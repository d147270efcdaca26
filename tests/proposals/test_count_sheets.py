"""The sheet on which a trial is counted."""

from datetime import date

import pytest

from collabkit.catalog import Catalog
from collabkit.catalog.work import Measure
from collabkit.proposals import Subject
from collabkit.proposals.calendar import reply_by
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
    assert {*sheet.columns, *sheet.later} >= {
        number for each in counted for number in (*each.columns(), *each.looked_up())
    }
    assert not {*sheet.columns} & {*sheet.later}


def test_each_number_of_a_measure_has_its_column(catalog: Catalog) -> None:
    schedule = catalog.activities["repair-cafe"].schedule
    several = Measure(
        what="items brought, mended and sold", each_time=("items brought",), once=("items sold",)
    )
    one = Measure(what="people on the rug")
    asked = Measure(what="people who feel at home", kind="outcome", answer="yes")
    kept = Measure(what="cards used within ninety days", kind="outcome", answer="count")

    sheet = count_sheet(schedule, (several, one, asked, kept))

    assert sheet
    assert sheet.columns == ("items brought", "people on the rug")
    assert sheet.later == ("items sold", "cards used within ninety days")


def test_what_is_counted_once_has_a_line_of_its_own(catalog: Catalog) -> None:
    room, kits, walk = (
        catalog.activities[id_] for id_ in ("writers-room", "blood-pressure-kits", "bioblitz")
    )
    sheet = count_sheet(room.schedule, room.measures, rule="If none came by the fourth evening.")
    lent = count_sheet(kits.schedule, kits.measures)
    walked = count_sheet(walk.schedule, walk.measures)

    assert sheet
    assert sheet.columns == ("writers each evening",)
    assert sheet.look == "by the fourth evening"
    assert lent
    assert not lent.columns  # the system tells them at two looks
    assert walked
    assert "nets lent in the month after" in walked.later


def test_answers_have_a_place_beside_what_is_counted_once(catalog: Catalog) -> None:
    goal = catalog.activities["signed-story-time"].goals[0]
    about = Subject("disability-organization", goal, "signed-story-time", "Elm Deaf Club")
    table = drafted(catalog, "evaluation", about).text.markdown.partition("| What else is noted |")[
        2
    ]

    assert [line.count("|") for line in table.partition("\n\n")[0].split("\n")[1:]] == [4, 4, 4]
    assert table.count("partly …") == 2


@pytest.mark.parametrize(
    ("rule", "look"),
    [
        ("If fewer than ten eat in the first three weeks, we end.", "after the first three weeks"),
        ("If after six months nobody came, we end.", "after six months"),
        ("If fewer than eight bags come in, we end.", ""),
    ],
)
def test_the_rule_says_when_to_look(catalog: Catalog, rule: str, look: str) -> None:
    room = catalog.activities["writers-room"]
    sheet = count_sheet(room.schedule, room.measures, rule=rule)

    assert sheet
    assert sheet.look == look


def test_days_that_were_named_are_its_lines(collab: Collab) -> None:
    days = "Saturdays, March 13, April 10 and May 8, 10:30 to 1"
    named = collab(*EVALUATION, "--set", f"when={days}", "--set", "date=2026-11-30").out
    other = collab(*EVALUATION, "--set", "when=Saturday, March 13", "--set", "date=2026-11-30").out

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
