"""A directory opened for reading: questions in SQL, answers as rows. The database asks nobody else."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from functools import lru_cache
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from collabkit.directory.database.schema import FORMAT, TABLES
from collabkit.directory.names import is_text, printable
from collabkit.errors import CollabkitError, DirectoryMissingError, UsageError
from collabkit.files.writing import disk_is_full
from collabkit.ondemand import opened_once
from collabkit.paths import absolute

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FILE = "directory.duckdb"
_SEALED = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
"""Settings without which DuckDB would fetch code from the network for a file that looks like another's."""
_READ = 32
"""Statements that are kept as DuckDB has read them: more than there are."""
_WAITING = 2
"""The version of DuckDB that first had threads of its own for files of a network."""
_MAGIC = slice(8, 12)
"""Where a file of DuckDB says DUCK."""


class DirectoryFormatError(CollabkitError):
    """A database that another version of the program made."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} was made by another version of collab",
            "Load the registers again into a new folder.",
            command="Load the registers again into a new folder: `collab directory load --directory DIR FILE`.",
        )


class DirectoryDamagedError(CollabkitError):
    """A file that stands where the database should and is none."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"cannot read {path}: {reason}", "Move it away and load the registers again."
        )


class DirectoryClosedError(CollabkitError):
    """Another thread let go of the database while this one asked it."""

    def __init__(self) -> None:
        super().__init__(
            "the directory was closed while it was asked", "Ask again: it is opened anew."
        )


class Database:
    """The database in a folder, open for reading only. Use it in a ``with``, or close it.

    Threads may share it: each question is answered before the next is put.
    """

    def __init__(self, folder: Path, before: Path | None = None) -> None:
        """Open the database in *folder*.

        Args:
            folder: where it is.
            before: where another is that stands beside it as ``before``, to be compared.

        Raises:
            DirectoryMissingError: nothing is loaded there.
            DirectoryDamagedError: the file is no database, is cut short, or not of this version.
            UsageError: no database can be in a folder of that name.
        """
        self.path = file_in(folder)
        if not self.path.is_file():
            raise DirectoryMissingError(folder)
        if not os.access(self.path, os.R_OK):
            raise CollabkitError(
                f"no permission to read {self.path}", "Ask whoever made it, or load your own."
            )
        refuse_others(self.path)
        import duckdb  # noqa: PLC0415 - 100 ms that only the directory is worth

        self._error = duckdb.Error
        # DuckDB hands the answer of a connection to whichever thread fetches first.
        self.opening = RLock()
        self._closed = False
        try:
            with interruptible():
                self._use(_attached(self.path, before and file_in(before)))
        except duckdb.Error as error:
            raise DirectoryDamagedError(self.path, short(error)) from error
        self.texts: dict[int, tuple[str, bool]] = {}
        """Those texts that were read already, by number: bodies of a region say much of themselves alike."""
        try:
            self._refuse_views()
            self._refuse_other_versions()
        except CollabkitError:
            self.close()
            raise

    def _use(self, connection: "DuckDBPyConnection") -> None:
        """Ask *connection* from now on."""
        # A name is looked up with us and with DuckDB before it is in the file, whose maker may have put
        # macros and views by the same names there.
        connection.execute("SET search_path = 'system.main,directory.main'")
        self._connection = connection
        # Whoever asks again, of another place, is answered sooner: DuckDB reads the words of a statement for up to a
        # millisecond.
        self._read = lru_cache(_READ)(connection.extract_statements)

    def _refuse_other_versions(self) -> None:
        if self.rows("SELECT format FROM meta") != [(FORMAT,)]:
            raise DirectoryFormatError(self.path)

    def _refuse_views(self) -> None:
        """Raise unless what we call tables are tables.

        A view is a question. A load, which must be able to read files, would ask it on behalf of
        whoever made the database.
        """
        # To list the tables, DuckDB counts their rows. It takes "Loads" for "loads".
        views = self.rows("SELECT view_name FROM duckdb_views() WHERE database_name = 'directory'")
        if TABLES.keys() & {name.lower() for (name,) in views}:
            raise DirectoryDamagedError(self.path, "its tables are not those of collab")

    def rows(
        self, statement: str, parameters: Mapping[str, Any] | Sequence[Any] = ()
    ) -> list[tuple[Any, ...]]:
        """Return the answer to *statement*.

        Raises:
            DirectoryDamagedError: the file is not what it was when it was written.
            UsageError: a word that is asked for is not UTF-8, as all words of the database are.
        """
        _refuse_bytes(parameters)
        try:
            with self.opening, interruptible():
                [read] = self._read(statement)
                return self._connection.execute(read, parameters).fetchall()
        except self._error as error:
            if self._closed:
                raise DirectoryClosedError from error
            raise DirectoryDamagedError(self.path, short(error)) from error

    @opened_once
    def goals(self) -> Mapping[str, int]:
        """The bit by which the sets of the database have each goal."""
        return dict(self.rows("SELECT goal, bit FROM goals"))

    @opened_once
    def works(self) -> Mapping[str, int]:
        """The number by which statements have each joint work; nothing where there are no statements."""
        return dict(self.rows("SELECT work, number FROM works"))

    @opened_once
    def has_statements(self) -> bool:
        """Whether any body says what it does."""
        return bool(self.rows("SELECT 1 FROM statements LIMIT 1"))

    @opened_once
    def has_twins(self) -> bool:
        """Whether two of its rows are one organization: of one register alone none are."""
        return bool(self.rows("SELECT 1 FROM duplicates LIMIT 1"))

    def on_every_core(self) -> Self:
        """Return the same database for one question that goes through the whole, with tables made on the way.

        They are of this question alone, though others are asked meanwhile.
        """
        self.rows("RESET threads")
        apart = copy(self)
        apart.opening = RLock()
        with self.opening:
            apart._use(self._connection.cursor())  # noqa: SLF001 - one of ours
        return apart

    def close(self) -> None:
        """Let go of the file."""
        with self.opening:
            self._closed = True
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def connected(name: str = ":memory:", **settings: Any) -> "DuckDBPyConnection":  # noqa: ANN401 - of DuckDB
    """Return a connection to the database *name* that asks no network and writes to no stream.

    Args:
        name: a path, absolute.
        settings: more of them, as DuckDB calls them.
    """
    import duckdb  # noqa: PLC0415 - see above

    connection = duckdb.connect(name, config={**_SEALED, **settings})
    # In a notebook, and wherever Python runs no file, it draws a bar on stdout, among our data.
    connection.execute("SET enable_progress_bar = false")
    return connection


