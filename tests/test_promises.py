"""Each promise of `docs/promises.md` is held by a test, and the test is there."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

TESTS = Path(__file__).parent
PAGE = TESTS.parent / "docs/promises.md"
NAMED = re.compile(r"`([\w/]+)::(\w+)`")
FAULTS = range(1, 39)
"""The numbers of what attacks found."""


class Promise(NamedTuple):
    """One row of the page."""

    section: str
    what: str
    """The promise; of what went wrong, its number."""
    tests: list[tuple[str, str]]
    """Modules and tests that hold it."""


def promises() -> Iterator[Promise]:
    """Yield the rows of all tables of the page."""
    section = ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            section = line.removeprefix("## ")
        cells = [cell.strip() for cell in line.split("|")[1:-1]]
        if len(cells) == 3 and set(cells[0]) != {"-"} and cells[2] != "held by":
            yield Promise(section, cells[0], NAMED.findall(cells[2]))


def test_every_promise_names_a_test() -> None:
    rows = list(promises())

    assert [each.what for each in rows if not each.tests] == []
    assert len({(each.section, each.what) for each in rows}) == len(rows) > len(FAULTS)


def test_every_test_that_is_named_is_there() -> None:
    lost = [
        f"{each.what}: {module}::{test}"
        for each in promises()
        for module, test in each.tests
        if f"def test_{test}(" not in (TESTS / f"{module}.py").read_text(encoding="utf-8")
    ]

    assert lost == []


def test_whatever_an_attack_found_is_a_row() -> None:
    found = [each.what for each in promises() if each.section == "What attacks found"]

    assert found == [f"F{number}" for number in FAULTS]
