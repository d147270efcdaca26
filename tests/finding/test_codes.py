"""How much a code of a register weighs beside a name; on made rows of it."""

from collections.abc import Callable

from finding.made import Find, names, row, settled

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
    assert "Open Sesame" not in names(town(*_WEIGHED)("--goal", "newcomers"))


def test_a_name_that_says_it_goes_before_a_network_that_is_known_to_do_it(
    town: Callable[..., Find],
) -> None:
    found = names(town(*_WEIGHED)("--goal", "newcomers"))

    assert found[:2] == ["Clark Fork Refugee Welcome", "Lutheran Social Services"]
