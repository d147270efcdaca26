"""What a load works with and throws away: macros that mend text, rows as they come, where places are."""

from typing import TYPE_CHECKING, Any

from collabkit.directory.geo.places import every_place
from collabkit.directory.geo.towns import STATES
from collabkit.directory.sources import COLUMNS

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

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
