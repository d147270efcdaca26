"""The same organizations as the specification's tables: a tabular data package."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from typing import Any, Final

from collabkit.exports.hsds import PROFILE, VERSION
from collabkit.text.cells import escape_cell
from collabkit.text.json import to_json

Row = Mapping[str, Any]
_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "organizations": (
        *("id", "name", "alternate_name", "description", "email", "website"),
        *("year_incorporated", "legal_status", "logo", "uri", "parent_organization_id"),
    ),
    "locations": (
        *("id", "location_type", "url", "organization_id", "name", "description"),
        *("transportation", "latitude", "longitude"),
    ),
    "addresses": (
        *("id", "location_id", "attention", "address_1", "address_2", "city", "region"),
        *("state_province", "postal_code", "country", "address_type"),
    ),
    "phones": ("id", "location_id", "service_id", "organization_id", "number", "type"),
    "services": ("id", "organization_id", "name", "description", "url", "email", "status"),
}
"""The tables that can have a row, each with the columns by which readers know it."""


def package(organizations: Iterable[dict[str, Any]]) -> Mapping[str, bytes]:
    """Return *organizations* as files of a data package: what is in it, and a table each, by name."""
    tables: dict[str, list[Row]] = {name: [] for name in _COLUMNS}
    for organization in organizations:
        for table, row in _rows(organization):
            tables[table].append(row)
    files = {f"{name}.csv": _csv(_COLUMNS[name], rows) for name, rows in tables.items()}
    return {"datapackage.json": _descriptor(), **files}


def _rows(organization: Row) -> Iterator[tuple[str, Row]]:
    yield "organizations", organization
    for location in organization.get("locations", ()):
        yield "locations", location
        yield from (("addresses", each) for each in location["addresses"])
    yield from (("phones", each) for each in organization.get("phones", ()))
    yield from (("services", each) for each in organization["services"])


def _csv(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column, "")) for column in columns] for row in rows)
    return buffer.getvalue().encode()


def _cell(value: object) -> str:
    """Return *value* as a cell; a telephone number keeps its plus, for the program that reads it."""
    return str(value) if _NUMBER.fullmatch(str(value)) else escape_cell(value)


_NUMBER = re.compile(r"\+?[\d ().-]+")


def _descriptor() -> bytes:
    resources = [
        {
            "name": name,
            "path": f"{name}.csv",
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": {
                "primaryKey": "id",
                "fields": [{"name": column, "type": "string"} for column in columns],
            },
        }
        for name, columns in _COLUMNS.items()
    ]
    whole = {
        "name": "human_services_data",
        "title": "Human Services Data Specification",
        "profile": "tabular-data-package",
        "version": VERSION,
        "homepage": PROFILE,
        "resources": resources,
    }
    return (to_json(whole, indent=2) + "\n").encode()
