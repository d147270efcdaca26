"""What the page for contributors says of files holds: those that it names are there."""

import re
from pathlib import Path

TESTS = Path(__file__).parent
FILE = re.compile(r"`([\w-]+/[\w./-]*)`")
"""A path in a page, from the top of the checkout or of the package."""


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
