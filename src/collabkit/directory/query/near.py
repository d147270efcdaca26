"""Questions to the directory: who is near a place."""

from bisect import insort
from collections.abc import Iterable
from math import cos, radians
from typing import Any, NamedTuple

from collabkit.directory.database.connection import Database
from collabkit.directory.geo.distance import MILES_PER_DEGREE, miles
from collabkit.directory.geo.places import Spot
from collabkit.directory.query.fitting import Fit, Judge
from collabkit.directory.query.looking import looking_for
from collabkit.directory.query.nearness import nearness, town_of
from collabkit.directory.query.wanted import Wanted


class Hit(NamedTuple):
    """An organization near a place, before its facts are read."""

    row: int
    partner: str
    """The kind by which it fits best; blank if nothing tells its kind."""
    distance: float
    works: float
    """How surely its own work is what is wanted, 0 to 1."""
    total: float
    """0 to 100: the order of the list."""
    seen: tuple[Any, ...] = ()
    """What its row says of ``SEEN``, where that was read to judge it."""


SEEN = (
    *("id", "lat", "lon", "city", "state", "mark"),
    *("partner", "second", "confidence", "second_confidence", "size", "role"),
)
"""Facts of a body that were read to judge it, and need not be read again: its id and place, and its first traits."""

_BOX = "lat BETWEEN $south AND $north AND lon BETWEEN $west AND $east"
_NOT_ITSELF = """
    AND NOT coalesce(partner = 'public-library' AND (
        ($own_name <> '' AND lower(name) = lower($own_name))
        OR ($own_key <> '' AND starts_with(own_number, 'fscs:' || $own_key))), FALSE)
"""

_COLUMNS = "rowid, id, lat, lon, city, state, mark"
_PLACED = 7
"""How many columns they are; the traits stand behind them."""


def hits(database: Database, spot: Spot, wanted: Wanted, most: int) -> list[Hit]:
    """Return at most *most* organizations around *spot* that are *wanted*, best first."""
    known = {
        **box(spot, wanted.within),
        "own_key": wanted.asking.key,
        "own_name": wanted.asking.name,
    }
    where = f"{_BOX}{_NOT_ITSELF if any(wanted.asking) else ''}"
    judge = Judge(wanted)
    rows = database.rows(*looking_for(wanted, database, _COLUMNS, where, **known))
    judged = [(judge(row[_PLACED:]), row) for row in rows]
    return _best(judged, spot, wanted.within, most)


def _best(
    judged: Iterable[tuple[Fit, tuple[Any, ...]]], spot: Spot, within: float, most: int
) -> list[Hit]:
    """Return the *most* best of *judged* that are within *within* miles of *spot*, best first.

    Args:
        judged: how well each fits, and its ``_COLUMNS`` and traits.
        spot: the place.
        within: in miles.
        most: how many at most.
    """
    best: list[tuple[float, str, Hit]] = []
    towns = spot.towns
    for fit, values in sorted(judged, key=_score, reverse=True):
        # The distance only takes from a score: whoever would not come in next door need not be looked at.
        if len(best) == most and fit.score < best[-1][2].total:
            break
        row, id_, lat, lon, city, state, mark = values[:_PLACED]
        distance = miles(lat, lon, spot.lat, spot.lon)
        if distance <= within:
            here = town_of(city, state) in towns
            total = fit.score * nearness(distance, within, here=here, box=mark == "po box")
            seen = values[1 : len(SEEN) + 1]
            insort(best, (-total, id_, Hit(row, fit.partner, distance, fit.works, total, seen)))
            del best[most:]
    return [hit for _, _, hit in best]


def _score(judged: tuple[Fit, tuple[Any, ...]]) -> float:
    return judged[0].score


def box(spot: Spot, within: float) -> dict[str, float]:
    """Return the middle of a circle, the square around it, and its radius: what a query needs."""
    up = within / MILES_PER_DEGREE
    along = up / max(0.05, cos(radians(spot.lat)))
    return {
        "lat": spot.lat,
        "lon": spot.lon,
        "south": spot.lat - up,
        "north": spot.lat + up,
        "west": spot.lon - along,
        "east": spot.lon + along,
        "within": within,
    }
