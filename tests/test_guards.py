"""What pages say of tests and files holds: those that they name are there."""

import re
from pathlib import Path

TESTS = Path(__file__).parent
PAGE = TESTS.parent / "docs/design.md"
ROW = re.compile(r"^\| F(\d+) \| .+ \| (.+) \|$", re.MULTILINE)
NAMED = re.compile(r"`([\w/]+)::(\w+)`")

FILE = re.compile(r"`([\w-]+/[\w./-]*)`")
"""A path in a page, from the top of the checkout or of the package."""


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


def test_every_file_that_the_page_for_contributors_names_is_there() -> None:
    root = TESTS.parent
    page = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(FILE.findall(page))

    assert "proposals/rendering.py" in named
    assert {
        each
        for each in named
        if not any((base / each).exists() for base in (root, root / "src/collabkit"))
    } == set()