def _attached(path: Path, before: Path | None) -> "DuckDBPyConnection":
    """Return a connection of its own to the database at *path*, and to the one *before* it.

    Attached and not opened: DuckDB hands a file that is open in this process out again by its path, though
    another load has put a new one in its place.
    """
    # Without a folder to spill into: it would be made in the current one, and who reads writes nothing.
    connection = connected(temp_directory="", **_few_threads())
    try:
        attach(connection, path, "directory", "READ_ONLY")
        if before:
            attach(connection, before, "before", "READ_ONLY")
        # A view in a database that somebody sent could read any file of this machine.
        connection.execute("SET enable_external_access = false")
    except BaseException:
        connection.close()
        raise
    return connection


def _few_threads() -> dict[str, Any]:
    """Return the settings by which DuckDB starts hardly a thread: most questions are answered sooner than one is."""
    import duckdb  # noqa: PLC0415 - see above

    # Since 2.0 it starts eight more that would wait for files of a network.
    waits = int(duckdb.__version__.partition(".")[0]) >= _WAITING
    return {"threads": 1, "async_threads": 1} if waits else {"threads": 1}


def attach(connection: "DuckDBPyConnection", path: Path, name: str, *how: str) -> None:
    """Open the database at *path*, as *how* says, and call it *name* in statements.

    The path stands in the statement, since DuckDB 1.3 and 1.4 take no parameter there.
    """
    quoted = str(path).replace("'", "''")
    connection.execute(f"ATTACH '{quoted}' AS {name} ({', '.join(how)})")


def _refuse_bytes(parameters: Mapping[str, Any] | Sequence[Any]) -> None:
    values = parameters.values() if isinstance(parameters, Mapping) else parameters
    for value in values:
        for each in value if isinstance(value, list) else (value,):
            if isinstance(each, str) and not is_text(each):
                raise UsageError(f"{printable(each)!r} is not UTF-8", "Write it in letters.")


def file_in(folder: Path) -> Path:
    """Return where the database in *folder* is, so that DuckDB takes it for nothing else.

    Raises:
        UsageError: DuckDB would take what follows a question mark for settings; or nobody knows where
            *folder* is, as the current one was deleted.
    """
    whole = absolute(folder)
    name = str(whole)
    if "?" in name or not is_text(name):
        raise UsageError(
            f"no directory can be in a folder called {printable(str(folder))!r}: the database reads "
            "question marks as settings, and knows no names that are not UTF-8",
            "Choose another folder for the directory.",
        )
    return whole / FILE


def refuse_others(path: Path) -> None:
    """Raise if the file at *path* is of another program: DuckDB would look for code to read it."""
    with path.open("rb") as file:
        start = file.read(_MAGIC.stop)
    if start[_MAGIC] != b"DUCK":
        raise DirectoryDamagedError(path, "it is no database of collab, or is cut short")


@contextmanager
def interruptible() -> Iterator[None]:
    """Let Ctrl-C be Ctrl-C also while a query runs: DuckDB then raises an error of its own."""
    try:
        yield
    except RuntimeError as error:
        if "interrupted" in str(error).lower():
            raise KeyboardInterrupt from error
        raise


def short(error: Exception) -> str:
    """Return the first line of *error*."""
    if disk_is_full(error):
        return "the disk is full"
    return getattr(error, "strerror", None) or str(error).split("\n", 1)[0]
