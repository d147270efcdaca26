"""A feed may list several places of an organization: it is one body, found at the nearest of them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from collabkit import Found
from conftest import Collab
from directory.conftest import records

_TABLES = {
    "organization": """\
id,name,website,legal_status
o1,Harvest Food Shelf,http://harvest.example,x
o2,Lone Pantry,,x
""",
    "location": """\
id,organization_id,name,latitude,longitude
l1,o1,North,46.90,-114.0
l2,o1,South,46.80,-114.0
l3,o1,Far,46.0,-112.5
l4,o2,here,46.87,-113.99
""",
    "address": """\
id,location_id,address_1,city,state_province,postal_code
a1,l1,1 North St,Missoula,MT,59801
a2,l2,2 South St,Missoula,MT,59801
a3,l3,3 Far St,Butte,MT,59701
a4,l4,4 Mid St,Missoula,MT,59801
""",
    "service": """\
id,organization_id,name,status
s1,o1,Food Pantry,active
s2,o2,Food Pantry,active
""",
    "phone": """\
id,organization_id,location_id,number
p1,,l1,406-555-0101
p2,,l2,406-555-0102
""",
}
_IRS = (
    "EIN,NAME,STREET,CITY,STATE,ZIP,GROUP,SUBSECTION,AFFILIATION,FOUNDATION,ACTIVITY,TAX_PERIOD,"
    "INCOME_CD,NTEE_CD\n"
)
_FOOD = ("find", "--goal", "food-security")


@pytest.fixture
def feed(collab: Collab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A feed of two organizations, one of them with three places, loaded."""
    monkeypatch.setenv("COLLAB_DIRECTORY", str(tmp_path / "directory"))
    folder = _written(tmp_path / "feed", _TABLES)
    assert collab("directory", "load", str(folder)).code == 0
    return folder


