"""Each word of an aim speaks for activities of which it is said, and against the others."""

import pytest

from collabkit.matching.language.works import WorkWords

WORKS = WorkWords(
    ["club", "fair"],
    [2_500, 5_000],
    {"chess": ([0, 1], [20_000, 10_000]), "night": ([0], [7_500])},
)


def test_words_for_and_against_are_added_up() -> None:
    near = WORKS.near({"chess": 1.0, "night": 1.0})

    assert near == {
        "club": 2.0 + 0.75 - 2 * 0.25
    }  # the fair comes to 1.0 - 2 * 0.5, and is left out


def test_a_word_in_a_name_counts_less_both_ways() -> None:
    assert WORKS.near({"chess": 0.5}) == pytest.approx({"club": 0.875, "fair": 0.25})


def test_a_word_that_is_said_of_no_activity_speaks_neither_for_nor_against() -> None:
    assert WORKS.near({"chess": 1.0, "swim": 1.0}) == WORKS.near({"chess": 1.0})
    assert WORKS.near({"swim": 1.0}) == {}
