"""Who stands before whom, and where a list ends; on made rows of the register."""

from collections.abc import Callable

from finding.made import Find, names, row, settled


def test_who_does_the_work_stands_before_chapters_that_only_gather(
    town: Callable[..., Find],
) -> None:
    chapter = {"AFFILIATION": "9", "INCOME_CD": "0"}
    find = town(
        row("Daughters of the American Revolution", GROUP="1050", **chapter),
        row("Alberton Depot", NTEE_CD="A80", INCOME_CD="0", CITY="ALBERTON", ZIP="59820"),
    )

    found = names(find("--goal", "local-history"))

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

    found = names(find("--goal", "workforce-development"))

    assert found == ["Missoula Job Service", "Greatest Chamber of Commerce"]


_HELENA = settled(
    "Helena",
    row("Sweetgrass Nursing Home", NTEE_CD="E91", INCOME_CD="9"),
    row("Sweetgrass Seniors Association", NTEE_CD="P81", INCOME_CD="1"),
)


def test_who_nurses_those_who_live_with_it_stands_behind(city: Callable[[str], Find]) -> None:
    find = city(_HELENA)

    assert names(find("--goal", "aging"))[0] == "Sweetgrass Seniors Association"


_BOZEMAN = settled(
    "Bozeman",
    row("Missoula Food Bank", NTEE_CD="K31"),
    *(row(f"Congregation {number}", NTEE_CD="X20", INCOME_CD="3") for number in range(20)),
    *(row(f"School {number}", NTEE_CD="B20", INCOME_CD="3") for number in range(20)),
)


def test_a_list_ends_where_nobody_answers_any_more(city: Callable[[str], Find]) -> None:
    find = city(_BOZEMAN)

    assert names(find("--goal", "food-security")) == ["Missoula Food Bank"]


_GREAT_FALLS = settled(
    "Great Falls",
    row("Prairie Capital Group", NTEE_CD="W60", INCOME_CD="6"),
    row("Prairie Tax Aid", INCOME_CD="4"),
)


def test_where_words_speak_of_finer_work_its_kinds_come_before_those_of_the_goal(
    city: Callable[[str], Find],
) -> None:
    find = city(_GREAT_FALLS)

    assert names(find("help people do their taxes and get out of debt"))[0] == "Prairie Tax Aid"


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


_HAVRE = settled(
    "Havre",
    row("Gaming Youth Center", SUBSECTION="07", INCOME_CD="9"),
    row("Small Youth Center", INCOME_CD="3"),
)


def test_receipts_of_a_club_are_no_importance(city: Callable[[str], Find]) -> None:
    find = city(_HAVRE)

    assert names(find("--goal", "youth-development"))[0] == "Small Youth Center"


_LEWISTOWN = settled(
    "Lewistown",
    row("Rotary Club of Missoula", INCOME_CD="6"),
    row("Small Rotary Club", INCOME_CD="2"),
)


def test_core_leaves_out_who_only_helps(city: Callable[[str], Find]) -> None:
    find = city(_LEWISTOWN)

    helpers = find("--goal", "early-literacy")
    own = find("--goal", "early-literacy", "--set", "core")

    assert names(helpers) == ["Rotary Club of Missoula"]
    assert names(own) == names(helpers)
    assert find("--goal", "literacy", "--set", "core") == []


_KALISPELL = settled(
    "Kalispell",
    row("Missoula Food Bank", NTEE_CD="K31"),
    row("Great Agency", NTEE_CD="P24", INCOME_CD="8"),
)


def test_a_least_score_is_kept_to(city: Callable[[str], Find]) -> None:
    find = city(_KALISPELL)
    scores = [each["score"] for each in find("--goal", "food-security", "--set", "guesses")]

    kept = find("--goal", "food-security", "--set", "guesses", "--set", f"min-score={scores[0]!s}")

    assert [each["score"] for each in kept] == [score for score in scores if score >= scores[0]]


_POLITICS = (
    row("Helena Right to Life", NTEE_CD="R62", INCOME_CD="7"),
    row("Republican Voters of Helena", INCOME_CD="7"),
    row("League of Women Voters of Helena", INCOME_CD="2"),
)


def test_who_takes_a_side_in_politics_stands_behind_and_is_told(town: Callable[..., Find]) -> None:
    first, *others = town(*_POLITICS)("voter registration table")

    assert first["name"] == "League of Women Voters of Helena"
    assert all("Takes a side in politics" not in each["why"] for each in first["reasons"])
    for other in others:
        assert any("Takes a side in politics" in each["why"] for each in other["reasons"])


_INSTITUTES = (
    row("International Institute of St Louis", NTEE_CD="P84", INCOME_CD="5"),
    row("International Institute for Refugee Policy", NTEE_CD="P84", INCOME_CD="5"),
)


def test_an_agency_for_newcomers_is_of_its_town_though_called_international(
    town: Callable[..., Find],
) -> None:
    roles = {
        each["name"]: any(reason["name"] == "role" for reason in each["reasons"])
        for each in town(*_INSTITUTES)("--goal", "newcomers")
    }

    assert roles == {
        "International Institute of St Louis": False,
        "International Institute for Refugee Policy": True,
    }


_GIVERS = (
    row("Friends of the Missoula Public Library"),
    row("Missoula Rotary Club Foundation"),
    row("Chief Charlo PTA"),
    row("Missoula Chamber of Commerce", SUBSECTION="06"),
)


def test_who_is_asked_for_prizes_are_friends_clubs_parents_and_the_chamber(
    town: Callable[..., Find],
) -> None:
    found = town(*_GIVERS)("money and prizes for summer reading")

    assert {each["partner"] for each in found} == {
        "library-friends",
        "service-club",
        "parent-group",
        "chamber-of-commerce",
    }
