"""When and where something is held, as a sentence says it."""

import pytest

from collabkit.text.occasions import at, occasion, other_days, place, time


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("The training room of the library.", "in the training room of the library"),
        ("in the Grange hall", "in the Grange hall"),
        ("At City Hall", "at City Hall"),
        ("Room 4, City Hall", "in Room 4, City Hall"),
        ("210 Main Street", "at 210 Main Street"),
        ("Riverside Park", "in Riverside Park"),
        ("the door of the gym", "at the door of the gym"),
        ("the lawn beside the market", "on the lawn beside the market"),
        ("online", "online"),
        ("On the courthouse lawn", "on the courthouse lawn"),
        ("Onawa Library", "at Onawa Library"),
        ("", ""),
    ],
)
def test_a_place_takes_the_word_that_it_wants(where: str, said: str) -> None:
    assert at(where) == said


def test_a_place_to_come_to_has_no_such_word() -> None:
    assert place("In the Grange hall.") == "the Grange hall"
    assert place("210 Main Street") == "210 Main Street"


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("On Mondays, 9 to noon.", "Mondays, 9 to noon"),
        ("The first  Monday\nat 9 a.m.", "the first Monday at 9 a.m."),
        ("Mondays", "Mondays"),
        ("once a month", "once a month"),
    ],
)
def test_days_stand_without_an_on_and_a_stop(when: str, said: str) -> None:
    assert time(when) == said


def test_both_are_one_phrase() -> None:
    assert occasion("Mondays", "the gym") == "Mondays, in the gym"
    assert occasion("", "the gym") == "in the gym"
    assert occasion("Mondays", " ") == "Mondays"


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("On twelve Tuesdays from 4:30 to 6:30. We have in mind Tuesdays, 9 to noon.", ["4:30", "6:30"]),
        ("Saturday with supper, and Saturdays after it.", ["Saturday"]),
        ("Each Tuesday, at 9.", []),
        ("From 2024-10:30 to 641-555:14", []),
    ],
)  # fmt: skip
def test_days_that_were_not_given_are_found(text: str, others: list[str]) -> None:
    assert other_days(text, "Tuesdays, 9 to noon") == others
