"""Many libraries, each of which asks who is near: read from a file like any register."""

import tempfile
from pathlib import Path
from typing import NamedTuple

from collabkit.directory import cleaning
from collabkit.directory.places import Spot
from collabkit.directory.recognizing import recognize
from collabkit.errors import UsageError


class Asker(NamedTuple):
    """One library and where it is."""

    id: str
    spot: Spot


_PLACED = """
SELECT id, name, coalesce(fresh.lat, zips.lat), coalesce(fresh.lon, zips.lon)
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
        cleaning.add(connection, cleaning.File(path, path.name, 0), table, Path(work), part="")
        rows = connection.execute(_PLACED).fetchall()
    placed = [Asker(id_, Spot(name, lat, lon)) for id_, name, lat, lon in rows if lat is not None]
    return placed, len(rows) - len(placed)
