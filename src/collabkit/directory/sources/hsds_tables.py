"""The files of an Open Referral feed, CSV or JSON, to the tables of one shape whatever its version.

Tables are told by their columns, since files are `organization.csv` in one version and
`organizations.csv` in the next. Nested JSON is laid flat into the same tables.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from collabkit.directory.delimited.rows import read as read_rows

Row = Mapping[str, Any]
Tables = dict[str, list[Row]]

_COLUMNS = {
    "organization": ({"id", "name", "legal_status"}, {"id", "name", "tax_status"}),
    "location": (
        {"id", "organization_id", "latitude", "longitude"},
        {"id", "transportation", "latitude", "longitude"},
    ),
    "address": ({"location_id", "address_1", "city", "postal_code"},),
    "phone": ({"id", "number", "organization_id", "location_id"},),
    "identifier": ({"organization_id", "identifier_type", "identifier"},),
    "service": (
        {"id", "organization_id", "name", "status"},
        {"id", "location_id", "name", "keywords"},
    ),
    "term": (
        {"id", "name", "parent_id", "taxonomy"},
        {"id", "name", "parent_id", "vocabulary"},
        {"taxonomy_id", "name", "parent_id"},
    ),
    "link": ({"link_id", "taxonomy_term_id"}, {"service_id", "taxonomy_id"}),
    "at_location": ({"service_id", "location_id", "description"},),
}
"""Columns that tell each table, in whatever version."""
_NAMED = re.compile("organizations?", re.IGNORECASE)
"""What the table of organizations is called. Only id and name need to be in it, as in many a table."""
_OF_ORGANIZATIONS = frozenset(
    [
        *("id", "name", "alternate_name", "description", "email", "website", "url", "uri", "logo"),
        *("additional_websites", "tax_status", "tax_id", "legal_status", "year_incorporated"),
        *("parent_organization_id", "last_modified"),
    ]
)
"""All that it may hold: a table of that name with a column of its own, such as a town, is no feed's."""
_NOT_THOSE_OF = {"at_location": {"weekday", "dtstart", "opens_at", "language", "closed"}}
"""Columns that make it another table after all."""
REJECTED = "rejected"
"""The table of what should be organizations and is broken: *file*, *line*, *reason* and *text*."""
PASSING = "named in passing"
"""Mark of an organization that a service names: it is named again with the next service."""
_POSTAL = ("mail", "post")
_START = 1 << 16


def table_of(path: Path) -> str:
    """Return which table the file at *path* is, ``organization`` for nested JSON; else nothing."""
    with path.open("rb") as file:
        text = file.read(_START).decode("utf-8-sig", errors="replace").lstrip()
    if text.startswith(("{", "[")):
        return next(iter(_from_json(path)), "")
    names = {name.strip().strip('"').lower() for name in text.split("\n", 1)[0].split(",")}
    return _table(names, path.stem)


class File(NamedTuple):
    """What a file of a feed holds."""

    tables: Tables
    encoding: str = "utf-8"


def read(path: Path) -> File:
    """Return the tables in the file at *path*; none if it holds nothing we keep."""
    table = table_of(path)
    with path.open("rb") as file:
        is_json = file.read(_START).lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"{", b"["))
    if is_json:
        return File(_from_json(path))
    return _from_csv(path, table) if table else File({})


def _from_csv(path: Path, table: str) -> File:
    lines, encoding = read_rows(path)
    tables = {table: [_marked(line.values, path.stem) for line in lines if not line.fault]}
    if table == "organization":
        tables[REJECTED] = [
            {"file": path.name, "line": line.number, "reason": line.fault, "text": line.text}
            for line in lines
            if line.fault
        ]
    return File(tables, encoding)


def _table(names: set[str], called: str) -> str:
    if _NAMED.fullmatch(called) and {"id", "name"} <= names <= _OF_ORGANIZATIONS:
        return "organization"
    return next(
        (
            table
            for table, signatures in _COLUMNS.items()
            if any(signature <= names for signature in signatures)
            and not _NOT_THOSE_OF.get(table, set()) & names
        ),
        "",
    )


