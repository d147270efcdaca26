"""Chances grow with evidence, and a level of confidence is a chance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.matching.language import calibration as c
from collabkit.matching.language.model import load, path_of

SHARES = st.floats(0, 1)
PART = {"work": {"bank": 0.9, "club": 0.4}, "other": {"club": 0.8}}


@pytest.fixture(scope="module", params=["pieces", "sentence"])
def fitted(request: pytest.FixtureRequest) -> c.Calibration:
    return load(path_of(request.param)).calibration


def chances(fitted: c.Calibration, *, words: float, work: float) -> dict[str, float]:
    evidence = c.Evidence({"bank": words}, {"bank": 0.1}, {"work": work}, {"work": work})
    return c.partner_chances(c.partner_inputs(evidence, c.Parts(PART)), fitted)


@given(words=SHARES, work=SHARES, more=SHARES)
def test_more_evidence_never_lowers_a_chance(
    fitted: c.Calibration, words: float, work: float, more: float
) -> None:
    before = chances(fitted, words=words, work=work)

    for after in (
        chances(fitted, words=words + more, work=work),
        chances(fitted, words=words, work=work + more),
    ):
        assert all(after[id_] >= chance for id_, chance in before.items())
    assert all(0 <= chance <= 1 for chance in before.values())


def test_a_calibration_can_be_read_back(fitted: c.Calibration) -> None:
    assert c.Calibration.from_record(fitted.record()).record() == fitted.record()


def test_levels_are_chances() -> None:
    assert [c.level(each) for each in (0.0, c.MEDIUM, c.HIGH, 1.0)] == [
        *("low", "medium", "high", "high")
    ]


def test_readings_that_agree_have_rank_0_and_five_in_common() -> None:
    few = {"a": 0.9, "b": 0.5, "c": 0.4, "d": 0.3, "e": 0.2}
    named = dict(
        zip(
            c.CONFIDENCE_INPUTS,
            c.confidence_inputs(c.Evidence(few, few, {}, {}), few, 1.0, 4),
            strict=True,
        )
    )

    assert (named["rank_in_words"], named["rank_in_vectors"], named["in_both"]) == (0, 0, 5)
    assert named["first"] == 0.9
