"""Of several rows at one door, how many bodies they are; on made rows of the register."""

from collections.abc import Callable

from finding.made import Find, names, row, settled

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

    assert sorted(names(find("--goal", "food-security"))) == [
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

    assert "Council" in names(find("--goal", "youth-development"))[0]


def test_a_return_for_all_chapters_is_no_body(town: Callable[..., Find]) -> None:
    chapters = {"GROUP": "9499", "AFFILIATION": "9"}
    find = town(
        row("Missoula Food Pantry"),
        row("MONTANA FOOD BANKS GROUP RETURN", **chapters),
        row("MONTANA FOOD BANK NETWORK", SORT_NAME="GROUP RETURN", **chapters),
    )

    assert names(find("--goal", "food-security")) == ["Missoula Food Pantry"]
