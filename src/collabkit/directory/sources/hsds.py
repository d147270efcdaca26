"""Open Referral's Human Services Data Specification, 1.x to 3.x, as CSV files or as JSON.

Of a feed we keep each organization once for every address it has; those rows bear its key as their kind, so that
a question answers with one body and its places. Contacts are people: left out.
"""

import csv
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.directory.delimited.repair import TOO_LONG, UNCLOSED
from collabkit.directory.delimited.rows import FEW, MANY
from collabkit.directory.names import is_text
from collabkit.directory.sources.base import Source, Tell
from collabkit.directory.sources.hsds_services import Owners, id_of, offered
from collabkit.directory.sources.hsds_tables import PASSING, REJECTED, Row, Tables, read, table_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_ALONGSIDE = frozenset(
    [
        "accessibility",
        "accessibility_for_disabilities",
        "attributes",
        "contacts",
        "cost_options",
        "datapackage",
        "eligibility",
        "funding",
        "holiday_schedules",
        "languages",
        "meta_table_descriptions",
        "metadata",
        "organization_identifiers",
        "other_attributes",
        "payments_accepted",
        "programs",
        "regular_schedules",
        "required_documents",
        "schedules",
        "service_areas",
        "service_attributes",
        "service_at_location",
        "services",
        "services_at_location",
        "services_taxonomy",
        "taxonomies",
        "taxonomy",
        "taxonomy_terms",
    ]
)
"""Other tables of a feed, which say nothing of where an organization is."""
_FIELDS = (
    *("key", "key2", "name", "street", "city", "state", "zip"),
    *("lat", "lon", "phone", "site", "number", "status", "kind", "services", "other_names"),
)
_KEYS = ("key", "kind")
"""Fields that hold the key of an organization."""
_TWICE = "another row has its number"
_NO_ID = "no id"
_NOBODYS = "a service of no organization in the feed"
_REASONS = (_TWICE, _NO_ID, _NOBODYS, UNCLOSED, FEW, MANY, TOO_LONG)

_WORLDWIDE = re.compile(r"\s*[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}\s*", re.IGNORECASE)
"""An id that no other feed has for another organization: a UUID."""
_SPOT = ("address_1", "city", "postal_code")


def _gathers(paths: Sequence[Path]) -> Sequence[Path]:
    tables = {path: table_of(path) for path in paths}
    if "organization" not in tables.values():
        return []
    return [path for path, table in tables.items() if table or _is_alongside(path)]


def _is_alongside(path: Path) -> bool:
    """Return whether *path* is called as another table is, in the plural or in the singular."""
    called = path.stem.lower()
    return called in _ALONGSIDE or f"{called}s" in _ALONGSIDE or called == "payment_accepted"


def _convert(
    _: "DuckDBPyConnection", paths: Sequence[Path], target: Path, feed: str, _tell: Tell
) -> Mapping[str, str]:
    tables: Tables = {}
    encodings = {}
    for path in paths:
        found, encodings[path.name] = read(path)
        for table, rows in found.items():
            tables.setdefault(table, []).extend(rows)
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, _FIELDS)
        writer.writeheader()
        for row in (*_organizations(tables), *_rejected(tables)):
            own = {
                **row,
                **{name: _of_the_feed(row[name], feed) for name in _KEYS if row.get(name)},
            }
            writer.writerow({name: _plain(value) for name, value in own.items()})
    return encodings


def _of_the_feed(key: str, feed: str) -> str:
    """Return *key* so that no other feed has it: most feeds count their organizations from 1."""
    if _WORLDWIDE.fullmatch(key):
        return key
    # A feed is the same whether it is still packed or not.
    called = re.sub(r"\.(?:zip|gz|json|csv)(?=/|$)", "", feed, flags=re.IGNORECASE)
    return f"{hashlib.sha256(called.encode()).hexdigest()[:8]}-{key}"


def _plain(value: object) -> str | None:
    """Return *value* as text: a feed may say anything anywhere, and a number where another has text."""
    if value is None or isinstance(value, (dict, list)):
        return None
    text = str(value).replace("\0", "")
    # JSON can spell half of a letter, and no file of text can hold it.
    return text if is_text(text) else text.encode(errors="replace").decode()


