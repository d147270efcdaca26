"""The rows of bodies that a library's own files name, around a place."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from collabkit.directory.database.connection import Database
from collabkit.directory.database.schema import IN_PLACE, NUMBER
from collabkit.directory.geo.distance import miles
from collabkit.directory.geo.places import Spot
from collabkit.directory.identity import Identity, bare_name
from collabkit.directory.query.near import box
from collabkit.directory.query.nearness import nearness, town_of


class Place(NamedTuple):
    """Where a body is that is meant."""

    row: int
    distance: float
    near: float
    """What the distance leaves of its score, 0 to 1."""


_MEANT = f"""
SELECT rowid, lat, lon, city, state, mark FROM organizations
WHERE {IN_PLACE} AND lat BETWEEN $south AND $north AND lon BETWEEN $west AND $east AND (
    id IN (SELECT unnest($ids::VARCHAR[]))
    OR id IN (SELECT main FROM duplicates WHERE id IN (SELECT unnest($ids::VARCHAR[])))
    OR {NUMBER} IN (SELECT unnest($numbers::VARCHAR[]))
    OR regexp_matches(upper(strip_accents(name)), $words))
"""  # noqa: S608 - our own constants


def meant(
    database: Database, identities: Iterable[Identity], spot: Spot, within: float
) -> list[Place]:
    """Return the rows within *within* miles of *spot* that may be of one of *identities*."""
    every = list(identities)
    around = box(spot, within)
    given: dict[str, Any] = {
        **{side: around[side] for side in ("south", "north", "west", "east")},
        "ids": [each.id for each in every if each.id],
        "numbers": [each.number for each in every if each.number],
        "words": _pattern(every),
    }
    found = []
    for row, lat, lon, city, state, mark in database.rows(_MEANT, given):
        distance = miles(lat, lon, spot.lat, spot.lon)
        if distance <= within:
            here = town_of(city, state) in spot.towns
            near = nearness(distance, within, here=here, box=mark == "po box")
            found.append(Place(row, distance, near))
    return found


def _pattern(identities: Iterable[Identity]) -> str:
    """Return a pattern of a name that begins as one of *identities* is called: a name alone is looked at further."""
    longest = {
        max(words, key=len) for each in identities if (words := bare_name(each.name).split())
    }
    return rf"\b({'|'.join(sorted(longest))})\b" if longest else r"[^\s\S]"
