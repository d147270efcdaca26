"""A feed may list several places of an organization: it is one body, found at the nearest of them."""

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
_FOOD = ("find", "--goal", "food-security")


@pytest.fixture
def feed(collab: Collab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A feed of two organizations, one of them with three places, loaded."""
    folder = tmp_path / "feed"
    folder.mkdir()
    for table, rows in _TABLES.items():
        (folder / f"{table}.csv").write_text(rows)
    monkeypatch.setenv("COLLAB_DIRECTORY", str(tmp_path / "directory"))
    assert collab("directory", "load", str(folder)).code == 0
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
def test_the_table_says_that_there_are_more_places_and_a_spreadsheet_names_them(
    collab: Collab,
) -> None:
    table = collab(*_FOOD, "--near", "46.91,-114.0", "-f", "table").out
    sheet = collab(*_FOOD, "--near", "46.91,-114.0", "-f", "csv").out

    assert "2 more" in table
    assert "3 Far St, Butte, MT 59701" in sheet


@pytest.mark.usefixtures("feed")
def test_places_are_counted_once(collab: Collab, tmp_path: Path) -> None:
    libraries = tmp_path / "libraries.csv"
    libraries.write_text("Library,Zip\nMissoula,59801\n")
    [status] = records(collab("directory", "status", "-f", "ndjson").out)
    line = ("--libraries", str(libraries), "--map", "name=Library,zip=Zip")

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
