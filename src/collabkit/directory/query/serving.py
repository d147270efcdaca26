"""Questions to the directory about goals: which ones somebody near works for, around one place or thousands."""

from collections.abc import Iterator, Mapping, Sequence
from math import cos, radians
from typing import NamedTuple

from collabkit.directory.database.connection import Database
from collabkit.directory.database.schema import BODY_ID, FINDABLE
from collabkit.directory.geo.distance import MILES_PER_DEGREE, in_sql
from collabkit.directory.geo.places import Spot
from collabkit.directory.query.near import box

_AT_ONCE = 400
"""Places asked for in one query."""


class Serving(NamedTuple):
    """Who works for one goal around one place."""

    place: int
    """The position of the place."""
    goal: str
    near: int
    """How many organizations, within the miles asked for."""
    row: int
    """The nearest of them all, within the farthest miles."""
    distance: float


_SHOWN = f"""
SELECT goal FROM goals
WHERE (1::HUGEINT << bit) & (
    SELECT coalesce(bit_or(coalesce(known_for, 0) | coalesce(named_for, 0)), 0)
    FROM {FINDABLE}
    WHERE lat BETWEEN $south AND $north AND lon BETWEEN $west AND $east
        AND role IS NULL AND {in_sql("lat", "lon", "$lat", "$lon")} <= $within
) <> 0
"""  # noqa: S608 - our own constant

# Whoever is of a kind whose own goal it is works for it, and whoever shows a sign of it.
_POOL = f"""
CREATE OR REPLACE TEMP TABLE pool AS
WITH owners AS (
    SELECT unnest($partners::VARCHAR[]) AS partner, unnest($owned::VARCHAR[]) AS goal
), bits AS (
    SELECT goal, 1::HUGEINT << bit AS mask FROM goals WHERE list_contains($goals::VARCHAR[], goal)
), working AS (
    SELECT row, goal FROM {FINDABLE} JOIN owners USING (partner) WHERE confidence >= $sure::FLOAT
    UNION
    SELECT row, goal FROM {FINDABLE} JOIN bits
        ON (coalesce(known_for, 0) | coalesce(named_for, 0)) & mask <> 0
    WHERE role IS NULL
)
SELECT row, goal, body, lat, lon, floor(lat / $high)::INTEGER AS y, floor(lon / $wide)::INTEGER AS x
FROM working
    JOIN (SELECT row, hash({BODY_ID}) AS body, lat, lon FROM {FINDABLE} WHERE lat IS NOT NULL) USING (row)
"""  # noqa: S608 - our own constant

_AROUND = f"""
WITH places AS (
    SELECT unnest(range(len($lats)))::INTEGER AS place, unnest($lats::DOUBLE[]) AS lat,
        unnest($lons::DOUBLE[]) AS lon
), around AS (
    SELECT place, lat, lon, floor(lat / $high)::INTEGER + up AS y, floor(lon / $wide)::INTEGER + along AS x
    FROM places, (SELECT unnest([-1, 0, 1]) AS up), (SELECT unnest([-1, 0, 1]) AS along)
), reached AS (
    SELECT place, goal, row, body, {in_sql("pool.lat", "pool.lon", "around.lat", "around.lon")} AS distance
    FROM around JOIN pool USING (x, y)
)
SELECT place, goal, count(DISTINCT body) FILTER (distance <= $within), arg_min(row, distance), min(distance)
FROM reached WHERE distance <= $farthest
GROUP BY place, goal ORDER BY place, goal
"""  # noqa: S608 - our own words


def shown(database: Database, spot: Spot, within: float) -> set[str]:
    """Return the goals that somebody within *within* miles of *spot* shows that it works for."""
    return {goal for (goal,) in database.rows(_SHOWN, box(spot, within))}


def around(
    database: Database,
    spots: Sequence[Spot],
    owners: Mapping[str, Sequence[str]],
    *,
    within: float,
    farthest: float,
    sure: float,
) -> Iterator[Serving]:
    """Yield for each of *spots*, and each goal of *owners*, who works for it near; none if nobody does.

    Args:
        database: the directory.
        spots: the places.
        owners: the goals asked for, each with the partners whose own goal it is.
        within: miles within which they are counted.
        farthest: miles within which the nearest is looked for.
        sure: confidence in the partner that an organization must have.
    """
    if not spots:
        return
    high = farthest / MILES_PER_DEGREE
    wide = high / max(0.05, min(cos(radians(spot.lat)) for spot in spots))
    pairs = [(partner, goal) for goal, partners in owners.items() for partner in partners]
    squares = {"high": high, "wide": wide}
    database = database.on_every_core()
    database.rows(
        _POOL,
        {
            **squares,
            "partners": [partner for partner, _ in pairs],
            "owned": [goal for _, goal in pairs],
            "goals": list(owners),
            "sure": sure,
        },
    )
    for start in range(0, len(spots), _AT_ONCE):
        some = spots[start : start + _AT_ONCE]
        rows = database.rows(
            _AROUND,
            {
                **squares,
                "lats": [spot.lat for spot in some],
                "lons": [spot.lon for spot in some],
                "within": within,
                "farthest": farthest,
            },
        )
        yield from (Serving(start + place, *each) for place, *each in rows)
