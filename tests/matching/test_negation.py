"""What an aim turns away is no part of what it asks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.matching.language.negation import split


@pytest.mark.parametrize(
    ("aim", "left_out"),
    [
        ("patrons feel unsafe but please no cops", ["cops"]),
        ("no more story times, something for teens", ["story times"]),
        ("we already have a seed library, what next", ["a seed library"]),
        ("our teens want paid work, don't want pizza", ["pizza"]),
        ("a walk instead of another lecture", ["another lecture"]),
        ("story time and crafts are covered, still need tutors", ["story time and crafts"]),
        ("the book club is all set, now something with music", ["the book club"]),
        ("we've got mentors already, need laptops", ["mentors"]),
        ("a talk on bees, not the extension office", ["extension office"]),
    ],
)
def test_it_is_left_out_and_said(aim: str, left_out: list[str]) -> None:
    asked = split(aim)

    assert list(asked.left_out) == left_out
    assert not any(each in asked.text for each in left_out)


@pytest.mark.parametrize(
    "aim",
    [
        *("no bus on sunday", "no doctor in the county", "not enough tutors"),
        *("we've got a pond and no poles", "not the first flood, and not the same since"),
    ],
)
def test_what_is_lacking_is_asked_for(aim: str) -> None:
    assert split(aim).text == aim


def test_an_aim_that_only_turns_away_stays_whole() -> None:
    assert split("no more story times").text == "no more story times"


@given(st.text())
def test_splitting_never_fails(text: str) -> None:
    assert split(text).text or not text
