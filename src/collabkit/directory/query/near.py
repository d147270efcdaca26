"""Questions to the directory: who is near a place, and what one organization is."""

from collections.abc import Mapping, Sequence
from math import cos, radians
from typing import Any, NamedTuple

from collabkit.directory.database.connection import Database
from collabkit.directory.database.schema import BODY_ID
from collabkit.directory.geo.distance import MILES_PER_DEGREE
from collabkit.directory.geo.places import Spot
from collabkit.directory.query.wanted import NEARNESS, Wanted, named_in
from collabkit.directory.records import Location, Organization, full_name, readable


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


_BOX = "lat BETWEEN $south AND $north AND lon BETWEEN $west AND $east"
_NOT_ITSELF = """
    AND NOT coalesce(partner = 'public-library' AND (
        ($own_name <> '' AND lower(name) = lower($own_name))
        OR ($own_key <> '' AND starts_with(number, 'fscs:' || $own_key))), FALSE)
"""

_HITS = f"""
WITH {{judged}}, near AS (
    SELECT *, miles(lat, lon, $lat, $lon) AS distance,
        $town <> '' AND coalesce(upper(city) || ', ' || state = $town, FALSE) AS here
    FROM judged
)
SELECT row, coalesce(partner, ''), distance, works, fit * {NEARNESS} AS total
FROM near WHERE distance <= $within
ORDER BY total DESC, id LIMIT $most
"""  # noqa: S608 - our own constants

_FACTS = """
SELECT organizations.rowid, id, name, partner, confidence, reason, network, street, city, state,
    zip, lat, lon, located, phone, site, number, kind, size, mark, second, second_confidence,
    second_reason, signs, role, services, other_names, local, source
FROM organizations
WHERE organizations.rowid BETWEEN $first AND $last
    AND organizations.rowid IN (SELECT unnest($rows::BIGINT[]))
"""

_ADDED = ("sources", "places")
"""What is told of an organization by more than its own row."""
_FACT_NAMES = (*(name for name in Organization._fields if name not in _ADDED), "local", "source")

_TWIN_IDS = "SELECT main, id FROM duplicates WHERE main IN (SELECT unnest($ids::VARCHAR[]))"

_TWINS = """
SELECT id, source, phone, site, street, zip, number
FROM organizations WHERE id IN (SELECT unnest($ids::VARCHAR[]))
ORDER BY source, id
"""


# A feed's rows are few among millions, and all of them say so in their first column.
_PLACES = f"""
SELECT {BODY_ID} AS body, street, city, state, zip, lat, lon, phone
FROM organizations
WHERE source = 'hsds' AND kind IN (SELECT unnest($kinds::VARCHAR[]))
ORDER BY body, id
"""  # noqa: S608 - our own constant


def hits(database: Database, spot: Spot, wanted: Wanted, most: int) -> list[Hit]:
    """Return at most *most* organizations around *spot* that are *wanted*, best first."""
    known = {
        **box(spot, wanted.within),
        **wanted.parameters(database),
        "town": spot.town.upper(),
        "own_key": wanted.asking.key,
        "own_name": wanted.asking.name,
        "most": most,
    }
    where = f"{_BOX}{_NOT_ITSELF if any(wanted.asking) else ''}"
    statement = _HITS.format(judged=wanted.judged(where))
    return [Hit(*row) for row in database.rows(statement, named_in(statement, known))]


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


def facts(database: Database, rows: Sequence[int]) -> dict[int, Organization]:
    """Return what the directory has on each of *rows*, with what its other sources add."""
    if not rows:
        return {}
    found = database.rows(_FACTS, {"first": min(rows), "last": max(rows), "rows": list(rows)})
    made = {row: _organization(values) for row, *values in found}
    return _with_places(database, _with_twins(database, made))


def by_id(database: Database, id_: str) -> Organization | None:
    """Return the organization called *id_*, in whatever case, or the one it is a duplicate of."""
    found = database.rows(
        "SELECT rowid FROM organizations WHERE lower(id) = coalesce("
        "(SELECT lower(main) FROM duplicates WHERE lower(id) = $id), $id)",
        {"id": id_.lower()},
    )
    rows = [row for (row,) in found]
    return facts(database, rows)[rows[0]] if rows else None


def _organization(values: Sequence[Any]) -> Organization:
    known = dict(zip(_FACT_NAMES, values, strict=True))
    confidence = known["confidence"]
    return Organization(
        **known
        | {
            "name": full_name(known["name"], known.pop("local")),
            "confidence": None if confidence is None else round(confidence, 2),
            "street": known["street"] and readable(known["street"]),
            "city": known["city"] and readable(known["city"]),
            "signs": tuple(known["signs"] or ()),
            "sources": (known.pop("source"),),
        }
    )


def _with_twins(database: Database, made: dict[int, Organization]) -> dict[int, Organization]:
    rows = {organization.id: row for row, organization in made.items()}
    mains = database.rows(_TWIN_IDS, {"ids": list(rows)})
    # Most have no twin, and then the organizations need not be read again.
    if not mains:
        return made
    main_of = {twin: rows[main] for main, twin in mains}
    twins = database.rows(_TWINS, {"ids": list(main_of)})
    for id_, source, phone, site, street, zip_, number in twins:
        main = main_of[id_]
        known = made[main]
        made[main] = known._replace(
            phone=known.phone or phone,
            site=known.site or site,
            street=known.street or (street and readable(street)),
            zip=known.zip or zip_,
            number=known.number or number,
            sources=tuple(dict.fromkeys((*known.sources, source))),
        )
    return made


def _with_places(database: Database, made: Mapping[int, Organization]) -> dict[int, Organization]:
    """Return what was *made*, each place of an organization of a feed as that organization, with its other places."""
    kinds = {
        one.register_kind for one in made.values() if one.register_kind and "hsds" in one.sources
    }
    found: dict[str, list[Location]] = {}
    if kinds:
        for body, street, city, *rest in database.rows(_PLACES, {"kinds": sorted(kinds)}):
            place = Location(street and readable(street), city and readable(city), *rest)
            found.setdefault(body, []).append(place)
    return {row: _as_body(one, found) for row, one in made.items()}


def _as_body(one: Organization, places: Mapping[str, Sequence[Location]]) -> Organization:
    body = f"hsds-{one.register_kind}"
    if body not in places:
        return one
    here = (one.street, one.city, one.zip)
    return one._replace(
        id=body,
        register_kind=None,
        places=tuple(each for each in places[body] if (each.street, each.city, each.zip) != here),
    )
