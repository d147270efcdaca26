"""What the services of a feed and its terms tell of a body."""

from pathlib import Path

from conftest import Collab
from directory.conftest import records
from finding.made import Find, feed_of, names


def test_the_services_of_a_feed_and_their_terms_class_and_rank_an_organization(feed: Find) -> None:
    [pantry] = feed("--goal", "food-security")
    [school] = feed("--goal", "newcomers")

    assert pantry["partner"] == "food-bank"
    assert pantry["reasons"][0]["why"] == 'Feeds people: lists the service "food pantry".'
    assert "english as a second language" in school["reasons"][0]["why"]


def test_a_body_is_found_by_the_name_it_had(feed: Find) -> None:
    assert names(feed("--search", "once called 2")) == ["Body 2 Place 2"]


def test_one_word_of_a_taxonomy_tells_only_where_it_is_all_that_is_said(
    collab: Collab, tmp_path: Path
) -> None:
    folder = feed_of(tmp_path / "feed", ("Showers", "Hygiene"), ("Baby Showers Planned", "Parties"))
    here = ("--directory", str(tmp_path / "directory"))
    assert collab("directory", "load", str(folder), *here).code == 0

    run = collab(
        *("find", "--goal", "housing-homelessness", "--near", "Missoula, MT", "-f", "ndjson"), *here
    )

    assert names(records(run.out)) == ["Body 0 Place 0"]


def _packaged(folder: Path, *services: str) -> Path:
    """Write a Frictionless package whose tables lie in a folder below what describes them."""
    data = folder / "data"
    data.mkdir(parents=True)
    (folder / "datapackage.json").write_text('{"name": "a 211", "resources": []}')
    tables = {
        "organizations": ("id,name,alternate_name,legal_status", "o1,Harvest House,,x"),
        "locations": (
            "id,organization_id,name,latitude,longitude",
            "l1,o1,here,46.87,-113.99",
            "l2,s1,there,46.90,-113.99",
        ),
        "services": ("id,organization_id,name,status", *services),
    }
    for table, rows in tables.items():
        (data / f"{table}.csv").write_text("\n".join(rows) + "\n")
    return folder


def test_a_package_described_a_folder_above_its_tables_loads_whole(
    collab: Collab, tmp_path: Path
) -> None:
    feed = _packaged(tmp_path / "feed", "s1,o1,Food Pantry,active", "s2,s1,Tax Help,active")

    run = collab("directory", "load", str(feed), "--directory", str(tmp_path / "directory"))

    assert run.code == 0
    [loaded] = records(run.out)
    assert (loaded["organizations"], loaded["rejected"]) == (1, 0)


def test_a_service_of_a_service_is_of_its_organization_and_so_is_its_place(
    collab: Collab, tmp_path: Path
) -> None:
    feed = _packaged(tmp_path / "feed", "s1,o1,Food Pantry,active", "s2,s1,Tax Help,active")
    here = ("--directory", str(tmp_path / "directory"))
    assert collab("directory", "load", str(feed), *here).code == 0

    [id_] = collab("find", "tax help", "--near", "46.9,-113.99", "-f", "ids", *here).out.split()

    [shown] = records(collab("show", id_, "-f", "ndjson", *here).out)
    assert shown["entry"]["services"] == "Food Pantry; Tax Help"
    assert len(shown["entry"]["places"]) == 1


def test_a_service_of_nobody_is_counted_and_one_called_as_its_organization_says_nothing(
    collab: Collab, tmp_path: Path
) -> None:
    feed = _packaged(
        tmp_path / "feed",
        "s1,o1,HARVEST HOUSE,active",
        "s2,s3,Tax Help,active",
        "s3,s2,Round and Round,active",
    )
    here = ("--directory", str(tmp_path / "directory"))

    run = collab("directory", "load", str(feed), *here)

    assert "2 rows left out: a service of no organization in the feed" in run.err
    [id_] = collab(
        "find", "-s", "harvest", "--near", "Missoula, MT", "-f", "ids", *here
    ).out.split()
    [shown] = records(collab("show", id_, "-f", "ndjson", *here).out)
    assert shown["entry"]["services"] is None


def test_who_has_no_place_on_the_map_is_counted(collab: Collab, tmp_path: Path) -> None:
    (tmp_path / "abroad.csv").write_text("Name,Zip\nHelping Hands of Leeds,LS1 4AP\n")

    run = collab(
        *("directory", "load", str(tmp_path / "abroad.csv"), "--map", "name=Name,zip=Zip"),
        *("--directory", str(tmp_path / "directory")),
    )

    assert "own-abroad: 1 of 1 have no place on the map" in run.err
