"""Classed, located rows into the new database, with what the old one holds besides."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

AT_ONE_ADDRESS = 20
"""Organizations at one street and ZIP from which it is no place but an office that takes mail."""
_COVERED = 0.2
"""Share of a state's rows that a file must bring to count as the new edition for that state."""


class Change(NamedTuple):
    """What a load did to a source that was loaded before."""

    source: str
    new: int
    gone: int
    moved: int


class Made(NamedTuple):
    """What the rows of one source became."""

    source: str
    organizations: int
    unclassified: int
    unlocated: int


class Merged(NamedTuple):
    """What a merge did."""

    made: list[Made]
    changes: list[Change]


_MADE = """
SELECT source, count(*), count(*) FILTER (partner IS NULL), count(*) FILTER (lat IS NULL)
FROM organizations GROUP BY source
"""

_KEEP_ONE = """
UPDATE rows SET left_out = older.reason FROM (
    SELECT row, CASE WHEN edition < max(edition) OVER (PARTITION BY id)
        THEN 'a newer row was loaded with it' ELSE 'another row has its number' END AS reason
    FROM fresh LEFT JOIN (
        SELECT unnest($files::INTEGER[]) AS file, unnest($editions::VARCHAR[]) AS edition
    ) USING (file)
    WHERE id IN (SELECT id FROM fresh GROUP BY id HAVING count(*) > 1)
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY edition DESC NULLS LAST, file DESC, row DESC) > 1
) AS older
WHERE rows.rowid = older.row
"""

_BLOCKS = """
CREATE OR REPLACE TEMP TABLE blocks AS
WITH big AS (
    SELECT street, zip FROM fresh
    WHERE street IS NOT NULL AND zip IS NOT NULL AND lat IS NULL AND left_out IS NULL
    GROUP BY ALL HAVING count(*) >= ?
), groups AS (
    SELECT street, zip, affiliates, count(*) AS members
    FROM fresh SEMI JOIN big USING (street, zip)
    GROUP BY ALL
)
SELECT street, zip,
    arg_max(affiliates, members) FILTER (affiliates IS NOT NULL) AS network,
    coalesce(max(members) FILTER (affiliates IS NOT NULL), 0) * 2 >= sum(members) AS of_one_network
FROM groups GROUP BY ALL
"""

# Rows are put in the order of the map before the short words of the rules are joined to them, and
# into a table made for them: twice as fast as adding them to one that is there.
_ORGANIZATIONS = r"""
CREATE OR REPLACE TABLE organizations AS
WITH sorted AS (
    SELECT fresh.* EXCLUDE (row, file, words, local_words, as_of, left_out, visits, borrowers,
        programs, attendance, hours, computers, staff, population), decided.rule, decided.chapter
    FROM fresh JOIN decided USING (row) LEFT JOIN zips USING (zip)
    WHERE left_out IS NULL
    ORDER BY zips.square
)
SELECT
    sorted.id, sorted.source, sorted.part, sorted.name, sorted.local,
    coalesce(kinds.partner, rules.partner) AS partner,
    CASE WHEN kinds.partner IS NOT NULL THEN 1 ELSE rules.confidence END AS confidence,
    CASE WHEN kinds.partner IS NOT NULL THEN $own_word
        WHEN rules.family = 'ntee' THEN rules.reason || ', NTEE ' || sorted.code
        ELSE rules.reason END AS reason,
    coalesce(chapter.network, rules.network,
        CASE WHEN sorted.affiliates IS NOT NULL THEN 'group-' || sorted.affiliates END) AS network,
    sorted.street, sorted.city, sorted.state, sorted.zip,
    coalesce(sorted.lat, zips.lat, zips3.lat, towns.lat) AS lat,
    coalesce(sorted.lon, zips.lon, zips3.lon, towns.lon) AS lon,
    CASE WHEN sorted.lat IS NOT NULL THEN 'address'
        WHEN zips.lat IS NOT NULL THEN 'zip'
        WHEN zips3.lat IS NOT NULL THEN 'zip area'
        WHEN towns.lat IS NOT NULL THEN 'town' END AS located,
    sorted.phone, sorted.site, sorted.number, sorted.kind, sorted.size,
    CASE
        WHEN blocks.of_one_network AND sorted.affiliates = blocks.network AND rank = '9' THEN 'headquarters'
        WHEN NOT blocks.of_one_network THEN 'mail service'
        WHEN starts_with(sorted.street, 'PO BOX ')
            OR (regexp_matches(left(sorted.street, 1), '[PpBb]')
                AND regexp_matches(upper(left(sorted.street, 16)), '^(P\.?\s*O\.?\s*|POST OFFICE )?BOX\b'))
        THEN 'po box'
    END AS mark,
    FALSE AS twin
FROM sorted
LEFT JOIN kinds ON kinds.name = trim(regexp_replace(upper(stated), '[^A-Z0-9]+', ' ', 'g'))
LEFT JOIN rules ON rules.rule = sorted.rule AND rules.partner IS NOT NULL
LEFT JOIN rules AS chapter ON chapter.rule = sorted.chapter
LEFT JOIN blocks ON blocks.street = sorted.street AND blocks.zip = sorted.zip AND sorted.lat IS NULL
LEFT JOIN zips ON zips.zip = sorted.zip
-- A post office abroad has a ZIP code that begins as those of another state do.
LEFT JOIN zips3 ON zips3.zip = CASE WHEN zips.lat IS NULL THEN left(sorted.zip, 3) END
    AND (sorted.state IS NULL OR list_contains(zips3.states, sorted.state))
LEFT JOIN towns ON towns.city = CASE WHEN zips.lat IS NULL AND zips3.lat IS NULL THEN upper(sorted.city) END
    AND towns.state = sorted.state
"""

