"""Finding, gaps, showing, writing to, and the profile from the survey: what a librarian sees."""

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from collabkit.directory import places
from collabkit.directory.nearest import Nearest
from collabkit.directory.records import GUESS, full_name, readable
from collabkit.errors import UsageError
from collabkit.finding import Missing
from collabkit.proposals import PAPERS
from conftest import Collab
from directory.conftest import Load


@pytest.fixture(autouse=True)
def chosen(monkeypatch: pytest.MonkeyPatch, montana: Path) -> None:
    """Ask the directory of Montana."""
    monkeypatch.setenv("COLLAB_DIRECTORY", str(montana))


def _records(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_goal_and_a_zip_name_organizations_best_first_with_reasons(collab: Collab) -> None:
    run = collab(
        "find", "--goal", "literacy", "--near", "59801", "--within", "25mi", "-f", "ndjson"
    )

    found = _records(run.out)
    assert run.code == 0
    assert [each["rank"] for each in found] == list(range(1, 11))
    assert all(each["distance"] <= 25 for each in found)
    assert {reason["name"] for reason in found[0]["reasons"]} >= {"classed", "match", "near"}


def test_no_network_and_no_partner_fills_the_list(collab: Collab) -> None:
    found = _records(collab("find", "--goal", "literacy", "--near", "59801", "-f", "ndjson").out)

    networks = [each["network"] for each in found if each["network"]]
    partners = [each["partner"] for each in found]
    assert all(networks.count(each) <= 2 for each in networks)
    assert all(partners.count(each) <= 3 for each in partners)


def test_only_the_partners_and_the_words_asked_for_are_found(collab: Collab) -> None:
    run = collab(
        *("find", "--partner", "service-club", "--search", "eagles", "--near", "Missoula, MT"),
        *("-f", "ndjson"),
    )

    found = _records(run.out)
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
    of_goal = _records(collab(*asked, "--goal", "literacy").out)
    of_partner = _records(collab(*asked, "--partner", "museum").out)
    every = _records(collab(*asked).out)

    [goal] = [each for each in of_goal if each["kind"] == "goal"]
    core = [each for each in every if each["kind"] == "partner" and "literacy" in each["goals"]]
    assert goal["id"] == "literacy"
    assert goal["distance"] == min(each["distance"] for each in core if each["distance"])
    assert [each["id"] for each in of_partner] == ["museum"]
    assert len({each["id"] for each in every if each["kind"] == "goal"}) > 1
    assert len(of_goal) < len(every)


def test_a_table_has_four_columns_and_a_file_says_how_to_go_on(collab: Collab) -> None:
    asked = ("find", "--goal", "literacy", "--near", "59801", "-n", "3", "-f")
    [first, *_] = csv.DictReader(StringIO(collab(*asked, "csv").out))
    table = collab(*asked, "table")

    assert table.out.split("\n")[0].split() == ["name", "partner", "miles", "why"]
    assert "~" in table.out
    assert "`collab show ID`" in table.err
    assert collab("show", first["id"].upper(), "-f", "ids").out.strip() == first["id"]
    assert first["town"] == "Missoula"
    assert float(first["miles"]) <= 25


def test_without_a_goal_no_reason_speaks_of_one(collab: Collab) -> None:
    [found] = _records(
        collab("find", "--partner", "museum", "--near", "59801", "-n", "1", "-f", "ndjson").out
    )

    assert "match" not in {reason["name"] for reason in found["reasons"]}


def test_every_word_of_every_search_must_stand_there_whatever_its_accents(collab: Collab) -> None:
    run = collab(
        *("find", "--search", "Éagles", "--search", "missoula", "--near", "59801", "-f", "ndjson")
    )

    found = _records(run.out)
    assert found
    assert all("eagles" in each["name"].lower() for each in found)
    assert all("missoula" in f"{each['name']} {each['city']}".lower() for each in found)


def test_a_limit_has_a_limit(collab: Collab) -> None:
    run = collab("find", "--goal", "literacy", "--near", "59801", "--limit", "9" * 20)

    assert (run.code, run.out) == (2, "")


def test_gaps_list_who_is_nowhere_near(collab: Collab) -> None:
    run = collab("find", "--gaps", "--near", "59801", "-f", "ndjson")

    found = {each["id"]: each for each in _records(run.out)}
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
    run = collab("find", "--goal", "literacy", "--near", "59801", "-n", "3", "-f", "geojson")

    value = json.loads(run.out)
    assert value["type"] == "FeatureCollection"
    assert len(value["features"]) == 3
    longitude, latitude = value["features"][0]["geometry"]["coordinates"]
    assert -115 < longitude < -113
    assert 46 < latitude < 48
    assert collab("list", "goals", "-f", "geojson").out.startswith('{"type": "FeatureCollection"')


def test_every_library_of_a_file_is_asked_for_as_if_alone(collab: Collab, registers: Path) -> None:
    run = collab(
        *("find", "--goal", "literacy", "--limit", "5", "-f", "ndjson"),
        *("--libraries", str(registers / "pls_arcgis_outlets.csv")),
    )
    assert (run.code, run.out) == (0, "")

    many = collab(
        *("find", "--goal", "literacy", "--limit", "5", "-f", "ndjson"),
        *("--libraries", str(registers / "pls_fy19_outlets.csv")),
    )
    with (registers / "pls_fy19_outlets.csv").open(encoding="cp1252", newline="") as file:
        outlet = next(
            row for row in csv.DictReader(file) if row["LIBNAME"].startswith("MISSOULA PUBLIC")
        )
    id_ = f"pls-outlets-{outlet['FSCSKEY']}-{outlet['FSCS_SEQ']}"
    alone = collab(
        *("find", "--goal", "literacy", "--limit", "5", "-f", "ids"),
        *("--near", f"{outlet['LATITUDE']},{outlet['LONGITUD']}"),
    )
    assert [
        each["id"] for each in _records(many.out) if each["library"] == id_
    ] == alone.out.split()
    assert len(alone.out.split()) == 5
    assert _records(many.out)[0]["library_name"]


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


@pytest.mark.parametrize("more", [("--gaps",), ("--near", "59801")])
def test_many_libraries_are_not_one_place(collab: Collab, more: tuple[str, ...]) -> None:
    assert collab("find", "--goal", "literacy", "--libraries", "any.csv", *more).code == 2


def test_an_organization_is_shown_with_its_sources(collab: Collab) -> None:
    id_ = collab(
        "find", "--partner", "museum", "--near", "59801", "-n", "1", "-f", "ids"
    ).out.strip()
    run = collab("show", id_, "-f", "json")

    [shown] = json.loads(run.out)
    assert shown["kind"] == "organization"
    assert shown["entry"]["partner"] == "museum"
    assert "museums" in shown["entry"]["sources"]
    assert {"register_kind"} <= set(shown["entry"])
    assert "kind" not in shown["entry"]
    assert shown["files"] == []


def test_an_organization_is_a_point(collab: Collab) -> None:
    id_ = collab(
        "find", "--partner", "museum", "--near", "59801", "-n", "1", "-f", "ids"
    ).out.strip()
    [feature] = json.loads(collab("show", id_, "-f", "geojson").out)["features"]

    assert feature["id"] == id_
    assert feature["geometry"]["type"] == "Point"


def test_an_unknown_organization_is_a_usage_error(collab: Collab) -> None:
    assert collab("show", "irs-999").code == 2


def test_what_is_found_keeps_the_goal_so_that_a_paper_begins_with_it(
    collab: Collab, collab_process: Collab
) -> None:
    found = collab(
        "find", "--goal", "literacy", "--near", "59801", "--partner", "k12-school", "-f", "ndjson"
    )
    run = collab_process("propose", "--as", "email", stdin=found.out)

    assert {tuple(each["goals"]) for each in _records(found.out)} == {("literacy",)}
    assert "Subject:** Reading buddies" in run.out


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
        return [each["name"] for each in _records(collab(*asked).out)]

    everyone = names()
    assert "Missoula Public Library" in everyone
    profile.write_text("name: MISSOULA public library\n")
    assert names() == [name for name in everyone if name != "Missoula Public Library"]
    profile.write_text("fscskey: mt0051\n")
    assert not [each for each in _records(collab(*asked).out) if "MT0051" in each["number"]]
    assert len(names()) < len(everyone)


def test_none_of_many_libraries_finds_itself(collab: Collab, registers: Path) -> None:
    outlets = str(registers / "pls_fy19_outlets.csv")
    run = collab("find", "--libraries", outlets, "--partner", "public-library", "-n", "9")

    found = _records(run.out)
    assert found
    assert not [each for each in found if each["number"][:11] == f"fscs:{each['library'][12:18]}"]


def test_a_guess_is_shown_to_who_asks_for_guesses(collab: Collab) -> None:
    asked = (
        "find",
        "--partner",
        "youth-organization",
        "--near",
        "59801",
        "-n",
        "99",
        "-f",
        "ndjson",
    )

    def surest(*more: str) -> list[tuple[str, float]]:
        found = _records(collab(*asked, *more).out)
        return [(each["id"], each["reasons"][0]["value"]) for each in found]

    sure, all_ = surest(), surest("--guesses")
    assert set(sure) < set(all_)
    assert min(confidence for _, confidence in sure) >= GUESS
    assert all(confidence < GUESS for id_, confidence in all_ if (id_, confidence) not in sure)


def test_a_pitch_is_addressed_to_a_named_body(collab: Collab) -> None:
    id_ = collab(
        "find", "--partner", "food-bank", "--near", "59801", "-n", "1", "-f", "ids"
    ).out.strip()
    run = collab("propose", "--organization", id_)

    assert run.code == 0
    assert "**For:** Missoula Food Bank & Community Center Incorporated, 1720 Wyoming St" in run.out
    assert "1720 Wyoming St, Missoula, MT 59801" in run.err
    assert collab("propose", "--organization", id_, "--to", "The Food Bank").out.count(
        "The Food Bank"
    )


@pytest.mark.parametrize("paper", PAPERS)
def test_every_paper_is_written_to_a_body_that_is_found(
    collab: Collab, collab_process: Collab, paper: str
) -> None:
    record = collab(
        "find", "--search", "valley montessori", "--near", "59801", "-n", "1", "-f", "ndjson"
    ).out
    found = json.loads(record)
    run = collab_process("propose", "--as", paper, stdin=record)

    assert run.code == 0
    told = {
        "script": (found["name"], found["phone"]),
        "one-pager": (found["name"], found["street"]),
        "proposal": (found["name"], found["street"], found["zip"]),
        "agreement": (found["name"], found["street"]),
        "agenda": (found["name"], found["street"], found["phone"]),
        "checklist": (found["name"], found["street"], found["phone"]),
    }
    for fact in told.get(paper, ()):
        assert fact in run.out


def test_the_survey_fills_in_a_profile_with_figures_that_letters_cite(
    collab: Collab, clean_machine: Path
) -> None:
    run = collab("init", "--from-survey", "Missoula")
    text = (clean_machine / "library.yaml").read_text()

    assert run.code == 0
    assert 'name: "Missoula Public Library"' in text
    assert 'coordinates: "46.8' in text
    assert "year: 2015" in text
    assert collab("check", "library.yaml").code == 0


def test_a_name_that_several_libraries_have_asks_for_the_key(collab: Collab) -> None:
    run = collab("init", "--from-survey", "public library")

    assert run.code == 2
    assert "libraries of the survey are called 'public library'" in run.err
    assert "--from-survey CO0144" in run.err


def test_a_library_of_another_name_is_told_which_are_close(collab: Collab) -> None:
    run = collab("init", "--from-survey", "Misoula Publik Library")

    assert run.code == 2
    assert "Did you mean 'Missoula Public Library'?" in run.err
    assert "Load the" not in run.err


def test_outlets_alone_have_no_figures_and_that_is_said(
    collab: Collab, load_samples: Load, folder: Path
) -> None:
    load_samples("pls_fy19_outlets.csv")
    run = collab("init", "--from-survey", "Missoula Public", "--directory", str(folder))

    assert run.code == 0
    assert "0 figures" not in run.err
    assert "administrative entities" in run.err


def test_status_and_sources(collab: Collab) -> None:
    status = {
        each["source"]: each for each in _records(collab("directory", "status", "-f", "ndjson").out)
    }
    sources = _records(collab("directory", "sources", "-f", "ndjson").out)

    assert status["pls-outlets"]["as_of"] == "2019"
    assert set(status["irs"]) >= {"source", "files", "rows", "organizations", "as_of", "loaded_at"}
    assert {each["id"] for each in sources} >= set(status)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("59801", "Missoula, MT"),
        ("59801-1234", "Missoula, MT"),
        ("burlington, vermont", "Burlington, VT"),
        ("Burlington VT", "Burlington, VT"),
        ("46.87, -113.99", "46.87,-113.99"),
        ("46.87 -113.99", "46.87,-113.99"),
        ("St. Johnsbury, VT", "Saint Johnsbury, VT"),
        ("st.johnsbury vt", "Saint Johnsbury, VT"),
        ("St Johnsbury Vermont", "Saint Johnsbury, VT"),
        ("Mt. Vernon, NY", "Mount Vernon, NY"),
        ("Mount Zion, IL", "Mt Zion, IL"),
        ("Ft. Benton, MT", "Fort Benton, MT"),
        ("Sault Ste. Marie, MI", "Sault Sainte Marie, MI"),
        ("Hardwick, VT 05843", "Hardwick, VT"),
        ("Missoula,MT,USA", "Missoula, MT"),
        ("Charleston West Virginia", "Charleston, WV"),
        ("Washington, D.C.", "Washington, DC"),
        ("99999", "ZIP 999…"),
    ],
)
def test_places_are_known_in_the_ways_people_write_them(text: str, label: str) -> None:
    assert places.near(text).label == label


