"""Draw the rows that were labeled by reading: 400 real ones from eight registers, always the same.

    python benchmarks/draw_labels.py FOLDER > drawn.csv
    python benchmarks/draw_labels.py FOLDER --seed 20261125 --without SAMPLE > fresh.csv

FOLDER holds the publishers' files under their own names, at any depth. SAMPLE is a sample drawn
before, and `--without` may stand several times: its rows leave the registers, by source and row_id,
before the new draw. The two last columns are left blank: a person fills them in, as `labels.md`
tells.
"""

import argparse
import csv
import random
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from collabkit.directory.sources import sources

SEED = 20261124
COLUMNS = (
    *("source", "row_id", "name", "sort_name", "city", "state", "zip", "ntee", "gen", "kind"),
    *("label", "note"),
)
STATES = ("wy", "vt", "ak", "dc", "mt")
IRS_ROWS = 240

Row = Mapping[str, str]


@dataclass(frozen=True)
class Register:
    """A register, its files by name, how many rows to draw, and where the columns stand in it."""

    source: str
    files: tuple[str, ...]
    rows: int
    columns: Mapping[str, Sequence[str]]
    encoding: str = "utf-8-sig"


REGISTERS = (
    Register(
        "pls",
        ("PLS_FY19_Outlet_pud19i.csv",),
        40,
        {
            "row_id": ("FSCSKEY", "FSCS_SEQ"),
            "name": ("LIBNAME",),
            "city": ("CITY",),
            "state": ("STABR",),
            "zip": ("ZIP",),
            "kind": ("C_OUT_TY",),
        },
        encoding="cp1252",
    ),
    Register(
        "museums",
        ("MuseumFile2018_File1_Nulls.csv",),
        30,
        {
            "row_id": ("MID",),
            "name": ("COMMONNAME",),
            "city": ("ADCITY",),
            "state": ("ADSTATE",),
            "zip": ("ADZIP",),
            "ntee": ("NTEEC",),
            "kind": ("DISCIPL",),
        },
        encoding="cp1252",
    ),
    Register(
        "public-schools",
        ("HIFLD_Public_Schools_FL.csv",),
        30,
        {
            "row_id": ("NCESID",),
            "name": ("NAME",),
            "city": ("CITY",),
            "state": ("STATE",),
            "zip": ("ZIP",),
            "kind": ("LEVEL_", "LEVEL"),
        },
    ),
    Register(
        "private-schools",
        ("HIFLD_Private_Schools.from_fgdb.sample.csv",),
        15,
        {
            "row_id": ("NCESID",),
            "name": ("NAME",),
            "city": ("CITY",),
            "state": ("STATE",),
            "zip": ("ZIP",),
            "kind": ("LEVEL_", "LEVEL"),
        },
    ),
    Register(
        "farmers-markets",
        ("farmers_markets_2017-18.sample.csv",),
        15,
        {
            "row_id": ("FMID",),
            "name": ("MarketName",),
            "city": ("city",),
            "state": ("State",),
            "zip": ("zip",),
        },
    ),
    Register(
        "law-enforcement",
        ("Local_Law_Enforcement_Locations.sample.csv",),
        15,
        {
            "row_id": ("ID",),
            "name": ("NAME",),
            "city": ("CITY",),
            "state": ("STATE",),
            "kind": ("TYPE",),
        },
    ),
    Register(
        "hsds",
        ("florida_raw/organizations.csv", "ilao_raw/organizations.csv"),
        15,
        {
            "row_id": ("organization_uuid", "Organization ID"),
            "name": ("organization_name", "Title"),
        },
    ),
)


def irs_registers(folder: Path) -> Iterator[Register]:
    """Yield the states of the IRS register, each with its share of the rows (largest remainder)."""
    counts = [len(_read(folder, (f"eo_{state}.csv",), "ascii")) for state in STATES]
    shares = [IRS_ROWS * count / sum(counts) for count in counts]
    rows = [int(share) for share in shares]
    by_remainder = sorted(range(len(STATES)), key=lambda place: rows[place] - shares[place])
    for place in by_remainder[: IRS_ROWS - sum(rows)]:
        rows[place] += 1
    columns = {
        "row_id": ("EIN",),
        "name": ("NAME",),
        "sort_name": ("SORT_NAME",),
        "city": ("CITY",),
        "state": ("STATE",),
        "zip": ("ZIP",),
        "ntee": ("NTEE_CD",),
        "gen": ("GROUP",),
        "kind": ("SUBSECTION",),
    }
    for state, number in zip(STATES, rows, strict=True):
        yield Register("irs", (f"eo_{state}.csv",), number, columns, encoding="ascii")


def draw(
    folder: Path, seed: int, without: AbstractSet[tuple[str, str]]
) -> Iterator[dict[str, str]]:
    """Yield the drawn rows of every register in its order, none of them with a key in `without`."""
    chance = random.Random(seed)
    for register in (*irs_registers(folder), *REGISTERS):
        rows = [
            record
            for row in _read(folder, register.files, register.encoding)
            if _key(record := _record(register, row)) not in without
        ]
        # The two feeds of human services hold 53 organizations: a fourth sample takes the last, a fifth has none.
        number = min(register.rows, len(rows))
        for position in sorted(chance.sample(range(len(rows)), number)):
            yield rows[position]


def drawn_before(samples: Iterable[Path]) -> AbstractSet[tuple[str, str]]:
    """Return source and row_id of the rows of the samples."""
    keys: set[tuple[str, str]] = set()
    for sample in samples:
        with sample.open(encoding="utf-8", newline="") as lines:
            keys.update(_key(row) for row in csv.DictReader(lines))
    return keys


def _key(row: Row) -> tuple[str, str]:
    return row["source"], row["row_id"]


def _read(folder: Path, files: Iterable[str], encoding: str) -> list[Row]:
    rows: list[Row] = []
    for file in files:
        path = next(iter(sorted(folder.rglob(file))), None)
        if path is None:
            raise SystemExit(f"{folder} holds no {file}")
        with path.open(encoding=encoding, newline="") as lines:
            rows += csv.DictReader(lines)
    return rows


def _record(register: Register, row: Row) -> dict[str, str]:
    blank = dict.fromkeys(COLUMNS, "")
    values = {
        column: "-".join(" ".join(row[name].split()) for name in names if name in row)
        for column, names in register.columns.items()
    }
    irs = sources()["irs"]
    # Only of chapters, as the loader does: elsewhere the second name may be a person's.
    if row.get("AFFILIATION") not in irs.chapters or re.search(irs.people, row["SORT_NAME"]):
        values["sort_name"] = ""
    return {**blank, "source": register.source, **values}


def main() -> None:
    """Write the drawn rows to standard output."""
    parser = argparse.ArgumentParser(description="Draw the rows to label.")
    parser.add_argument("folder", type=Path, help="folder of the registers' files")
    parser.add_argument("--seed", type=int, default=SEED, help="number that fixes the draw")
    parser.add_argument(
        "--without",
        type=Path,
        action="append",
        default=[],
        help="an earlier sample, as often as there are some: none of its rows is drawn",
    )
    asked = parser.parse_args()
    table = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows(draw(asked.folder, asked.seed, drawn_before(asked.without)))


if __name__ == "__main__":
    main()
