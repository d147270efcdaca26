"""What is one organization in several registers, on real pairs that were labeled by reading."""

import csv
import json
from pathlib import Path

import duckdb
import pytest
from benchmarks import pairs

from collabkit.catalog import Catalog
from collabkit.directory.ingest import custom_tables
from collabkit.directory.pipeline.load import load
from conftest import Collab
from directory.conftest import REGISTERS, Load, Rows

FACTS = ("id", "name", "partner", "street", "city", "state", "zip", "phone", "number")
ONE_EACH = (
    *("eo_mt.csv", "museums_2018_1.csv", "pls_fy19_outlets.csv", "private_schools.csv"),
    "farmers_markets_2018.csv",
)
IN_COMMON = ("eo_mt.csv", "museums_2018_1.csv", "private_schools.csv")
"""Those of them that have bodies in common."""
_GROUPS = """
SELECT list_sort(list_append(list(id), main)) FROM duplicates GROUP BY main ORDER BY 1
"""


def _tables(
    folder: Path, **tables: list[dict[str, str]]
) -> tuple[list[Path], custom_tables.Tables]:
    """Write each table to a file whose columns are called as no other table's, with what they are."""
    paths, kept = [], {}
    for name, rows in tables.items():
        path = folder / f"{name}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(f"{name}_{fact}" for fact in FACTS)
            writer.writerows([row.get(fact, "") for fact in FACTS] for row in rows)
        paths.append(path)
        kept[name] = {"key" if fact == "id" else fact: f"{name}_{fact}" for fact in FACTS}
    return paths, custom_tables.Tables(kept)


def _pair(one_name: str, other_name: str) -> list[dict[str, str]]:
    """Return both rows of the labeled pair of these names."""
    with pairs.LABELED.open(encoding="utf-8", newline="") as file:
        pair = next(
            row
            for row in csv.DictReader(file)
            if (row["one_name"], row["other_name"]) == (one_name, other_name)
        )
    # A table of one's own has EINs only.
    sides = [{fact: pair[f"{side}_{fact}"] for fact in FACTS} for side in ("one", "other")]
    return [
        {**row, "number": number if kind == "ein" else ""}
        for row in sides
        for kind, _, number in [row["number"].partition(":")]
    ]


ALIKE = (
    ("SAINT ALBANS MUSEUM INC", "ST ALBANS HISTORICAL MUSEUM", "the same number"),
    ("KELLOGG HUBBARD LIBRARY", "KELLOGG-HUBBARD", "names alike at one address or telephone"),
    ("MOUNT ELLIS ELEMENTARY SCHOOL", "MT ELLIS ELEMENTARY", None),
    ("ANCHORAGE JR ACADEMY", "ANCHORAGE JUNIOR ACADEMY", None),
    ("SILAS L GRIFFITH MEMORIAL LIBRARY", "S.L. GRIFFITH MEMORIAL LIBRARY", None),
    ("PARIS GIBSON SQUARE INCORPORATED", "PARIS GIBSON SQUARE MUSEUM OF ART", None),
    (
        "ROYAL GORGE REGIONAL MUSEUM AND HISTORY CENTER",
        "ROYAL GORGE REGIONAL MUSEUM & HISTORY CENTER",
        "names alike at one address or telephone",
    ),
    (
        "Great Falls Original Farmer's Market",
        "GREAT FALLS FARMERS MARKET",
        "names alike in one place",
    ),
    ("BELT MUSEUM", "BELT MUSEUM", "names alike in one place"),
)
"""Pairs of names that one body has in two registers, and what told so if it matters."""
APART = (
    ("FRIENDS OF TETON COUNTY LIBRARY", "TETON COUNTY LIBRARY"),
    ("UINTA COUNTY LIBRARY FOUNDATION INC", "UINTA COUNTY LIBRARY"),
    ("WYOMING STATE MUSEUM VOLUNTEERS INC", "WYOMING STATE MUSEUM"),
    ("ROCKY MOUNTAIN COLLEGE", "RYNIKER-MORRISON GALLERY"),
    ("BAIRD EDUCATION ASSOCIATION", "BAIRD SCHOOL"),
    ("CHURCHILL COUNTY MUSEUM", "CHURCHILL COUNTY LIBRARY"),
    ("ALASKA CHILDRENS MUSEUM", "ALASKA JEWISH MUSEUM"),
    ("MODERN WOODMEN OF AMERICA", "MODERN WOODMEN OF AMERICA"),
    ("Target Range Farmers Market", "TARGET RANGE LIBRARY MEMORIAL FUND"),
    ("GREYBULL MUSEUM", "GREYBULL BRANCH LIBRARY"),
)
"""Pairs of names of two bodies."""
Why = dict[frozenset[str], str]


@pytest.fixture(scope="module")
def joined(tmp_path_factory: pytest.TempPathFactory, catalog: Catalog) -> Why:
    """Why two rows are one organization, of all those pairs loaded at once."""
    folder = tmp_path_factory.mktemp("joined")
    both = [_pair(one, other) for one, other, *_ in (*ALIKE, *APART)]
    paths, tables = _tables(
        folder, one=[first for first, _ in both], other=[second for _, second in both]
    )
    load([str(path) for path in paths], folder / "directory", catalog, tables=tables)
    with duckdb.connect(folder / "directory/directory.duckdb", read_only=True) as connection:
        found = connection.execute("SELECT id, main, why FROM duplicates").fetchall()
    return {frozenset((id_, main)): why for id_, main, why in found}


