"""What the directory knows of an organization: its row, its twins of other registers, its places."""

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from collabkit.directory.database.connection import Database
from collabkit.directory.database.schema import BODY_ID
from collabkit.directory.query.described import NOTHING, Described, described
from collabkit.directory.query.near import SEEN
from collabkit.directory.query.texts import Texts
from collabkit.directory.records import Location, Organization, full_name, readable

_Bodies = Mapping[str, Mapping[str, Location]]
"""Organizations of which a feed lists several places, by id; each place by the id of its row."""


class _Twin(NamedTuple):
    """What a row of another source tells of the same organization."""

    id: str
    main: str
    """The id of the row that stands for both."""
    source: str
    phone: str | None
    site: str | None
    number: str | None
    street: str | None
    zip: str | None
    kind: str | None
    """Of a place of several: the key of its organization."""


_FACTS = """
SELECT organizations.rowid, {columns} FROM organizations
WHERE organizations.rowid BETWEEN $first AND $last
    AND organizations.rowid IN (SELECT unnest($rows::BIGINT[]))
"""

_ADDED = ("sources", "places", "ids", *Described._fields)
"""What is told of an organization by more than its own row."""
_NAMES = (
    *(name for name in Organization._fields if name not in _ADDED),
    *("local", "source", "code", "filed_for"),
)
_COLUMN = {"register_kind": "kind", "number": "own_number"}
"""How the table calls what has another name in the record."""

_TELLS_EIN = re.compile(r"irs-(?!0{9})([0-9]{9})")
_TWIN_IDS = "SELECT main, id FROM duplicates WHERE main IN (SELECT unnest($ids::VARCHAR[]))"

_TWINS = """
SELECT id, source, phone, site, own_number, street, zip, CASE WHEN source = 'hsds' THEN kind END
FROM organizations WHERE id IN (SELECT unnest($ids::VARCHAR[]))
ORDER BY source, id
"""


# A feed's rows are few among millions, and all of them say so in their first column.
_PLACES = f"""
SELECT {BODY_ID} AS body, id, street, city, state, zip, lat, lon, phone
FROM organizations
WHERE source = 'hsds' AND kind IN (SELECT unnest($kinds::VARCHAR[]))
ORDER BY body, id
"""  # noqa: S608 - our own constant


def facts(
    database: Database,
    rows: Sequence[int],
    seen: Mapping[int, Sequence[Any]] = MappingProxyType({}),
) -> dict[int, Organization]:
    """Return what the directory has on each of *rows*, with what its other sources add.

    Args:
        database: the directory.
        rows: of the table of organizations.
        seen: what each of them says of ``SEEN``, if that was read before: DuckDB takes longer to pick another
            column for a few rows than to plan the question.
    """
    if not rows:
        return {}
    made = _made(database, rows, seen)
    bodies = _bodies(
        database, (one.register_kind for one in made.values() if "hsds" in one.sources)
    )
    body_of = {id_: body for body, places in bodies.items() for id_ in places}
    twins = _twins(database, {one.id: one.id for one in made.values()} | body_of)
    inside = _bodies(database, (twin.kind for each in twins.values() for twin in each))
    bodies_of = {row: body_of.get(one.id, one.id) for row, one in made.items()}
    ids = {
        row: tuple(
            dict.fromkeys(
                (bodies_of[row], one.id, *(twin.id for twin in twins.get(bodies_of[row], ())))
            )
        )
        for row, one in made.items()
    }
    said = described(database, {each[0]: each for each in ids.values()})
    whole = {}
    for row, one in made.items():
        body = bodies_of[row]
        added = twins.get(body, ())
        if body in bodies:
            known = _with_twins(one, added, placed=True)
            whole[row] = _as_body(known, body, bodies[body])
        else:
            known = _with_twins(one, added, placed=False)
            whole[row] = known._replace(places=_elsewhere(known, added, inside))
        about = said.get(body, NOTHING)
        whole[row] = whole[row]._replace(ids=ids[row], **about._asdict())
    return whole


def _made(
    database: Database, rows: Sequence[int], seen: Mapping[int, Sequence[Any]]
) -> dict[int, Organization]:
    """Return each of *rows* as an organization, by what it says itself."""
    names = [name for name in _NAMES if not seen or name not in SEEN]
    found = database.rows(
        _FACTS.format(columns=", ".join(_COLUMN.get(name, name) for name in names)),
        {"first": min(rows), "last": max(rows), "rows": list(rows)},
    )
    told = {row: dict(zip(names, values, strict=True)) for row, *values in found}
    if seen:
        for row, known in told.items():
            known.update(zip(SEEN, seen[row], strict=True))
    texts = Texts(database, list(told.values()))
    return {row: _organization(known | texts.told(known)) for row, known in told.items()}


