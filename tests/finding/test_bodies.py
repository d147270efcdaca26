"""Bodies are ranked, not kinds: what an organization says of itself decides, on made rows of the register."""

from collections.abc import Callable
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from collabkit.cli import main
from conftest import Collab
from directory.conftest import REGISTERS, records

Find = Callable[..., list[dict[str, Any]]]
_HEADER = (REGISTERS / "eo_mt.csv").read_text(encoding="ascii").split("\n", 1)[0].strip()
_NUMBERS = count(100_000_001)


def row(name: str, **said: object) -> str:
    """Return a row of the register of a body called *name*, in Missoula if nothing else is said."""
    fields: dict[str, object] = {
        "EIN": next(_NUMBERS),
        "NAME": name,
        "STREET": f"{next(_NUMBERS)} MAIN ST",
        "CITY": "MISSOULA",
        "STATE": "MT",
        "ZIP": "59801-0000",
        "GROUP": "0000",
        "SUBSECTION": "03",
        "AFFILIATION": "3",
        "FOUNDATION": "15",
        "ACTIVITY": "000000000",
        "TAX_PERIOD": "202412",
        "INCOME_CD": "4",
        **said,
    }
    return ",".join(str(fields.get(column, "")) for column in _HEADER.split(","))


_SETTLED: list[str] = []


def settled(city: str, *rows: str) -> str:
    """Have *rows* live in *city*, too far from any other to be found there, and return it.

    All that do are loaded at once, for a load takes longer than to ask.
    """
    _SETTLED.extend(each.replace(*_moved(city)) for each in rows)
    return city


def _moved(city: str) -> tuple[str, str]:
    return ",MISSOULA,MT,59801-0000,", f",{city.upper()},MT,{ZIPS[city]}-0000,"


