"""Phrases to sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.text.phrases import cap, dollars, ended, listed, lower_first, quoted, unended


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["research and data", "customer service"], "research and data, and customer service"),
        (["Bend, Oregon", "Reno, Nevada"], "Bend, Oregon; and Reno, Nevada"),
        (["Bend, Oregon", "Reno", "Troy"], "Bend, Oregon; Reno; and Troy"),
        (["rest and play", "books", "games"], "rest and play, books, and games"),
    ],
)
def test_words_become_a_list_that_the_ear_can_part(words: list[str], said: str) -> None:
    assert listed(words) == said


def test_a_list_may_end_in_another_word() -> None:
    assert listed(["a", "b", "c"], "or") == "a, b or c"


@pytest.mark.parametrize("name", ["ISP", "eBird", "YMCA center", "McKinley", "4-H"])
def test_names_keep_their_letters(name: str) -> None:
    assert cap(name) == lower_first(name) == name


def test_common_words_change_their_first_letter_only() -> None:
    assert cap("food bank of Troy") == "Food bank of Troy"
    assert lower_first("Food bank of Troy") == "food bank of Troy"
    assert lower_first("Food bank ISP in Troy") == "food bank ISP in Troy"


@pytest.mark.parametrize("end", [".", "!", "?", '."', '?"'])
def test_a_sentence_that_ends_is_not_ended_again(end: str) -> None:
    assert ended(f"They said so{end} ") == f"They said so{end}"


def test_a_phrase_gets_its_stop_and_loses_it_again() -> None:
    assert ended("Books for all") == "Books for all."
    assert unended("Books for all.") == unended("Books for all. ") == "books for all"
    assert quoted("so") == '"so"'
    assert dollars(1239.6) == "$1,240"


@given(st.text())
def test_a_capital_is_given_once(text: str) -> None:
    assert cap(cap(text)) == cap(text)
    assert lower_first(lower_first(text)) == lower_first(text)


@given(st.lists(st.text("abc ,", min_size=1)))
def test_every_word_of_a_list_is_in_it(words: list[str]) -> None:
    assert all(word in listed(words) for word in words)