def by_id(database: Database, id_: str) -> Organization | None:
    """Return the organization called *id_*, in whatever case, or the one it is a duplicate of."""
    found = database.rows(
        "SELECT rowid FROM organizations WHERE lower(id) = coalesce("
        "(SELECT lower(main) FROM duplicates WHERE lower(id) = $id), $id)",
        {"id": id_.lower()},
    )
    rows = [row for (row,) in found]
    return facts(database, rows)[rows[0]] if rows else None


def _organization(known: dict[str, Any]) -> Organization:
    confidence = known["confidence"]
    for name in ("code", "filed_for"):  # told by its signs
        del known[name]
    return Organization(
        **known
        | {
            "name": full_name(known["name"], known.pop("local")),
            "number": _number(known["number"], known["id"]),
            "confidence": None if confidence is None else round(confidence, 2),
            "street": known["street"] and readable(known["street"]),
            "city": known["city"] and readable(known["city"]),
            "sources": (known.pop("source"),),
        }
    )


def _number(own: str | None, id_: str) -> str | None:
    """Return the number with the government of the row *id_*: its *own*, or what the id tells, as in `NUMBER`."""
    told = _TELLS_EIN.fullmatch(id_)
    return own or (f"ein:{told[1]}" if told else None)


def _bodies(database: Database, of_feeds: Iterable[str | None]) -> _Bodies:
    """Return the organizations of which a feed lists several places, by their keys, with all of them."""
    kinds = set(filter(None, of_feeds))
    found: dict[str, dict[str, Location]] = {}
    if kinds:
        for body, id_, street, city, *rest in database.rows(_PLACES, {"kinds": sorted(kinds)}):
            place = Location(street and readable(street), city and readable(city), *rest)
            found.setdefault(body, {})[id_] = place
    return found


def _twins(database: Database, body_of: Mapping[str, str]) -> dict[str, list[_Twin]]:
    """Return the twins of each body, whichever of its rows they are twins of.

    Args:
        database: the directory.
        body_of: the id of the body of each row, by that of the row.
    """
    if not database.has_twins:
        return {}
    mains = database.rows(_TWIN_IDS, {"ids": list(body_of)})
    # Most have none, and then the organizations need not be read again.
    if not mains:
        return {}
    main_of = {twin: main for main, twin in mains}
    found: dict[str, list[_Twin]] = {}
    for id_, *told in database.rows(_TWINS, {"ids": list(main_of)}):
        main = main_of[id_]
        twin = _Twin(id_, main, *told)
        twin = twin._replace(number=_number(twin.number, id_))
        found.setdefault(body_of[main], []).append(twin)
    return found


def _with_twins(one: Organization, twins: Sequence[_Twin], *, placed: bool) -> Organization:
    """Return *one* with what its *twins* add; no address to one of several places, for it may be another's."""
    if not twins:
        return one
    here_first = sorted(twins, key=lambda twin: twin.main != one.id)
    known = one._replace(
        phone=_first(one.phone, *(twin.phone for twin in here_first)),
        site=_first(one.site, *(twin.site for twin in twins)),
        number=_first(one.number, *(twin.number for twin in twins)),
        sources=tuple(dict.fromkeys((*one.sources, *(twin.source for twin in twins)))),
    )
    if placed:
        return known
    street = _first(*(twin.street for twin in twins))
    return known._replace(
        street=known.street or (street and readable(street)),
        zip=_first(known.zip, *(twin.zip for twin in twins)),
    )


def _first(*told: str | None) -> str | None:
    return next(filter(None, told), None)


def _elsewhere(one: Organization, twins: Sequence[_Twin], bodies: _Bodies) -> tuple[Location, ...]:
    """Return the places that a feed lists of *one*, whom the row of another register stands for: those elsewhere."""
    listed = (place for twin in twins for place in bodies.get(f"hsds-{twin.kind}", {}).values())
    own = (one.street, one.zip)
    return tuple(dict.fromkeys(place for place in listed if (place.street, place.zip) != own))


def _as_body(one: Organization, body: str, places: Mapping[str, Location]) -> Organization:
    """Return *one*, a place of *body*, as that body with its other *places*."""
    others = tuple(place for id_, place in places.items() if id_ != one.id)
    return one._replace(id=body, register_kind=None, places=others)
