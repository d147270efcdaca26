"""What a load works with: columns that only some files fill, and numbers that stand twice."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pytest

from collabkit.directory.database.schema import RARE, STAGED
from collabkit.directory.ingest.detect import Table
from collabkit.directory.pipeline import clean, staging
from collabkit.directory.sources import COLUMNS, sources
from directory.conftest import Load, Rows

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_SAID = {"lat": "46", "lon": "-112", "email": "joe@example.org", "place": "12 Main St"}


@pytest.fixture
def connection(tmp_path: Path) -> Iterator["DuckDBPyConnection"]:
    """A database that rows can be added to."""
    with duckdb.connect() as made:
        staging.prepare(made, tmp_path)
        yield made


def _add(connection: "DuckDBPyConnection", folder: Path, *columns: str) -> None:
    path = folder / "table.csv"
    line = ",".join(_SAID.get(column, "1") for column in columns)
    path.write_text(f"{','.join(columns)}\n{line}\n")
    table = Table(sources()["pls-systems"], dict.fromkeys(columns, "VARCHAR"), 1, ",")
    clean.add(connection, clean.File(path, path.name, 0), table, folder, part="")


@pytest.mark.parametrize("column", RARE)
def test_a_rare_column_is_kept_of_the_file_that_tells_it(
    connection: "DuckDBPyConnection", tmp_path: Path, column: str
) -> None:
    _add(connection, tmp_path, "key", "name")
    _add(connection, tmp_path, "key", "name", *RARE[column])
    _add(connection, tmp_path, "key", "name")

    told = connection.table("fresh").order("row").project(f"{column} IS NOT NULL").fetchall()

    assert told == [(False,), (True,), (False,)]


def test_what_a_load_has_room_for_does_not_hang_on_the_file(
    connection: "DuckDBPyConnection", tmp_path: Path
) -> None:
    columns = [name for name, *_ in connection.execute("DESCRIBE staged").fetchall()]

    _add(connection, tmp_path, *COLUMNS)

    assert [name for name, *_ in connection.execute("DESCRIBE staged").fetchall()] == columns
    assert columns == ["row", *STAGED]


@pytest.mark.parametrize("numbers", [(1, 2, 2), (1, 2, 3, 1), (3, 3, 1), (2, 1, 2)], ids=str)
def test_a_number_that_stands_twice_in_one_file_is_found_wherever(
    load_samples: Load, registers: Path, tmp_path: Path, rows: Rows, numbers: tuple[int, ...]
) -> None:
    header, first, *_ = (registers / "eo_mt.csv").read_text().splitlines()
    rest = first.split(",", 1)[1]
    lines = [header, *(f"81000000{number},{rest}" for number in numbers)]
    (tmp_path / "eo.csv").write_text("\n".join(lines) + "\n")

    report = load_samples(tmp_path / "eo.csv")

    assert report.reasons() == {"another row has its number": len(numbers) - len(set(numbers))}
    assert rows("SELECT count(*) FROM organizations") == [(len(set(numbers)),)]