def _marked(row: Row, called: str) -> Row:
    """Return *row* with the mark of an address where the mail goes, if its table is *called* so."""
    return {**row, "address_type": "postal"} if called.lower().startswith(_POSTAL) else row


def _from_json(path: Path) -> Tables:
    try:
        value = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        return {}
    tables: Tables = {}
    for called, records in _lists(value, path.stem):
        nested = [row for record in records for row in _flat(record)]
        if nested:
            nested += [("organization", record) for record in records if _has_no_id(record)]
        for table, row in nested or _listed(records, called):
            tables.setdefault(table, []).append(row)
    return tables


def _has_no_id(record: Row) -> bool:
    """Return whether *record*, among organizations, is one that lacks the id alone."""
    return (
        "name" in record
        and not {"id", "organization"} & record.keys()
        and bool({"locations", "services"} & record.keys())
    )


def _lists(value: object, called: str) -> Iterator[tuple[str, list[Row]]]:
    """Yield the lists of records in *value*: a list, a page of one, a record, or lists by name."""
    if isinstance(value, dict) and "id" not in value:
        inside = {"contents": value["contents"]} if "contents" in value else value
        for name, each in inside.items():
            if isinstance(each, list):
                yield (called if name == "contents" else name), _records(each)
    else:
        yield called, _records(value if isinstance(value, list) else [value])


def _records(values: object) -> list[Row]:
    return [each for each in values if isinstance(each, dict)] if isinstance(values, list) else []


def _listed(records: list[Row], called: str) -> Iterator[tuple[str, Row]]:
    """Yield the rows of one table, each with its name."""
    table = _table({name for record in records for name in record}, called)
    if table:
        yield from ((table, _marked(record, called)) for record in records)


def _flat(record: Row) -> Iterator[tuple[str, Row]]:
    """Yield what is nested in an organization, a service or a service at a location."""
    service = record.get("service")
    if isinstance(service, dict) and isinstance(record.get("location"), dict):
        yield from _flat({**service, "service_at_locations": [record]})
    elif isinstance(record.get("organization"), dict):
        yield from _organization({**record["organization"], "services": [record], PASSING: True})
    elif "id" in record and "name" in record and {"locations", "services"} & record.keys():
        yield from _organization(record)


def _organization(record: Row) -> Iterator[tuple[str, Row]]:
    if "id" not in record:
        if record.get("name"):
            yield "organization", record
        return
    owner = {"organization_id": record["id"]}
    yield "organization", record
    yield from (("phone", {**phone, **owner}) for phone in _records(record.get("phones")))
    for identifier in _records(record.get("organization_identifiers")):
        yield "identifier", {**identifier, **owner}
    for service in _records(record.get("services")):
        yield "service", {**service, **owner}
        yield from (("offer", {**owner, "name": term}) for term in _terms(service))
    for number, place in enumerate(_places(record)):
        where = {"location_id": place.get("id") or f"{record['id']} {number}"}
        yield "location", {**place, **owner, "id": where["location_id"]}
        yield from (("phone", {**phone, **where}) for phone in _records(place.get("phones")))
        for called, addresses in place.items():
            if called.removesuffix("es").endswith("address"):
                listed = addresses if isinstance(addresses, list) else [addresses]
                for address in _records(listed):
                    yield "address", {**_marked(address, called), **where}


def _terms(service: Row) -> Iterator[object]:
    """Yield the names of the taxonomy terms of a service that is nested in its organization."""
    for attribute in _records(service.get("attributes")):
        yield from (term.get("name") for term in _records([attribute.get("taxonomy_term")]))
    yield from (term.get("name") for term in _records(service.get("taxonomy")))


def _places(record: Row) -> Iterable[Row]:
    yield from _records(record.get("locations"))
    for service in _records(record.get("services")):
        for at in _records(service.get("service_at_locations")):
            yield from _records([at.get("location")])
