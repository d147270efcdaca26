"""Many libraries at once: a row for each library and goal, with who works for it near."""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Collab
from directory.conftest import Loaded, records

_LIBRARIES = """\
FSCSKEY,FSCS_SEQ,C_OUT_TY,LIBNAME,CITY,STABR,ZIP,CNTY,CNTYPOP,LATITUDE,LONGITUD,STATSTRU
MT0001,002,CE,MISSOULA PUBLIC LIBRARY,MISSOULA,MT,59801,MISSOULA,119600,46.87,-113.99,00
MT0001,003,BS,MISSOULA BOOKMOBILE,MISSOULA,MT,59801,MISSOULA,119600,46.87,-113.99,00
MT0002,002,CE,OLD LIBRARY,MISSOULA,MT,59801,MISSOULA,119600,46.87,-113.99,03
AL0003,002,CE,FAR LIBRARY,HUNTSVILLE,AL,35805,MADISON,372909,34.72,-86.60,00
"""


@pytest.fixture
def libraries(loaded: Callable[..., Loaded], tmp_path: Path) -> tuple[str, ...]:
    """Return how the libraries of a file are asked for."""
    (tmp_path / "outlets.csv").write_text(_LIBRARIES)
    here = ("--directory", str(loaded("eo_mt.csv").folder))
    return ("find", "--libraries", str(tmp_path / "outlets.csv"), *here)


def test_a_row_for_each_library_and_goal_with_its_county(
    collab: Collab, libraries: tuple[str, ...]
) -> None:
    run = collab(*libraries, "--gaps", "literacy", "food-security", "-f", "ndjson")

    rows = records(run.out)
    assert [(row["library_name"], row["goal"]) for row in rows] == [
        ("Missoula Public Library", "literacy"),
        ("Missoula Public Library", "food-security"),
        ("Far Library", "literacy"),
        ("Far Library", "food-security"),
    ]
    assert {row["county_population"] for row in rows[:2]} == {119600}
    assert all(row["desert"] == (row["near"] == 0) for row in rows)
    assert all(row["desert"] and row["nearest"] is None for row in rows[2:])
    assert "1 are closed" in run.err
    assert "1 are bookmobiles" in run.err
    assert "Hardly anything is loaded of AL" in run.err


def test_without_a_goal_every_goal_has_a_row(collab: Collab, libraries: tuple[str, ...]) -> None:
    rows = records(collab(*libraries, "--gaps", "-f", "ndjson").out)
    goals = collab("list", "goals", "-f", "ids").out.split()

    assert [row["goal"] for row in rows] == goals * 2


def test_who_is_counted_is_near_and_the_nearest_is_no_farther_than_the_circle_or_100_miles(
    collab: Collab, libraries: tuple[str, ...]
) -> None:
    rows = records(collab(*libraries, "--gaps", "--within", "5mi", "-f", "ndjson").out)

    for row in rows:
        if row["near"]:
            assert row["distance"] <= 5
        elif row["distance"] is not None:
            assert 5 <= row["distance"] <= 100


def test_a_bookmobile_and_a_closed_library_are_not_asked_for(
    collab: Collab, libraries: tuple[str, ...]
) -> None:
    run = collab(*libraries, "--goal", "literacy", "-f", "ndjson")

    assert {row["library_name"] for row in records(run.out)} <= {"Missoula Public Library"}
    assert "2 libraries asked" in run.err


def test_a_kind_that_the_library_works_with_is_not_missing(
    collab: Collab, libraries: tuple[str, ...], tmp_path: Path
) -> None:
    asked = ("find", "--gaps", "--near", "59801", "--within", "1mi", "-f", "ids", *libraries[-2:])
    before = collab(*asked).out.split()
    (tmp_path / "library.yaml").write_text(
        "name: Missoula Public Library\npartners:\n  - partner: military-base\n    went: well\n"
    )

    after = collab(*asked, "--library", str(tmp_path / "library.yaml")).out.split()

    assert "military-base" in before
    assert "military-base" not in after


def test_what_is_missing_is_told_as_far_as_it_is_known(
    collab: Collab, libraries: tuple[str, ...]
) -> None:
    run = collab("find", "--gaps", "--near", "59801", "--within", "1mi", *libraries[-2:])

    assert "the loaded registers list nobody" in run.err
    assert "4,752" not in run.out


def test_nothing_is_said_of_a_kind_that_no_register_lists(
    collab: Collab, libraries: tuple[str, ...]
) -> None:
    run = collab("find", "--goal", "veterans", "--near", "59801", *libraries[-2:])

    assert "federal agency" not in run.err
    assert "military base" not in run.err


