"""Questions to the directory about partners: who of them is near at all, and how far the nearest is."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from collabkit.directory.database.connection import Database
from collabkit.directory.database.schema import BODY_ID, FINDABLE, IN_PLACE
from collabkit.directory.geo.distance import in_sql, miles
from collabkit.directory.geo.places import Spot
from collabkit.directory.query.looking import named_in
from collabkit.directory.query.near import box
from collabkit.directory.records import GUESS, full_name, readable


class Nearest(NamedTuple):
    """The nearest organization of a partner."""

    partner: str
    id: str
    name: str
    town: str
    distance: float


_PLACED = f"""
SELECT rowid, partner, lat, lon FROM organizations
WHERE {IN_PLACE} AND lat BETWEEN $south AND $north AND lon BETWEEN $west AND $east
    AND list_contains($partners::VARCHAR[], partner) AND confidence >= $sure::FLOAT
"""  # noqa: S608 - our own constant
"""Those of whom one may be the nearest: of kinds that are not near, and so few. Names are read of the nearest only."""

_PRESENT = f"""
SELECT DISTINCT partner FROM {FINDABLE}
WHERE lat BETWEEN $south AND $north AND lon BETWEEN $west AND $east
    AND partner IN (SELECT unnest($partners::VARCHAR[]))
    AND confidence >= $sure::FLOAT
    AND {in_sql("lat", "lon", "$lat", "$lon")} <= $within
"""  # noqa: S608 - our own constant


_CALLED = f"""
SELECT organizations.rowid, name, local, {BODY_ID}, city, state FROM organizations
WHERE organizations.rowid IN (SELECT unnest($rows::BIGINT[]))
"""  # noqa: S608 - our own constant


def named(database: Database, rows: Sequence[int]) -> dict[int, tuple[str, str, str | None]]:
    """Return the name, the id and the town of each of *rows*."""
    found = database.rows(_CALLED, {"rows": list(rows)})
    return {
        row: (full_name(name, local), id_, _town(city, state) or None)
        for row, name, local, id_, city, state in found
    }


def _town(city: str | None, state: str | None) -> str:
    return ", ".join(part for part in (city and readable(city), state) if part)


def present(
    database: Database,
    spot: Spot,
    within: float,
    partners: Iterable[str],
    sure: float = GUESS,
) -> set[str]:
    """Return those of *partners* of which somebody is within *within* miles of *spot*."""
    parameters = {**box(spot, within), "partners": list(partners), "sure": sure}
    return {partner for (partner,) in database.rows(_PRESENT, parameters)}


def nearest(
    database: Database, spot: Spot, partners: Iterable[str], sure: float = GUESS
) -> dict[str, Nearest]:
    """Return the nearest organization of each of *partners*, however far.

    Who is not in the first circle is looked for everywhere: most are not far, and a wide circle takes
    as long to search as the whole.
    """
    found: dict[str, tuple[float, int]] = {}
    missing = list(partners)
    for within in _CIRCLES:
        around = {**box(spot, within), "partners": missing, "sure": sure}
        for row, partner, lat, lon in database.rows(_PLACED, named_in(_PLACED, around)):
            distance = miles(lat, lon, spot.lat, spot.lon)
            # Beyond the circle, in the corners of its square, another may be nearer.
            if distance <= within:
                found[partner] = min((distance, row), found.get(partner, (distance, row)))
        missing = [partner for partner in missing if partner not in found]
        if not missing:
            break
    return _called(database, found)


def _called(database: Database, found: Mapping[str, tuple[float, int]]) -> dict[str, Nearest]:
    """Return by partner who is at that distance and in that row."""
    names = named(database, [row for _, row in found.values()])
    nearest: dict[str, Nearest] = {}
    for partner, (distance, row) in sorted(found.items()):
        name, id_, town = names[row]
        nearest[partner] = Nearest(partner, id_, name, town or "", distance)
    return nearest


_CIRCLES = (100, 25_000)
"""Miles; the last is the whole world."""
