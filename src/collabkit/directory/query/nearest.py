"""Questions to the directory about partners: who of them is near at all, and how far the nearest is."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from collabkit.directory.database.connection import Database
from collabkit.directory.database.schema import BODY_ID, FINDABLE
from collabkit.directory.geo.distance import in_sql
from collabkit.directory.geo.places import Spot
from collabkit.directory.query.near import box
from collabkit.directory.records import GUESS, full_name, readable


class Nearest(NamedTuple):
    """The nearest organization of a partner."""

    partner: str
    id: str
    name: str
    town: str
    distance: float


# Names are read of the nearest only: the rest is numbers, which are quick to go through.
_NEAREST = f"""
WITH placed AS (
    SELECT partner, row, {in_sql("lat", "lon", "$lat", "$lon")} AS distance
    FROM {FINDABLE}
    WHERE lat BETWEEN $south AND $north AND lon BETWEEN $west AND $east
        AND partner IN (SELECT unnest($partners::VARCHAR[])) AND confidence >= $sure::FLOAT
), nearest AS (
    SELECT arg_min(row, distance) AS row, min(distance) AS distance FROM placed GROUP BY partner
)
SELECT partner, {BODY_ID}, name, local, city, state, distance
FROM nearest JOIN organizations ON organizations.rowid = nearest.row
ORDER BY partner
"""  # noqa: S608 - our own constant

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
    found: dict[str, Nearest] = {}
    missing = list(partners)
    for within in _CIRCLES:
        parameters = {**box(spot, within), "partners": missing, "sure": sure}
        del parameters["within"]
        for partner, id_, name, local, city, state, distance in database.rows(_NEAREST, parameters):
            # Beyond the circle, in the corners of its square, another may be nearer.
            if distance <= within:
                called = full_name(name, local)
                found[partner] = Nearest(partner, id_, called, _town(city, state), distance)
        missing = [partner for partner in missing if partner not in found]
        if not missing:
            break
    return found


_CIRCLES = (100, 25_000)
"""Miles; the last is the whole world."""
