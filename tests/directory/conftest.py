"""A directory loaded from small real samples, and the samples themselves."""

import json
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import pytest

from collabkit.catalog import Catalog
from collabkit.directory.pipeline.load import Report, load

REGISTERS = Path(__file__).parent.parent / "data/registers"
EVERYDAY = (
    *("eo_mt.csv", "pls_fy19_outlets.csv", "pls_fy2015.zip", "museums_2018_1.csv"),
    *("private_schools.csv", "farmers_markets_2018.csv", "law_enforcement.csv"),
)


class Loaded(NamedTuple):
    """A directory to copy, and what was said of its loading."""

    folder: Path
    report: Report


Load = Callable[..., Report]
Rows = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture
def registers() -> Path:
    """The folder of the samples."""
    return REGISTERS


@pytest.fixture(scope="session")
def montana(tmp_path_factory: pytest.TempPathFactory, catalog: Catalog) -> Path:
    """A directory of Montana, to be read only."""
    folder = tmp_path_factory.mktemp("montana")
    load([str(REGISTERS / name) for name in EVERYDAY], folder, catalog)
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder for a directory of the test's own."""
    return tmp_path / "directory"


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory, catalog: Catalog) -> Callable[..., Loaded]:
    """Load samples by their names, each choice of them once for all tests."""

    @cache
    def run(*names: str | Path) -> Loaded:
        folder = tmp_path_factory.mktemp("loaded") / "directory"
        return Loaded(folder, load([str(REGISTERS / name) for name in names], folder, catalog))

    return run


@pytest.fixture
def load_samples(folder: Path, catalog: Catalog, loaded: Callable[..., Loaded]) -> Load:
    """Load samples, or files of the test's own, into *folder*."""

    def run(*names: str | Path, **options: Any) -> Report:  # noqa: ANN401 - handed on
        first = not folder.exists() and not options
        if first and not any(Path(name).is_absolute() for name in names):
            before = loaded(*names)
            shutil.copytree(before.folder, folder)
            return before.report
        # What is absolute stays so.
        return load([str(REGISTERS / name) for name in names], folder, catalog, **options)

    return run


@pytest.fixture
def rows(folder: Path) -> Rows:
    """Ask the database itself."""

    def ask(query: str, *parameters: object) -> list[tuple[Any, ...]]:
        with duckdb.connect(str(folder / "directory.duckdb"), read_only=True) as connection:
            return connection.execute(query, list(parameters)).fetchall()

    return ask


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch, montana: Path) -> None:
    """Ask the directory of Montana."""
    monkeypatch.setenv("COLLAB_DIRECTORY", str(montana))


def records(text: str) -> list[dict[str, Any]]:
    """Return what NDJSON holds."""
    return [json.loads(line) for line in text.splitlines()]