def test_a_zip_code_after_the_town_says_where_in_it() -> None:
    assert places.near("Missoula, MT 59801")[1:] == places.near("59801")[1:]
    assert places.near("Missoula, MT 10001") == places.near("Missoula, MT")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("St. Johnsbry, VT", "Did you mean 'Saint Johnsbury, VT'?"),
        ("Missoula", "Add it: 'Missoula, MT'"),
        ("St. Johnsbury", "Add it: 'Saint Johnsbury, VT'"),
    ],
)
def test_a_place_that_is_not_found_is_told_with_one_that_is(text: str, hint: str) -> None:
    with pytest.raises(UsageError) as refused:
        places.near(text)

    assert refused.value.hint == hint
    assert places.near(hint.split("'")[1])


@pytest.mark.parametrize(
    "text",
    [
        "Atlantis, MT",
        "91,0",
        "00000",
        "",
        "x" * 10_000,
        "1,200",
        "\u0665\u0669\u0668\u0660\u0661",
        ", MT",
        "59801 1",
    ],
)
def test_a_place_that_is_none_is_a_usage_error(text: str) -> None:
    with pytest.raises(UsageError):
        places.near(text)


def test_distances() -> None:
    assert places.miles("25mi") == 25
    assert round(places.miles("40 km"), 2) == 24.85
    assert places.shown(places.miles("0.001mi")) == "0.001"
    for text in ("far", "\u0665mi"):
        with pytest.raises(UsageError):
            places.miles(text)
    for text in ("0", "12000mi", "9000km"):
        with pytest.raises(UsageError, match="at most 5,000 miles"):
            places.miles(text)


