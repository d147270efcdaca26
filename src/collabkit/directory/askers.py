"""Many libraries, each of which asks who is near: read from a file like any register."""

import tempfile
from pathlib import Path
from typing import NamedTuple

from collabkit.directory import cleaning, reading
from collabkit.directory.places import Spot
from collabkit.directory.recognizing import recognize
from collabkit.errors import UsageError


class Asker(NamedTuple):
    """One library and where it is."""

    id: str
    spot: Spot
    key: str
    """Its FSCSKEY, or nothing."""


_PLACED = """
SELECT id, name, coalesce(fresh.lat, zips.lat), coalesce(fresh.lon, zips.lon),
    coalesce(regexp_extract(number, '^fscs:([^-]+)', 1), '')
FROM fresh LEFT JOIN zips USING (zip)
WHERE left_out IS NULL ORDER BY zips.square, row
"""


def read(path: Path) -> tuple[list[Asker], int]:
    """Return the libraries in the file at *path* that have a place, and how many have none.

    Raises:
        UsageError: there is no such file.
        UnreadableFileError: no source has such columns.
    """
    import duckdb  # noqa: PLC0415

    if not path.is_file():
        raise UsageError(f"no file called {str(path)!r}")
    table = recognize(path, path.name)
    with tempfile.TemporaryDirectory() as work, duckdb.connect() as connection:
        cleaning.prepare(connection)
        ready = reading.prepare(path, Path(work), shown=path.name, one_line=table.source.one_line)
        cleaning.add(connection, ready.path, table, file=0, part="")
        rows = connection.execute(_PLACED).fetchall()
    placed = [
        Asker(id_, Spot(name, lat, lon), key)
        for id_, name, lat, lon, key in rows
        if lat is not None
    ]
    return placed, len(rows) - len(placed)