def _organizations(tables: Tables) -> Iterator[Row]:
    """Yield each organization once for each different address; once without one if it has none."""
    places = _places(tables)
    addresses = _by(tables.get("address", ()), "location_id")
    phones = [phone for phone in tables.get("phone", ()) if _is_of_the_house(phone)]
    own, there = _by(phones, "organization_id"), _by(phones, "location_id")
    numbers = {
        _plain(row["organization_id"]): row.get("identifier")
        for row in tables.get("identifier", ())
        if "EIN" in f"{row.get('identifier_scheme')} {row.get('identifier_type')}".upper()
    }
    services = offered(tables)
    for id_, organization in _by_id(tables.get("organization", ())).items():
        here = places.get(id_, {})
        spots = _spots(here, addresses)
        anywhere = [phone for place in here for phone in there.get(place, ())]
        for number, (place, address) in enumerate(spots, 1):
            calls = [*own.get(id_, ()), *there.get(_plain(place.get("id")) or "", ()), *anywhere]
            yield {
                "key": id_,
                "key2": number if number > 1 else None,
                "kind": id_ if len(spots) > 1 else None,
                "name": organization.get("name"),
                "street": address.get("address_1"),
                "city": address.get("city"),
                "state": address.get("state_province"),
                "zip": address.get("postal_code"),
                "lat": place.get("latitude"),
                "lon": place.get("longitude"),
                "phone": next(filter(None, (_plain(call.get("number")) for call in calls)), None),
                "site": organization.get("website") or organization.get("url"),
                "number": organization.get("tax_id") or numbers.get(id_),
                "services": services.get(id_),
                "other_names": organization.get("alternate_name"),
            }


def _rejected(tables: Tables) -> Iterator[Row]:
    """Yield each row that should be an organization and is none, with the reason as its status."""
    for row in tables.get(REJECTED, ()):
        yield {
            "key": f"{row['file']} line {row['line']}",
            "name": row["text"],
            "status": row["reason"],
        }
    owners = Owners(tables)
    for service in tables.get("service", ()):
        called = id_of(service, "id")
        if called and not owners.of_service(called):
            yield {"key": f"service {called}", "name": service.get("name"), "status": _NOBODYS}
    # Of rows with one id the last is kept.
    seen: set[str] = set()
    for number, row in reversed(list(enumerate(tables.get("organization", ()), 1))):
        id_ = _plain(row.get("id"))
        if not id_ or (id_ in seen and not row.get(PASSING)):
            yield {
                "key": f"{id_ or ''} row {number}".strip(),
                "name": row.get("name"),
                "status": _TWICE if id_ else _NO_ID,
            }
        elif not row.get(PASSING):
            seen.add(id_)


def _is_of_the_house(phone: Row) -> bool:
    """Return whether *phone* is where a person can call, and not the number of one."""
    return not phone.get("contact_id") and "fax" not in (
        phone.get("type"),
        phone.get("number_type"),
    )


def _places(tables: Tables) -> dict[str, dict[str, Row]]:
    """Return the locations of each organization: its own, and those where its services are."""
    places = _by_id(tables.get("location", ()))
    owners = Owners(tables)
    found: dict[str, dict[str, Row]] = {}
    for id_, place in places.items():
        if owner := owners.of(id_of(place, "organization_id")):
            found.setdefault(owner, {})[id_] = place
    for at in tables.get("at_location", ()):
        giver = owners.of_service(id_of(at, "service_id"))
        there = _plain(at.get("location_id"))
        if giver and there in places:
            found.setdefault(giver, {}).setdefault(there, places[there])
    return found


def _spots(
    places: Mapping[str, Row], addresses: Mapping[str, Sequence[Row]]
) -> Sequence[tuple[Row, Row]]:
    """Return each different address of *places* with the location it is of."""
    found: dict[tuple[object, ...], tuple[Row, Row]] = {}
    for id_, place in places.items():
        all_ = addresses.get(id_, ())
        visited = [each for each in all_ if each.get("address_type") != "postal"]
        for address in visited or all_ or ({},):
            spot = tuple(_plain(address.get(name)) for name in _SPOT)
            if not any(spot):  # a feed may tell coordinates alone
                spot = tuple(_plain(place.get(name)) for name in ("latitude", "longitude"))
            found.setdefault(spot, (place, address))
    return list(found.values()) or [({}, {})]


def _by_id(rows: Iterable[Row]) -> dict[str, Row]:
    return {id_: row for row in rows if (id_ := _plain(row.get("id")))}


def _by(rows: Iterable[Row], column: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        if value := _plain(row.get(column)):
            found.setdefault(value, []).append(row)
    return found


SOURCE = Source(
    id="hsds",
    label="Open Referral feeds (HSDS 1.x to 3.x)",
    publisher="Open Referral and whoever publishes the feed",
    license="that of the feed; the specification is CC BY-SA 4.0",
    covers="organizations that give human services, as a 211 or a county lists them",
    download="https://docs.openreferral.org",
    left_out={reason: reason for reason in _REASONS},
    numbers="ein",
    by_state=False,
    gathers=_gathers,
    convert=_convert,
)
