"""A directory loaded from small real samples, and the samples themselves."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from collabkit.catalog import Catalog
from collabkit.directory.pipeline.load import Report, load

REGISTERS = Path(__file__).parent.parent / "data/registers"
EVERYDAY = (
    *("eo_mt.csv", "pls_fy19_outlets.csv", "pls_fy2015.zip", "museums_2018_1.csv"),
    *("private_schools.csv", "farmers_markets_2018.csv", "law_enforcement.csv"),
)

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


@pytest.fixture
def load_samples(folder: Path, catalog: Catalog) -> Load:
    """Load samples, or files of the test's own, into *folder*."""

    def run(*names: str | Path, **options: Any) -> Report:  # noqa: ANN401 - handed on
        found = [name if Path(name).is_absolute() else REGISTERS / name for name in names]
        return load([str(name) for name in found], folder, catalog, **options)

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