_FIGURES = """
INSERT INTO figures
SELECT id, what, value, try_cast(regexp_extract(as_of, '(19|20)\\d\\d') AS INTEGER) AS year
FROM (
    UNPIVOT (SELECT * FROM fresh WHERE left_out IS NULL)
    ON visits, borrowers, programs, attendance, hours, computers, staff, population
    INTO NAME what VALUE value
)
"""

_COVERED_PARTS = """
CREATE OR REPLACE TEMP TABLE covered AS
WITH now AS (SELECT source, part, count(*) AS n FROM organizations GROUP BY ALL),
    was AS (SELECT source, part, count(*) AS n FROM old.organizations GROUP BY ALL)
SELECT source, part FROM now LEFT JOIN was USING (source, part)
WHERE now.n >= $share * coalesce(was.n, 0) OR list_contains($whole, source)
"""

_CHANGES = """
WITH now AS (SELECT source, id, street, zip FROM organizations),
    was AS (
        SELECT source, id, street, zip FROM old.organizations
        WHERE (source, part) IN (SELECT (source, part) FROM covered) OR id IN (SELECT id FROM now)
    )
SELECT coalesce(now.source, was.source) AS source,
    count(*) FILTER (was.id IS NULL),
    count(*) FILTER (now.id IS NULL),
    count(*) FILTER (now.id IS NOT NULL AND was.id IS NOT NULL
        AND (now.street IS DISTINCT FROM was.street OR now.zip IS DISTINCT FROM was.zip))
FROM now FULL JOIN was USING (id)
WHERE coalesce(now.source, was.source) IN (SELECT source FROM old.organizations)
GROUP BY 1 ORDER BY 1
"""

_KEEP_OLD = (
    """
    INSERT INTO organizations
    SELECT was.* FROM old.organizations AS was
    ANTI JOIN covered USING (source, part)
    ANTI JOIN (SELECT id FROM organizations) AS now USING (id)
    """,
    """
    INSERT INTO figures
    SELECT was.* FROM old.figures AS was
    SEMI JOIN organizations USING (id)
    ANTI JOIN figures AS now USING (id)
    """,
    """
    INSERT INTO loads
    SELECT source, file, coalesce(list(part ORDER BY part) FILTER (part IS NOT NULL), []),
        any_value(rows), any_value(rejected), any_value(as_of), loaded_at
    FROM (SELECT *, unnest(if(len(parts) > 0, parts, [NULL])) AS part FROM old.loads)
    ANTI JOIN covered USING (source, part)
    -- A file of which no row was kept has no part; it counts as long as its source is not loaded anew.
    WHERE part IS NOT NULL OR source NOT IN (SELECT source FROM covered)
    GROUP BY source, file, loaded_at
    """,
)


def keep_one(connection: "DuckDBPyConnection", editions: Mapping[int, str | None]) -> None:
    """Leave out, of rows with one id as two editions of a register have them, all but the newest.

    Args:
        connection: to the new database, with all rows in ``fresh``.
        editions: the date of each file. That of a row tells less: it may be when a body was founded.
    """
    connection.execute(_KEEP_ONE, {"files": list(editions), "editions": list(editions.values())})


def merge(connection: "DuckDBPyConnection", own_word: str, whole: Collection[str]) -> Merged:
    """Fill the new database from ``fresh`` and the old one; return what came of it.

    Args:
        connection: to the new database, with the old one attached and the rules joined.
        own_word: the reason for a partner that the row itself states.
        whole: sources whose files always hold all of a part, however little is left of it.
    """
    connection.execute(_BLOCKS, [AT_ONE_ADDRESS])
    connection.execute(_ORGANIZATIONS, {"own_word": own_word})
    made = [Made(*row) for row in connection.execute(_MADE).fetchall()]
    connection.execute(_FIGURES)
    connection.execute(_COVERED_PARTS, {"share": _COVERED, "whole": list(whole)})
    changes = []
    if connection.execute("SELECT 1 FROM old.organizations LIMIT 1").fetchone():
        changes = [Change(*row) for row in connection.execute(_CHANGES).fetchall()]
        for statement in _KEEP_OLD:
            connection.execute(statement)
    return Merged(made, changes)
