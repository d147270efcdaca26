"""Returns as tables of CSV, as public collections publish them: the form's head, its mission, its programs.

A table is known by its columns, and rows of several are of one return where number and year are the same.
"""

import csv
import glob
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from collabkit.directory.sources.returns_filing import (
    Described,
    Filing,
    distinct,
    income_class,
    shown_number,
    shown_site,
)

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_COLUMNS = {
    "ein": ("ORG_EIN", "F9_00_ORG_EIN", "FILEREIN"),
    "year": ("TAX_YEAR", "TAXYEAR"),
    "name": ("ORG_NAME_L1", "F9_00_ORG_NAME_L1", "FILERNAME1"),
    "name2": ("ORG_NAME_L2", "F9_00_ORG_NAME_L2", "FILERNAME2"),
    "form": ("RETURN_TYPE", "F9_00_RETURN_TYPE", "RETURNTYPE"),
    "street": ("F9_00_ORG_ADDR_L1", "FILERUS1"),
    "city": ("F9_00_ORG_ADDR_CITY", "FILERUSCITY"),
    "state": ("F9_00_ORG_ADDR_STATE", "FILERUSSTATE"),
    "zip": ("F9_00_ORG_ADDR_ZIP", "FILERUSZIP"),
    "phone": ("F9_00_ORG_PHONE", "FILERPHONE"),
    "site": ("F9_00_ORG_WEBSITE", "WEBSITSITEIT"),
    "charity": ("F9_00_EXEMPT_STAT_501C3_X",),
    "revenue": ("F9_01_REV_TOT_CY", "TOTREVCURYEA"),
    "employees": ("F9_01_ACT_GVRN_EMPL_TOT",),
    "volunteers": ("F9_01_ACT_GVRN_VOL_TOT",),
    "mission": ("F9_03_ORG_MISSION_PURPOSE",),
    "activity": ("F9_01_ACT_GVRN_ACT_MISSION",),
    "program": ("F9_03_PROG_DESC",),
    "dollars": ("F9_03_PROG_EXP",),
}
"""Columns that are read, by the names that collections give them. Those of persons are none of them."""
_KEYS = ("ein", "year", "name")
_TELLING = ("street", "phone", "site", "mission", "activity", "program", "revenue")
_START = 1 << 16
_AT_ONCE = 10_000


def is_table(path: Path) -> bool:
    """Return whether *path* is one of the tables."""
    known = _known(path)
    return known.keys() >= set(_KEYS) and not known.keys().isdisjoint(_TELLING)


def _known(path: Path) -> dict[str, str]:
    """Return the column of the file that holds each of ``_COLUMNS`` it has."""
    with path.open("rb") as file:
        line = file.read(_START).split(b"\n", 1)[0]
    text = line.decode("utf-8", errors="replace").removeprefix("\ufeff").strip()
    try:
        header = {name.strip().upper(): name for name in next(csv.reader([text]), [])}
    except csv.Error:
        return {}
    return {
        ours: header[name]
        for ours, names in _COLUMNS.items()
        for name in reversed(names)
        if name in header
    }


def filings(connection: "DuckDBPyConnection", paths: Sequence[Path]) -> Iterator[Filing]:
    """Yield each return that the tables in *paths* tell of together."""
    if not paths:
        return
    selects, given = [], []
    for path in paths:
        columns = ", ".join(f'"{name}" AS {ours}' for ours, name in _known(path).items())
        selects.append(
            f"SELECT {columns} FROM read_csv(?, all_varchar = true, header = true, "  # noqa: S608 - our own names, and theirs in quotes
            "quote = '\"', escape = '\"', delim = ',', null_padding = true, "
            "max_line_size = 1100000, ignore_errors = true)"
        )
        given.append(glob.escape(str(path.absolute())))
    blank = ", ".join(f"NULL::VARCHAR AS {name}" for name in _COLUMNS)
    union = " UNION ALL BY NAME ".join((f"SELECT {blank} WHERE FALSE", *selects))
    cursor = connection.cursor()
    ordered = (
        f"SELECT {', '.join(_COLUMNS)} FROM ({union}) WHERE ein IS NOT NULL ORDER BY ein, year"  # noqa: S608 - our own names
    )
    cursor.execute(ordered, given)
    for _, rows in groupby(_rows(cursor), key=lambda row: (row["ein"], row["year"])):
        yield _filing(list(rows))


def _rows(cursor: "DuckDBPyConnection") -> Iterator[dict[str, Any]]:
    while some := cursor.fetchmany(_AT_ONCE):
        yield from (dict(zip(_COLUMNS, row, strict=True)) for row in some)


def _filing(rows: Sequence[dict[str, Any]]) -> Filing:
    """Return the return that *rows* of several tables tell of."""
    first = {name: next((row[name] for row in rows if row[name]), None) for name in _COLUMNS}
    year = str(first["year"] or "")[:4]
    return Filing(
        ein=str(first["ein"]).removesuffix(".0").replace("-", "").zfill(9),
        name=" ".join(filter(None, (first["name"], first["name2"]))),
        street=first["street"],
        city=first["city"],
        state=first["state"],
        zip=first["zip"],
        phone=first["phone"],
        site=shown_site(first["site"]),
        ends=year,
        filed="",
        form=first["form"] or "",
        section="03" if first["charity"] or first["form"] == "990PF" else None,
        income=income_class(shown_number(first["revenue"])),
        employees=shown_number(first["employees"]),
        volunteers=shown_number(first["volunteers"]),
        described=tuple(distinct(_described(rows))),
    )


def _described(rows: Sequence[dict[str, Any]]) -> Iterator[Described]:
    for row in rows:
        yield from (
            Described("mission", row[name]) for name in ("mission", "activity") if row[name]
        )
        if row["program"]:
            yield Described("program", row["program"], shown_number(row["dollars"]))
