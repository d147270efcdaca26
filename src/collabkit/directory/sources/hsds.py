"""Open Referral's Human Services Data Specification, 1.x to 3.x, as CSV files or as JSON.

Of a feed we keep each organization once for every address it has. Contacts are people: left out.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from collabkit.directory.sources.base import Source, UnreadableFileError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Row = Mapping[str, Any]
Tables = dict[str, list[Row]]

_TABLES = {
    "organizations": ({"id", "name", "legal_status"}, {"id", "name", "tax_status"}),
    "locations": ({"id", "organization_id", "latitude", "longitude"},),
    "addresses": ({"location_id", "address_1", "city", "postal_code"},),
    "phones": ({"id", "number", "organization_id", "location_id"},),
}
"""Columns that tell each table, in whatever version."""
_ALONGSIDE = frozenset(
    [
        "accessibility",
        "accessibility_for_disabilities",
        "attributes",
        "contacts",
        "cost_options",
        "eligibility",
        "funding",
        "holiday_schedules",
        "languages",
        "mail_addresses",
        "meta_table_descriptions",
        "metadata",
        "organization_identifiers",
        "payments_accepted",
        "postal_addresses",
        "programs",
        "regular_schedules",
        "required_documents",
        "schedules",
        "service_areas",
        "service_at_location",
        "services",
        "services_at_location",
        "services_taxonomy",
        "taxonomies",
        "taxonomy",
        "taxonomy_terms",
        "datapackage",
    ]
)
"""Other tables of a feed, which say nothing of where an organization is."""


def _gathers(paths: Sequence[Path]) -> Sequence[Path]:
    tables = {path: _table(path) for path in paths}
    if "organizations" not in tables.values():
        return []
    return [path for path, table in tables.items() if table or path.stem.lower() in _ALONGSIDE]


def _table(path: Path) -> str:
    """Return which table of a feed *path* is; ``organizations`` also for JSON; else nothing."""
    with path.open("rb") as file:
        start = file.read(1 << 16)
    text = start.decode("utf-8-sig", errors="replace").lstrip()
    if text.startswith(("{", "[")):
        return "organizations" if _organizations(path) is not None else ""
    names = {name.strip().strip('"').lower() for name in text.split("\n", 1)[0].split(",")}
    return next(
        (
            table
            for table, signatures in _TABLES.items()
            if any(signature <= names for signature in signatures)
        ),
        "",
    )


def _organizations(path: Path) -> list[Row] | None:
    """Return the organizations in the JSON file at *path*; nothing if it holds none of HSDS."""
    try:
        value = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        return None
    if isinstance(value, dict):
        value = value.get("contents", value.get("organizations", [value]))
    if not isinstance(value, list) or not value:
        return None
    rows: list[Row] = [each for each in value if isinstance(each, dict)]
    marks = {"legal_status", "tax_status", "locations", "services", "alternate_name"}
    return (
        rows if all("name" in row and "id" in row and marks & row.keys() for row in rows) else None
    )


def _convert(_: "DuckDBPyConnection", paths: Sequence[Path], target: Path) -> None:
    fields = (
        "key",
        "key2",
        "name",
        "street",
        "city",
        "state",
        "zip",
        "lat",
        "lon",
        "phone",
        "site",
        "number",
    )
    try:
        with target.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, fields, extrasaction="ignore")
            writer.writeheader()
            for row in _rows(paths):
                writer.writerow({name: _plain(value) for name, value in row.items()})
    except (csv.Error, UnicodeDecodeError) as error:
        raise UnreadableFileError(f"{paths[0].name}: {error}") from error


def _plain(value: object) -> str | None:
    return (
        None if value is None or isinstance(value, (dict, list)) else str(value).replace("\0", "")
    )


def _rows(paths: Sequence[Path]) -> Iterator[Row]:
    tables: Tables = {}
    for path in paths:
        table = _table(path)
        if not table:
            continue
        if path.read_bytes().lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"{", b"[")):
            for organization in _organizations(path) or ():
                yield from _from_json(organization)
        else:
            with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
                tables.setdefault(table, []).extend(csv.DictReader(file))
    yield from _from_tables(tables)


def _from_tables(tables: Tables) -> Iterator[Row]:
    places = _by(tables.get("locations", ()), "organization_id")
    addresses = _by(tables.get("addresses", ()), "location_id")
    phones = {**_by(tables.get("phones", ()), "organization_id")}
    at_place = _by(tables.get("phones", ()), "location_id")
    for organization in tables.get("organizations", ()):
        own = places.get(organization["id"], [])
        yield from _spread(
            organization,
            [(place, address) for place in own for address in addresses.get(place["id"], [{}])],
            [
                *phones.get(organization["id"], ()),
                *(p for place in own for p in at_place.get(place["id"], ())),
            ],
        )


def _by(rows: Iterable[Row], column: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        if row.get(column):
            found.setdefault(row[column], []).append(row)
    return found


def _from_json(organization: Row) -> Iterator[Row]:
    services = [each for each in organization.get("services") or () if isinstance(each, dict)]
    places = [
        *(organization.get("locations") or ()),
        *(
            at.get("location")
            for service in services
            for at in service.get("service_at_locations") or ()
            if isinstance(at, dict)
        ),
    ]
    yield from _spread(
        organization,
        [
            (place, address)
            for place in places
            if isinstance(place, dict)
            for address in place.get("addresses") or [{}]
            if isinstance(address, dict)
        ],
        [each for each in organization.get("phones") or () if isinstance(each, dict)],
    )


def _spread(
    organization: Row, places: Sequence[tuple[Row, Row]], phones: Sequence[Row]
) -> Iterator[Row]:
    """Yield *organization* once for each different address; once without one if it has none."""
    phone = next((each.get("number") for each in phones if each.get("number")), None)
    seen: set[tuple[object, ...]] = set()
    for place, address in places or [({}, {})]:
        spot = (address.get("address_1"), address.get("city"), address.get("postal_code"))
        if spot in seen:
            continue
        seen.add(spot)
        yield {
            "key": organization["id"],
            "key2": str(len(seen)) if len(seen) > 1 else None,
            "name": organization.get("name"),
            "street": address.get("address_1"),
            "city": address.get("city"),
            "state": address.get("state_province"),
            "zip": address.get("postal_code"),
            "lat": place.get("latitude"),
            "lon": place.get("longitude"),
            "phone": phone,
            "site": organization.get("website") or organization.get("url"),
            "number": organization.get("tax_id"),
        }


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
