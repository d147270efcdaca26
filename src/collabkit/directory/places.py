"""Where ZIP codes and towns are, from the files that ship with the package. Never opens DuckDB.

Coordinates: GeoNames (https://www.geonames.org), CC BY 4.0.
"""

import re
import zlib
from collections.abc import Iterator, Sequence
from functools import cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import NamedTuple

from collabkit.errors import UsageError, did_you_mean

FOLDER = Path(__file__).parent / "places"
"""A file for each first digit: ZIP code, place, state, latitude, longitude; see ``tools/places.py``."""
_DIGITS = "0123456789"
_EARTH_MILES = 3958.8
_KM_PER_MILE = 1.609344

STATES = {
    "ALABAMA": "AL", "ALASKA": "AK", "ARIZONA": "AZ", "ARKANSAS": "AR", "CALIFORNIA": "CA",
    "COLORADO": "CO", "CONNECTICUT": "CT", "DELAWARE": "DE", "DISTRICT OF COLUMBIA": "DC",
    "FLORIDA": "FL", "GEORGIA": "GA", "HAWAII": "HI", "IDAHO": "ID", "ILLINOIS": "IL",
    "INDIANA": "IN", "IOWA": "IA", "KANSAS": "KS", "KENTUCKY": "KY", "LOUISIANA": "LA",
    "MAINE": "ME", "MARYLAND": "MD", "MASSACHUSETTS": "MA", "MICHIGAN": "MI", "MINNESOTA": "MN",
    "MISSISSIPPI": "MS", "MISSOURI": "MO", "MONTANA": "MT", "NEBRASKA": "NE", "NEVADA": "NV",
    "NEW HAMPSHIRE": "NH", "NEW JERSEY": "NJ", "NEW MEXICO": "NM", "NEW YORK": "NY",
    "NORTH CAROLINA": "NC", "NORTH DAKOTA": "ND", "OHIO": "OH", "OKLAHOMA": "OK", "OREGON": "OR",
    "PENNSYLVANIA": "PA", "RHODE ISLAND": "RI", "SOUTH CAROLINA": "SC", "SOUTH DAKOTA": "SD",
    "TENNESSEE": "TN", "TEXAS": "TX", "UTAH": "UT", "VERMONT": "VT", "VIRGINIA": "VA",
    "WASHINGTON": "WA", "WEST VIRGINIA": "WV", "WISCONSIN": "WI", "WYOMING": "WY",
    "PUERTO RICO": "PR", "GUAM": "GU", "VIRGIN ISLANDS": "VI", "AMERICAN SAMOA": "AS",
    "NORTHERN MARIANA ISLANDS": "MP",
}  # fmt: skip


class Spot(NamedTuple):
    """A place to look around."""

    label: str
    lat: float
    lon: float


class Place(NamedTuple):
    """One ZIP code."""

    zip: str
    city: str
    state: str
    lat: float
    lon: float


def near(text: str) -> Spot:
    """Return the spot that *text* names: a ZIP code, "City, ST" or "LAT,LON".

    Raises:
        UsageError: no such place.
    """
    if found := re.fullmatch(r"\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*", text):
        return _coordinates(text, float(found[1]), float(found[2]))
    if found := re.fullmatch(r"\s*(\d{5})(?:-\d{4})?\s*", text):
        return _zip(found[1])
    city, _, state = (part.strip() for part in text.rpartition(","))
    if not city:
        city, _, state = text.strip().rpartition(" ")
    return _city(city, STATES.get(state.upper(), state.upper()), text)


def _coordinates(text: str, lat: float, lon: float) -> Spot:
    if abs(lat) > 90 or abs(lon) > 180:  # noqa: PLR2004 - degrees
        raise UsageError(
            f"{text!r} is no place on earth",
            "Latitude comes first, 90 at most: 46.87,-113.99",
        )
    return Spot(f"{lat:g},{lon:g}", lat, lon)


def _zip(code: str) -> Spot:
    digit = code[0]
    lines = _lines(f"\n{code}\t", digit) or _lines(f"\n{code[:3]}", digit)
    if not lines:
        raise UsageError(f"no ZIP code {code} is known", "Name a town: --near 'Missoula, MT'")
    label = f"{lines[0].city}, {lines[0].state}" if lines[0].zip == code else f"ZIP {code[:3]}…"
    return _middle(label, lines)


def _city(city: str, state: str, text: str) -> Spot:
    lines = _lines(f"\t{city}\t{state}\t")
    if not lines:
        towns = sorted({each.city for each in _lines(f"\t{state}\t")})
        close = did_you_mean(city, [town.casefold() for town in towns]) if towns else None
        raise UsageError(
            f"no place called {text.strip()!r}",
            close[:1].upper() + close[1:]
            if close
            else "Give a ZIP code, a town with its state such as 'Burlington, VT', or LAT,LON",
        )
    return _middle(f"{lines[0].city}, {lines[0].state}", lines)


def _middle(label: str, places: Sequence[Place]) -> Spot:
    lat = sum(each.lat for each in places) / len(places)
    return Spot(label, lat, sum(each.lon for each in places) / len(places))


def _lines(part: str, digits: str = _DIGITS) -> list[Place]:
    """Return the lines that hold *part*, in whatever case, of the files of *digits*."""
    text = _text(digits)
    # Digits have no case, and folding the whole text takes longer than finding a ZIP code in it.
    folded = text if part.strip().isdigit() else _folded(digits)
    found = []
    at = folded.find(part.lower())
    while at >= 0:
        start = at + 1 if part.startswith("\n") else folded.rfind("\n", 0, at) + 1
        end = folded.find("\n", start)
        code, city, state, lat, lon = text[start:end].split("\t")
        found.append(Place(code, city, state, float(lat), float(lon)))
        at = folded.find(part.lower(), end - 1 if part.startswith("\n") else end)
    return found


@cache
def _text(digits: str) -> str:
    files = (FOLDER / f"{digit}.tsv.gz" for digit in digits)
    return "\n" + "".join(zlib.decompress(file.read_bytes(), _GZIP).decode() for file in files)


_GZIP = 31
"""What zlib calls its largest window, 15, in a file of gzip, 16."""


@cache
def _folded(digits: str) -> str:
    # Only ASCII changes, so that both texts have the same length.
    return _text(digits).translate({upper: upper + 32 for upper in range(65, 91)})


def every_place() -> Iterator[Place]:
    """Yield every ZIP code."""
    for line in _text(_DIGITS).split("\n")[1:-1]:
        code, city, state, lat, lon = line.split("\t")
        yield Place(code, city, state, float(lat), float(lon))


def miles(text: str) -> float:
    """Return the distance that *text* states, such as "25mi" or "40km".

    Raises:
        UsageError: it states none.
    """
    found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*(mi|miles?|km)?\s*", text.lower())
    if not found or not 0 < float(found[1]) <= 5000:  # noqa: PLR2004 - no further than the country
        raise UsageError(f"{text!r} is no distance", "Write --within 25mi or --within 40km")
    return float(found[1]) / (_KM_PER_MILE if found[2] == "km" else 1)


def shown(miles_: float) -> str:
    """Return miles as a sentence says them: 25 km are 15.5."""
    return f"{round(miles_, 1):g}"


def distance(a: Spot, b: Spot) -> float:
    """Return the miles between two spots, as the crow flies."""
    up = sin(radians(b.lat - a.lat) / 2) ** 2
    along = cos(radians(a.lat)) * cos(radians(b.lat)) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 2 * _EARTH_MILES * asin(sqrt(up + along))