ZIPS = {
    "Billings": "59101",
    "Bozeman": "59715",
    "Butte": "59701",
    "Dillon": "59725",
    "Glasgow": "59230",
    "Glendive": "59330",
    "Great Falls": "59401",
    "Havre": "59501",
    "Helena": "59601",
    "Kalispell": "59901",
    "Lewistown": "59457",
    "Libby": "59923",
    "Malta": "59538",
    "Miles City": "59301",
    "Shelby": "59474",
    "Sidney": "59270",
    "Baker": "59313",
    "Broadus": "59317",
    "Plentywood": "59254",
    "Wolf Point": "59201",
}


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Load rows, the same ones once; return the directory, to be read only."""

    @cache
    def load(*rows: str) -> Path:
        folder = tmp_path_factory.mktemp("town")
        (folder / "eo.csv").write_text("\n".join((_HEADER, *rows)) + "\n", encoding="ascii")
        line = ("directory", "load", str(folder / "eo.csv"), "--directory", str(folder))
        assert main(line) == 0
        return folder

    return load


@pytest.fixture
def town(collab: Collab, towns: Callable[..., Path]) -> Callable[..., Find]:
    """Load rows, and ask who in Missoula answers a goal."""

    def load(*rows: str) -> Find:
        return _finder(collab, towns(*rows), "Missoula")

    return load


@pytest.fixture
def city(collab: Collab, towns: Callable[..., Path]) -> Callable[[str], Find]:
    """Ask who of those who are settled in a city answers a goal."""
    return lambda name: _finder(collab, towns(*_SETTLED), name)


def _finder(collab: Collab, directory: Path, city: str) -> Find:
    here = ("--near", f"{city}, MT", "--directory", str(directory))

    def find(*arguments: str) -> list[dict[str, Any]]:
        run = collab("find", *arguments, "-f", "ndjson", *here)
        assert run.code == 0, run.err
        return records(run.out)

    return find


def _names(found: list[dict[str, Any]]) -> list[str]:
    return [each["name"] for each in found]


def test_what_a_body_says_of_itself_outranks_kind_distance_and_size(
    town: Callable[..., Find],
) -> None:
    find = town(
        row("Greatest Congregation", NTEE_CD="X20", INCOME_CD="9"),
        row("Stevensville Food Pantry", CITY="STEVENSVILLE", ZIP="59870", INCOME_CD="1"),
        row("Greatest Agency", NTEE_CD="P24", INCOME_CD="9"),
    )

    [first, *_] = find("--goal", "food-security")

    assert first["name"] == "Stevensville Food Pantry"
    assert first["reasons"][0] == {
        "name": "sign",
        "value": 0.9,
        "why": 'Feeds people: its name says "food pantry".',
    }


_HELPERS = (
    row("Five Valleys Mediation Center"),
    row("Safe Haven Womens Shelter"),
    row("Five Valleys Land Trust"),
    row("Kinship Caregivers of Missoula"),
    row("Western Consumer Credit Counseling"),
    row("Western Montana Stockgrowers Association", SUBSECTION="05"),
    row("Greatest Agency", NTEE_CD="P20", INCOME_CD="9"),
    row("Greatest School", NTEE_CD="B20", INCOME_CD="9"),
    row("Greatest Nursing Home", NTEE_CD="E91", INCOME_CD="9"),
)


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("people bring eviction papers to the desk", "Five Valleys Mediation Center"),
        ("she left a violent husband", "Safe Haven Womens Shelter"),
        ("somebody who knows the birds and the pond", "Five Valleys Land Trust"),
        ("grandparents who are raising the children", "Kinship Caregivers of Missoula"),
        ("help with taxes and debt", "Western Consumer Credit Counseling"),
        ("our ranchers have no time", "Western Montana Stockgrowers Association"),
    ],
)
def test_plain_words_ask_for_who_does_just_that(
    town: Callable[..., Find], asked: str, first: str
) -> None:
    find = town(*_HELPERS)

    [found, *_] = find(asked)

    assert found["name"] == first
    assert found["reasons"][0]["name"] == "sign"


_UNION = {"SUBSECTION": "05", "INCOME_CD": "6"}
_SHELBY = settled(
    "Shelby",
    row("Brotherhood of Carpenters 28", **_UNION, GROUP="0143", AFFILIATION="9"),
    row("Missoula Teachers Association", **_UNION),
    row("Fraternal Order of Police 12", **_UNION, GROUP="1199", AFFILIATION="9"),
    row("Missoula Job Service", NTEE_CD="J20"),
)


def test_a_union_of_builders_helps_into_work_and_one_of_teachers_does_not(
    city: Callable[[str], Find],
) -> None:
    find = city(_SHELBY)

    found = _names(find("--goal", "workforce-development"))

    assert found == ["Missoula Job Service", "Brotherhood of Carpenters 28"]


def test_who_does_the_work_stands_before_chapters_that_only_gather(
    town: Callable[..., Find],
) -> None:
    chapter = {"AFFILIATION": "9", "INCOME_CD": "0"}
    find = town(
        row("Daughters of the American Revolution", GROUP="1050", **chapter),
        row("Alberton Depot", NTEE_CD="A80", INCOME_CD="0", CITY="ALBERTON", ZIP="59820"),
    )

    found = _names(find("--goal", "local-history"))

    assert found == ["Alberton Depot", "Daughters of the American Revolution"]


_BUTTE = settled(
    "Butte",
    row("Greatest Chamber of Commerce", SUBSECTION="03", INCOME_CD="7"),
    row("Smallest Chamber of Commerce", SUBSECTION="03", INCOME_CD="2"),
    row("Missoula Job Service", NTEE_CD="J20"),
)


def test_a_large_body_of_a_kind_that_does_it_besides_is_named_behind_who_does_it(
    city: Callable[[str], Find],
) -> None:
    find = city(_BUTTE)

    found = _names(find("--goal", "workforce-development"))

    assert found == ["Missoula Job Service", "Greatest Chamber of Commerce"]


# A club helps with much, so it lives apart from those of whom nothing may be found.
_PLENTYWOOD = settled("Plentywood", row("Powder River Rebekahs"))
_BROADUS = settled(
    "Broadus",
    *map(row, ("Kingdom Manna", "Casa Cultural", "Little Warriors")),
    *map(row, ("Green Mountain Mobile", "A Vermont Story")),
)


@pytest.mark.parametrize(
    ("goal", "name", "place"),
    [
        ("environment", "Powder River Rebekahs", _PLENTYWOOD),
        ("food-security", "Kingdom Manna", _BROADUS),
        ("legal-help", "Casa Cultural", _BROADUS),
        ("veterans", "Little Warriors", _BROADUS),
        ("outreach", "Green Mountain Mobile", _BROADUS),
        ("reading-culture", "A Vermont Story", _BROADUS),
    ],
)
def test_a_word_that_means_something_else_in_many_names_shows_nothing(
    city: Callable[[str], Find], goal: str, name: str, place: str
) -> None:
    find = city(place)

    assert _names(find("--search", name)) == [name]
    assert find("--goal", goal) == []


_BILLINGS = settled(
    "Billings",
    row("Salish Housing", NTEE_CD="L20"),
    row("Missoula Historical Society", NTEE_CD="A80"),
    row("Salish Tribal Historic Preservation", NTEE_CD="A80"),
)


def test_who_shows_two_things_that_were_asked_for_stands_first(city: Callable[[str], Find]) -> None:
    find = city(_BILLINGS)

    [found, *_] = find("record the stories of the tribe")

    assert found["name"] == "Salish Tribal Historic Preservation"
    assert [reason["name"] for reason in found["reasons"]].count("sign") > 1


_HELENA = settled(
    "Helena",
    row("Sweetgrass Nursing Home", NTEE_CD="E91", INCOME_CD="9"),
    row("Sweetgrass Seniors Association", NTEE_CD="P81", INCOME_CD="1"),
)


def test_who_nurses_those_who_live_with_it_stands_behind(city: Callable[[str], Find]) -> None:
    find = city(_HELENA)

    assert _names(find("--goal", "aging"))[0] == "Sweetgrass Seniors Association"


_BOZEMAN = settled(
    "Bozeman",
    row("Missoula Food Bank", NTEE_CD="K31"),
    *(row(f"Congregation {number}", NTEE_CD="X20", INCOME_CD="3") for number in range(20)),
    *(row(f"School {number}", NTEE_CD="B20", INCOME_CD="3") for number in range(20)),
)


def test_a_list_ends_where_nobody_answers_any_more(city: Callable[[str], Find]) -> None:
    find = city(_BOZEMAN)

    assert _names(find("--goal", "food-security")) == ["Missoula Food Bank"]


_MILES_CITY = settled(
    "Miles City",
    row("Valley Food Bank Inc", STREET="1 OAK ST"),
    row("Valley Food Bank Foundation", STREET="9 ELM ST"),
    row("Valley Food Bank Endowment Trust", STREET="1 OAK ST"),
    row("Helping Hands Food Pantry", STREET="7 PINE ST"),
)


def test_a_body_its_fund_and_its_second_row_at_one_door_are_one(
    city: Callable[[str], Find],
) -> None:
    find = city(_MILES_CITY)

    assert sorted(_names(find("--goal", "food-security"))) == [
        "Helping Hands Food Pantry",
        "Valley Food Bank Inc",
    ]


def test_two_bodies_at_one_door_that_begin_with_the_name_of_their_town_are_two(
    town: Callable[..., Find],
) -> None:
    find = town(
        row("Missoula Food Bank Inc", STREET="1 OAK ST"),
        row("Missoula County Nutrition Pantry", STREET="1 OAK ST", NTEE_CD="K31"),
        row("Valley Soup Kitchen", STREET="9 ELM ST", INCOME_CD="1", NTEE_CD="K35"),
    )

    found = find("--goal", "food-security")

    assert len(found) == 3
    assert found[-1]["name"] == "Missoula County Nutrition Pantry"


_CHAPTER = {"STREET": "1 OAK ST", "GROUP": "5954", "AFFILIATION": "9", "NTEE_CD": "O52"}
_GLENDIVE = settled(
    "Glendive",
    row("University of Montana 4-H", SORT_NAME="Owls 4-H Club", **_CHAPTER),
    row("University of Montana 4-H", SORT_NAME="Foxes 4-H Club", **_CHAPTER),
)


def test_chapters_of_one_network_at_one_door_are_told_apart_by_their_own_names(
    city: Callable[[str], Find],
) -> None:
    find = city(_GLENDIVE)

    assert len(find("--goal", "youth-development")) == 2


_WOLF_POINT = settled(
    "Wolf Point",
    *(
        row("University of Montana 4-H", SORT_NAME=f"{name} 4-H Club", **_CHAPTER)
        for name in ("Owls", "Foxes", "Hares")
    ),
    row("University of Montana 4-H", SORT_NAME="Missoula County 4-H Council", **_CHAPTER),
)


def test_of_chapters_at_one_door_their_council_is_first(city: Callable[[str], Find]) -> None:
    find = city(_WOLF_POINT)

    assert "Council" in _names(find("--goal", "youth-development"))[0]


_GREAT_FALLS = settled(
    "Great Falls",
    row("Prairie Capital Group", NTEE_CD="W60", INCOME_CD="6"),
    row("Prairie Tax Aid", INCOME_CD="4"),
)


def test_where_words_speak_of_finer_work_its_kinds_come_before_those_of_the_goal(
    city: Callable[[str], Find],
) -> None:
    find = city(_GREAT_FALLS)

    assert _names(find("help people do their taxes and get out of debt"))[0] == "Prairie Tax Aid"


def test_who_serves_another_works_elsewhere_or_is_silent_stands_behind(
    town: Callable[..., Find],
) -> None:
    large = {"INCOME_CD": "9"}
    find = town(
        row("Working Food Pantry", INCOME_CD="1", CITY="STEVENSVILLE", ZIP="59870"),
        row("Clark Fork Food Bank Endowment", **large),
        row("Swan River Food Bank Auxiliary", **large),
        row("National Food Bank", **large),
        row("Seeley Lake Food Bank", FOUNDATION="17", **large),
        row("Blackfoot Food Bank", TAX_PERIOD="201812", **large),
        row("Rattlesnake Food Bank", SUBSECTION="02", **large),
    )

    first, *behind = find("--goal", "food-security")

    assert first["name"] == "Working Food Pantry"
    assert len(behind) == 6
    assert all("role" in {reason["name"] for reason in one["reasons"]} for one in behind)


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

    assert _names(found) == ["B Food Pantry", "A Food Pantry"]


def test_whoever_holds_the_money_of_a_fair_serves_another_body(town: Callable[..., Find]) -> None:
    find = town(row("Bitterroot Fair Foundation"), row("Bitterroot Science Fair Foundation"))

    roles = {
        each["name"]: "role" in {reason["name"] for reason in each["reasons"]}
        for each in find("--search", "fair")
    }

    assert roles == {
        "Bitterroot Fair Foundation": True,
        "Bitterroot Science Fair Foundation": False,
    }


def test_a_return_for_all_chapters_is_no_body(town: Callable[..., Find]) -> None:
    chapters = {"GROUP": "9499", "AFFILIATION": "9"}
    find = town(
        row("Missoula Food Pantry"),
        row("MONTANA FOOD BANKS GROUP RETURN", **chapters),
        row("MONTANA FOOD BANK NETWORK", SORT_NAME="GROUP RETURN", **chapters),
    )

    assert _names(find("--goal", "food-security")) == ["Missoula Food Pantry"]


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

    assert _names(find("--goal", "food-security")) == [f"{name} Food Pantry" for name in "CAB"]


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
    line = ("--libraries", str(libraries), "--map", "name=Library,city=Town,state=State,zip=Zip")
    asked = ("--goal", "food-security", "-f", "ndjson", "--directory", str(directory))

    for where in (("--near", "St. Ignatius, MT"), line):
        found = records(collab("find", *where, *asked).out)
        assert _names(found) == [f"{name} Food Pantry" for name in "BCA"]


_HAVRE = settled(
    "Havre",
    row("Gaming Youth Center", SUBSECTION="07", INCOME_CD="9"),
    row("Small Youth Center", INCOME_CD="3"),
)


def test_receipts_of_a_club_are_no_importance(city: Callable[[str], Find]) -> None:
    find = city(_HAVRE)

    assert _names(find("--goal", "youth-development"))[0] == "Small Youth Center"


_BAKER = settled("Baker", row("Catholic Charities of Baker", NTEE_CD="P20"))


def test_a_network_stands_for_all_that_its_members_work_for(city: Callable[[str], Find]) -> None:
    find = city(_BAKER)

    for goal in ("food-security", "newcomers", "housing-homelessness"):
        [found] = find("--goal", goal)
        assert found["reasons"][0]["why"].endswith("local Catholic Charities.")


_SIDNEY = settled("Sidney", row("Rivertown Counseling Center", NTEE_CD="K31"))


def test_a_body_may_be_of_two_kinds_each_with_its_reason(city: Callable[[str], Find]) -> None:
    find = city(_SIDNEY)

    [both] = find("--partner", "food-bank", "--goal", "food-security")

    assert both["partner"] == "food-bank"
    why = next(reason["why"] for reason in both["reasons"] if reason["name"] == "classed")
    assert "NTEE K31, besides " in why


_MALTA = settled(
    "Malta",
    row("Great Agency", NTEE_CD="P20", INCOME_CD="7"),
    row("Little Agency", NTEE_CD="P20", INCOME_CD="2"),
)


def test_a_large_guess_is_shown_and_marked(city: Callable[[str], Find]) -> None:
    find = city(_MALTA)

    [found] = find("--goal", "food-security")

    assert found["name"] == "Great Agency"
    assert any("(a guess)" in reason["why"] for reason in found["reasons"])


_LIBBY = settled(
    "Libby", row("Abracadabra", NTEE_CD="P84"), row("Hocus Refugee Center", NTEE_CD="R21")
)


def test_a_code_that_is_often_wrong_weighs_less_and_says_so(city: Callable[[str], Find]) -> None:
    find = city(_LIBBY)

    first, second = find("--goal", "newcomers")

    assert (first["name"], second["name"]) == ("Hocus Refugee Center", "Abracadabra")
    assert "files under P84, which is often wrong" in second["reasons"][0]["why"]


_WEIGHED = (
    row("Abracadabra", NTEE_CD="P30", INCOME_CD="6"),
    row("Hocus Pocus", NTEE_CD="P40", INCOME_CD="6"),
    row("Open Sesame", NTEE_CD="P84", INCOME_CD="2"),
    row("Lutheran Social Services", INCOME_CD="6"),
    row("Clark Fork Refugee Welcome", INCOME_CD="6"),
)


def test_of_two_codes_the_one_that_is_often_wrong_weighs_half(town: Callable[..., Find]) -> None:
    scores = {each["name"]: each["score"] for each in town(*_WEIGHED)("--goal", "family-support")}

    assert scores["Abracadabra"] < scores["Hocus Pocus"]


def test_a_code_that_is_often_wrong_speaks_for_nobody_without_staff(
    town: Callable[..., Find],
) -> None:
    assert "Open Sesame" not in _names(town(*_WEIGHED)("--goal", "newcomers"))


def test_a_name_that_says_it_goes_before_a_network_that_is_known_to_do_it(
    town: Callable[..., Find],
) -> None:
    names = _names(town(*_WEIGHED)("--goal", "newcomers"))

    assert names[:2] == ["Clark Fork Refugee Welcome", "Lutheran Social Services"]


def test_a_network_is_found_by_its_short_name(town: Callable[..., Find]) -> None:
    post = row(
        "Veterans of Foreign Wars of the United States Dept of Montana",
        GROUP="1917",
        AFFILIATION="9",
        SORT_NAME="6935 POST",
    )
    find = town(post, row("Missoula Food Bank"))

    [found] = find("--search", "vfw")

    assert "6935" in found["name"]


_LEWISTOWN = settled(
    "Lewistown",
    row("Rotary Club of Missoula", INCOME_CD="6"),
    row("Small Rotary Club", INCOME_CD="2"),
)


def test_core_leaves_out_who_only_helps(city: Callable[[str], Find]) -> None:
    find = city(_LEWISTOWN)

    helpers = find("--goal", "early-literacy")
    own = find("--goal", "early-literacy", "--core")

    assert _names(helpers) == ["Rotary Club of Missoula"]
    assert _names(own) == _names(helpers)
    assert find("--goal", "literacy", "--core") == []


_KALISPELL = settled(
    "Kalispell",
    row("Missoula Food Bank", NTEE_CD="K31"),
    row("Great Agency", NTEE_CD="P24", INCOME_CD="8"),
)


def test_a_least_score_is_kept_to(city: Callable[[str], Find]) -> None:
    find = city(_KALISPELL)
    scores = [each["score"] for each in find("--goal", "food-security", "--guesses")]

    kept = find("--goal", "food-security", "--guesses", "--min-score", str(scores[0]))

    assert [each["score"] for each in kept] == [score for score in scores if score >= scores[0]]


_GLASGOW = settled("Glasgow", row("Bad Food Bank"), row("Good Food Bank"))


def test_an_organization_with_whom_it_went_badly_drops_itself_and_no_other(
    city: Callable[[str], Find], tmp_path: Path
) -> None:
    find = city(_GLASGOW)
    before = find("--goal", "food-security")
    profile = tmp_path / "library.yaml"
    profile.write_text(
        "partners:\n  - {partner: food-bank, name: Bad Food Bank, went: badly}\n", encoding="utf-8"
    )

    after = find("--goal", "food-security", "--library", str(profile))

    assert _names(before) == ["Bad Food Bank", "Good Food Bank"]
    assert _names(after) == ["Good Food Bank"]
    assert after[0]["score"] == before[1]["score"]


_DILLON = settled("Dillon", row("First Food Bank"), row("Second Food Bank"))


def test_one_with_whom_it_went_well_rises_and_says_why(
    city: Callable[[str], Find], collab: Collab, clean_machine: Path
) -> None:
    find = city(_DILLON)
    first, second = find("--goal", "food-security")
    assert collab("init").code == 0
    folder = clean_machine / "partnerships/second"
    folder.mkdir(parents=True)
    (folder / "log.txt").write_text(
        "2025-01-01 stage: active\n2025-01-02 we promise: call\n2025-01-03 kept: call\n2025-02-01 went: well\n",
        encoding="utf-8",
    )
    facts = folder / "partnership.yaml"
    facts.write_text(
        f"name: Another Name\npartner: food-bank\norganization: {second['id']}\n", encoding="utf-8"
    )
    after = find("--goal", "food-security")
    # One of the same name that is not the same body: the id says which is meant.
    facts.write_text(
        f"name: {first['name']}\npartner: food-bank\norganization: irs-1\n", encoding="utf-8"
    )
    others = find("--goal", "food-security")

    assert _names(after) == [second["name"], first["name"]]
    assert after[0]["score"] > second["score"]
    assert after[1]["score"] == first["score"]
    assert after[0]["reasons"][0]["name"] == "history"
    assert after[0]["reasons"][0]["why"].startswith(
        "Another Name: kept in partnerships/second, active since 2025, it went well, we kept 1 of 1 promise"
    )
    assert [each["score"] for each in others] == [first["score"], second["score"]]
    assert not any("history" in {each["name"] for each in one["reasons"]} for one in others)


def test_absence_is_told_only_where_a_register_holds_all(collab: Collab, tmp_path: Path) -> None:
    here = ("--directory", str(tmp_path / "directory"))
    (tmp_path / "eo.csv").write_text(f"{_HEADER}\n{row('Missoula Food Bank')}\n", encoding="ascii")
    files = (str(tmp_path / "eo.csv"), str(REGISTERS / "pls_fy19_outlets.csv"))
    assert collab("directory", "load", *files, *here).code == 0
    asked = ("find", "--near", "46.0,-109.9", "--within", "2mi", *here, "--partner")

    assert "\nNo neighboring public library within" in f"\n{collab(*asked, 'public-library').err}"
    assert "The loaded registers list no hospital" in collab(*asked, "healthcare-provider").err
    assert "Overture Maps would list more" in collab(*asked, "healthcare-provider").err


def _feed(folder: Path, *services: tuple[str, str]) -> Path:
    """Write a feed of organizations, each called as its service is not, and return its folder."""
    folder.mkdir()
    heads = {
        "organization": "id,name,alternate_name,legal_status",
        "location": "id,organization_id,name,latitude,longitude",
        "service": "id,organization_id,name,status",
        "taxonomy_term": "id,name,parent_id,taxonomy",
        "attribute": "id,link_id,link_type,taxonomy_term_id",
    }
    rows: dict[str, list[str]] = {name: [] for name in heads}
    for number, (name, term) in enumerate(services):
        rows["organization"].append(
            f"o{number},Body {number} Place {number},Once Called {number},x"
        )
        rows["location"].append(f"l{number},o{number},here,46.87{number},-113.99")
        rows["service"].append(f"s{number},o{number},{name},active")
        rows["taxonomy_term"].append(f"t{number},{term},,open eligibility")
        rows["attribute"].append(f"a{number},s{number},service,t{number}")
    for table, head in heads.items():
        (folder / f"{table}.csv").write_text("\n".join((head, *rows[table])) + "\n")
    return folder


@pytest.fixture(scope="module")
def fed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Load three bodies whose names tell nothing; return the directory, to be read only."""
    home = tmp_path_factory.mktemp("fed")
    folder = _feed(
        home / "feed",
        ("Brown Bag Mondays", "Food Pantry"),
        ("Evening Classes", "English as a Second Language"),
        ("Walks", "Outings"),
    )
    directory = home / "directory"
    assert main(("directory", "load", str(folder), "--directory", str(directory))) == 0
    return directory


