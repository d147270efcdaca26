"""Who is near each of thousands of places at once: the same question as in `near`, joined by squares."""

from collections.abc import Iterator, Mapping, Sequence
from math import cos, radians
from typing import Any

from collabkit.directory.database.connection import Database
from collabkit.directory.geo.distance import MILES_PER_DEGREE, in_sql
from collabkit.directory.geo.places import Spot
from collabkit.directory.query.fitting import Judge
from collabkit.directory.query.looking import looking_for, named_in
from collabkit.directory.query.near import Hit
from collabkit.directory.query.nearness import NEARNESS, TOWN
from collabkit.directory.query.wanted import Wanted

_AT_ONCE = 400
"""Places asked for in one query: enough to keep both cores busy, few enough to stay in memory."""

_COLUMNS = f"""{{'row': rowid, 'id': id, 'lat': lat, 'lon': lon, 'mark': mark, 'town': {TOWN},
    'key': CASE WHEN partner = 'public-library' THEN own_number END}} AS body"""

# Of hundreds of thousands of bodies some thousand have traits that differ.
_CASES = """
CREATE OR REPLACE TEMP TABLE cases AS
SELECT list(body) AS bodies, * EXCLUDE (body) FROM ({looked_for}) GROUP BY ALL
"""
_TRAITS = "SELECT * EXCLUDE (bodies) FROM cases ORDER BY rowid"

# Squares are as high as the circle's radius and, since a degree of longitude shrinks toward the
# pole, as many times wider as it takes at the place that is farthest north: nine hold any circle.
_POOL = """
CREATE OR REPLACE TEMP TABLE pool AS
WITH fits AS (
    SELECT unnest(range(len($fits))) AS number, unnest($partners::VARCHAR[]) AS partner,
        unnest($works::DOUBLE[]) AS works, unnest($fits::DOUBLE[]) AS fit
), judged AS (
    SELECT unnest(bodies, recursive := true), fits.* FROM cases JOIN fits ON cases.rowid = fits.number
)
SELECT *, floor(lat / $high)::INTEGER AS y, floor(lon / $wide)::INTEGER AS x FROM judged
"""

_NEAR = f"""
WITH libraries AS (
    SELECT unnest(range(len($lats)))::INTEGER AS library, unnest($lats::DOUBLE[]) AS lat,
        unnest($lons::DOUBLE[]) AS lon, unnest($towns::VARCHAR[][]) AS homes,
        'fscs:' || nullif(unnest($keys::VARCHAR[]), '') AS own
), around AS (
    SELECT library, own, homes, lat, lon,
        floor(lat / $high)::INTEGER + up AS y, floor(lon / $wide)::INTEGER + along AS x
    FROM libraries, (SELECT unnest([-1, 0, 1]) AS up), (SELECT unnest([-1, 0, 1]) AS along)
), near AS (
    SELECT library, row, partner, id, fit, works, mark, coalesce(list_contains(homes, town), FALSE) AS here,
        {in_sql("pool.lat", "pool.lon", "around.lat", "around.lon")} AS distance
    FROM around JOIN pool USING (x, y)
    WHERE NOT coalesce(starts_with(key, own), FALSE)
), totals AS (
    SELECT *, fit * {NEARNESS} AS total FROM near WHERE distance <= $within
), ranked AS (
    SELECT library, min_by(
        {{'row': row, 'partner': partner, 'distance': distance,
            'works': works, 'total': total, 'id': id}},
        {{'behind': -total, 'id': id}}, $most) AS best
    FROM totals GROUP BY library
)
SELECT library, best FROM ranked ORDER BY library
"""  # noqa: S608 - our own constants


def hits_for_all(
    database: Database, spots: Sequence[Spot], keys: Sequence[str], wanted: Wanted, most: int
) -> Iterator[list[tuple[int, list[Hit]]]]:
    """Yield, some hundred places at a time, the position of each place with its hits, best first.

    Args:
        database: the directory.
        spots: the places.
        keys: the FSCSKEY of the library in each, which is not to find itself; blank if it has none.
        wanted: who is asked for.
        most: how many hits at most for each place.
    """
    if not spots:
        return
    high = wanted.within / MILES_PER_DEGREE
    wide = high / max(0.05, min(cos(radians(spot.lat)) for spot in spots))
    known = {"high": high, "wide": wide, "within": wanted.within, "most": most}
    database = database.on_every_core()
    _fill_pool(database, wanted, known)
    for start in range(0, len(spots), _AT_ONCE):
        some = spots[start : start + _AT_ONCE]
        places = {
            "lats": [spot.lat for spot in some],
            "lons": [spot.lon for spot in some],
            "towns": [spot.towns for spot in some],
            "keys": list(keys[start : start + _AT_ONCE]),
        }
        rows = database.rows(_NEAR, named_in(_NEAR, {**known, **places}))
        yield [(start + library, _hits(best)) for library, best in rows]


def _fill_pool(database: Database, wanted: Wanted, known: Mapping[str, Any]) -> None:
    """Put those who are *wanted* into the table ``pool``, judged, each in its square."""
    looked_for, given = looking_for(wanted, database, _COLUMNS, "lat IS NOT NULL")
    database.rows(_CASES.format(looked_for=looked_for), given)
    judge = Judge(wanted)
    fits = [judge(traits) for traits in database.rows(_TRAITS)]
    judged = {
        "partners": [fit.partner for fit in fits],
        "works": [fit.works for fit in fits],
        "fits": [fit.score for fit in fits],
    }
    database.rows(_POOL, named_in(_POOL, {**known, **judged}))


_ANSWERED = tuple(name for name in Hit._fields if name != "seen")
"""What the query tells of a hit."""


def _hits(best: list[dict[str, object]]) -> list[Hit]:
    ordered = sorted(best, key=lambda each: (-float(str(each["total"])), str(each["id"])))
    return [Hit(*(each[name] for name in _ANSWERED)) for each in ordered]  # type: ignore[arg-type]  # the query names them
