"""Who is near each of thousands of places at once: the same question as in `nearby`, joined by squares."""

from collections.abc import Iterator, Sequence
from math import cos, radians

from collabkit.directory.database.connection import Database
from collabkit.directory.geo.distance import MILES_PER_DEGREE
from collabkit.directory.geo.places import Spot
from collabkit.directory.query.near import Hit
from collabkit.directory.query.wanted import NEARNESS, TOWN, Wanted, named_in

_AT_ONCE = 400
"""Places asked for in one query: enough to keep both cores busy, few enough to stay in memory."""

# Squares are as high as the circle's radius and, since a degree of longitude shrinks toward the
# pole, as many times wider as it takes at the place that is farthest north: nine hold any circle.
_POOL = f"""
CREATE OR REPLACE TEMP TABLE pool AS
WITH {{judged}}
SELECT *, floor(lat / $high)::INTEGER AS y, floor(lon / $wide)::INTEGER AS x,
    {TOWN} AS town, CASE WHEN partner = 'public-library' THEN number END AS key
FROM judged
"""  # noqa: S608 - our own constant

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
        miles(pool.lat, pool.lon, around.lat, around.lon) AS distance
    FROM around JOIN pool USING (x, y)
    WHERE NOT coalesce(starts_with(key, own), FALSE)
), totals AS (
    SELECT *, fit * {NEARNESS} AS total FROM near WHERE distance <= $within
), ranked AS (
    SELECT library, max_by(
        {{'row': row, 'partner': coalesce(partner, ''), 'distance': distance,
            'works': works, 'total': total, 'id': id}},
        total, $most) AS best
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
    known = {**wanted.parameters(database), "high": high, "wide": wide, "most": most}
    database.use_every_core()
    pool = _POOL.format(judged=wanted.judged("lat IS NOT NULL"))
    database.rows(pool, named_in(pool, known))
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


def _hits(best: list[dict[str, object]]) -> list[Hit]:
    ordered = sorted(best, key=lambda each: (-float(str(each["total"])), str(each["id"])))
    return [Hit(*(each[name] for name in Hit._fields)) for each in ordered]  # type: ignore[arg-type]  # the query names them
