"""Rows of a file to rows as we keep them: trimmed, placed in a state, located, with a stable id."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from collabkit.directory import reading
from collabkit.directory.places import every_place
from collabkit.directory.reading import Prepared, Reject
from collabkit.directory.recognizing import Table
from collabkit.directory.sources import COLUMNS, UnreadableFileError
from collabkit.directory.towns import STATES

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class File(NamedTuple):
    """A file of delimited text to load."""

    path: Path
    shown: str
    number: int
    """In this load."""


_MACROS = (
    # Registers are mostly neat, so looking for what to mend is cheaper than mending.
    r"""
    CREATE TEMP MACRO tidy(text) AS CASE
        WHEN starts_with(text, ' ') OR ends_with(text, ' ') OR contains(text, '  ')
            OR contains(text, chr(10)) OR contains(text, chr(9)) OR contains(text, chr(13))
        THEN nullif(trim(regexp_replace(text, '\s+', ' ', 'g')), '') ELSE text END
    """,
    # "Fire Department c/o Jane Doe", "c/o Jane Doe 12 Main St": whoever opens the mail is left out.
    r"""
    CREATE TEMP MACRO nobody(text) AS CASE
        WHEN contains(text, '/') OR contains(text, '%') OR contains(text, 'ATTN')
        THEN nullif(trim(regexp_replace(text,
            '\s*(\bC\s*/\s*O\b|\bATTN\b|(^|\s)%\s)\D*?(P\.?\s?O\.?\s?BOX|\d|$)', ' \3', 'i'), ' ,'), '')
        ELSE text END
    """,
    r"""
    CREATE TEMP MACRO plain(text) AS CASE
        WHEN regexp_full_match(text, '[A-Z0-9 ]*') THEN text
        ELSE trim(regexp_replace(replace(replace(upper(strip_accents(text)), '''', ''), '&', ' AND '),
            '[^A-Z0-9]+', ' ', 'g')) END
    """,
    # Most are right as they are. Spreadsheets take the first zero off a number, so eight digits are
    # one too; fewer, or a word, are not.
    r"""
    CREATE TEMP MACRO ein(text) AS CASE
        WHEN length(text) = 9 AND text > '000000000' AND try_cast(text AS UINTEGER) IS NOT NULL THEN text
        ELSE nullif(lpad(nullif(replace(
            regexp_extract(text, '^\s*(\d{2}-?\d{6,7})(\.0)?\s*$', 1), '-', ''), ''), 9, '0'), '000000000') END
    """,
)

_TABLES = (
    """
    CREATE TEMP TABLE rows (
        file INTEGER, id VARCHAR, part VARCHAR, source VARCHAR, name VARCHAR,
        local VARCHAR, words VARCHAR, local_words VARCHAR, street VARCHAR, city VARCHAR,
        state VARCHAR, zip VARCHAR, lat DOUBLE, lon DOUBLE, phone VARCHAR, site VARCHAR,
        number VARCHAR, code VARCHAR, stated VARCHAR, affiliates VARCHAR, rank VARCHAR,
        kind VARCHAR, size TINYINT, as_of VARCHAR, left_out VARCHAR,
        visits DOUBLE, borrowers DOUBLE, programs DOUBLE, attendance DOUBLE, hours DOUBLE,
        computers DOUBLE, staff DOUBLE, population DOUBLE
    )
    """,
    # A sequence would number the rows one after the other, on one core.
    "CREATE TEMP VIEW fresh AS SELECT rowid AS row, * FROM rows",
    "CREATE TEMP TABLE states AS SELECT unnest(?::VARCHAR[]) AS name, unnest(?::VARCHAR[]) AS state",
    # Ten bits of each coordinate in turns (a Z-order curve): neighbors on the map become neighbors
    # in the file, so that a question about one place reads few blocks of it.
    """
    CREATE TEMP MACRO squared(x, y) AS list_sum(list_transform(range(10), lambda bit:
        (((x >> bit) & 1) << (2 * bit + 1)) | (((y >> bit) & 1) << (2 * bit))))
    """,
    """
    CREATE TEMP TABLE zips AS
    SELECT *, squared(((lon + 180) / 360 * 1024)::INTEGER, ((lat + 90) / 180 * 1024)::INTEGER) AS square
    FROM (
        SELECT unnest(?::VARCHAR[]) AS zip, unnest(?::VARCHAR[]) AS city,
            unnest(?::VARCHAR[]) AS state, unnest(?::DOUBLE[]) AS lat, unnest(?::DOUBLE[]) AS lon
    )
    """,
    """
    CREATE TEMP TABLE zips3 AS
    SELECT left(zip, 3) AS zip, avg(lat) AS lat, avg(lon) AS lon, list(DISTINCT state) AS states
    FROM zips GROUP BY ALL
    """,
    """
    CREATE TEMP TABLE towns AS
    SELECT upper(city) AS city, state, avg(lat) AS lat, avg(lon) AS lon, min(square) AS square
    FROM zips GROUP BY ALL
    """,
)


def prepare(connection: "DuckDBPyConnection") -> None:
    """Make the temporary tables that cleaning and locating need."""
    parameters: dict[int, list[Any]] = {
        2: [list(STATES), list(STATES.values())],
        4: [list(column) for column in zip(*every_place(), strict=True)],
    }
    for statement in _MACROS:
        connection.execute(statement)
    for number, statement in enumerate(_TABLES):
        connection.execute(statement, parameters.get(number, []))
    blank = ", ".join(f"{column} VARCHAR" for column in COLUMNS)
    connection.execute("CREATE TEMP TABLE blank (" + blank + ")")


def add(
    connection: "DuckDBPyConnection", file: File, table: Table, work: Path, *, part: str
) -> tuple[str, list[Reject]]:
    """Add the rows of *file* to those of ``fresh``; return its encoding and what was left out.

    Args:
        connection: to the new directory.
        file: what to read.
        table: how to read it.
        work: a folder for a mended copy.
        part: the part of the source it is; empty for parts by state.

    Raises:
        UnreadableFileError: DuckDB can make nothing of it.
    """
    ready = _prepare(file, table, work)
    try:
        _insert(connection, ready, file, table, part)
    except UnreadableFileError:
        if ready.path != file.path:
            raise
        # Lines that end now in one way, now in another are most often why. To look for them in
        # every file beforehand would take as long as all else that is looked for.
        ready = _prepare(file, table, work, mend=True)
        _insert(connection, ready, file, table, part)
    return ready.encoding, [*ready.rejects, *_faults(connection, file.shown, ready.rejects)]


def _prepare(file: File, table: Table, work: Path, *, mend: bool = False) -> Prepared:
    return reading.prepare(
        file.path,
        work,
        shown=file.shown,
        one_line=table.source.one_line,
        notes=table.source.notes,
        mend=mend,
    )


def _insert(
    connection: "DuckDBPyConnection", ready: Prepared, file: File, table: Table, part: str
) -> None:
    import duckdb  # noqa: PLC0415

    try:
        connection.execute(_ADD, _parameters(ready.path, table, file.number, part))
    except (duckdb.InvalidInputException, duckdb.ConversionException) as error:
        reason = str(error).split("\n", 1)[0]
        raise UnreadableFileError(f"{file.shown}: {reason}") from error


def _parameters(path: Path, table: Table, file: int, part: str) -> dict[str, Any]:
    source = table.source
    return {
        "path": str(path),
        "columns": dict(table.columns),
        "skip": table.skip,
        "delimiter": table.delimiter,
        "nulls": ["", *source.nulls],
        "closed": list(source.left_out),
        "reasons": list(source.left_out.values()),
        "numbers": source.numbers,
        "numbered": "number" in source.columns or "number" in table.columns,
        "parts": list(source.parts),
        "chapters": list(source.chapters),
        "people": source.people,
        "source": source.id,
        "file": file,
        "part": part,
    }


def _faults(
    connection: "DuckDBPyConnection", shown: str, missing: Sequence[Reject]
) -> list[Reject]:
    """Return the lines of the last file that are no rows, and forget them.

    Lines that are *missing*, having been taken out of it before, do not count in their numbers.
    """
    rows = connection.execute(_FAULTS).fetchall()
    for statement in _FORGET:
        connection.execute(statement)
    return [
        Reject(
            shown,
            _in_the_file(line, missing),
            _REASONS.get(kind, kind.lower()),
            " ".join((text or "").split())[:200],
        )
        for line, kind, text in rows
    ]


def _in_the_file(line: int, missing: Sequence[Reject]) -> int:
    for reject in missing:
        line += reject.line is not None and reject.line <= line
    return line


_FAULTS = """
SELECT line, any_value(error_type::VARCHAR), any_value(csv_line) FROM reject_errors
GROUP BY scan_id, line ORDER BY line
"""
_FORGET = ("DELETE FROM reject_errors", "DELETE FROM reject_scans")
_REASONS = {
    "TOO MANY COLUMNS": "too many values",
    "MISSING COLUMNS": "too few values",
    "UNQUOTED VALUE": "a quote that is not closed",
    "LINE SIZE OVER MAXIMUM": "too long",
    "INVALID ENCODING": "letters that are not UTF-8",
}

_ADD = r"""
INSERT INTO rows BY NAME
WITH raw AS (
    SELECT * FROM blank
    UNION ALL BY NAME
    SELECT COLUMNS(lambda c: NOT starts_with(c, '_'))
    FROM read_csv($path, columns = $columns, header = false, skip = $skip, delim = $delimiter,
        quote = '"', escape = '"', auto_detect = false, nullstr = $nulls, store_rejects = true,
        max_line_size = 1100000)
), neat AS (
    SELECT raw.* EXCLUDE (name, name2, local, state, zip), nobody(coalesce(tidy(raw.name), tidy(name2))) AS name,
        CASE WHEN ($chapters = [] OR list_contains($chapters, rank)) AND NOT regexp_matches(local, $people)
            THEN local END AS local,
        CASE WHEN length(trim(raw.state)) > 2 THEN states.state ELSE nullif(upper(trim(raw.state)), '') END AS state,
        nullif(lpad(coalesce(nullif(regexp_extract(zip, '^\s*(\d{3,5})', 1), ''),
            regexp_extract(place, '\b[A-Z]{2} (\d{5})', 1)), 5, '0'), '00000') AS zip,
        coalesce(try_cast(lat AS DOUBLE), try_cast(regexp_extract(place, '\((-?[\d.]+)', 1) AS DOUBLE)) AS north,
        coalesce(try_cast(lon AS DOUBLE), try_cast(regexp_extract(place, '(-?[\d.]+)\)', 1) AS DOUBLE)) AS east
    FROM raw LEFT JOIN states ON states.name = CASE WHEN length(raw.state) > 2 THEN upper(trim(raw.state)) END
)
SELECT
    $file AS file,
    $source || '-' || coalesce(tidy(key) || coalesce('-' || lpad(trim(key2), 3, '0'), ''),
        left(md5(concat_ws('|', name, street, city, zip)), 12)) AS id,
    coalesce(nullif($part, ''), state, '') AS part,
    $source AS source,
    name,
    tidy(local) AS local,
    ' ' || plain(name) || ' ' AS words,
    coalesce(plain(local) || ' ', '') AS local_words,
    nobody(coalesce(tidy(street), nullif(regexp_extract(place, '^([^\n]*)', 1), ''))) AS street,
    coalesce(tidy(city), nullif(regexp_extract(place, '\n([^,\n]+), [A-Z]{2}', 1), '')) AS city,
    state,
    nullif(zip, '') AS zip,
    CASE WHEN north BETWEEN -15 AND 72 AND north <> 0 AND east <> 0 AND abs(east) <= 180 THEN north END AS lat,
    CASE WHEN north BETWEEN -15 AND 72 AND north <> 0 AND east <> 0 AND abs(east) <= 180 THEN east END AS lon,
    CASE WHEN phone IS NULL THEN NULL
        WHEN regexp_matches(trim(phone), '^\D*1?\D*(\d\D{0,3}){10}(\.0)?$')
        THEN regexp_replace(right(regexp_replace(regexp_replace(phone, '\.0$', ''), '\D', '', 'g'), 10),
            '(\d{3})(\d{3})(\d{4})', '\1-\2-\3')
        ELSE tidy(phone) END AS phone,
    tidy(site) AS site,
    CASE WHEN $numbers <> ''
        THEN $numbers || ':' || CASE
            WHEN list_contains($parts, kind) THEN tidy(key) || '-' || lpad(trim(key2), 3, '0')
            WHEN $numbers = 'ein' THEN ein(CASE WHEN $numbered THEN number ELSE key END)
            ELSE tidy(CASE WHEN $numbered THEN number ELSE key END)
            END END AS number,
    upper(tidy(code)) AS code,
    tidy(partner) AS stated,
    affiliates,
    rank,
    tidy(kind) AS kind,
    CASE WHEN try_cast(size AS DOUBLE) < 10 THEN try_cast(size AS TINYINT) END AS size,
    as_of,
    CASE WHEN name IS NULL THEN 'no name'
        ELSE list_extract($reasons, list_position($closed, trim(status))::INTEGER) END AS left_out,
    try_cast(visits AS DOUBLE) AS visits,
    try_cast(borrowers AS DOUBLE) AS borrowers,
    try_cast(programs AS DOUBLE) AS programs,
    try_cast(attendance AS DOUBLE) AS attendance,
    try_cast(hours AS DOUBLE) AS hours,
    try_cast(computers AS DOUBLE) AS computers,
    try_cast(staff AS DOUBLE) AS staff,
    try_cast(population AS DOUBLE) AS population
FROM neat
"""
