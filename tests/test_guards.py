"""The list of what attacks found names tests that there are."""

import re
from pathlib import Path

TESTS = Path(__file__).parent
PAGE = TESTS.parent / "docs/design.md"
ROW = re.compile(r"^\| F(\d+) \| .+ \| (.+) \|$", re.MULTILINE)
NAMED = re.compile(r"`([\w/]+)::(\w+)`")


def test_whatever_an_attack_found_is_held_by_a_test_that_there_is() -> None:
    rows = ROW.findall(PAGE.read_text(encoding="utf-8"))
    named = [(number, NAMED.findall(tests)) for number, tests in rows]

    assert [int(number) for number, _ in named] == list(range(1, 39))
    assert [number for number, tests in named if not tests] == []
    lost = [
        f"F{number}: {module}::{test}"
        for number, tests in named
        for module, test in tests
        if f"def test_{test}(" not in (TESTS / f"{module}.py").read_text(encoding="utf-8")
    ]
    assert lost == []
