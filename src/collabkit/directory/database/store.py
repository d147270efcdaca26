"""The database file is replaced whole under a lock, never changed in place."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.directory.database.connection import (
    FILE,
    Database,
    DirectoryDamagedError,
    attach,
    connected,
    file_in,
    interruptible,
    short,
)
from collabkit.directory.database.schema import FORMAT, TABLES, statements
from collabkit.errors import CollabkitError
from collabkit.files.locking import BusyError, locked
from collabkit.files.writing import disk_is_full

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_WORK = ".loading-"
_BLOCK = 65_536
"""Bytes that DuckDB reads at once: a quarter of its own default, for to find ten rows it reads a block of each
column, into memory that the system has to clear first; still smaller ones would take a load longer."""
_ROWS = 40_960
"""Rows that are kept together, a third of DuckDB's own default: fewer of other towns are read with those of one."""
MEMORY = "1400MB"
"""What DuckDB may use while it loads; a nation's register fits, and the process stays under 1.5 GB."""


class StoppedInPlaceError(KeyboardInterrupt):
    """Ctrl-C came when the new directory had already taken the place of the old one."""


class DirectoryBusyError(BusyError):
    """Another load is at work."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, "load is writing the directory in")


@contextmanager
def replacing(folder: Path) -> Iterator[tuple["DuckDBPyConnection", Path]]:
    """Give a connection to a new, empty directory and a folder for scratch files.

    When the block ends well, the new directory takes the place of the old one in *folder* at
    once; otherwise the old one stays as it was. The old one, if any, is attached as ``old``.

    Raises:
        DirectoryBusyError: another load is at work.
        StoppedInPlaceError: Ctrl-C came too late; the new directory is in place.
        CollabkitError: the folder cannot be written to, or its disk is full.
    """
    import duckdb  # noqa: PLC0415

    made = 0
    path = file_in(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder, seconds=0, busy=DirectoryBusyError), interruptible():
            _sweep(folder)
            work = Path(tempfile.mkdtemp(prefix=_WORK, dir=folder))
            try:
                connection = new_database(work, path)
                try:
                    yield connection, work
                    # Closing does it too, and says nothing of a disk that is full.
                    connection.execute("CHECKPOINT")
                finally:
                    connection.close()
                made = (work / FILE).stat().st_ino
                _swap(work / FILE, path)
            finally:
                shutil.rmtree(work, ignore_errors=True)
    except KeyboardInterrupt as error:
        # Ctrl-C may come between the swap and any mark of it; the file itself tells.
        if made and path.is_file() and path.stat().st_ino == made:
            raise StoppedInPlaceError from error
        raise
    except (OSError, duckdb.Error) as error:
        if isinstance(error, duckdb.Error) and "orrupt" in str(error):
            raise DirectoryDamagedError(path, short(error)) from error
        if not is_of_the_disk(error):
            raise
        raise CollabkitError(
            f"cannot write the directory in {folder}: {short(error)}",
            "The directory is as it was. Free some space, or choose another folder for it.",
            command="The directory is as it was. Free some space, or choose another folder with --directory.",
        ) from error


def is_of_the_disk(error: Exception) -> bool:
    """Return whether *error*, of the system or of DuckDB, says that disk or memory does not do."""
    import duckdb  # noqa: PLC0415

    # A full disk, or a file of more than is allowed, comes by several names, a transaction that cannot be
    # committed among them.
    full = disk_is_full(error) or os.strerror(errno.EFBIG) in str(error)
    return full or isinstance(
        error, (OSError, duckdb.OutOfMemoryException, duckdb.IOException, duckdb.FatalException)
    )


def new_database(work: Path, old: Path) -> "DuckDBPyConnection":
    """Return a connection to a new, empty directory in *work*, with the one at *old*, or an empty one, attached as ``old``."""
    connection = connected(memory_limit=MEMORY, temp_directory=str(work / "spill"))
    attach(
        connection,
        work.absolute() / FILE,
        "directory",
        f"BLOCK_SIZE {_BLOCK}",
        f"ROW_GROUP_SIZE {_ROWS}",
    )
    connection.execute("USE directory")
    if old.is_file():
        with Database(old.parent) as database:
            for table, columns in TABLES.items():
                database.rows(f"SELECT {', '.join(columns)} FROM {table} LIMIT 0")  # noqa: S608 - our own names
        attach(connection, old, "old", "READ_ONLY")
    else:
        connection.execute("ATTACH ':memory:' AS old")
        connection.execute("USE old")
        connection.execute(statements())
        connection.execute("USE directory")
    connection.execute(statements())
    connection.execute("INSERT INTO meta VALUES (?)", [FORMAT])
    return connection


def _swap(new: Path, old: Path) -> None:
    with new.open("rb+") as file:
        os.fsync(file.fileno())
    # Left behind by another program that had the old one open, it would not fit the new one.
    old.with_name(f"{old.name}.wal").unlink(missing_ok=True)
    new.replace(old)


def _sweep(folder: Path) -> None:
    """Remove what a load that was killed left behind."""
    for left in folder.glob(f"{_WORK}*"):
        shutil.rmtree(left, ignore_errors=True)