@pytest.mark.parametrize(
    ("name", "local", "shown"),
    [
        ("FRATERNAL ORDER OF EAGLES", "32 AERIE", "Fraternal Order of Eagles, 32 Aerie"),
        (
            "AMERICAN CIVIL LIBERTIES UNION",
            "OF MONTANA",
            "American Civil Liberties Union of Montana",
        ),
        ("ROTARY CLUB OF HELENA", "HELENA", "Rotary Club of Helena"),
        ("HELENA PTA", None, "Helena PTA"),
    ],
)
def test_a_chapter_is_called_by_both_its_names(name: str, local: str | None, shown: str) -> None:
    assert full_name(name, local) == shown


@pytest.mark.parametrize(
    ("filed", "shown"),
    [
        ("MISSOULA COUNTY HISTORICAL SOCIETY", "Missoula County Historical Society"),
        ("YMCA OF THE ROCKIES", "YMCA of the Rockies"),
        ("VFW POST 209 AUXILIARY", "VFW Post 209 Auxiliary"),
        ("eBird Friends", "eBird Friends"),
        ("121 3RD AVE NW", "121 3rd Ave NW"),
    ],
)
def test_capitals_of_a_register_become_a_name(filed: str, shown: str) -> None:
    assert readable(filed) == shown


def test_plain_words_find_as_they_match(collab: Collab) -> None:
    words = ("--goal", "help adults learn to read", "-n", "3")
    matched = collab("match", *words, "-f", "ids").out.split()
    found = _records(collab("find", *words, "--near", "59801", "-f", "ndjson").out)

    assert found
    assert found[0]["partner"] in matched
