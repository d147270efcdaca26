"""One state by itself: its rows to organizations, to files of Parquet and to a pack. What an engine does many of."""

import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from collabkit.catalog import Catalog
from collabkit.directory.database.schema import BODY, RARE
from collabkit.directory.database.store import new_database
from collabkit.directory.packs import manifest
from collabkit.directory.packs.manifest import Made, Pack, Packed, Register, Table
from collabkit.directory.pipeline import staging
from collabkit.directory.pipeline.organize import organize
from collabkit.directory.pipeline.statements import run
from collabkit.directory.sources import sources
from collabkit.directory.subjects import ReadTexts

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

COUNTRY = "US"
"""Where all registers are that can be read."""
_ROWS = 40_960
"""Rows of Parquet that are kept together, as in the directory."""


class Task(NamedTuple):
    """A state to be made."""

    state: str
    """Two letters."""
    rows: tuple[str, ...]
    """Files of Parquet with its rows as they were read."""
    target: str
    """The folder for what is made of it."""
    made: Made
    """By what."""
    newest: int | None
    """The last year for which a body of any state filed."""
    registers: tuple[Register, ...]
    """What the rows were read from."""


def make(task: Task, catalog: Catalog, read_texts: ReadTexts | None) -> Packed:
    """Make the partition and the pack of *task*; return what the manifest says of them.

    The same rows are made the same bytes, wherever and beside whatever else they are made: on one thread, in an order.
    """
    target = Path(task.target)
    folder = target / partition_of(task.state)
    shutil.rmtree(folder, ignore_errors=True)  # what a task left behind that was killed
    folder.mkdir(parents=True)
    with TemporaryDirectory(prefix=f".{task.state}-", dir=target) as scratch:
        work = Path(scratch)
        connection = new_database(work, work / "nothing")
        try:
            connection.execute("SET threads = 1")
            staging.prepare(connection, work)
            _take(connection, task.rows)
            read_from = [sources()[each.source] for each in task.registers]
            organize(
                connection,
                catalog,
                work,
                read_from,
                read_texts=read_texts,
                tell=lambda _: None,
                newest=task.newest,
            )
            run(connection, "300_packed")
            tables = tuple(_write(connection, table, folder) for table in manifest.TABLES)
            [(bodies,)] = connection.execute(_BODIES).fetchall()
            goals = connection.execute("SELECT goal FROM goals ORDER BY bit").fetchall()
        finally:
            connection.close()
    pack = Pack(
        task.made,
        COUNTRY,
        task.state,
        bodies,
        tuple(goal for (goal,) in goals),
        task.registers,
        tables,
    )
    path = target / f"{task.state}{manifest.ENDING}"
    _pack(path, manifest.written(pack), [folder / table.file for table in tables])
    return Packed(
        task.state,
        bodies,
        tables[0].rows,
        path.name,
        path.stat().st_size,
        manifest.hash_of(path),
        tables,
    )


def partition_of(state: str) -> str:
    """Return the folder of a state's files of Parquet, in the folder of a build."""
    return f"country={COUNTRY}/state={state}"


_BODIES = f"SELECT count(*) FROM organizations WHERE {BODY} AND NOT twin"  # noqa: S608 - our own constant


def _take(connection: "DuckDBPyConnection", files: Sequence[str]) -> None:
    """Add the rows of *files* to ``rows``, in the order in which they were read."""
    columns = connection.execute(
        "DESCRIBE FROM read_parquet(?, union_by_name = true, hive_partitioning = false)",
        [list(files)],
    ).fetchall()
    there = staging.widen(connection, [RARE[name][0] for name, *_ in columns if name in RARE])
    taken = ", ".join(name for name, *_ in columns if name in there)
    connection.execute(
        f"INSERT INTO rows BY NAME SELECT {taken} FROM read_parquet(?, union_by_name = true, "  # noqa: S608 - our own names
        "hive_partitioning = false) ORDER BY row",
        [list(files)],
    )


def _write(connection: "DuckDBPyConnection", table: str, folder: Path) -> Table:
    path = folder / f"{table}.parquet"
    quoted = str(path).replace("'", "''")
    [(rows,)] = connection.execute(
        f"COPY (FROM packed_{table}) TO '{quoted}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_ROWS})"
    ).fetchall()
    return manifest.table_of(path, rows)


def _pack(path: Path, stated: bytes, files: Sequence[Path]) -> None:
    """Write a ZIP of what it says of itself and of *files*, which are pressed already."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as pack:
        # With no time of its own, so that the same rows are the same pack.
        pack.writestr(zipfile.ZipInfo(manifest.FILE), stated)
        for file in files:
            with (
                file.open("rb") as source,
                pack.open(zipfile.ZipInfo(file.name), "w", force_zip64=True) as entry,
            ):
                shutil.copyfileobj(source, entry)