@pytest.fixture
def feed(collab: Collab, fed: Path) -> Find:
    """Ask who of the three answers."""
    return _finder(collab, fed, "Missoula")


def test_the_services_of_a_feed_and_their_terms_class_and_rank_an_organization(feed: Find) -> None:
    [pantry] = feed("--goal", "food-security")
    [school] = feed("--goal", "newcomers")

    assert pantry["partner"] == "food-bank"
    assert pantry["reasons"][0]["why"] == 'Feeds people: lists the service "food pantry".'
    assert "english as a second language" in school["reasons"][0]["why"]


def test_a_body_is_found_by_the_name_it_had(feed: Find) -> None:
    assert _names(feed("--search", "once called 2")) == ["Body 2 Place 2"]


def test_one_word_of_a_taxonomy_tells_only_where_it_is_all_that_is_said(
    collab: Collab, tmp_path: Path
) -> None:
    folder = _feed(tmp_path / "feed", ("Showers", "Hygiene"), ("Baby Showers Planned", "Parties"))
    here = ("--directory", str(tmp_path / "directory"))
    assert collab("directory", "load", str(folder), *here).code == 0

    run = collab(
        *("find", "--goal", "housing-homelessness", "--near", "Missoula, MT", "-f", "ndjson"), *here
    )

    assert _names(records(run.out)) == ["Body 0 Place 0"]


def test_nobody_is_missed_where_a_feed_lists_the_service(collab: Collab, tmp_path: Path) -> None:
    folder = _feed(tmp_path / "feed", ("Walks", "Outings"), ("Monday Boxes", "Food Pantry"))
    (tmp_path / "eo.csv").write_text(
        "\n".join((_HEADER, row("Body 1 Place 1", NTEE_CD="X20"))) + "\n", encoding="ascii"
    )
    here = ("--directory", str(tmp_path / "directory"))
    assert collab("directory", "load", str(folder), *here).code == 0

    run = collab("find", "--goal", "food-security", "--near", "Missoula, MT", *here)

    assert "food bank" not in run.err
