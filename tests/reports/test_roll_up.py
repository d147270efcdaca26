"""Many libraries in rows: sums are the sums, one that is broken stops no other, and time grows as they do."""

import csv
import io
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collabkit.reports.differences import differences, earlier
from collabkit.reports.library_row import NUMBERS, LibraryRow, Total, add_totals, total_row
from collabkit.text.json import to_json
from collabkit.workspace import roll_up
from conftest import Collab
from partnerships.conftest import TODAY
from reports.conftest import Library

PILOT = (
    "2026-05-01 met\n2026-05-02 they promise: call by 2026-05-20\n2026-05-03 stage: pilot\n",
    "name: Food Bank\ngoals: [food-security]\n",
)
IDEA = ("2026-05-01 stage: idea\n", "name: Makers\ngoals: [stem]\n")
BROKEN = ("2026-05-01 met\n", "naem: Nobody\n")


def _rows(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_row_for_each_library_and_the_sum_of_them_last(collab: Collab, library: Library) -> None:
    library("hays", "name: Hays\nplace: Hays, KS\nhours: 3\ngoals: [stem, food-security]\n", a=PILOT, b=IDEA)  # fmt: skip
    library("ellis", "name: Ellis\nhours: 1.5\n", a=PILOT)
    run = collab("roll-up", "libraries")

    ellis, hays, whole = _rows(run.out)
    assert (run.code, run.err) == (0, "")
    assert (hays["library"], hays["partnerships"], hays["pilot"], hays["idea"]) == ("Hays", 2, 1, 1)
    assert (hays["goals"], hays["goals_open"]) == (["food-security"], ["stem"])
    assert (hays["they_open"], hays["they_late"]) == (1, 1)
    assert ellis["scope"] == "library"
    assert (whole["scope"], whole["libraries"], whole["hours_a_week"]) == ("all", 2, 4.5)


def test_what_was_counted_and_the_hours_of_both_sides_are_added_up(
    collab: Collab, library: Library
) -> None:
    for name, learners in (("hays", 12), ("ellis", 5)):
        place = library(name, a=PILOT) / "partnerships/a/counts.csv"
        place.write_text(
            "day,work,measure,kind,side,value\n"
            f"2026-05-10,,learners,count,,{learners}\n"
            "2026-05-10,,hours,count,we,6\n2026-05-10,,hours,count,they,2.5\n"
            "2027-01-01,,learners,count,,1000\n",
            encoding="utf-8",
        )
    rows = _rows(collab("roll-up", "libraries").out)

    assert [row["counts"] for row in rows] == [
        [{"measure": "learners", "value": value, "least": None, "most": None}]
        for value in (5, 12, 17)
    ]
    assert (rows[-1]["our_hours"], rows[-1]["their_hours"]) == (12, 5)


def test_of_a_level_the_latest_of_each_library_is_added_up(
    collab: Collab, library: Library
) -> None:
    for name, before, now in (("hays", 12, 9), ("ellis", 5, 7)):
        place = library(name, a=PILOT) / "partnerships/a/counts.csv"
        place.write_text(
            "day,work,measure,kind,side,value\n"
            f"2026-03-10,,pairs that meet,level,,{before}\n2026-05-10,,pairs that meet,level,,{now}\n"
            "2027-01-01,,pairs that meet,level,,1000\n",
            encoding="utf-8",
        )
    assert [row["counts"] for row in _rows(collab("roll-up", "libraries").out)] == [
        [{"measure": "pairs that meet", "value": value, "least": None, "most": None}]
        for value in (7, 9, 16)
    ]


def test_shares_are_never_added_up_and_their_span_is_told(collab: Collab, library: Library) -> None:
    for name, shares in (("hays", (40, 60)), ("ellis", (75,))):
        lines = "".join(f"2026-05-{day:02},,percent who came back,count,,{share}\n" for day, share in enumerate(shares, 1))  # fmt: skip
        place = library(name, a=PILOT) / "partnerships/a/counts.csv"
        place.write_text(f"day,work,measure,kind,side,value\n{lines}", encoding="utf-8")
    rows = _rows(collab("roll-up", "libraries").out)
    table = list(csv.DictReader(io.StringIO(collab("roll-up", "libraries", "-f", "csv").out)))

    assert [(each["counts"][0]["value"], each["counts"][0]["least"], each["counts"][0]["most"]) for each in rows] == [
        (None, 75, 75),
        (None, 60, 60),
        (None, 60, 75),
    ]  # fmt: skip
    assert [row["counts"] for row in table] == [
        "75 percent who came back",
        "60 percent who came back",
        "60 to 75 percent who came back",
    ]


def test_one_that_is_broken_is_named_and_the_rest_goes_on(collab: Collab, library: Library) -> None:
    library("hays", a=PILOT, b=BROKEN)
    library("lost", "naem: x\n")
    library("ellis", a=PILOT)
    run = collab("roll-up", "libraries")

    assert run.code == 3
    assert [row["id"] for row in _rows(run.out)] == ["ellis", "hays", "all"]
    assert _rows(run.out)[1]["left_out"] == 1
    assert "lost/library.yaml:1:1: naem: no such field" in run.err
    assert "hays/partnerships/b/partnership.yaml:1:1" in run.err
    assert "2 libraries could not be read whole" in run.err


def test_folders_come_as_names_stars_and_a_list(
    collab: Collab, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("hays", "ellis", "ks/wakeeney"):
        library(name, a=PILOT)
    by_parent = collab("roll-up", "libraries", "-f", "ids")
    by_star = collab("roll-up", "libraries/*", "-f", "ids")
    listed = io.TextIOWrapper(io.BytesIO(b"libraries/hays\n\nlibraries/ellis\nlibraries/ks\n"))
    monkeypatch.setattr("sys.stdin", listed)
    by_list = collab("roll-up", "-", "-f", "ids")

    assert by_parent.out == by_star.out == "ellis\nhays\nwakeeney\nall\n"
    assert sorted(by_list.out.split()) == sorted(by_parent.out.split())
    assert collab("roll-up", "libraries/hays", "libraries", "-f", "ids").out.count("hays") == 1


@pytest.mark.parametrize(
    ("argument", "said"),
    [
        ("nowhere", "no folder called 'nowhere'"),
        ("nowhere*", "no folder fits 'nowhere*'"),
        (".", "no library.yaml in ., nor in the folders below it"),
    ],
)
def test_what_is_no_workspace_is_told(collab: Collab, argument: str, said: str) -> None:
    run = collab("roll-up", argument)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"collab: {said}")


def test_libraries_of_one_name_are_told_apart(collab: Collab, library: Library) -> None:
    for name in ("ks/carnegie", "mo/carnegie"):
        library(name, a=PILOT)
    assert collab("roll-up", "libraries", "-f", "ids").out == "ks/carnegie\nmo/carnegie\nall\n"


@pytest.mark.parametrize("form", ["ndjson", "json", "csv"])
def test_what_differs_from_a_roll_up_that_was_kept(
    collab: Collab, library: Library, form: str
) -> None:
    library("hays", a=PILOT)
    library("ellis", a=PILOT)
    kept = Path("kept.txt")
    kept.write_text(collab("roll-up", "libraries", "-f", form).out, encoding="utf-8")
    same = collab("roll-up", "libraries", "--since", "kept.txt")
    library("hays", a=(PILOT[0] + "2026-05-30 they kept: call\n", PILOT[1]), b=IDEA)
    (Path("libraries/ellis/library.yaml")).unlink()
    library("wakeeney", a=PILOT)
    run = collab("roll-up", "libraries", "--since", "kept.txt")

    assert (same.out, same.err) == ("", "Nothing differs.\n")
    found = {(row["id"], row["what"]): (row["before"], row["now"]) for row in _rows(run.out)}
    assert found["hays", "they open"] == ("1", "0")
    assert found["hays", "partnerships"] == ("1", "2")
    assert found["ellis", "library"] == ("ellis", None)
    assert found["wakeeney", "library"] == (None, "wakeeney")


def test_what_differs_from_a_day_is_read_off_the_logs(collab: Collab, library: Library) -> None:
    library("hays", a=PILOT)
    run = collab("roll-up", "libraries", "--since", "2026-05-01")

    found = {row["what"]: (row["before"], row["now"]) for row in _rows(run.out)}
    assert found["pilot"] == ("0", "1")
    assert found["serves food-security"] == ("no", "yes")


@pytest.mark.parametrize("text", ["", "{}", "[1]", "nonsense", "a,b\n1,2\n", "[" * 9_000, "\0"])
def test_what_is_no_roll_up_is_told(collab: Collab, library: Library, text: str) -> None:
    library("hays", a=PILOT)
    Path("kept.txt").write_text(text, encoding="utf-8")
    run = collab("roll-up", "libraries", "--since", "kept.txt")

    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("collab: kept.txt holds no roll-up")
    assert collab("roll-up", "libraries", "--since", "soon").err.startswith(
        "collab: 'soon' is neither a day nor a file"
    )


FIGURES = st.none() | st.integers(0, 999).map(float)
ROWS = st.builds(
    LibraryRow,
    scope=st.just("library"),
    id=st.text("abc", min_size=1, max_size=3),
    library=st.just("L"),
    place=st.none(),
    on=st.just("2026-06-01"),
    libraries=st.just(1),
    **{name: st.integers(0, 99) for name in NUMBERS if LibraryRow.__annotations__[name] is int},
    **{name: FIGURES for name in NUMBERS if LibraryRow.__annotations__[name] is not int},
    goals=st.lists(st.sampled_from(["stem", "literacy"]), max_size=2).map(tuple),
    goals_open=st.just(()),
    counts=st.lists(
        st.tuples(
            st.sampled_from(["learners", "meals", "percent"]), st.integers(0, 99).map(float)
        ).map(
            lambda each: (
                Total("percent", None, each[1], each[1]) if each[0] == "percent" else Total(*each)
            )
        ),
        max_size=3,
    ).map(add_totals),
)


@given(st.lists(ROWS, max_size=6))
def test_sums_over_workspaces_equal_the_sum_of_each(rows: Sequence[LibraryRow]) -> None:
    whole = total_row(rows, TODAY)

    for name in NUMBERS:
        values = [getattr(row, name) for row in rows if getattr(row, name) is not None]
        assert (getattr(whole, name) or 0) == sum(values), name
    for measure in ("learners", "meals"):
        of_all = sum(each.value or 0 for each in whole.counts if each.measure == measure)
        assert of_all == sum(
            e.value or 0 for row in rows for e in row.counts if e.measure == measure
        )
    shares = [each for row in rows for each in row.counts if each.measure == "percent"]
    span = [(each.least, each.most) for each in whole.counts if each.measure == "percent"]
    assert span == (
        [(min(e.least or 0 for e in shares), max(e.most or 0 for e in shares))] if shares else []
    )
    assert whole.libraries == len(rows)


@given(st.lists(ROWS, min_size=1, max_size=4, unique_by=lambda row: row.id))
def test_a_roll_up_differs_in_nothing_from_itself(rows: list[LibraryRow]) -> None:
    text = "".join(to_json(row) + "\n" for row in rows)
    again = earlier(text, "x")
    assert again == rows
    assert differences(again, rows) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(st.data())
def test_the_sum_of_two_halves_is_the_whole(library: Library, data: st.DataObject) -> None:
    for number in range(4):
        kinds = data.draw(st.lists(st.sampled_from([PILOT, IDEA]), min_size=1, max_size=3))
        library(f"l{number}", **{f"p{at}": kind for at, kind in enumerate(kinds)})
    folders = [Path("libraries") / f"l{number}" for number in range(4)]
    halves = [roll_up(folders[:2], on=TODAY).total, roll_up(folders[2:], on=TODAY).total]
    whole = roll_up(folders, on=TODAY).total

    for name in NUMBERS:
        assert (getattr(whole, name) or 0) == sum(getattr(half, name) or 0 for half in halves)


def _cpu(folders: Sequence[Path]) -> float:
    before = time.process_time()
    assert len(roll_up(folders, on=TODAY).rows) == len(folders)
    return time.process_time() - before


def test_two_hundred_take_four_times_as_long_as_fifty(library: Library) -> None:
    folders = [library(f"l{number:03}", a=PILOT, b=IDEA) for number in range(200)]
    _cpu(folders[:2])  # what is imported and cached is no part of it

    fifty = min(_cpu(folders[:50]) for _ in range(3))
    all_ = min(_cpu(folders) for _ in range(2))
    assert all_ < 4 * fifty * 1.6


def test_a_table_fits_eighty_columns(collab: Collab, library: Library) -> None:
    library("hays", "name: The Hays Public Library of Ellis County and Beyond\n", a=PILOT)
    library("ellis", a=PILOT)
    lines = collab("roll-up", "libraries", "-f", "table").out.splitlines()

    assert max(map(len, lines)) <= 80
    rows = list(csv.DictReader(io.StringIO(collab("roll-up", "libraries", "-f", "csv").out)))
    assert [row["id"] for row in rows] == ["ellis", "hays", "all"]
