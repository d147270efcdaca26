"""Activities are compared sentence by sentence, and as a whole."""

import pytest

from collabkit.matching.language.similarity import SentenceIndex

INDEX = SentenceIndex(
    ["club", "club", "club", "fair"],
    [0.5, 0.5, 0.2, 1.0],
    {"chess": ([0, 3], [1.0, 0.6]), "night": ([1], [1.0]), "rare": ([2], [0.1])},
)


def test_the_two_nearest_sentences_and_the_whole_are_told() -> None:
    near = INDEX.near({"chess": 0.8, "night": 0.6, "rare": 1.0}, least=0.08)

    assert near.nearest == pytest.approx({"club": (0.8 + 0.6) / 2, "fair": 0.48 / 2})
    assert near.whole == pytest.approx({"club": 0.4 + 0.3 + 0.02, "fair": 0.48})


def test_a_sentence_that_shares_a_common_word_at_most_is_not_counted() -> None:
    near = INDEX.near({"chess": 0.8, "night": 0.3}, least=0.35)

    assert near.nearest == pytest.approx({"club": 0.4})
    assert near.whole == pytest.approx({"club": 0.4, "fair": 0.48})


def test_an_aim_without_a_known_word_is_near_to_nothing() -> None:
    assert INDEX.near({"swim": 1.0}, least=0.08) == ({}, {})
