"""What is counted is typed once, and stands by work and measure beside baseline and target."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit import Workspace
from collabkit.catalog import Catalog
from collabkit.partnerships.counts.counted import counted
from collabkit.partnerships.counts.measures import fitting, measure_called
from collabkit.partnerships.counts.records import Counted
from collabkit.partnerships.counts.rows import Count, CountKind
from conftest import Collab
from partnerships.conftest import Write

FACTS = "name: Prairie\npartner: literacy-council\nwork: adult-tutoring-rooms\n"
PAIRS = "pairs still meeting after three months"
HOURS = "hours of tutoring held in the rooms"


def _counted(collab: Collab, *more: str) -> dict[str, dict[str, object]]:
    rows = json.loads(collab("count", "prairie", *more, "-f", "json").out)
    return {f"{row['measure']} {row['side'] or ''}".strip(): row for row in rows}


def test_what_is_counted_adds_up_beside_baseline_and_target(collab: Collab, write: Write) -> None:
    write("prairie", facts=FACTS)
    run = collab("count", "prairie", "in the rooms", "12", "--on", "2026-03-31")
    assert run.err.startswith(f"2026-03-31 in the rooms: 12, counted as: {HOURS}\n")
    collab("count", "prairie", "in the rooms", "9", "--on", "2026-05-31")
    collab("count", "prairie", "in the rooms", "30", "--target")
    collab("count", "prairie", "in the rooms", "2", "--baseline", "--on", "2026-01-01")

    row = _counted(collab)[HOURS]
    assert (row["baseline"], row["value"], row["target"], row["until"]) == (2, 21, 30, "2026-05-31")
    assert (row["level"], row["change"], row["at_most"]) == (False, None, False)
    assert _counted(collab, "--since", "2026-04-01")[HOURS]["value"] == 9
    assert _counted(collab, "--on", "2026-04-01")[HOURS]["value"] == 12


def test_a_total_stands_for_all_before_it(collab: Collab, write: Write) -> None:
    write("prairie", facts=FACTS)
    collab("count", "prairie", "in the rooms", "12", "--on", "2026-03-31")
    collab("count", "prairie", "in the rooms", "10", "--total", "--on", "2026-04-30")
    collab("count", "prairie", "in the rooms", "3", "--on", "2026-05-31")
    assert _counted(collab)[HOURS]["value"] == 13
    assert _counted(collab, "--since", "2026-05-01")[HOURS]["value"] == 3


def test_a_level_is_never_added_and_shows_how_far_it_moved(collab: Collab, write: Write) -> None:
    folder = write("prairie", facts=FACTS)
    run = collab("count", "prairie", "pairs", "12", "--on", "2026-03-31")
    assert run.err.startswith(f"2026-03-31 pairs: 12 (a level: the latest stands), counted as: {PAIRS}\n")  # fmt: skip
    assert "2026-03-31,,pairs,level,,12" in (folder / "counts.csv").read_text(encoding="utf-8")
    assert _counted(collab)[PAIRS]["change"] is None
    collab("count", "prairie", "pairs", "9", "--on", "2026-05-31")

    row = _counted(collab)[PAIRS]
    assert (row["level"], row["value"], row["change"]) == (True, 9, -3)
    assert "9, down 3" in " ".join(collab("count", "prairie", "-f", "table").out.split())
    assert _counted(collab, "--since", "2026-04-01")[PAIRS]["change"] == -3
    collab("count", "prairie", "pairs", "2", "--baseline", "--on", "2026-01-01")
    assert _counted(collab)[PAIRS]["change"] == 7


def test_own_words_are_a_level_once_they_are_said_to_be(collab: Collab, write: Write) -> None:
    write("prairie", facts=FACTS)
    collab("count", "prairie", "on the waiting list", "8", "--level", "--on", "2026-03-31")
    collab("count", "prairie", "on the waiting list", "5", "--on", "2026-05-31")
    row = _counted(collab)["on the waiting list"]
    assert (row["kind"], row["level"], row["value"], row["change"]) == ("own", True, 5, -3)


@pytest.mark.parametrize(("so_far", "share"), [(None, None), (4, 1.0), (5, 1.0), (10, 0.5)])
def test_a_target_may_be_the_most_that_there_should_be(
    collab: Collab, write: Write, so_far: int | None, share: float | None
) -> None:
    folder = write("prairie", facts=FACTS)
    run = collab("count", "prairie", "lost books", "--target", "At most 5")
    assert run.err.startswith("2026-06-01 lost books: at most 5 (target)\n")
    assert ",lost books,at-most,,5" in (folder / "counts.csv").read_text(encoding="utf-8")
    if so_far is not None:
        collab("count", "prairie", "lost books", str(so_far))

    found = {each.measure: each for each in Workspace.open().partnerships.counted("prairie")}
    row = found["lost books"]
    assert (row.at_most, row.target, row.value, row.share) == (True, 5, so_far, share)
    assert "at most 5" in " ".join(collab("count", "prairie", "-f", "table").out.split())
    collab("count", "prairie", "lost books", "at least 3", "--target")
    assert _counted(collab)["lost books"]["at_most"] is False


def test_answers_hours_and_dollars_stand_by_side(collab: Collab, write: Write) -> None:
    write("prairie", facts=FACTS)
    collab("count", "prairie", "names one thing", "yes=9", "partly=2")
    collab("count", "prairie", "names one thing", "yes=1", "no=3")
    collab("count", "prairie", "hours", "6")
    collab("count", "prairie", "hours", "4.5", "--theirs")
    collab("count", "prairie", "dollars", "1,200", "--theirs")
    rows = _counted(collab)

    asked = next(row for row in rows.values() if row["kind"] == "outcome")
    assert (asked["yes"], asked["partly"], asked["no"], asked["value"]) == (10, 2, 3, None)
    assert [(rows[key]["kind"], rows[key]["value"]) for key in ("hours we", "hours they", "dollars they")] == [("given", 6), ("given", 4.5), ("given", 1200)]  # fmt: skip
    assert "10 yes, 2" in collab("count", "prairie", "-f", "table").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("pairs", "many"), "'many' is no number"),
        (("pairs",), "say how many"),
        (("pairs", "1", "2"), "give one number, or answers"),
        (("pairs", "yes=x"), "'x' is no number"),
        (("pairs", "yes=-1"), "'-1' is no number of people"),
        (("pairs", "perhaps=1"), "'perhaps' is no answer"),
        (("pairs", "1", "--theirs"), "only hours and dollars have a side"),
        (("pairs", "1", "--total", "--target"), "cannot be both total and target"),
        (("pairs", "at most 5"), "'at most 5' is no number"),
        (("pairs", "at most many", "--target"), "'many' is no number"),
        (("hours", "5", "--level"), "hours add up, and have no level"),
        (("pairs", "1", "--level", "--total"), "cannot be both total and level"),
        (("rooms", "1", "--work", "nothing"), "no activity called 'nothing'"),
        ((" ", "1"), "nothing was counted"),
    ],
)
def test_mistakes_are_told_and_nothing_is_written(
    collab: Collab, write: Write, arguments: tuple[str, ...], said: str
) -> None:
    folder = write("prairie", facts=FACTS)
    run = collab("count", "prairie", *arguments)
    assert run.code == 2
    assert said in run.err
    assert not (folder / "counts.csv").exists()


def test_a_name_that_may_be_two_measures_is_asked_about(collab: Collab, write: Write, catalog: Catalog) -> None:  # fmt: skip
    work, unit = next(
        (activity, each.unit)
        for activity in catalog.activities.values()
        for each in activity.measures
        if len(fitting(each.unit, activity.measures)) > 1
    )
    write("prairie", facts=f"name: Prairie\nwork: {work.id}\n")
    run = collab("count", "prairie", unit, "3")
    assert (run.code, "may be any of" in run.err) == (2, True)


def test_a_bare_noun_is_not_taken_for_those_who_did_something(collab: Collab, write: Write) -> None:
    write("prairie", facts="name: Prairie\nwork: student-cards\n")
    run = collab("count", "prairie", "families", "30", "--on", "2026-03-31")
    assert run.err.splitlines()[:2] == [
        "2026-03-31 families: 30",
        "Kept in your own words. If you meant what the work counts, write: families who said no.",
    ]
    assert "counted as: families who said no\n" in collab("count", "prairie", "families who said", "2").err  # fmt: skip
    assert _counted(collab)["families"]["value"] == 30
    assert _counted(collab)["families who said no"]["value"] == 2


def test_every_measure_of_every_work_can_be_named(catalog: Catalog) -> None:
    for activity in catalog.activities.values():
        for measure in activity.measures:
            assert measure_called(measure.what, activity.measures) == measure


def test_a_spreadsheet_comes_in(collab: Collab, write: Write, clean_machine: Path) -> None:
    write("prairie", facts=FACTS)
    (clean_machine / "in.csv").write_bytes(
        "\ufeffMeasure;Value;Day\r\npairs;12,0;3/31/2026\r\nsnacks;x;3/31/2026\r\ncafé;1.900;\r\n".encode()
    )
    run = collab("count", "prairie", "--from", "in.csv")
    assert "not a count: in.csv:3: x is no number" in run.err
    rows = _counted(collab)
    assert rows[PAIRS]["value"] == 12
    assert (rows["café"]["kind"], rows["café"]["until"]) == ("own", "2026-06-01")


def test_a_count_that_a_spreadsheet_mangled_is_still_read(collab: Collab, write: Write) -> None:
    write("prairie", facts=FACTS, counts_csv="value;measure;day;kind\r\n12,0;pairs;3/31/2026;\r\n")
    collab("count", "prairie", "pairs", "1")
    assert _counted(collab)[PAIRS]["value"] == 1


COUNTS = st.lists(
    st.tuples(st.integers(1, 27), st.sampled_from(["count", "count", "total"]), st.integers(0, 99)),
    max_size=8,
)


@given(told=COUNTS, cut=st.integers(1, 27))
def test_two_spans_of_days_add_up_to_the_whole(
    told: list[tuple[int, CountKind, int]], cut: int
) -> None:
    counts = sorted(
        (Count(date(2026, 1, day), "x", value, kind) for day, kind, value in told),
        key=lambda each: each.day,
    )

    def value(since: int, until: int) -> float:
        rows = counted("p", "P", counts, {}, since=date(2026, 1, since), until=date(2026, 1, until))
        return (rows[0].value or 0) if rows else 0

    assert value(1, cut) + value(cut + 1, 28) == value(1, 28)


LEVELS = st.lists(st.tuples(st.integers(1, 27), st.integers(0, 99)), min_size=1, max_size=8)


@given(told=LEVELS, cut=st.integers(1, 27))
def test_a_level_moves_over_two_spans_as_far_as_over_the_whole(
    told: list[tuple[int, int]], cut: int
) -> None:
    counts = sorted((Count(date(2026, 1, day), "x", value, "level") for day, value in told), key=lambda each: each.day)  # fmt: skip

    def row(since: int, until: int) -> Counted:
        (found,) = counted("p", "P", counts, {}, since=date(2026, 1, since), until=date(2026, 1, until))  # fmt: skip
        return found

    parts = [row(1, cut), row(cut + 1, 28)]
    whole = row(1, 28)
    assert sum(each.change or 0 for each in parts) == (whole.change or 0)
    assert [each.value for each in parts if each.value is not None][-1] == whole.value
    assert whole.value == counts[-1].value


def test_counts_of_all_are_those_of_each(collab: Collab, write: Write) -> None:
    for name in ("one", "two"):
        write(name, facts=FACTS.replace("Prairie", name))
        collab("count", name, "pairs", "3")
        collab("count", name, "hours", "2")
    kept = Workspace.open().partnerships
    assert kept.counted() == [*kept.counted("one"), *kept.counted("two")]
    assert json.loads(collab("count", "-f", "json").out)[0]["partnership"] == "one"


def test_what_counts_for_nothing_is_named_by_line(collab: Collab, write: Write) -> None:
    folder = write(
        "prairie",
        facts=FACTS,
        counts_csv="day,work,measure,kind,side,value\nsoon,,pairs,,,1\n2026-05-01,nothing,pairs,,,1\n2027-05-01,,pairs,,,1\n2026-05-01,,pairs,many,,1\n2026-05-01,,pairs,,,1\n",
        health_csv="day,side,sheet,question,answer\n2026-05-04,us all,a,worth-it,7\n2026-05-04,we,a,worht-it,4\n2026-05-04,we,a,again,who knows\n2026-05-04,we,a,worth-it,4\n",
    )
    run = collab("check")
    said = [line.removeprefix(f"{folder}/") for line in run.out.replace("partnerships/prairie/", f"{folder}/").splitlines() if "csv" in line]  # fmt: skip
    assert [line.split(": ", 1)[0].rsplit(":", 1)[0] for line in said] == [
        *("health.csv:2", "health.csv:2", "health.csv:3", "health.csv:4"),
        *("counts.csv:2", "counts.csv:3", "counts.csv:4", "counts.csv:5"),
    ]
    assert run.code == 3
