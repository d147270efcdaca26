"""One file of tables: SQLite, written whole and never changed, each line with a checksum of its own.

Threads share a file that is open, and so does a copy of the process, which opens it again.
"""

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any
from weakref import finalize
from zlib import crc32

from collabkit.files.cache import keep_whole, to_line

if TYPE_CHECKING:
    from sqlite3 import Connection

Tables = Mapping[str, Mapping[str, bytes]]
"""Lines of JSON by the name of a table and the key of a line in it."""

_NAMES = ""
"""The table of which the keys are the names of the others."""
_SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE tables (name TEXT PRIMARY KEY, keys TEXT, checksum INTEGER);
CREATE TABLE lines (name TEXT, key TEXT, line TEXT, checksum INTEGER, PRIMARY KEY (name, key));
"""


class DamagedError(Exception):
    """A file of tables is gone, or in any way not as it was written."""


class TableFile:
    """Tables as ``write`` leaves them. Whatever is read raises ``DamagedError`` if it is not as it was written."""

    def __init__(self, path: Path) -> None:
        """Hold the file at *path*, which is opened when something is read of it."""
        self._path = path
        self._lock = Lock()
        self._process = 0

    def names(self) -> Sequence[str]:
        """Return the names of the tables, in the order in which they were written."""
        return self.keys(_NAMES)

    def keys(self, name: str) -> Sequence[str]:
        """Return the keys of the table *name*, in that order."""
        rows = self._rows("SELECT keys, checksum FROM tables WHERE name = ?", name)
        keys: list[str] = json.loads(_checked(rows, name))
        return keys

    def line(self, name: str, key: str) -> bytes:
        """Return the line of *key* in the table *name*."""
        rows = self._rows("SELECT line, checksum FROM lines WHERE name = ? AND key = ?", name, key)
        return _checked(rows, f"{name}/{key}")

    def _rows(self, statement: str, *values: str) -> list[Any]:
        with self._lock:
            if self._process != os.getpid():
                self._connect()
            from sqlite3 import Error  # noqa: PLC0415 - as below

            try:
                return self._connection.execute(statement, values).fetchall()
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


def _checked(rows: Sequence[tuple[Any, Any]], name: str) -> bytes:
    """Return the line called *name* in *rows*, if it is there as it was written."""
    for line, checksum in rows:
        if isinstance(line, bytes) and checksum == _checksum(name, line):
            return line
    raise DamagedError(name)


def _checksum(name: str, line: bytes) -> int:
    return crc32(line, crc32(name.encode()))


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
                _fill(connection, tables)
        except sqlite3.Error as error:
            raise OSError(str(error)) from error
        return file.read_bytes()


def _fill(connection: "Connection", tables: Tables) -> None:
    with connection:
        for name, keys in {_NAMES: tables, **tables}.items():
            listed = to_line(list(keys))
            row = (name, listed.decode(), _checksum(name, listed))
            connection.execute("INSERT INTO tables VALUES (?, ?, ?)", row)
        connection.executemany(
            "INSERT INTO lines VALUES (?, ?, ?, ?)",
            (
                (name, key, line.decode(), _checksum(f"{name}/{key}", line))
                for name, lines in tables.items()
                for key, line in lines.items()
            ),
        )