@pytest.fixture
def twins(collab: Collab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A feed that tells little of an organization with three places, and two registers that tell the rest."""
    monkeypatch.setenv("COLLAB_DIRECTORY", str(tmp_path / "directory"))
    organizations = "id,name,legal_status\no1,Harvest Food Shelf,x\n"
    tables = {
        **{table: _TABLES[table] for table in ("location", "address", "service")},
        "organization": organizations,
    }
    tables["address"] = tables["address"].replace("1 North St", "").replace("3 Far St", "")
    feed = _written(tmp_path / "feed", tables)
    irs, ours = tmp_path / "eo.csv", tmp_path / "ours.csv"
    irs.write_text(
        f"{_IRS}"
        "810000001,HARVEST FOOD SHELF,9 OFFICE ST,MISSOULA,MT,59801,0000,03,3,15,000000000,202412,4,K31\n"
    )
    ours.write_text(
        "Body,Town,State,Zip,Call,Web\n"
        "Harvest Food Shelf,Missoula,MT,59801,406-555-0199,harvest.example\n"
    )
    columns = "name=Body,city=Town,state=State,zip=Zip,phone=Call,site=Web"
    assert collab("directory", "load", str(feed), str(irs)).code == 0
    assert collab("directory", "load", str(ours), "--map", columns).code == 0


def _written(folder: Path, tables: Mapping[str, str]) -> Path:
    folder.mkdir()
    for table, rows in tables.items():
        (folder / f"{table}.csv").write_text(rows)
    return folder


def _found(collab: Collab, *arguments: str) -> dict[str, dict[str, Any]]:
    return {each["name"]: each for each in records(collab(*arguments, "-f", "ndjson").out)}


@pytest.mark.usefixtures("feed")
def test_a_body_is_one_row_at_its_nearest_place_with_the_others_inside(collab: Collab) -> None:
    north = _found(collab, *_FOOD, "--near", "46.91,-114.0")["Harvest Food Shelf"]
    south = _found(collab, *_FOOD, "--near", "46.79,-114.0")["Harvest Food Shelf"]

    assert north["id"] == south["id"]
    assert (north["street"], north["phone"]) == ("1 North St", "406-555-0101")
    assert (south["street"], south["phone"]) == ("2 South St", "406-555-0102")
    assert [each["street"] for each in north["places"]] == ["2 South St", "3 Far St"]
    assert Found.from_record(north).places[0].phone == "406-555-0102"


@pytest.mark.usefixtures("feed")
def test_the_table_counts_the_places_of_a_body_and_a_spreadsheet_names_them(
    collab: Collab,
) -> None:
    table = collab(*_FOOD, "--near", "46.91,-114.0", "-f", "table").out
    sheet = collab(*_FOOD, "--near", "46.91,-114.0", "-f", "csv").out

    assert "(3" in table
    assert "places)" in table
    assert "3 Far St, Butte, MT 59701" in sheet


@pytest.mark.usefixtures("feed")
def test_places_are_counted_once(collab: Collab, tmp_path: Path) -> None:
    libraries = tmp_path / "libraries.csv"
    libraries.write_text("Library,Zip\nMissoula,59801\n")
    [status] = records(collab("directory", "status", "-f", "ndjson").out)
    line = ("--libraries", str(libraries), "--set", "map=name=Library,zip=Zip")

    [row] = records(
        collab("find", *line, "--gaps", "food-security", "--within", "100mi", "-f", "ndjson").out
    )

    assert (status["organizations"], row["near"]) == (2, 2)


@pytest.mark.usefixtures("feed")
def test_any_of_its_ids_shows_the_body_with_its_places(collab: Collab) -> None:
    id_ = _found(collab, *_FOOD, "--near", "46.91,-114.0")["Harvest Food Shelf"]["id"]

    [body] = records(collab("show", id_, "-f", "ndjson").out)
    [place] = records(collab("show", f"{id_}-003", "-f", "ndjson").out)

    assert len(body["entry"]["places"]) == len(place["entry"]["places"]) == 2
    assert place["entry"]["id"] == id_


@pytest.mark.usefixtures("twins")
def test_what_other_registers_tell_of_a_body_is_told_at_each_of_its_places(collab: Collab) -> None:
    north = _found(collab, *_FOOD, "--near", "46.91,-114.0")["Harvest Food Shelf"]
    far = _found(collab, *_FOOD, "--near", "46.0,-112.5")["Harvest Food Shelf"]

    assert (north["city"], far["city"]) == ("Missoula", "Butte")
    told = ("id", "sources", "number", "phone", "site")
    assert [north[key] for key in told] == [far[key] for key in told]
    assert north["sources"] == ["hsds", "irs", "own-ours"]
    assert north["number"] == "ein:810000001"
    assert north["phone"]
    assert north["site"]


@pytest.mark.usefixtures("twins")
def test_a_place_without_a_street_is_not_among_the_others_nor_at_the_door_of_another_register(
    collab: Collab,
) -> None:
    north = _found(collab, *_FOOD, "--near", "46.91,-114.0")["Harvest Food Shelf"]
    far = _found(collab, *_FOOD, "--near", "46.0,-112.5")["Harvest Food Shelf"]

    assert north["street"] is far["street"] is None
    assert [each["city"] for each in north["places"]] == ["Missoula", "Butte"]
    assert [each["city"] for each in far["places"]] == ["Missoula", "Missoula"]


def test_a_load_and_the_status_count_rows_and_bodies_alike(collab: Collab, feed: Path) -> None:
    [made] = records(collab("directory", "load", str(feed), "-f", "ndjson").out)
    [status] = records(collab("directory", "status", "-f", "ndjson").out)

    assert (made["rows"], made["organizations"], made["rejected"]) == (4, 2, 0)
    assert [status[key] for key in ("rows", "organizations", "rejected")] == [4, 2, 0]


def _feed_and_register(
    collab: Collab, tmp_path: Path, name: str, services: str
) -> dict[str, dict[str, Any]]:
    """Load a feed of a body with three places and one row of the IRS; return who feeds people near Missoula."""
    tables = {
        "organization": f"id,name,legal_status\no1,{name},x\n",
        "location": _TABLES["location"].replace("46.90,-114.0", ",").replace("46.80,-114.0", ","),
        "address": _TABLES["address"],
        "service": f"id,organization_id,name,status\n{services}",
    }
    row = f"810000001,{name},1 NORTH ST,MISSOULA,MT,59801,0000,03,3,15,000000000,202412,4,K31\n"
    irs = tmp_path / "eo.csv"
    irs.write_text(_IRS + row)
    line = (str(_written(tmp_path / "feed", tables)), str(irs))
    assert collab("directory", "load", *line, "--directory", str(tmp_path / "both")).code == 0
    here = ("--near", "59801", "--directory", str(tmp_path / "both"))
    [*found] = records(collab(*_FOOD, *here, "-f", "ndjson").out)
    assert len({each["name"].casefold() for each in found}) == len(found)
    return {each["name"]: each for each in found}


def test_a_surer_row_of_another_register_does_not_part_a_body_from_its_places(
    collab: Collab, tmp_path: Path
) -> None:
    found = _feed_and_register(collab, tmp_path, "Cedar Harbor", "s1,o1,Food Pantry,active\n")

    body = found["Cedar Harbor"]
    assert body["id"].startswith("hsds-")
    assert body["sources"] == ["hsds", "irs"]
    assert len(body["places"]) == 2


def test_where_a_feed_tells_nothing_the_register_that_does_stands_for_all_its_places(
    collab: Collab, tmp_path: Path
) -> None:
    found = _feed_and_register(collab, tmp_path, "Garden City Neighbors", "")
    far = ("--near", "46.0,-112.5", "--directory", str(tmp_path / "both"))

    body = found["Garden City Neighbors"]
    assert body["id"] == "irs-810000001"
    assert body["sources"] == ["irs", "hsds"]
    assert [each["street"] for each in body["places"]] == ["2 South St", "3 Far St"]
    assert not _found(collab, "find", "--search", "neighbors", *far)


def test_a_row_that_another_stood_for_stands_again_when_that_one_is_gone(
    collab: Collab, tmp_path: Path
) -> None:
    _feed_and_register(collab, tmp_path, "Garden City Neighbors", "")
    (tmp_path / "eo.csv").write_text(
        f"{_IRS}810000002,SOMEBODY ELSE,5 OTHER ST,MISSOULA,MT,59801,0000,03,3,15,000000000,202412,4,K31\n"
    )
    there = ("--directory", str(tmp_path / "both"))
    assert collab("directory", "load", str(tmp_path / "eo.csv"), *there).code == 0

    found = _found(collab, "find", "--search", "neighbors", "--near", "59801", *there)
    assert found["Garden City Neighbors"]["sources"] == ["hsds"]
