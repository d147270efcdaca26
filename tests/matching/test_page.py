"""``docs/matching.md`` says what the program does."""

import json
import re
from pathlib import Path

import pytest
from evaluation.matching import RECORD
from evaluation.measures import Quality

from collabkit import match
from collabkit.catalog import Catalog
from collabkit.matching import weights

PAGE = (Path(__file__).parents[2] / "docs" / "matching.md").read_text(encoding="utf-8")
WEIGHTS = {name: value for name, value in vars(weights).items() if name.isupper()}


def shown(value: float | tuple[float, ...]) -> str:
    if isinstance(value, tuple):
        return ", ".join(shown(each) for each in value)
    return str(value) if isinstance(value, int) else f"{value:.2f}"


@pytest.mark.parametrize("name", WEIGHTS)
def test_every_weight_stands_on_the_page_with_its_value_and_a_reason(name: str) -> None:
    row = re.search(rf"^\| `{name}` \| ([^|]+) \| ([^|]+) \|$", PAGE, re.MULTILINE)

    assert row
    assert row[1] == shown(WEIGHTS[name])
    assert len(row[2]) > len("reason")


def test_the_page_has_no_weight_that_is_gone() -> None:
    assert re.findall(r"^\| `([A-Z_]+)` \|", PAGE, re.MULTILINE) == list(WEIGHTS)


def test_the_measured_accuracy_on_the_page_is_the_recorded_one() -> None:
    recorded = json.loads(RECORD.read_text(encoding="utf-8"))
    line = re.search(r"^collab((?: +[\d.]+){5})$", PAGE, re.MULTILINE)

    assert line
    assert [float(each) for each in line[1].split()] == pytest.approx(
        [recorded[name] for name in Quality._fields], abs=0.0006
    )


def test_the_score_made_by_hand_is_the_one_that_is_given(catalog: Catalog) -> None:
    found = next(m for m in match(catalog, ["legal-help"]) if m.partner == "special-library")
    value = {factor.name: f"{factor.value:.3f}" for factor in found.factors}

    assert re.search(rf"\*fit\* = .* = {value['fit']}\.$", PAGE, re.MULTILINE)
    assert re.search(rf"\*they\*, .* = {value['they_bring']}\.$", PAGE, re.MULTILINE)
    assert re.search(rf"\*we\*: .* = {value['we_bring']}\.$", PAGE, re.MULTILINE)
    assert re.search(rf"\*mutual\* = .* = {value['mutual']}\.$", PAGE, re.MULTILINE)
    assert re.search(rf"\*score\* = .* = {found.score}\.$", PAGE, re.MULTILINE)
