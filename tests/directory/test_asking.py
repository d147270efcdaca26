"""Finding, gaps and many libraries at once: what a librarian sees."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from collabkit.directory.query.nearest import Nearest
from collabkit.directory.records import GUESS
from collabkit.finding import Missing
from conftest import Collab
from directory.conftest import records

pytestmark = pytest.mark.usefixtures("chosen")


def test_a_goal_and_a_zip_name_organizations_best_first_with_reasons(collab: Collab) -> None:
    run = collab(
        "find", "--goal", "youth-development", "--near", "59801", "--within", "25mi", "-f", "ndjson"
    )

    found = records(run.out)
    assert run.code == 0
    assert [each["rank"] for each in found] == list(range(1, 11))
    assert all(each["distance"] <= 25 for each in found)
    assert {reason["name"] for reason in found[0]["reasons"]} >= {
        "sign",
        "classed",
        "match",
        "near",
    }


def test_no_network_fills_the_list(collab: Collab) -> None:
    asked = ("find", "--goal", "youth-development", "--near", "59801", "-f", "ndjson")
    found = records(collab(*asked).out)

    networks = [each["network"] for each in found if each["network"]]
    assert len(found) == 10
    assert all(networks.count(each) <= 2 for each in networks)


def test_only_the_partners_and_the_words_asked_for_are_found(collab: Collab) -> None:
    run = collab(
        *("find", "--partner", "service-club", "--search", "eagles", "--near", "Missoula, MT"),
        *("-f", "ndjson"),
    )

    found = records(run.out)
    assert found
    assert all(each["partner"] == "service-club" for each in found)
    assert all("eagles" in each["name"].lower() for each in found)


def test_who_is_not_there_is_said_with_the_nearest(collab: Collab) -> None:
    run = collab("find", "--partner", "public-library", "--near", "46.9,-110.2", "--within", "5mi")

    assert run.code == 0
    assert run.out == ""
    assert "No neighboring public library within 5 miles; the nearest is " in run.err
    distance = float(run.err.split("the nearest is ")[1].split()[0])
    wider = float(run.err.split("--within ")[1].split("mi")[0])
    assert wider >= distance


@pytest.mark.parametrize(
    ("distance", "within", "said"),
    [
        (29.4, 25, "29"),
        (25.6, 25, "26"),
        (25.04, 25, "25.1"),
        (25.4, 25, "25.4"),
        (15.6, 15.53, "16"),
    ],
)
def test_the_nearest_is_never_said_to_be_within_the_circle(
    distance: float, within: float, said: str
) -> None:
    who = Nearest("museum", "museums-1", "Fort Museum", "Fort Benton, MT", distance)

    sentence = Missing("Museum", who).sentence(within)
    assert f"the nearest is {said} miles away in Fort Benton, MT: Fort Museum" in sentence


def test_gaps_of_a_goal_or_of_partners_are_only_theirs(collab: Collab) -> None:
    asked = ("find", "--gaps", "--near", "46.9,-110.2", "--within", "1mi", "-f", "ndjson")
    of_goal = records(collab(*asked, "--goal", "literacy").out)
    of_partner = records(collab(*asked, "--partner", "museum").out)
    every = records(collab(*asked).out)

    [goal] = [each for each in of_goal if each["kind"] == "goal"]
    core = [each for each in every if each["kind"] == "partner" and "literacy" in each["goals"]]
    assert goal["id"] == "literacy"
    assert goal["distance"] == min(each["distance"] for each in core if each["distance"])
    assert [each["id"] for each in of_partner] == ["museum"]
    assert len({each["id"] for each in every if each["kind"] == "goal"}) > 1
    assert len(of_goal) < len(every)


def test_a_table_says_what_each_is_before_its_id_and_a_file_says_how_to_go_on(
    collab: Collab,
) -> None:
    asked = ("find", "--goal", "youth-development", "--near", "59801", "-n", "3", "-f")
    [first, *_] = csv.DictReader(StringIO(collab(*asked, "csv").out))
    table = collab(*asked, "table")

    assert table.out.split("\n")[0].split() == [
        "name",
        "kind",
        "does",
        "it?",
        "where,",
        "miles",
        "id",
    ]
    assert "Missoula, <1" in table.out
    assert f" {first['id']}\n" in table.out
    assert "--explain says why each" in table.err
    assert collab("show", first["id"].upper(), "-f", "ids").out.strip() == first["id"]
    assert first["town"] == "Missoula"
    assert float(first["miles"]) <= 25


def test_without_a_goal_no_reason_speaks_of_one(collab: Collab) -> None:
    [found] = records(
        collab("find", "--partner", "museum", "--near", "59801", "-n", "1", "-f", "ndjson").out
    )

    assert "match" not in {reason["name"] for reason in found["reasons"]}


def test_every_word_of_every_search_must_stand_there_whatever_its_accents(collab: Collab) -> None:
    run = collab(
        *("find", "--search", "Éagles", "--search", "missoula", "--near", "59801", "-f", "ndjson")
    )

    found = records(run.out)
    assert found
    assert all("eagles" in each["name"].lower() for each in found)
    assert all("missoula" in f"{each['name']} {each['city']}".lower() for each in found)


@pytest.mark.parametrize("word", ["도서관", "ωμεγα", "CAFE\u0301", "cafe"])
def test_names_of_any_alphabet_are_found_by_their_words(
    collab: Collab, tmp_path: Path, word: str
) -> None:
    own = tmp_path / "own.csv"
    own.write_text("Name,Zip,Type\n도서관 Café Ωμέγα,59801,food-bank\n", encoding="utf-8")
    here = ("--directory", str(tmp_path / "of one"))
    collab("directory", "load", str(own), "--map", "name=Name,zip=Zip,partner=Type", *here)
    run = collab("find", "--search", word, "--near", "59801", "-f", "csv", *here)

    assert "도서관 Café Ωμέγα" in run.out


def test_gaps_are_not_searched_by_words(collab: Collab) -> None:
    assert collab("find", "--gaps", "--search", "rotary", "--near", "59801").code == 2


def test_a_limit_has_a_limit(collab: Collab) -> None:
    run = collab("find", "--goal", "literacy", "--near", "59801", "--limit", "9" * 20)

    assert (run.code, run.out) == (2, "")


def test_gaps_list_who_is_nowhere_near(collab: Collab) -> None:
    run = collab("find", "--gaps", "--near", "59801", "-f", "ndjson")

    found = {each["id"]: each for each in records(run.out)}
    assert "public-library" not in found
    assert found["state-library"]["kind"] == "partner"
    assert all(each["distance"] is None or each["distance"] > 25 for each in found.values())


def test_without_near_the_profile_says_where(collab: Collab, clean_machine: Path) -> None:
    (clean_machine / "library.yaml").write_text('name: Ours\nzip: "59801"\n')
    run = collab("find", "--goal", "literacy", "-n", "1", "-f", "ids")

    assert run.code == 0
    assert "within 25 miles of Ours" in run.err
    assert collab("find", "--goal", "literacy", "--library", "/dev/null").code != 0


def test_nowhere_is_a_usage_error(collab: Collab) -> None:
    run = collab("find", "--goal", "literacy")

    assert (run.code, run.out) == (2, "")
    assert "say where the library is" in run.err


def test_no_directory_is_exit_code_5(collab: Collab, tmp_path: Path) -> None:
    run = collab("find", "--goal", "literacy", "--near", "59801", "--directory", str(tmp_path))

    assert run.code == 5
    assert "`collab directory load FILE` makes one" in run.err


def test_geojson_is_a_collection_of_points(collab: Collab) -> None:
    run = collab(
        "find", "--goal", "youth-development", "--near", "59801", "-n", "3", "-f", "geojson"
    )

    value = json.loads(run.out)
    assert value["type"] == "FeatureCollection"
    assert len(value["features"]) == 3
    longitude, latitude = value["features"][0]["geometry"]["coordinates"]
    assert -115 < longitude < -113
    assert 46 < latitude < 48
    assert collab("list", "goals", "-f", "geojson").out.startswith('{"type": "FeatureCollection"')


def test_every_library_of_a_file_is_asked_for_as_if_alone(collab: Collab, registers: Path) -> None:
    run = collab(
        *("find", "--goal", "youth-development", "--limit", "5", "-f", "ndjson"),
        *("--libraries", str(registers / "pls_arcgis_outlets.csv")),
    )
    assert (run.code, run.out) == (0, "")

    many = collab(
        *("find", "--goal", "youth-development", "--limit", "5", "-f", "ndjson"),
        *("--libraries", str(registers / "pls_fy19_outlets.csv")),
    )
    with (registers / "pls_fy19_outlets.csv").open(encoding="cp1252", newline="") as file:
        outlet = next(
            row for row in csv.DictReader(file) if row["LIBNAME"].startswith("MISSOULA PUBLIC")
        )
    id_ = f"pls-outlets-{outlet['FSCSKEY']}-{outlet['FSCS_SEQ']}"
    alone = collab(
        *("find", "--goal", "youth-development", "--limit", "5", "-f", "ids"),
        *("--near", f"{outlet['LATITUDE']},{outlet['LONGITUD']}"),
    )
    assert [each["id"] for each in records(many.out) if each["library"] == id_] == alone.out.split()
    assert len(alone.out.split()) == 5
    assert records(many.out)[0]["library_name"]
    answered = len({each["library"] for each in records(many.out)})
    asked = int(many.err.split(" libraries asked.")[0].split("\n")[-1])
    assert asked > answered
    assert f"{asked - answered} of them have nobody within 25 miles." in many.err


def test_libraries_come_from_the_survey_s_zip_too_and_from_stdin(
    collab: Collab, collab_process: Collab, registers: Path
) -> None:
    asked = ("find", "--goal", "literacy", "--limit", "1", "-f", "csv", "--libraries")
    whole = collab(*asked, str(registers / "pls_fy2015.zip"))
    outlets = (registers / "pls_fy19_outlets.csv").read_text(encoding="cp1252")
    piped = collab_process(*asked, "-", stdin=outlets)

    assert whole.code == piped.code == 0
    assert {row["library id"][:12] for row in csv.DictReader(StringIO(whole.out))} == {
        "pls-outlets-"
    }
    assert "Missoula Public Library" in {
        row["library"] for row in csv.DictReader(StringIO(piped.out))
    }


def test_a_file_of_no_libraries_is_refused(collab: Collab, registers: Path) -> None:
    run = collab("find", "--goal", "literacy", "--libraries", str(registers / "eo_mt.csv"))

    assert (run.code, run.out) == (3, "")
    assert "eo_mt.csv holds no libraries" in run.err


def test_many_libraries_are_not_one_place(collab: Collab) -> None:
    many = ("find", "--goal", "literacy", "--libraries", "any.csv")
    assert collab(*many, "--near", "59801").code == 2


@pytest.mark.parametrize(
    ("aim", "said"),
    [
        (
            "litercy",
            "'litercy' is no goal id and was read as plain words; did you mean 'literacy'?",
        ),
        ("xyzzy plugh", "'xyzzy plugh' says little to the catalog (confidence: low)"),
    ],
)
def test_an_aim_that_is_hard_to_understand_is_told(collab: Collab, aim: str, said: str) -> None:
    run = collab("find", "--goal", aim, "--near", "59801")

    assert run.code == 0
    assert said in run.err


def test_a_library_does_not_find_itself(collab: Collab, clean_machine: Path) -> None:
    asked = ("find", "--partner", "public-library", "--near", "59801", "-f", "ndjson")
    profile = clean_machine / "library.yaml"

    def names() -> list[str]:
        return [each["name"] for each in records(collab(*asked).out)]

    everyone = names()
    assert "Missoula Public Library" in everyone
    profile.write_text("name: MISSOULA public library\n")
    assert names() == [name for name in everyone if name != "Missoula Public Library"]
    profile.write_text("fscskey: mt0051\n")
    assert not [each for each in records(collab(*asked).out) if "MT0051" in each["number"]]
    assert len(names()) < len(everyone)


def test_none_of_many_libraries_finds_itself(collab: Collab, registers: Path) -> None:
    outlets = str(registers / "pls_fy19_outlets.csv")
    run = collab("find", "--libraries", outlets, "--partner", "public-library", "-n", "9")

    found = records(run.out)
    assert found
    assert not [each for each in found if each["number"][:11] == f"fscs:{each['library'][12:18]}"]


def test_a_guess_is_shown_to_who_asks_for_guesses(collab: Collab) -> None:
    asked = (
        "find",
        "--partner",
        "social-service-agency",
        "--near",
        "59801",
        "-n",
        "99",
        "-f",
        "ndjson",
    )

    def surest(*more: str) -> list[tuple[str, float]]:
        found = records(collab(*asked, *more).out)
        return [(each["id"], each["reasons"][0]["value"]) for each in found]

    sure, all_ = surest(), surest("--guesses")
    added = set(all_) - set(sure)
    assert added
    assert all(confidence < GUESS for _, confidence in added)


def test_plain_words_find_as_they_match(collab: Collab) -> None:
    words = ("--goal", "teenagers have nowhere to go after school", "-n", "3")
    matched = collab("match", *words, "-f", "ids").out.split()
    found = records(collab("find", *words, "--near", "59801", "-f", "ndjson").out)

    assert found
    assert found[0]["partner"] in matched
