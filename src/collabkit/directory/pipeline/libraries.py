"""Many libraries at once: who they are and where, read from the Public Libraries Survey or a list of one's own."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from collabkit.directory.database.connection import connected, interruptible
from collabkit.directory.geo.places import Spot
from collabkit.directory.ingest.archives import Found, unpack
from collabkit.directory.ingest.custom_tables import FIELDS as FIELDS_OF_A_TABLE
from collabkit.directory.ingest.custom_tables import mapping, source
from collabkit.directory.ingest.detect import Table, kind_of, recognize
from collabkit.directory.pipeline import clean, staging
from collabkit.directory.records import readable
from collabkit.directory.sources import Source, UnreadableFileError

_OF_LIBRARIES = ("pls-outlets", "pls-systems")


class Library(NamedTuple):
    """One library and where it is."""

    id: str
    spot: Spot
    key: str
    """Its FSCSKEY, or nothing."""
    county: str | None = None
    """Its county, in the letters of the file."""
    population: int | None = None
    """How many people it serves."""
    county_people: int | None = None
    """How many people its county has."""
    home: str = ""
    """Its state, where something else than its FSCSKEY tells it."""
    goals: tuple[str, ...] = ()
    """The goals of its profile, if that was read."""
    works_with: frozenset[str] = frozenset()
    """The partners that its profile says it works with."""

    @property
    def state(self) -> str:
        """Two letters, with which its FSCSKEY begins."""
        return self.home or self.key[:2]


class Asked(NamedTuple):
    """What a file of libraries holds."""

    libraries: list[Library]
    """Those that have a place; a bookmobile has none."""
    nowhere: int
    """How many have no place on the map."""
    closed: int
    """How many are closed, and are left out."""
    mobile: int
    """How many bookmobiles and books by mail are left out."""
    broken: tuple[str, ...] = ()
    """What is wrong with profiles that could not be read."""
    profiles: bool = False
    """Whether they were read from profiles."""


# Of the survey's ZIP the outlets: its systems are asked for by their central libraries already.
_PLACED = """
SELECT id, name, coalesce(fresh.lat, zips.lat, towns.lat), coalesce(fresh.lon, zips.lon, towns.lon),
    coalesce(regexp_extract(own_number, '^fscs:([^-]+)', 1), ''), county, figures[8] AS population, county_people,
    CASE WHEN own_number IS NULL THEN fresh.state END,
    coalesce(coalesce(fresh.city, zips.city) || ', ' || coalesce(fresh.state, zips.state), ''), left_out IS NOT NULL, coalesce(kind IN ('BS', 'BM'), FALSE)
FROM fresh LEFT JOIN zips USING (zip)
LEFT JOIN towns ON towns.city = upper(fresh.city) AND towns.state = fresh.state
WHERE source = (SELECT min(source) FROM fresh)
ORDER BY zips.square, row
"""


FIELDS = {
    **{field: FIELDS_OF_A_TABLE[field] for field in ("name", "key", "city", "state", "zip")},
    **{field: FIELDS_OF_A_TABLE[field] for field in ("lat", "lon")},
    "county": "county",
    "population": "how many people it serves",
}
"""What a column of a list of libraries may be said to hold."""


def read(name: str, columns: Sequence[str] = ()) -> Asked:
    """Return the libraries in the file *name*, and how many are left out.

    Args:
        name: a CSV, the survey's ZIP, or ``-`` for stdin.
        columns: which column of a list of one's own is what, as ``name=Library``.

    Raises:
        UsageError: there is no such file, or *columns* say what cannot be.
        UnreadableFileError: it holds no libraries.
    """
    own = [source("libraries", mapping(columns, FIELDS))] if columns else []
    with (
        tempfile.TemporaryDirectory() as folder,
        connected(temp_directory=f"{folder}/spill") as connection,
        interruptible(),
    ):
        work = Path(folder)
        staging.prepare(connection, work)
        tables = 0
        unreadable: UnreadableFileError | None = None
        for each in unpack([name], work):
            if isinstance(each, UnreadableFileError):
                unreadable = unreadable or each  # beside the tables it may lie as it likes
                continue
            table = _of_libraries(each, own)
            if table is not None:
                file = clean.File(each.path, each.shown, tables)
                clean.add(connection, file, table, work, part="")
                tables += 1
        if not tables:
            raise unreadable or UnreadableFileError(
                f"{'stdin' if name == '-' else name} holds no libraries",
                "Give the outlets or the administrative entities of the Public Libraries Survey, "
                "as CSV or in the ZIP that its publisher offers; or say which column of your own "
                "list is what",
                command="Give the outlets or the administrative entities of the Public Libraries "
                "Survey, as CSV or ZIP; for a list of your own --set map=name=Library,zip=Zip",
            )
        rows = connection.execute(_PLACED).fetchall()
    open_ = [row for row in rows if not row[-2]]
    still = [row for row in open_ if not row[-1]]
    placed = [
        Library(
            id_,
            Spot(readable(called), lat, lon, town),
            key,
            county,
            int(people) if people else None,
            all_,
            state or "",
        )
        for id_, called, lat, lon, key, county, people, all_, state, town, *_ in still
        if lat is not None
    ]
    return Asked(placed, len(still) - len(placed), len(rows) - len(open_), len(open_) - len(still))


def _of_libraries(found: Found, own: Sequence[Source]) -> Table | None:
    if kind_of(found.path) != "text":
        return None
    try:
        table = recognize(found.path, found.shown, own)
    except UnreadableFileError:
        return None
    return table if table.source in own or table.source.id in _OF_LIBRARIES else None