def _ids(one: str, other: str) -> frozenset[str]:
    first, second = _pair(one, other)
    return frozenset((f"own-one-{first['id']}", f"own-other-{second['id']}"))


@pytest.mark.parametrize(("one", "other", "why"), ALIKE)
def test_one_body_in_two_registers_is_one_organization(
    joined: Why, one: str, other: str, why: str | None
) -> None:
    assert _ids(one, other) in joined
    assert why in {None, joined[_ids(one, other)]}


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_bodies_stay_two_however_alike_they_look(joined: Why, one: str, other: str) -> None:
    assert _ids(one, other) not in joined


def test_nobody_is_joined_to_a_stranger(joined: Why) -> None:
    assert set(joined) == {_ids(one, other) for one, other, _ in ALIKE}


def test_the_rule_is_as_right_as_the_page_on_the_directory_says() -> None:
    count, precision, recall = pairs.figures(pairs.HELD)

    assert count > 150
    assert precision >= 0.97
    assert recall >= 0.8


def test_the_order_of_loading_changes_no_group(tmp_path: Path, catalog: Catalog) -> None:
    one_by_one, at_once, backwards = (tmp_path / name for name in ("one", "all", "back"))
    for name in IN_COMMON:
        load([str(REGISTERS / name)], one_by_one, catalog)
    load([str(REGISTERS / name) for name in IN_COMMON], at_once, catalog)
    load([str(REGISTERS / name) for name in reversed(IN_COMMON)], backwards, catalog)

    assert len(_groups(at_once)) >= 5
    assert _groups(one_by_one) == _groups(at_once) == _groups(backwards)


def _groups(folder: Path) -> list[list[str]]:
    with duckdb.connect(str(folder / "directory.duckdb"), read_only=True) as connection:
        return [ids for (ids,) in connection.execute(_GROUPS).fetchall()]


def test_no_two_rows_of_one_source_are_joined_and_no_branch_to_its_system(
    load_samples: Load, rows: Rows
) -> None:
    load_samples(*ONE_EACH, "pls_fy2015.zip")

    assert (
        rows(
            "WITH groups AS (SELECT id, main FROM duplicates UNION SELECT main, main FROM duplicates) "
            "SELECT main FROM groups JOIN organizations USING (id) "
            "GROUP BY main HAVING count(*) > count(DISTINCT source)"
        )
        == []
    )
    assert rows(
        "SELECT DISTINCT kind, why FROM duplicates JOIN organizations ON organizations.id = main "
        "WHERE starts_with(duplicates.id, 'pls-systems') AND source = 'pls-outlets'"
    ) == [("CE", "the same number")]


def test_a_chain_of_three_is_one_organization_that_lists_its_sources(
    collab: Collab, load_samples: Load, folder: Path, tmp_path: Path
) -> None:
    first, second = _pair("SAINT ALBANS MUSEUM INC", "ST ALBANS HISTORICAL MUSEUM")
    third = {**second, "id": "3", "number": "", "name": "St. Albans Historical Museum"}
    paths, tables = _tables(tmp_path, one=[first], other=[second], third=[third])

    assert load_samples(*paths, tables=tables).duplicates == 2
    ids = [f"own-one-{first['id']}", f"own-other-{second['id']}", "own-third-3"]
    shown = [
        json.loads(collab("show", id_, "-f", "json", "--directory", str(folder)).out)[0]["entry"]
        for id_ in ids
    ]
    assert shown[0] == shown[1] == shown[2]
    assert set(shown[0]["sources"]) == {"own-one", "own-other", "own-third"}
    assert shown[0]["phone"] == second["phone"]


def test_of_several_that_would_do_the_most_alike_is_joined(
    load_samples: Load, rows: Rows, tmp_path: Path
) -> None:
    first, second = _pair("MCKINLEY MEMORIAL LIBRARY", "MCKINLEY MEMORIAL LIBRARY")
    less = {**second, "id": "less", "name": "MCKINLEY MEMORIAL REFERENCE LIBRARY"}
    paths, tables = _tables(tmp_path, one=[first], other=[less, second])
    load_samples(*paths, tables=tables)

    assert rows("SELECT id, main FROM duplicates") == [
        (f"own-other-{second['id']}", f"own-one-{first['id']}")
    ]


def test_rows_meet_in_the_state_where_they_are_at_home(tmp_path: Path, catalog: Catalog) -> None:
    here = {"name": "Border Food Bank", "number": "810300001", "phone": "701-555-0100"}
    fargo = {"street": "9 Main Ave", "city": "Fargo", "state": "ND", "zip": "58103"}
    moorhead = {"street": "9 Main Ave", "city": "Moorhead", "state": "MN", "zip": "56560"}
    paths, tables = _tables(
        tmp_path,
        first=[{"id": "a", **here, **fargo}],
        second=[{"id": "b", **here, **moorhead}],
        third=[{"id": "c", **here, "zip": "58103"}],
        fourth=[{"id": "d", **here}],
    )
    load([str(path) for path in paths], tmp_path / "directory", catalog, tables=tables)
    with duckdb.connect(str(tmp_path / "directory/directory.duckdb"), read_only=True) as connection:
        found = connection.execute(_GROUPS).fetchall()

    # One by its ZIP code; the one that tells a number alone where the first state is that has it.
    assert found == [(["own-first-a", "own-third-c"],), (["own-fourth-d", "own-second-b"],)]
