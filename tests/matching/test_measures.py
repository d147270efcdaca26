"""The figures by which the ranking is judged, on cases counted by hand."""

import pytest
from evaluation.measures import Case, Quality, quality


def case(true: str, ranked: str) -> Case:
    return Case("an aim", frozenset(true), ("a-goal",), tuple(ranked))


def test_the_first_true_partner_counts() -> None:
    assert case("bd", "abcd").first == 2
    assert case("x", "abcd").first is None
    assert case("x", "").first is None


def test_a_perfect_ranking_has_ones() -> None:
    assert quality([case("a", "ab"), case("ab", "ba")]) == Quality(1, 1, 1, 1, 1)


def test_hits_recall_and_reciprocal_rank_are_means_over_the_cases() -> None:
    found = quality(
        [
            case("a", "abcdefghijkl"),  # first
            case("ej", "abcdefghijkl"),  # fifth and tenth: one of two in five
            case("l", "abcdefghijkl"),  # twelfth
            case("x", "abcdefghijkl"),  # nowhere
        ]
    )

    assert found.hit_1 == 1 / 4
    assert found.hit_5 == 2 / 4
    assert found.hit_10 == 2 / 4
    assert found.recall_5 == pytest.approx((1 + 1 / 2 + 0 + 0) / 4)
    assert found.mrr == pytest.approx((1 + 1 / 5 + 1 / 12 + 0) / 4)


def test_five_places_hold_no_more_than_five_true_partners() -> None:
    assert quality([case("abcdefghij", "abcdefghij")]).recall_5 == 1 / 2


def test_a_line_has_the_five_figures_in_order() -> None:
    assert Quality(0.1, 0.2, 0.3, 0.4, 0.5).line().split() == [
        *("0.100", "0.200", "0.300", "0.400", "0.500")
    ]