def test_a_kind_of_a_kept_partnership_is_not_missing_and_neither_is_its_goal(
    collab: Collab, libraries: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "ours"
    home.mkdir()
    monkeypatch.chdir(home)
    (home / "library.yaml").write_text("name: Our Library\nzip: '59801'\n")
    asked = ("find", "--gaps", "--within", "1mi", "-f", "ndjson", *libraries[-2:])
    before = {(row["kind"], row["id"]): row for row in records(collab(*asked).out)}
    goals = {id_ for kind, id_ in before if kind == "goal"}
    kind, goal = next(
        (id_, goal)
        for (kind, id_), row in before.items()
        for goal in row["goals"]
        if kind == "partner" and goal in goals
    )

    assert collab("track", "Those Across the Street", "--partner", kind).code == 0
    after = {(row["kind"], row["id"]) for row in records(collab(*asked).out)}

    assert ("partner", kind) not in after
    assert ("goal", goal) not in after
    assert after < before.keys()

    assert collab("log", "across", "stage: ended").code == 0
    assert {(row["kind"], row["id"]) for row in records(collab(*asked).out)} == before.keys()


def test_a_partnership_of_no_kind_and_one_that_went_badly_fill_no_gap(
    collab: Collab, libraries: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "ours"
    home.mkdir()
    monkeypatch.chdir(home)
    asked = ("find", "--gaps", "--within", "1mi", "-f", "ids", *libraries[-2:])
    (home / "library.yaml").write_text("name: Our Library\nzip: '59801'\n")
    before = collab(*asked).out
    (home / "library.yaml").write_text(
        "name: Our Library\nzip: '59801'\npartners:\n  - partner: military-base\n    went: badly\n"
    )

    assert collab("track", "Somebody").code == 0

    assert collab(*asked).out == before


def test_a_list_of_her_own_is_asked_for_by_its_columns(
    collab: Collab, libraries: tuple[str, ...], tmp_path: Path
) -> None:
    own = tmp_path / "ours.csv"
    own.write_text("Who,Post,Town,St\nBy Zip,59801,,\nBy Town,,Missoula,MT\nNowhere,,Atlantis,MT\n")
    asked = ("find", "--libraries", str(own), "--gaps", "literacy", "-f", "ndjson", *libraries[-2:])
    run = collab(*asked, "--set", "map=name=Who,zip=Post,city=Town,state=St")

    assert {row["library_name"] for row in records(run.out)} == {"By Zip", "By Town"}
    assert "1 library has no place on the map" in run.err
    assert "No profile was used." in run.err
    assert "--set map=" in collab(*asked).err
    assert collab("find", "literacy", "--near", "59801", "--set", "map=name=Who").code == 2
    wrong = collab(*asked, "--set", "map=name=Who,phone=Post")
    assert wrong.code == 2
    assert "phone" in wrong.err


def test_a_folder_of_profiles_is_asked_for_with_its_goals_and_partnerships(
    collab: Collab, libraries: tuple[str, ...], tmp_path: Path
) -> None:
    profiles = {
        "one": "name: One\nzip: '59801'\ngoals: [literacy, food-security]\n",
        "far": "name: Far\nzip: '35805'\ngoals: [food-security]\npartners:\n  - partner: food-bank\n",
        "lost": "name: Lost\ngoals: [literacy]\n",
        "bad": "name: Bad\nzip: 1\n",
    }
    for name, text in profiles.items():
        (tmp_path / "all" / name).mkdir(parents=True)
        (tmp_path / "all" / name / "library.yaml").write_text(text)

    run = collab(
        "find", "--libraries", str(tmp_path / "all"), "--gaps", "-f", "ndjson", *libraries[-2:]
    )

    rows = {(row["library_name"], row["goal"]): row for row in records(run.out)}
    assert sorted(rows) == [
        ("Far", "food-security"),
        ("One", "food-security"),
        ("One", "literacy"),
    ]
    far = rows["Far", "food-security"]
    assert (far["near"], far["partnership"], far["desert"]) == (0, True, False)
    assert "1 library has no place" in run.err
    assert f"Left out: {tmp_path / 'all' / 'bad'}" in run.err
    assert "their profiles were used" in run.err


def test_a_profile_is_not_used_in_silence(
    collab: Collab, libraries: tuple[str, ...], tmp_path: Path
) -> None:
    profile = tmp_path / "library.yaml"
    profile.write_text("name: Our Library\n")

    run = collab(*libraries, "--gaps", "literacy", "--library", str(profile))

    assert f"{profile} was used" in run.err
