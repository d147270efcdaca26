"""Tables that every load reads and none changes: made once, kept in the user's cache folder, and attached."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.directory.database.connection import attach
from collabkit.files.cache import keep, recall

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_WHOLE = "database"
_SMALL_BLOCKS = 16_384
"""Bytes that DuckDB writes at least of each column; by its own measure small tables would be mostly air."""


def prepare(
    connection: "DuckDBPyConnection",
    name: str,
    tables: tuple[str, ...],
    make: Callable[[], object],
    *,
    kept: Path | None,
    work: Path,
) -> None:
    """Give *connection* temporary *tables*, or views by their names of what was kept of them.

    Args:
        connection: to the new directory.
        name: of the database that is attached with them.
        tables: what *make* makes.
        make: makes them as temporary tables.
        kept: where they are kept, by a name that changes with all that they are made of; nothing if
            they are made anew each time.
        work: a folder for a copy of one's own, so that nobody waits for anybody.
    """
    file = work / f"{name}.duckdb"
    found = recall(kept) if kept else None
    if found is None or _WHOLE not in found:
        make()
        if kept:
            _write(connection, name, tables, file)
            keep(kept, {_WHOLE: file.read_bytes()})
        return
    file.write_bytes(found[_WHOLE])
    attach(connection, file.absolute(), name, "READ_ONLY")
    for table in tables:
        connection.execute(f"CREATE TEMP VIEW {table} AS FROM {name}.{table}")


def _write(
    connection: "DuckDBPyConnection", name: str, tables: tuple[str, ...], file: Path
) -> None:
    quoted = str(file.absolute()).replace("'", "''")
    connection.execute(f"ATTACH '{quoted}' AS {name} (BLOCK_SIZE {_SMALL_BLOCKS})")
    for table in tables:
        connection.execute(f"CREATE TABLE {name}.{table} AS FROM {table}")
    connection.execute(f"DETACH {name}")
