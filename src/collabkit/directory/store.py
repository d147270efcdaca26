"""The database file: opened read-only, replaced whole under a lock, never changed in place."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from collabkit.directory.locking import locked
from collabkit.errors import CollabkitError, DirectoryMissingError
from collabkit.files.writing import disk_is_full

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Connection: TypeAlias = "DuckDBPyConnection"
"""An open directory, for those who only hand it on."""

FILE = "directory.duckdb"
FORMAT = "2"
"""Changes whenever the tables change their shape."""
_WORK = ".loading-"
_BLOCK = 131_072
"""Bytes that DuckDB reads at once: half its own default, for to find ten rows it reads a block of each
column; still smaller ones would take a load longer."""
MEMORY = "1200MB"
"""What DuckDB may use while it loads; a nation's register fits, and the process stays under 1.5 GB."""

_TABLES = """
CREATE TABLE organizations (
    id VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    part VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    local VARCHAR,
    partner VARCHAR,
    confidence FLOAT,
    reason VARCHAR,
    network VARCHAR,
    street VARCHAR,
    city VARCHAR,
    state VARCHAR,
    zip VARCHAR,
    lat DOUBLE,
    lon DOUBLE,
    located VARCHAR,
    phone VARCHAR,
    site VARCHAR,
    number VARCHAR,
    kind VARCHAR,
    size TINYINT,
    mark VARCHAR,
    twin BOOLEAN
);
CREATE TABLE figures (id VARCHAR, what VARCHAR, value DOUBLE, year INTEGER);
CREATE TABLE duplicates (id VARCHAR, main VARCHAR, why VARCHAR, likeness FLOAT);
CREATE TABLE loads (
    source VARCHAR, file VARCHAR, parts VARCHAR[], rows BIGINT, rejected BIGINT, as_of VARCHAR,
    loaded_at VARCHAR
);
CREATE TABLE meta (format VARCHAR);
-- Each organization once, and only where it is: not at the office of its network.
CREATE VIEW findable AS
SELECT organizations.rowid AS row, * FROM organizations
WHERE NOT twin AND (mark IS NULL OR mark = 'po box');
-- The haversine formula (Sinnott 1984), on a sphere of 3958.8 miles.
CREATE MACRO miles(lat1, lon1, lat2, lon2) AS 7917.6 * asin(sqrt(sin(radians(lat2 - lat1) / 2) ** 2
    + cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ** 2));
"""


class DirectoryFormatError(CollabkitError):
    """A database that another version of the program made."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} was made by another version of collab",
            "Load the registers again into a new folder: `collab directory load --directory DIR FILE`.",
        )


class DirectoryDamagedError(CollabkitError):
    """A file that stands where the database should and is none."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"cannot read {path}: {reason}", "Move it away and load the registers again."
        )


class StoppedInPlaceError(KeyboardInterrupt):
    """Ctrl-C came when the new directory had already taken the place of the old one."""


@contextmanager
def opened(folder: Path) -> Iterator["DuckDBPyConnection"]:
    """Give a read-only connection to the directory in *folder*.

    Raises:
        DirectoryMissingError: nothing is loaded there.
        DirectoryDamagedError: the file is no database, is cut short, or not of this version.
    """
    import duckdb  # noqa: PLC0415

    connection = _open(folder)
    try:
        with connection:
            yield connection
    except (duckdb.IOException, duckdb.SerializationException, duckdb.FatalException) as error:
        raise DirectoryDamagedError(folder / FILE, _short(error)) from error


def _open(folder: Path) -> "DuckDBPyConnection":
    """Return a read-only connection to the directory in *folder*.

    Raises:
        DirectoryMissingError: nothing is loaded there.
        DirectoryDamagedError: the file is no database, or not of this version.
    """
    path = folder / FILE
    if not path.is_file():
        raise DirectoryMissingError(folder)
    if not os.access(path, os.R_OK):
        raise CollabkitError(
            f"no permission to read {path}", "Ask whoever made it, or load your own."
        )
    import duckdb  # noqa: PLC0415 - 100 ms that only the directory is worth

    try:
        connection = duckdb.connect(str(path), read_only=True)
        (format_,) = connection.execute("SELECT format FROM meta").fetchone() or ("",)
    except duckdb.Error as error:
        raise DirectoryDamagedError(path, str(error).split("\n", 1)[0]) from error
    if format_ != FORMAT:
        raise DirectoryFormatError(path)
    return connection


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
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder / "directory.lock"):
            _sweep(folder)
            work = Path(tempfile.mkdtemp(prefix=_WORK, dir=folder))
            try:
                connection = _new(work, folder / FILE)
                try:
                    yield connection, work
                    connection.execute("DETACH old")
                    connection.execute("CHECKPOINT")
                finally:
                    connection.close()
                made = (work / FILE).stat().st_ino
                _swap(work / FILE, folder / FILE)
            finally:
                shutil.rmtree(work, ignore_errors=True)
    except KeyboardInterrupt as error:
        # Ctrl-C may come between the swap and any mark of it; the file itself tells.
        if made and (folder / FILE).is_file() and (folder / FILE).stat().st_ino == made:
            raise StoppedInPlaceError from error
        raise
    except RuntimeError as error:
        # So DuckDB reports Ctrl-C when it comes while a query runs.
        if "interrupted" not in str(error).lower():
            raise
        raise KeyboardInterrupt from error
    except (
        OSError,
        duckdb.OutOfMemoryException,
        duckdb.IOException,
        duckdb.FatalException,
    ) as error:
        raise CollabkitError(
            f"cannot write the directory in {folder}: {_short(error)}",
            "The directory is as it was. Free some space, or choose another folder with --directory.",
        ) from error


def _new(work: Path, old: Path) -> "DuckDBPyConnection":
    import duckdb  # noqa: PLC0415

    connection = duckdb.connect(
        str(work / FILE),
        config={
            "memory_limit": MEMORY,
            "temp_directory": str(work / "spill"),
            "default_block_size": _BLOCK,
        },
    )
    if old.is_file():
        _open(old.parent).close()
        connection.execute("ATTACH ? AS old (READ_ONLY)", [str(old)])
    else:
        connection.execute("ATTACH ':memory:' AS old")
        connection.execute("USE old")
        connection.execute(_TABLES)
        connection.execute("USE directory")
    connection.execute(_TABLES)
    connection.execute("INSERT INTO meta VALUES (?)", [FORMAT])
    return connection


def _swap(new: Path, old: Path) -> None:
    with new.open("rb+") as file:
        os.fsync(file.fileno())
    new.replace(old)


def _sweep(folder: Path) -> None:
    """Remove what a load that was killed left behind."""
    for left in folder.glob(f"{_WORK}*"):
        shutil.rmtree(left, ignore_errors=True)


def _short(error: Exception) -> str:
    if disk_is_full(error):
        return "the disk is full"
    return getattr(error, "strerror", None) or str(error).split("\n", 1)[0]
