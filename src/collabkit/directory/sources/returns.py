"""Returns of Form 990, 990-EZ and 990-PF: the latest of each body, with what it says that it does.

What a person is in a return is never read. One row is one body; its statements stand in the row as JSON, and the
load puts them in a table of their own.
"""

import csv
import glob
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.directory.names import printable
from collabkit.directory.sources import returns_files, returns_tables
from collabkit.directory.sources.base import Source, Tell
from collabkit.directory.sources.returns_filing import (
    DAMAGED,
    NO_NUMBER,
    OTHER_FORM,
    Filing,
    FilingError,
    read,
)

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_EARLIER = "an earlier return of a body"
_FIELDS = (
    *("key", "name", "street", "city", "state", "zip", "phone", "site", "as_of", "status", "kind"),
    *("foundation", "size", "employees", "volunteers", "described", "filed"),
)
_TOLD_EACH = 20_000
"""Returns after which a load tells how far it is."""
_PRIVATE = "04"
"""What the IRS says in its register of a private foundation."""

# An earlier return, which is only counted, is no other row of the body.
_LATEST = """
WITH placed AS (
    SELECT *, row_number() OVER () AS place FROM read_csv($path, header = true, quote = '"', escape = '"', delim = ',',
        max_line_size = 1100000, auto_detect = false, columns = $columns)
), ordered AS (
    SELECT *, status IS NULL AND row_number() OVER (
        PARTITION BY key, status IS NULL ORDER BY as_of DESC, filed DESC, place) > 1 AS earlier
    FROM placed
)
SELECT * EXCLUDE (filed, place, earlier) REPLACE (
    if(earlier, key || ' of ' || as_of || ' ' || place, key) AS key, if(earlier, $earlier, status) AS status)
FROM ordered ORDER BY place
"""


def _gathers(paths: Sequence[Path]) -> Sequence[Path]:
    return [
        path
        for path in paths
        if returns_files.is_file_of_one(path)
        or returns_files.is_file_of_many(path)
        or returns_tables.is_table(path)
    ]


def _convert(
    connection: "DuckDBPyConnection", paths: Sequence[Path], target: Path, _feed: str, tell: Tell
) -> Mapping[str, str]:
    tables = [path for path in paths if returns_tables.is_table(path)]
    files = [path for path in paths if path not in tables]
    every = target.with_name(f"{target.stem}-every.csv")
    with every.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_FIELDS)
        writer.writerows(_rows(files, tell))
        writer.writerows(map(_row, returns_tables.filings(connection, tables)))
    latest = {
        "path": glob.escape(str(every.absolute())),
        "earlier": _EARLIER,
        "columns": dict.fromkeys(_FIELDS, "VARCHAR"),
    }
    connection.query(_LATEST, params=latest).write_csv(str(target))
    every.unlink()
    return {}


def _rows(files: Sequence[Path], tell: Tell) -> Iterator[Sequence[object]]:
    total = returns_files.count(files)
    for number, packed in enumerate(returns_files.each(files), 1):
        if number % _TOLD_EACH == 0:
            tell(f"Read {number:,} returns of {total:,}")
        try:
            if packed.data is None:
                raise FilingError(DAMAGED)  # noqa: TRY301 - as one that is damaged inside
            yield _row(read(packed.data, whole=packed.whole))
        except FilingError as error:
            name = printable(packed.name)
            bad = {"key": name, "name": name, "status": str(error)}
            yield [bad.get(field) for field in _FIELDS]


def _row(filing: Filing) -> Sequence[object]:
    return (
        *(filing.ein, filing.name, filing.street, filing.city, filing.state, filing.zip),
        *(filing.phone, filing.site, filing.ends, None, filing.section),
        *(_PRIVATE if filing.form == "990PF" else None, filing.income),
        *(filing.employees, filing.volunteers),
        json.dumps(filing.described) if filing.described else None,
        filing.filed,
    )


SOURCE = Source(
    id="returns",
    label="Returns of Form 990, 990-EZ and 990-PF",
    publisher="Internal Revenue Service",
    license="public domain",
    covers="what nonprofits say in their yearly return that they do, with telephone and web site",
    download="https://www.irs.gov/charities-non-profits/form-990-series-downloads",
    left_out={reason: reason for reason in (DAMAGED, OTHER_FORM, NO_NUMBER, _EARLIER)},
    numbers="ein",
    adds=True,
    gathers=_gathers,
    convert=_convert,
)
