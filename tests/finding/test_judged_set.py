import csv
import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from evaluation.finding import HALVES, RECORD, Quality, quality
from evaluation.judged_set import (
    CALL,
    REGISTERS,
    Case,
    Judged,
    Request,
    as_listed,
    ids_of,
    judged_set,
    requests,
)

from collabkit import Found
from collabkit.directory.directory import Directory
from directory.conftest import Loaded

CHAPTERS = frozenset("789")


def found(id_: str, number: str | None = None) -> Found:
    fields = dict.fromkeys(Found._fields)
    return Found(**{**fields, "id": id_, "number": number})  # type: ignore[arg-type]


def case(
    *shown: Found, wanted: tuple[str, ...] = ("irs-1",), grades: dict[str, int] | None = None
) -> Case:
    request = Request("havre-goal", "tune", "Havre, MT", "aging", "")
    bodies = [frozenset(each.split()) for each in wanted]
    return Case(Judged(request, bodies, grades or {}), shown)


def eo_rows() -> list[dict[str, str]]:
    with gzip.open(REGISTERS / "eo.csv.gz", "rt", encoding="ascii", newline="") as file:
        return list(csv.DictReader(file))


def test_no_town_is_in_both_halves() -> None:
    towns = [{each.near for each in requests() if each.half == half} for half in HALVES]
    assert [len(of_half) for of_half in towns] == [10, 10]
    assert not towns[0] & towns[1]


def test_each_request_is_a_goal_or_words_and_names_bodies_that_she_wants() -> None:
    for judged in judged_set():
        assert bool(judged.request.goal) != bool(judged.request.words)
        assert 2 <= len(judged.wanted) <= 10


def test_every_body_that_is_wanted_of_the_irs_is_in_the_extract() -> None:
    there = {f"irs-{row['EIN']}" for row in eo_rows()}
    named = {body for judged in judged_set() for body in judged.wanted}
    assert [
        body for body in named if all(id_.startswith("irs-") for id_ in body) and not body & there
    ] == []


def test_the_extract_names_nobody_who_opens_the_mail_and_no_second_name_but_a_chapters() -> None:
    for row in eo_rows():
        assert row["ICO"] == ""
        assert row["SORT_NAME"] == "" or row["AFFILIATION"] in CHAPTERS


@pytest.mark.parametrize(
    ("id_", "number", "ids"),
    [
        ("irs-810405408", "810405408", ("irs-810405408", "irs-810405408")),
        ("museums-8400200173", "92-6002856", ("museums-8400200173", "irs-926002856")),
        ("private-schools-A9703426", "A9703426", ("private-schools-A9703426",)),
        ("hsds-0123abcd-8CpWaT8SAG", None, ("link-sf-8CpWaT8SAG",)),
    ],
)
def test_a_body_is_known_by_its_own_id_and_its_ein(
    id_: str, number: str | None, ids: tuple[str, ...]
) -> None:
    assert ids_of(found(id_, number)) == ids


def test_a_body_that_stands_in_two_registers_is_found_once() -> None:
    twice = case(found("irs-1"), found("museums-2"), wanted=("irs-1 museums-2", "irs-3"))
    assert quality([twice]).recall_10 == pytest.approx(1 / 2)


def test_a_body_is_found_by_whichever_row_stands_for_it(loaded: Callable[..., Loaded]) -> None:
    folder = loaded("eo_mt.csv", "museums_2018_1.csv").folder
    with duckdb.connect(folder / "directory.duckdb", read_only=True) as connection:
        twin, main = connection.execute(
            "SELECT id, main FROM duplicates WHERE starts_with(id, 'irs-') ORDER BY id"
        ).fetchall()[0]
    wanted = case(found(main), wanted=(twin, "irs-3")).judged

    with Directory.open(folder) as directory:
        listed = as_listed(wanted, directory)

    assert listed.hits([found(main)]) == 1
    assert listed.grade(found(main)) == CALL
    assert wanted.hits([found(main)]) == 0


def test_one_that_nobody_judged_counts_as_wrong_unless_it_is_given_the_benefit_of_doubt() -> None:
    shown = case(
        found("irs-1"),
        found("irs-2"),
        found("irs-3"),
        found("irs-4"),
        grades={"irs-2": 1, "irs-3": 0},
    )
    strict, kind = quality([shown]), quality([shown], unjudged_as=2)
    assert (strict.call_10, strict.plausible_10) == (1 / 4, 2 / 4)
    assert (kind.call_10, kind.plausible_10) == (2 / 4, 3 / 4)


def test_only_the_first_five_count_among_five() -> None:
    rows = [found(f"irs-{number}") for number in range(2, 7)]
    assert quality([case(*rows, found("irs-1"))]).call_5 == 0
    assert quality([case(found("irs-1"), *rows)]).call_5 == 1 / 5


def test_where_nothing_is_found_nothing_is_right() -> None:
    assert quality([case()]) == (0, 0, 0, 0, 0)


def test_the_figures_on_the_page_are_the_recorded_ones() -> None:
    page = (Path(__file__).parents[2] / "docs/directory.md").read_text(encoding="utf-8")
    recorded = json.loads(RECORD.read_text(encoding="utf-8"))
    for half in HALVES:
        line = re.search(rf"^{half}((?: +[\d.]+){{5}})", page, re.MULTILINE)
        assert line
        assert [float(each) for each in line[1].split()] == pytest.approx(
            [recorded[half][name] for name in Quality._fields], abs=0.0006
        )
