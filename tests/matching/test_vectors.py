"""Texts that mean the same are near to each other, with no word in common."""

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.matching.language.vectors import PieceVectors, encode_with
from collabkit.matching.language.wordpieces import WordPieces, tokens

ENCODER = PieceVectors()


def cosine(one: str, other: str) -> float:
    return sum(a * b for a, b in zip(ENCODER.encode(one), ENCODER.encode(other), strict=True))


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        ("attorney", "lawyer", "tomato"),
        ("physicians", "doctors", "tractors"),
        ("folks who cannot see", "blind people", "tax returns"),
        ("automobile", "car", "poem"),
    ],
)
def test_meaning_counts_and_not_letters(text: str, near: str, far: str) -> None:
    assert cosine(text, near) > cosine(text, far) + 0.1


@given(st.text())
def test_a_vector_has_length_1_or_is_nothing(text: str) -> None:
    length = sum(value * value for value in ENCODER.encode(text))

    assert length == 0 or isclose(length, 1, abs_tol=1e-9)


def test_a_meaning_moves_a_text_towards_it() -> None:
    alone, moved = ENCODER.encode("VITA"), encode_with(ENCODER, "VITA", "free tax preparation")
    taxes = ENCODER.encode("income tax")

    def near(vector: list[float]) -> float:
        return sum(a * b for a, b in zip(vector, taxes, strict=True))

    assert near(moved) > near(alone)
    assert encode_with(ENCODER, "VITA", "") == alone


def test_the_longest_piece_comes_first() -> None:
    pieces = WordPieces({"un": 0, "##able": 1, "unab": 2, "##le": 3, "##ab": 4})

    assert pieces.ids("unable UNABLE") == [2, 3, 2, 3]


def test_a_word_with_an_unknown_piece_is_unknown_where_the_vocabulary_says_so() -> None:
    assert WordPieces({"un": 0, "[UNK]": 9}).ids("unx") == [9]
    assert WordPieces({"un": 0}).ids("unx") == [0]


@given(st.text())
def test_tokens_are_lower_case_and_hold_no_blank(text: str) -> None:
    assert all(token and not token.isspace() for token in tokens(text))
