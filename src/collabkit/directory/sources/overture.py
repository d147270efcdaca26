"""Places of Overture Maps, in Parquet. Open places of the United States only."""

import struct
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.directory.sources.base import Source, UnreadableFileError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_PLACES = """
SELECT id AS key, names."primary" AS name, addresses[1].freeform AS street,
    addresses[1].locality AS city, addresses[1].region AS state, addresses[1].postcode AS zip,
    (bbox.ymin + bbox.ymax) / 2 AS lat, (bbox.xmin + bbox.xmax) / 2 AS lon,
    phones[1] AS phone, websites[1] AS site, categories."primary" AS kind,
    CASE WHEN coalesce(addresses[1].country, '') <> 'US' THEN 'abroad' END AS status
FROM read_parquet(?)
"""
_MARKS = (b"addresses", b"bbox", b"categories", b"freeform")
"""Names of columns that stand, as they are, in the last part of a file of places."""


def _gathers(paths: Sequence[Path]) -> Sequence[Path]:
    return [path for path in paths if all(mark in _footer(path) for mark in _MARKS)]


def _footer(path: Path) -> bytes:
    """Return what a Parquet file says of itself at its end; nothing if it is none."""
    size = path.stat().st_size
    with path.open("rb") as file:
        if size < _SMALLEST or file.read(4) != b"PAR1":
            return b""
        file.seek(size - 8)
        (length,) = struct.unpack("<I", file.read(4))
        file.seek(max(0, size - 8 - length))
        return file.read(length)


_SMALLEST = 12


def _convert(connection: "DuckDBPyConnection", paths: Sequence[Path], target: Path) -> None:
    import duckdb  # noqa: PLC0415

    try:
        connection.query(_PLACES, params=[[str(path) for path in paths]]).write_csv(str(target))
    except (duckdb.BinderException, duckdb.InvalidInputException, duckdb.IOException) as error:
        raise UnreadableFileError(
            f"{paths[0].name}: Parquet, but not places as Overture Maps releases them",
            "Download it again, or as the release of another month.",
        ) from error


SOURCE = Source(
    id="overture",
    label="Overture Maps places",
    publisher="Overture Maps Foundation",
    license="CDLA-Permissive-2.0",
    covers="shops, offices and institutions of every kind, from Meta, Microsoft and others",
    download="https://docs.overturemaps.org/getting-data/",
    left_out={"abroad": "outside the United States"},
    gathers=_gathers,
    convert=_convert,
)
