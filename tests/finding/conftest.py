"""Directories that are loaded once for all tests, and read only."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from collabkit.cli import main
from conftest import Collab
from directory.conftest import loaded
from finding.made import HEADER, SETTLED, Find, feed_of, finder

__all__ = ["loaded"]


@pytest.fixture(scope="session")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Load rows, the same ones once; return the directory, to be read only."""

    @cache
    def load(*rows: str) -> Path:
        folder = tmp_path_factory.mktemp("town")
        (folder / "eo.csv").write_text("\n".join((HEADER, *rows)) + "\n", encoding="ascii")
        line = ("directory", "load", str(folder / "eo.csv"), "--directory", str(folder))
        assert main(line) == 0
        return folder

    return load


@pytest.fixture
def town(collab: Collab, towns: Callable[..., Path]) -> Callable[..., Find]:
    """Load rows, and ask who in Missoula answers a goal."""

    def load(*rows: str) -> Find:
        return finder(collab, towns(*rows), "Missoula")

    return load


@pytest.fixture
def city(collab: Collab, towns: Callable[..., Path]) -> Callable[[str], Find]:
    """Ask who of those who are settled in a city answers a goal."""
    return lambda name: finder(collab, towns(*SETTLED), name)


@pytest.fixture(scope="session")
def fed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Load three bodies whose names tell nothing; return the directory, to be read only."""
    home = tmp_path_factory.mktemp("fed")
    folder = feed_of(
        home / "feed",
        ("Brown Bag Mondays", "Food Pantry"),
        ("Evening Classes", "English as a Second Language"),
        ("Walks", "Outings"),
    )
    directory = home / "directory"
    assert main(("directory", "load", str(folder), "--directory", str(directory))) == 0
    return directory


@pytest.fixture
def feed(collab: Collab, fed: Path) -> Find:
    """Ask who of the three answers."""
    return finder(collab, fed, "Missoula")
