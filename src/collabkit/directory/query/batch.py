"""Who is near each of thousands of places at once: the same question as in `nearby`, joined by squares."""

from collections.abc import Iterator, Mapping, Sequence
from math import cos, radians
from typing import TYPE_CHECKING

from collabkit.directory.geo.places import Spot
from collabkit.directory.query.near import FAR, SIZE, UNSURE, Hit
from collabkit.directory.records import GUESS

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_AT_ONCE = 400
"""Places asked for in one query: enough to keep both cores busy, few enough to stay in memory."""
_MILES_PER_DEGREE = 69.0

# Squares are as high as the circle's radius and, since a degree of longitude shrinks toward the
# pole, as many times wider as it takes at the place that is farthest north: nine hold any circle.
_POOL = """
CREATE OR REPLACE TEMP TABLE pool AS
SELECT row, id, partner, network, radians(lat) AS lat, radians(lon) AS lon,
    cos(radians(lat)) AS shrink,
    score * (1 - $unsure * (1 - confidence)) * (1 + $size * coalesce(size, 0)) AS worth,
    floor(lat / $high)::INTEGER AS y, floor(lon / $wide)::INTEGER AS x,
    CASE WHEN partner = 'public-library' THEN number END AS library
FROM findable
JOIN (SELECT unnest($partners::VARCHAR[]) AS partner, unnest($scores::DOUBLE[]) AS score) USING (partner)
WHERE lat IS NOT NULL AND confidence >= $sure::FLOAT
    AND ($search = [] OR list_bool_and(list_transform($search::VARCHAR[],
        lambda word: contains(lower(strip_accents(concat_ws(' ', name, local, city))),
            lower(strip_accents(word))))))
"""

_NEAR = """
WITH askers AS (
    SELECT unnest(range(len($lats)))::INTEGER AS asker, unnest($lats::DOUBLE[]) AS lat,
        unnest($lons::DOUBLE[]) AS lon, 'fscs:' || nullif(unnest($keys::VARCHAR[]), '') AS own
), around AS (
    SELECT asker, own, radians(lat) AS lat, radians(lon) AS lon, cos(radians(lat)) AS shrink,
        floor(lat / $high)::INTEGER + up AS y, floor(lon / $wide)::INTEGER + along AS x
    FROM askers, (SELECT unnest([-1, 0, 1]) AS up), (SELECT unnest([-1, 0, 1]) AS along)
), near AS (
    SELECT asker, row, partner, network, id, worth,
        7917.6 * asin(sqrt(sin((pool.lat - around.lat) / 2) ** 2
            + around.shrink * pool.shrink * sin((pool.lon - around.lon) / 2) ** 2)) AS distance
    FROM around JOIN pool USING (x, y)
    WHERE NOT coalesce(starts_with(library, own), FALSE)
), ranked AS (
    SELECT asker, max_by(
        {'row': row, 'partner': partner, 'network': network, 'distance': distance,
            'total': worth * (1 - $far * distance / $within), 'id': id},
        worth * (1 - $far * distance / $within), $most) AS best
    FROM near WHERE distance <= $within GROUP BY asker
)
SELECT asker, best FROM ranked ORDER BY asker
"""


def hits_for_all(
    connection: "DuckDBPyConnection",
    spots: Sequence[Spot],
    keys: Sequence[str],
    within: float,
    scores: Mapping[str, float],
    *,
    search: Sequence[str] = (),
    sure: float = GUESS,
    most: int,
) -> Iterator[list[tuple[int, list[Hit]]]]:
    """Yield, some hundred places at a time, the position of each place with its hits, best first.

    Args:
        connection: to the directory.
        spots: the places.
        keys: the FSCSKEY of the library in each, which is not to find itself; blank if it has none.
        within: miles around each.
        scores: the partners asked for, each with its match score.
        search: words that must all stand in the name or the town, in lower case without accents.
        sure: confidence in the partner, 0 to 1, that an organization must have.
        most: how many hits at most for each place.
    """
    if not spots:
        return
    high = within / _MILES_PER_DEGREE
    wide = high / max(0.05, min(cos(radians(spot.lat)) for spot in spots))
    squares = {"high": high, "wide": wide}
    connection.execute(
        _POOL,
        {
            **squares,
            "partners": list(scores),
            "scores": list(scores.values()),
            "search": list(search),
            "sure": sure,
            "unsure": UNSURE,
            "size": SIZE,
        },
    )
    for start in range(0, len(spots), _AT_ONCE):
        some = spots[start : start + _AT_ONCE]
        rows = connection.execute(
            _NEAR,
            {
                **squares,
                "lats": [spot.lat for spot in some],
                "lons": [spot.lon for spot in some],
                "keys": list(keys[start : start + _AT_ONCE]),
                "within": within,
                "far": FAR,
                "most": most,
            },
        ).fetchall()
        yield [(start + asker, _hits(best)) for asker, best in rows]


def _hits(best: list[dict[str, object]]) -> list[Hit]:
    ordered = sorted(best, key=lambda each: (-float(str(each["total"])), str(each["id"])))
    return [Hit(*(each[name] for name in Hit._fields)) for each in ordered]  # type: ignore[arg-type]  # the query names them
