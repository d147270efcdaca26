"""Where ZIP codes and towns are, from the files that ship with the package. Never opens DuckDB.

Coordinates: GeoNames (https://www.geonames.org), CC BY 4.0.
"""

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from collabkit.directory.geo.towns import Town, spellings, town
from collabkit.errors import UsageError, closest

FOLDER = Path(__file__).parent / "zip_codes"
"""A file for each first digit: ZIP code, place, state, latitude, longitude; see ``tools/places.py``."""
_DIGITS = "0123456789"
_KM_PER_MILE = 1.609344


class Spot(NamedTuple):
    """A place to look around."""

    label: str
    lat: float
    lon: float
    town: str = ""
    """Town and state, "Missoula, MT", where they are known."""

    @property
    def towns(self) -> list[str]:
        """The town and its state as registers may spell them, in capitals and without periods."""
        name, _, state = self.town.rpartition(", ")
        return [f"{spelled}, {state}".upper() for spelled in spellings(name)] if name else []


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
    if found := re.fullmatch(rf"\s*({_NUMBER})(?:\s*,\s*|\s+)({_NUMBER})\s*", text):
        return _coordinates(text, float(found[1]), float(found[2]))
    if found := re.fullmatch(r"\s*([0-9]{5})(?:-[0-9]{4})?\s*", text):
        return _zip(found[1])
    named = town(text)
    if named is None:
        raise _no_state(text)
    return _town(named, text)


_NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"


def _coordinates(text: str, lat: float, lon: float) -> Spot:
    if abs(lat) > 90 or abs(lon) > 180:  # noqa: PLR2004 - degrees
        raise UsageError(
            f"{text!r} is no place on earth",
            "Latitude comes first, 90 at most: 46.87,-113.99",
        )
    return Spot(f"{lat:g},{lon:g}", lat, lon)


def _zip(code: str) -> Spot:
    digit = code[0]
    lines = _lines(f"\n{code}\t", digit)
    if not lines and not code.startswith(_ISLANDS):
        lines = _lines(f"\n{code[:3]}", digit)
    if not lines:
        raise UsageError(
            f"no ZIP code {code} is known",
            "Name a town, such as 'Missoula, MT', or give coordinates, such as '46.87,-113.99'",
        )
    label = f"{lines[0].city}, {lines[0].state}" if lines[0].zip == code else f"ZIP {code[:3]}…"
    return _middle(label, lines)


_ISLANDS = ("96799", "969")
"""ZIP codes of American Samoa and of the islands around Guam, which share their first three digits with
places that an ocean lies between."""


def _town(named: Town, text: str) -> Spot:
    names = spellings(named.name)
    lines = [each for name in names for each in _lines(f"\t{name}\t{named.state}\t")]
    if not lines:
        known = {each.city for each in _lines(f"\t{named.state}\t")}
        close = closest(names[0], known)
        raise UsageError(
            f"no place called {text.strip()!r}",
            f"Did you mean '{close}, {named.state}'?" if close else _WAYS,
        )
    # A large town has many ZIP codes, and one that is none of its own is a slip.
    exact = [each for each in lines if each.zip == named.zip]
    return _middle(f"{lines[0].city}, {lines[0].state}", exact or lines)


_WAYS = "Give a ZIP code, a town with its state such as 'Burlington, VT', or LAT,LON"


def states_of(city: str) -> list[str]:
    """Return the states with a place called *city*, those with most ZIP codes of it first."""
    bare = city.strip(" ,")
    lines = [each for name in spellings(bare) for each in _lines(f"\t{name}\t")] if bare else []
    return [state for state, _ in Counter(each.state for each in lines).most_common()]


def _no_state(text: str) -> UsageError:
    states = states_of(text)
    if not states:
        return UsageError(f"no place called {text.strip()!r}", _WAYS)
    example = f"'{text.strip(' ,')}, {states[0]}'"
    among = f"; it is in {', '.join(states)}" if states[1:] else ""
    return UsageError(f"{text.strip()!r} does not say which state", f"Write {example}{among}")


def _middle(label: str, places: Sequence[Place]) -> Spot:
    lat = sum(each.lat for each in places) / len(places)
    town = f"{places[0].city}, {places[0].state}"
    return Spot(label, lat, sum(each.lon for each in places) / len(places), town)


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


def every_line() -> str:
    """Return a line for each ZIP code: the code, place, state, latitude and longitude, between tabs."""
    return _text(_DIGITS)[1:-1]


def every_place() -> Iterator[Place]:
    """Yield every ZIP code."""
    for line in every_line().split("\n"):
        code, city, state, lat, lon = line.split("\t")
        yield Place(code, city, state, float(lat), float(lon))


FARTHEST = 5000
"""Miles around a place that may be asked for: no further than the country."""


def miles(text: str) -> float:
    """Return the distance that *text* states, such as "25mi" or "40km".

    Raises:
        UsageError: it states none, or one beyond the country.
    """
    found = re.fullmatch(r"\s*([0-9]+(?:\.[0-9]+)?)\s*(mi|miles?|km)?\s*", text.lower())
    if not found:
        raise UsageError(
            f"{text!r} is no distance", "Write miles or kilometers, such as 25mi or 40km"
        )
    stated = float(found[1]) / (_KM_PER_MILE if found[2] == "km" else 1)
    if not 0 < stated <= FARTHEST:
        raise UsageError(
            f"{text.strip()} is not more than 0 and at most {FARTHEST:,} miles",
            "Write miles or kilometers, such as 25mi or 40km",
        )
    return stated


def shown(miles_: float) -> str:
    """Return miles as a sentence says them: 25 km are 15.5, and a few yards are not 0."""
    return f"{round(miles_, 1) or miles_:g}"
