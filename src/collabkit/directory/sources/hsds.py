"""Open Referral's Human Services Data Specification, 1.x to 3.x, as CSV files or as JSON.

Of a feed we keep each organization once for every address it has. Contacts are people: left out.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.directory.sources.base import Source, UnreadableFileError
from collabkit.directory.sources.hsds_tables import Row, Tables, read, table_of

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
    *("lat", "lon", "phone", "site", "number"),
)

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


def _convert(_: "DuckDBPyConnection", paths: Sequence[Path], target: Path) -> None:
    tables: Tables = {}
    try:
        for path in paths:
            for table, rows in read(path).items():
                tables.setdefault(table, []).extend(rows)
        with target.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, _FIELDS)
            writer.writeheader()
            for row in _organizations(tables):
                writer.writerow({name: _plain(value) for name, value in row.items()})
    except (csv.Error, UnicodeDecodeError) as error:
        raise UnreadableFileError(f"{paths[0].name}: {error}") from error


def _plain(value: object) -> str | None:
    """Return *value* as text: a feed may say anything anywhere, and a number where another has text."""
    return (
        None if value is None or isinstance(value, (dict, list)) else str(value).replace("\0", "")
    )


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
    for id_, organization in _by_id(tables.get("organization", ())).items():
        here = places.get(id_, {})
        calls = [*own.get(id_, ()), *(phone for place in here for phone in there.get(place, ()))]
        for number, (place, address) in enumerate(_spots(here, addresses), 1):
            yield {
                "key": id_,
                "key2": number if number > 1 else None,
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
            }


def _is_of_the_house(phone: Row) -> bool:
    """Return whether *phone* is where a person can call, and not the number of one."""
    return not phone.get("contact_id") and "fax" not in (
        phone.get("type"),
        phone.get("number_type"),
    )


def _places(tables: Tables) -> dict[str, dict[str, Row]]:
    """Return the locations of each organization: its own, and those where its services are."""
    places = _by_id(tables.get("location", ()))
    services = _by_id(tables.get("service", ()))
    found: dict[str, dict[str, Row]] = {}
    for id_, place in places.items():
        if owner := _plain(place.get("organization_id")):
            found.setdefault(owner, {})[id_] = place
    for at in tables.get("at_location", ()):
        service = services.get(_plain(at.get("service_id")) or "", {})
        giver, there = _plain(service.get("organization_id")), _plain(at.get("location_id"))
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
    numbers="ein",
    by_state=False,
    gathers=_gathers,
    convert=_convert,
)
