"""Cut from whole registers the rows within reach of the towns that the judged set asks about.

``python -m evaluation.extract FOLDER`` takes the publishers' files in *FOLDER*, at any depth, and
writes ``evaluation/data/find/registers``. The rows are the publishers'; people are taken out of them.
"""

import csv
import gzip
import io
import json
import sys
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from collabkit.directory.geo import places
from collabkit.directory.geo.distance import miles
from evaluation.judged_set import REGISTERS, requests

Row = Mapping[str, str]
REACH = 30
"""Miles: more than any request asks, so that what lies just outside is there to be left out."""
_CHAPTERS = frozenset("789")
"""What the IRS calls local bodies of a group. The second name of any other body is often a person."""


class Register(NamedTuple):
    """Where the rows of one register are, and which of its files are read."""

    files: Sequence[str]
    """The publisher's, as glob patterns."""
    encoding: str
    lat: str = ""
    lon: str = ""
    """Columns of the coordinates; without them the ZIP code says where."""
    without_people: Callable[[Row], Row] = dict


def _irs_without_people(row: Row) -> Row:
    local = row["SORT_NAME"] if row["AFFILIATION"] in _CHAPTERS else ""
    return {**row, "ICO": "", "SORT_NAME": local}


_TABLES = {
    "eo": Register(
        [f"eo_bmf/eo_{state}.csv" for state in ("ak", "dc", "mt", "vt", "wy")] + ["eo_bmf/eo4.csv"],
        "ascii",
        without_people=_irs_without_people,
    ),
    "outlets": Register(["imls_pls/PLS_FY19_Outlet_*.csv"], "cp1252", "LATITUDE", "LONGITUD"),
    "museums_1": Register(
        ["imls_museums/MuseumFile2018_File1_*.csv"], "cp1252", "LATITUDE", "LONGITUDE"
    ),
    "museums_2": Register(
        ["imls_museums/MuseumFile2018_File2_*.csv"], "cp1252", "LATITUDE", "LONGITUDE"
    ),
    "private_schools": Register(
        ["nces_schools/HIFLD_Private_Schools.*.csv"], "utf-8-sig", "LATITUDE", "LONGITUDE"
    ),
}
_FEED = "link-sf"
_FEED_FILES = ("organizations", "locations")


def main(arguments: Sequence[str]) -> int:
    """Write the extract of the registers in the folder that is named; return the exit code."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print("usage: python -m evaluation.extract FOLDER", file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    spots = [places.near(request.near) for request in requests()]
    zips = {
        place.zip: place
        for place in places.every_place()
        if any(miles(place.lat, place.lon, spot.lat, spot.lon) <= REACH for spot in spots)
    }
    REGISTERS.mkdir(parents=True, exist_ok=True)
    for name, register in _TABLES.items():
        files = [file for pattern in register.files for file in sorted(folder.glob(pattern))]
        rows = [row for file in files for row in _read(file, register.encoding)]
        near = [
            register.without_people(row) for row in rows if _is_near(row, register, spots, zips)
        ]
        _write_gzip(REGISTERS / f"{name}.csv.gz", _table(near))
        print(f"{name}: {len(near):,} of {len(rows):,} rows")
    _write_feed(folder / "hsds/linksf", REGISTERS / f"{_FEED}.zip")
    return 0


def _read(file: Path, encoding: str) -> list[Row]:
    with file.open(encoding=encoding, newline="") as lines:
        return list(csv.DictReader(lines))


def _is_near(
    row: Row, register: Register, spots: Iterable[places.Spot], zips: Mapping[str, object]
) -> bool:
    if not register.lat:
        return row["ZIP"][:5] in zips
    try:
        lat, lon = float(row[register.lat]), float(row[register.lon])
    except ValueError:
        return False
    return any(miles(lat, lon, spot.lat, spot.lon) <= REACH for spot in spots)


def _table(rows: Sequence[Mapping[str, Any]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _write_gzip(file: Path, content: bytes) -> None:
    """Write *content* packed, the same bytes from the same content."""
    with file.open("wb") as packed, gzip.GzipFile("", "wb", 9, packed, mtime=0) as stream:
        stream.write(content)


def _write_feed(folder: Path, target: Path) -> None:
    """Write the facts of the Link-SF directory in the tables of HSDS 3.0.

    What an organization is called, where it is and what its services are called and filed under;
    none of the sentences in which it describes them.
    """
    organizations, locations = (
        json.loads((folder / f"{name}.json").read_bytes()) for name in _FEED_FILES
    )
    services = [
        {**service, "place": id_, "giver": place["organization_id"]}
        for id_, place in sorted(locations.items())
        for _, service in sorted(place.get("services", {}).items())
    ]
    kinds = sorted({service["taxonomy"] for service in services})
    tables: dict[str, list[dict[str, Any]]] = {
        "organizations": [
            {
                "id": id_,
                "name": each["name"].strip(),
                "description": "",
                "website": each.get("url", ""),
                "tax_status": "",
                "legal_status": "",
            }
            for id_, each in sorted(organizations.items())
        ],
        "locations": [
            {
                "id": id_,
                "organization_id": each["organization_id"],
                "name": each["name"].strip(),
                "transportation": "",
                "latitude": each["latitude"],
                "longitude": each["longitude"],
            }
            for id_, each in sorted(locations.items())
        ],
        "addresses": [
            {
                "id": f"address-{id_}",
                "location_id": id_,
                "address_1": each["physical_address"].get("address_1", "").strip(),
                "city": "San Francisco",
                "state_province": "CA",
                "postal_code": "",
                "country": "US",
                "address_type": "physical",
            }
            for id_, each in sorted(locations.items())
        ],
        "services": [
            {
                "id": service["id"],
                "organization_id": service["giver"],
                "name": service["name"].strip() or service["taxonomy"],
                "description": "",
                "status": "active",
            }
            for service in services
        ],
        "service_at_location": [
            {
                "id": f"at-{service['id']}",
                "service_id": service["id"],
                "location_id": service["place"],
                "description": "",
            }
            for service in services
        ],
        "taxonomy_terms": [
            {"id": kind, "code": kind, "name": kind, "description": "", "taxonomy": "Link-SF"}
            for kind in kinds
        ],
        "attributes": [
            {
                "id": f"kind-{service['id']}",
                "link_id": service["id"],
                "taxonomy_term_id": service["taxonomy"],
                "link_type": "",
                "link_entity": "service",
                "value": "",
            }
            for service in services
        ],
    }
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, rows in tables.items():
            packed.writestr(zipfile.ZipInfo(f"{name}.csv"), _table(rows), zipfile.ZIP_DEFLATED)
    print(f"{_FEED}: {len(organizations):,} organizations with {len(services):,} services")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
