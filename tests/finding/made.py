"""Rows of the register and of feeds, made for one question, and who answers it."""

from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from conftest import Collab
from directory.conftest import REGISTERS, records

Find = Callable[..., list[dict[str, Any]]]
HEADER = (REGISTERS / "eo_mt.csv").read_text(encoding="ascii").split("\n", 1)[0].strip()
_NUMBERS = count(100_000_001)


def row(name: str, **said: object) -> str:
    """Return a row of the register of a body called *name*, in Missoula if nothing else is said."""
    fields: dict[str, object] = {
        "EIN": next(_NUMBERS),
        "NAME": name,
        "STREET": f"{next(_NUMBERS)} MAIN ST",
        "CITY": "MISSOULA",
        "STATE": "MT",
        "ZIP": "59801-0000",
        "GROUP": "0000",
        "SUBSECTION": "03",
        "AFFILIATION": "3",
        "FOUNDATION": "15",
        "ACTIVITY": "000000000",
        "TAX_PERIOD": "202412",
        "INCOME_CD": "4",
        **said,
    }
    return ",".join(str(fields.get(column, "")) for column in HEADER.split(","))


SETTLED: list[str] = []


def settled(city: str, *rows: str) -> str:
    """Have *rows* live in *city*, too far from any other to be found there, and return it.

    All that do are loaded at once, for a load takes longer than to ask.
    """
    SETTLED.extend(each.replace(*_moved(city)) for each in rows)
    return city


def _moved(city: str) -> tuple[str, str]:
    return ",MISSOULA,MT,59801-0000,", f",{city.upper()},MT,{ZIPS[city]}-0000,"


ZIPS = {
    "Billings": "59101",
    "Bozeman": "59715",
    "Butte": "59701",
    "Dillon": "59725",
    "Glasgow": "59230",
    "Glendive": "59330",
    "Great Falls": "59401",
    "Havre": "59501",
    "Helena": "59601",
    "Kalispell": "59901",
    "Lewistown": "59457",
    "Libby": "59923",
    "Malta": "59538",
    "Miles City": "59301",
    "Shelby": "59474",
    "Sidney": "59270",
    "Baker": "59313",
    "Broadus": "59317",
    "Plentywood": "59254",
    "Wolf Point": "59201",
}


def finder(collab: Collab, directory: Path, city: str) -> Find:
    here = ("--near", f"{city}, MT", "--directory", str(directory))

    def find(*arguments: str) -> list[dict[str, Any]]:
        run = collab("find", *arguments, "-f", "ndjson", *here)
        assert run.code == 0, run.err
        return records(run.out)

    return find


def names(found: list[dict[str, Any]]) -> list[str]:
    return [each["name"] for each in found]


def feed_of(folder: Path, *services: tuple[str, str]) -> Path:
    """Write a feed of organizations, each called as its service is not, and return its folder."""
    folder.mkdir()
    heads = {
        "organization": "id,name,alternate_name,legal_status",
        "location": "id,organization_id,name,latitude,longitude",
        "service": "id,organization_id,name,status",
        "taxonomy_term": "id,name,parent_id,taxonomy",
        "attribute": "id,link_id,link_type,taxonomy_term_id",
    }
    rows: dict[str, list[str]] = {name: [] for name in heads}
    for number, (name, term) in enumerate(services):
        rows["organization"].append(
            f"o{number},Body {number} Place {number},Once Called {number},x"
        )
        rows["location"].append(f"l{number},o{number},here,46.87{number},-113.99")
        rows["service"].append(f"s{number},o{number},{name},active")
        rows["taxonomy_term"].append(f"t{number},{term},,open eligibility")
        rows["attribute"].append(f"a{number},s{number},service,t{number}")
    for table, head in heads.items():
        (folder / f"{table}.csv").write_text("\n".join((head, *rows[table])) + "\n")
    return folder
