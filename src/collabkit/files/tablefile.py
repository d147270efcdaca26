"""One file of tables: SQLite, written whole and never changed, each line with a checksum of its own.

Threads share a file that is open, and so does a copy of the process, which opens it again.
"""

import os
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any
from weakref import finalize
from zlib import crc32

from collabkit.files.cache import keep_whole

if TYPE_CHECKING:
    from sqlite3 import Connection

Tables = Mapping[str, Mapping[str, bytes]]
"""Lines of JSON by the name of a table and the key of a line in it."""

_SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE lines (name TEXT, key TEXT, line TEXT, checksum INTEGER, PRIMARY KEY (name, key));
"""
_LINE = "SELECT line, checksum FROM lines WHERE name = ? AND key = ?"


class DamagedError(Exception):
    """A file of tables is gone, or in any way not as it was written."""


class TableFile:
    """Tables as ``write`` leaves them."""

    def __init__(self, path: Path) -> None:
        """Hold the file at *path*, which is opened when something is read of it."""
        self._path = path
        self._lock = Lock()
        self._process = 0

    def line(self, name: str, key: str) -> bytes:
        """Return the line of *key* in the table *name*.

        Raises:
            DamagedError: it is not there as it was written.
        """
        for line, checksum in self._rows(name, key):
            if isinstance(line, bytes) and checksum == _checksum(name, key, line):
                return line
        raise DamagedError(name, key)

    def _rows(self, name: str, key: str) -> list[Any]:
        with self._lock:
            if self._process != os.getpid():
                self._connect()
            from sqlite3 import Error  # noqa: PLC0415 - as below

            try:
                found = self._connection.execute(_LINE, (name, key))
                return found.fetchall()
            except (Error, ValueError) as error:  # what SQLite says of damage may be no Unicode
                raise DamagedError from error

    def _connect(self) -> None:
        """Connect this process: two that share a place in a file would read at each other's."""
        try:
            import sqlite3  # noqa: PLC0415 - a Python may be built without it, and is only slower

            address = f"{self._path.absolute().as_uri()}?mode=ro&immutable=1"
        except (ImportError, OSError) as error:
            raise DamagedError from error
        try:
            connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        except sqlite3.Error as error:
            raise DamagedError from error
        connection.text_factory = bytes
        finalize(self, connection.close)
        self._connection: Connection = connection
        self._process = os.getpid()


def write(path: Path, tables: Tables) -> None:
    """Write *tables* to the file at *path*, whole or not at all; a cache that cannot be written is only slower."""
    with suppress(ImportError, OSError):
        keep_whole(path, _database(tables))


def _checksum(name: str, key: str, line: bytes) -> int:
    return crc32(line, crc32(f"{name}/{key}".encode()))


def _database(tables: Tables) -> bytes:
    """Return the content of a file with *tables*.

    Raises:
        ImportError: this Python was built without SQLite.
        OSError: there is no room for it.
    """
    import sqlite3  # noqa: PLC0415 - most runs write nothing
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - as above

    with TemporaryDirectory(prefix="collab-") as folder:
        file = Path(folder, "tables")
        try:
            with closing(sqlite3.connect(file)) as connection:
                connection.executescript(_SCHEMA)
                with connection:
                    connection.executemany(
                        "INSERT INTO lines VALUES (?, ?, ?, ?)",
                        (
                            (name, key, line.decode(), _checksum(name, key, line))
                            for name, lines in tables.items()
                            for key, line in lines.items()
                        ),
                    )
        except sqlite3.Error as error:
            raise OSError(str(error)) from error
        return file.read_bytes()
