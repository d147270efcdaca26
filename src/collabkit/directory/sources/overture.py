"""Places of Overture Maps, in Parquet. Open places of the United States only.

Releases of 2026 say in `taxonomy` what older ones say in `categories`; some extracts hold the
nested columns as JSON text. As JSON all of them read alike, and a column that is missing is empty.
"""

import glob
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.directory.sources.base import Source, Tell, UnreadableFileError
from collabkit.files.writing import disk_is_full

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_PLACES = """
WITH places AS (
    SELECT NULL::VARCHAR AS id, NULL::VARCHAR AS basic_category, NULL::VARCHAR AS operating_status,
        NULL::JSON AS names, NULL::JSON AS addresses, NULL::JSON AS bbox, NULL::JSON AS phones,
        NULL::JSON AS websites, NULL::JSON AS taxonomy, NULL::JSON AS categories
    WHERE FALSE
    UNION ALL BY NAME
    SELECT COLUMNS(lambda name: name IN ('id', 'basic_category', 'operating_status')),
        try_cast(COLUMNS(lambda name: name IN ('names', 'addresses', 'bbox', 'phones', 'websites',
            'taxonomy', 'categories')) AS JSON)
    FROM read_parquet(?, union_by_name = true)
)
SELECT id AS key, names->>'$.primary' AS name, addresses->>'$[0].freeform' AS street,
    addresses->>'$[0].locality' AS city,
    regexp_replace(addresses->>'$[0].region', '^US-', '') AS state,
    addresses->>'$[0].postcode' AS zip,
    ((bbox->>'$.ymin')::DOUBLE + (bbox->>'$.ymax')::DOUBLE) / 2 AS lat,
    ((bbox->>'$.xmin')::DOUBLE + (bbox->>'$.xmax')::DOUBLE) / 2 AS lon,
    phones->>'$[0]' AS phone, websites->>'$[0]' AS site,
    coalesce(taxonomy->>'$.primary', categories->>'$.primary', basic_category) AS kind,
    CASE WHEN addresses->>'$[0].country' = 'US' THEN operating_status ELSE 'abroad' END AS status
FROM places
"""
_MARKS = (b"addresses", b"confidence", b"names", b"websites")
_KINDS = (b"basic_category", b"categories", b"taxonomy")
"""Names of columns that stand, as they are, in the last part of a file of places: all of the former
and one of the latter."""


def _gathers(paths: Sequence[Path]) -> Sequence[Path]:
    return [path for path in paths if _is_places(_footer(path))]


def _is_places(footer: bytes) -> bool:
    return all(mark in footer for mark in _MARKS) and any(kind in footer for kind in _KINDS)


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


def _convert(
    connection: "DuckDBPyConnection", paths: Sequence[Path], target: Path, _feed: str, _tell: Tell
) -> None:
    import duckdb  # noqa: PLC0415

    try:
        connection.query(
            _PLACES, params=[[glob.escape(str(path.absolute())) for path in paths]]
        ).write_csv(str(target))
    except duckdb.Error as error:
        # DuckDB has no class of its own for a Parquet file that is broken inside.
        if isinstance(error, duckdb.OutOfMemoryException) or disk_is_full(error):
            raise
        raise UnreadableFileError(
            f"{paths[0].name}: damaged, or not places as Overture Maps releases them",
            "Download it again, or as the release of another month.",
        ) from error


SOURCE = Source(
    id="overture",
    label="Overture Maps places",
    publisher="Overture Maps Foundation",
    license="CDLA-Permissive-2.0",
    covers="shops, offices and institutions of every kind, from Meta, Microsoft and others",
    download="https://docs.overturemaps.org/getting-data/",
    left_out={
        "abroad": "outside the United States",
        "permanently_closed": "closed",
        "temporarily_closed": "closed for now",
    },
    gathers=_gathers,
    convert=_convert,
)
