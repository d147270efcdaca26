"""Draw the pairs that were labeled by reading: rows of two registers that might be one organization.

    python benchmarks/draw_pairs.py FOLDER > drawn.csv

FOLDER holds the publishers' files under their own names, at any depth. They are loaded into a
directory of their own, and the pairs come from it: always the same from the same files. The two
last columns are left blank: a person fills them in, as `pairs.md` tells.
"""

import argparse
import csv
import random
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import duckdb

from collabkit.catalog import load as load_catalog
from collabkit.directory.database.connection import FILE
from collabkit.directory.database.schema import MACROS
from collabkit.directory.pipeline.load import load

SEED = 20261126
EACH = 8
"""Pairs drawn for each two registers and each band of likeness; all of them where there are fewer."""
HALVES = ("tuning", "held")
"""What the pairs are for, by turns: to choose the rule on, or to measure it."""
FILES = (
    *("eo_wy.csv", "eo_vt.csv", "eo_ak.csv", "eo_dc.csv", "eo_mt.csv", "eo4.csv"),
    *("PLS_FY19_Outlet_pud19i.csv", "pls_fy2015_data_files_csv.zip"),
    *("MuseumFile2018_File1_Nulls.csv", "MuseumFile2018_File2_Nulls.sample.csv"),
    *("HIFLD_Public_Schools_FL.csv", "HIFLD_Private_Schools.from_fgdb.sample.csv"),
    *("farmers_markets_2017-18.sample.csv", "Local_Law_Enforcement_Locations.sample.csv"),
    "Health_Center_Service_Delivery_and_LookAlike_Sites.excerpt.csv",
    *("project_c_samples.parquet", "ohana_sample_csv"),
)
FACTS = (
    *("source", "id", "name", "street", "city", "state", "zip", "phone", "number", "kind"),
    "partner",
)
COLUMNS = (
    *(f"{side}_{fact}" for side in ("one", "other") for fact in FACTS),
    *("band", "half", "label", "note"),
)

_ROWS = r"""
CREATE TABLE rows AS
WITH plain AS (
    SELECT *, number_of(own_number, id) AS number, upper(city) AS town, nullif(regexp_extract(street, '^\d+'), '') AS house,
        list_distinct(string_split(trim(regexp_replace(replace(upper(strip_accents(name)), '''', ''),
            '[^A-Z0-9]+', ' ', 'g')), ' ')) AS words
    FROM directory.organizations
    WHERE NOT (source = 'irs' AND regexp_matches(name, '\b(TTEE|TRUSTEE|TR|TUW|TUA|UW|ESTATE|FAM|FAMILY)\b'))
        AND NOT (source = 'overture' AND (partner IS NULL
            OR regexp_matches(kind, 'doctor|dentist|lawyer|attorney|therap|physician|agent|practi')))
)
SELECT *, array_to_string(words, ' ') AS plain,
    array_to_string(list_filter(words, lambda word: NOT contains(coalesce(town, ''), word)), ' ') AS bare
FROM plain
"""
"""The rows that pairs may be of: none that is known by the name of a person."""

_RARE = """
CREATE TABLE rare AS
WITH words AS (
    SELECT id, source, state, town, zip, unnest(words) AS word FROM rows
)
SELECT id, source, town, state, zip, word FROM words
WHERE length(word) > 3 AND NOT contains(coalesce(town, ''), word)
QUALIFY count(*) OVER (PARTITION BY word, state) <= 20
"""

