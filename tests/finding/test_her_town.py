"""Whoever is in her own town comes first; on made rows of the register."""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Collab
from directory.conftest import records
from finding.made import Find, names, row


@pytest.mark.parametrize(
    "said", ["place: Missoula, MT", "zip: '59801'", "place: Missoula, MT\nzip: '00000'"]
)
def test_a_profile_with_coordinates_tells_her_own_town_too(
    collab: Collab, towns: Callable[..., Path], tmp_path: Path, said: str
) -> None:
    directory = towns(row("A Food Pantry", CITY="ORCHARD HOMES"), row("B Food Pantry"))
    profile = tmp_path / "library.yaml"
    profile.write_text(f"name: Our Library\ncoordinates: 46.87,-113.99\n{said}\n")

    line = ("--library", str(profile), "--directory", str(directory), "-f", "ndjson")
    found = records(collab("find", "--goal", "food-security", *line).out)

    assert names(found) == ["B Food Pantry", "A Food Pantry"]


def test_a_box_is_no_place_and_its_distance_is_unknown(town: Callable[..., Find]) -> None:
    find = town(
        row("Box Food Pantry", STREET="PO BOX 7", CITY="LOLO", ZIP="59847"),
        row("Street Food Pantry", CITY="LOLO", ZIP="59847"),
    )

    by_name = {each["name"]: each for each in find("--goal", "food-security")}

    assert by_name["Box Food Pantry"]["distance"] is None
    assert by_name["Street Food Pantry"]["distance"] > 0


@pytest.mark.parametrize("inner", [{}, {"STREET": "PO BOX 7"}], ids=["at a street", "at a box"])
def test_of_two_alike_the_one_in_town_comes_first(
    town: Callable[..., Find], inner: dict[str, str]
) -> None:
    find = town(
        # Both are in the middle of Missoula; the first by the alphabet and by its number is called otherwise.
        row("A Food Pantry", CITY="ORCHARD HOMES"),
        row("B Food Pantry", CITY="FRENCHTOWN", ZIP="59834"),
        row("C Food Pantry", **inner),
    )

    assert names(find("--goal", "food-security")) == [f"{name} Food Pantry" for name in "CAB"]


def test_her_own_town_is_hers_however_a_register_spells_it(
    collab: Collab, towns: Callable[..., Path], tmp_path: Path
) -> None:
    there = {"STATE": "MT", "ZIP": "59865"}
    directory = towns(
        row("A Food Pantry", CITY="RAVALLI", **there),
        row("B Food Pantry", CITY="SAINT IGNATIUS", **there),
        row("C Food Pantry", CITY="ST IGNATIUS", **there),
    )
    libraries = tmp_path / "libraries.csv"
    libraries.write_text("Library,Town,State,Zip\nFlathead,St. Ignatius,MT,59865\n")
    line = (
        "--libraries",
        str(libraries),
        "--set",
        "map=name=Library,city=Town,state=State,zip=Zip",
    )
    asked = ("--goal", "food-security", "-f", "ndjson", "--directory", str(directory))

    for where in (("--near", "St. Ignatius, MT"), line):
        found = records(collab("find", *where, *asked).out)
        assert names(found) == [f"{name} Food Pantry" for name in "BCA"]
