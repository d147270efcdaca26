"""How far apart two places lie: once as a function, once as a macro of the database."""

from math import asin, cos, radians, sin, sqrt

EARTH_MILES = 3958.8
"""Mean radius of the earth."""
MILES_PER_DEGREE = 69.0
"""Of latitude; a little less than it is, so that a square is never too small for its circle."""

SQL = f"""
CREATE OR REPLACE TEMP MACRO miles(lat1, lon1, lat2, lon2) AS {2 * EARTH_MILES}
    * asin(sqrt(sin(radians(lat2 - lat1) / 2) ** 2
        + cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ** 2))
"""
"""The same as a macro of DuckDB."""


def miles(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the miles between two points, as the crow flies: the haversine formula (Sinnott 1984)."""
    up = sin(radians(lat2 - lat1) / 2) ** 2
    along = cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_MILES * asin(sqrt(up + along))
