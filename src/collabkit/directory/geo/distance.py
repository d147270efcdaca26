"""How far apart two places lie: once as a function, once as words of the database."""

from math import asin, cos, radians, sin, sqrt

EARTH_MILES = 3958.8
"""Mean radius of the earth."""
MILES_PER_DEGREE = 69.0
"""Of latitude; a little less than it is, so that a square is never too small for its circle."""


def in_sql(lat1: str, lon1: str, lat2: str, lon2: str) -> str:
    """Return ``miles`` in words of the database, of columns or parameters of these names."""
    return (
        f"{2 * EARTH_MILES} * asin(sqrt(sin(radians({lat2} - {lat1}) / 2) ** 2"
        f" + cos(radians({lat1})) * cos(radians({lat2})) * sin(radians({lon2} - {lon1}) / 2) ** 2))"
    )


MACRO = f"CREATE OR REPLACE TEMP MACRO miles(a, b, c, d) AS {in_sql('a', 'b', 'c', 'd')}"
"""The same as a macro, for the steps of a load."""


def miles(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the miles between two points, as the crow flies: the haversine formula (Sinnott 1984)."""
    up = sin(radians(lat2 - lat1) / 2) ** 2
    along = cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_MILES * asin(sqrt(up + along))
