"""Two dates of one register: who is new, gone, moved or called otherwise."""

from pathlib import Path

import pytest

from conftest import Collab
from directory.conftest import REGISTERS, records


@pytest.fixture
def editions(tmp_path: Path) -> tuple[str, str]:
    """Two editions of one state, and the later one with another state beside it."""
    header, *rows = (REGISTERS / "eo_mt.csv").read_text().splitlines()
    stays, moves, renamed, goes = rows[:4]
    earlier, later = tmp_path / "earlier.csv", tmp_path / "later.csv"
    earlier.write_text("\n".join([header, *rows[:4], ""]))
    fields = moves.split(",")
    fields[3] = "77 NEW ST"
    other = renamed.split(",")
    other[1] = "OTHERWISE CALLED INC"
    new = goes.split(",")
    new[0] = "999999999"
    abroad = stays.split(",")
    abroad[0], abroad[5] = "999999998", "WY"
    later.write_text("\n".join([header, stays, *map(",".join, (fields, other, new, abroad)), ""]))
    return str(earlier), str(later)


def test_each_change_is_told_once_and_a_state_of_one_edition_is_no_change(
    collab: Collab, editions: tuple[str, str]
) -> None:
    run = collab("directory", "compare", *editions, "-f", "ndjson")

    found = {each["change"]: each for each in records(run.out)}
    assert len(records(run.out)) == len(found) == 4
    assert found["new"]["id"] == "irs-999999999"
    assert found["gone"]["was"] is None
    assert found["moved"]["street"] == "77 New St"
    assert found["moved"]["was"].endswith(f"MT {found['moved']['zip']}")
    assert found["renamed"]["name"] == "Otherwise Called Inc"
    assert found["renamed"]["was"] != found["renamed"]["name"]
    assert "1 moved" in run.err


def test_only_the_partners_that_are_named(collab: Collab, editions: tuple[str, str]) -> None:
    every = records(collab("directory", "compare", *editions, "-f", "ndjson").out)
    kind = next(each["partner"] for each in every if each["partner"])

    run = collab("directory", "compare", *editions, "--partner", kind, "-f", "ndjson")

    assert {each["partner"] for each in records(run.out)} == {kind}


def test_registers_that_have_nothing_in_common_are_told(
    collab: Collab, editions: tuple[str, str]
) -> None:
    run = collab("directory", "compare", editions[0], str(REGISTERS / "health_centers.csv"))

    assert run.code == 2
    assert "no register of one state in common" in run.err