_CANDIDATES = """
CREATE TABLE candidates AS
WITH met AS (
    SELECT one.id AS one, other.id AS other FROM rows AS one JOIN rows AS other
        ON one.number = other.number AND one.state IS NOT DISTINCT FROM other.state
    UNION SELECT one.id, other.id FROM rows AS one JOIN rows AS other
        ON one.phone = other.phone AND one.state IS NOT DISTINCT FROM other.state
    UNION SELECT one.id, other.id FROM rows AS one JOIN rows AS other
        ON one.zip = other.zip AND jaro_winkler_similarity(one.plain, other.plain) >= 0.7
    UNION SELECT one.id, other.id FROM rows AS one JOIN rows AS other
        ON one.town = other.town AND one.state = other.state
        AND jaro_winkler_similarity(one.plain, other.plain) >= 0.8
    UNION SELECT one.id, other.id FROM rows AS one JOIN rows AS other
        ON left(one.zip, 3) = left(other.zip, 3) AND left(one.plain, 3) = left(other.plain, 3)
        AND jaro_winkler_similarity(one.plain, other.plain) >= 0.93
    UNION SELECT one.id, other.id FROM rows AS one JOIN rows AS other
        ON one.zip = other.zip AND one.house = other.house AND list_has_any(one.words, other.words)
    UNION SELECT one.id, other.id FROM rare AS one JOIN rare AS other
        ON one.word = other.word AND (one.zip = other.zip OR one.town = other.town)
        AND one.state = other.state
    GROUP BY ALL HAVING count(*) > 1
), pairs AS (
    SELECT one.id AS one, other.id AS other,
        replace(replace(one.source, '-outlets', ''), '-systems', '') || ' '
            || replace(replace(other.source, '-outlets', ''), '-systems', '') AS sources,
        one.number = other.number AS number, one.phone = other.phone AS phone,
        one.zip = other.zip AND one.house = other.house AS door,
        least(jaro_winkler_similarity(one.plain, other.plain),
            jaro_winkler_similarity(one.bare, other.bare)) AS likeness
    FROM met JOIN rows AS one ON one.id = met.one JOIN rows AS other ON other.id = met.other
    WHERE one.source < other.source
)
SELECT one, other,
    CASE WHEN sources IN (SELECT unnest($alone::VARCHAR[])) THEN sources ELSE 'others' END AS registers,
    CASE WHEN number AND likeness < 0.8 THEN 'number only' WHEN number THEN 'number'
        WHEN phone AND likeness < 0.8 THEN 'phone only' WHEN phone THEN 'phone'
        WHEN likeness >= 0.95 THEN '.95' WHEN likeness >= 0.9 THEN '.90' WHEN likeness >= 0.8 THEN '.80'
        WHEN door THEN 'door' ELSE 'words' END AS band
FROM pairs
WHERE likeness >= 0.7 OR number OR phone OR door
ORDER BY ALL
"""

_ALONE = (
    *("farmers-markets irs", "irs museums", "irs pls", "irs private-schools", "museums pls"),
    "pls pls",
)
"""Registers that have so many pairs that they are drawn from by themselves."""


def draw(connection: duckdb.DuckDBPyConnection) -> Iterator[dict[str, object]]:
    """Yield the drawn pairs, by registers and bands; no row is drawn twice."""
    connection.execute(MACROS)
    connection.execute(_ROWS)
    connection.execute(_RARE)
    connection.execute(_CANDIDATES, {"alone": list(_ALONE)})
    chance, half = random.Random(SEED), cycle(HALVES)
    strata: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for one, other, registers, band in connection.execute("FROM candidates").fetchall():
        strata[registers, band].append((one, other))
    drawn: set[str] = set()
    for (_, band), pairs in sorted(strata.items()):
        left = EACH
        for pair in chance.sample(pairs, len(pairs)):
            if left and drawn.isdisjoint(pair):
                drawn.update(pair)
                left -= 1
                yield {
                    **_facts(connection, pair[0], "one"),
                    **_facts(connection, pair[1], "other"),
                    "band": band,
                    "half": next(half),
                }


def _facts(connection: duckdb.DuckDBPyConnection, id_: str, side: str) -> dict[str, object]:
    found = connection.execute("SELECT * FROM rows WHERE id = ?", [id_])
    names = [column[0] for column in found.description or ()]
    row = dict(zip(names, found.fetchone() or (), strict=True))
    return {f"{side}_{fact}": row[fact] for fact in FACTS}


def main() -> None:
    """Write the drawn pairs to standard output."""
    parser = argparse.ArgumentParser(description="Draw the pairs to label.")
    parser.add_argument("folder", type=Path, help="folder of the registers' files")
    found = {path.name: path for path in sorted(parser.parse_args().folder.rglob("*"))}
    missing = [name for name in FILES if name not in found]
    if missing:
        raise SystemExit(f"the folder holds no {', '.join(missing)}")
    table = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    table.writeheader()
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
        load([str(found[name]) for name in FILES], Path(folder), load_catalog())
        path = str(Path(folder) / FILE)
        connection.execute("ATTACH ? AS directory (READ_ONLY)", [path])
        table.writerows(draw(connection))


if __name__ == "__main__":
    main()
