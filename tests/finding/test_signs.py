"""What a body says of itself, by its name and its network, decides; on made rows of the register."""

from collections.abc import Callable

import pytest

from finding.made import Find, names, row, settled


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

    found = names(find("--goal", "workforce-development"))

    assert found == ["Missoula Job Service", "Brotherhood of Carpenters 28"]


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

    assert names(find("--search", name)) == [name]
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


_BAKER = settled("Baker", row("Catholic Charities of Baker", NTEE_CD="P20"))


def test_a_network_stands_for_all_that_its_members_work_for(city: Callable[[str], Find]) -> None:
    find = city(_BAKER)

    for goal in ("food-security", "newcomers", "housing-homelessness"):
        [found] = find("--goal", goal)
        assert found["reasons"][0]["why"].endswith("local Catholic Charities.")


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
