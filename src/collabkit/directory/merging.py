"""Classed, located rows into the new database, with what the old one holds besides."""

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


KEEP_ONE = """
UPDATE fresh SET left_out = 'a newer row was loaded with it' WHERE row IN (
    SELECT row FROM fresh
    WHERE id IN (SELECT id FROM fresh GROUP BY id HAVING count(*) > 1)
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY as_of DESC NULLS LAST, file DESC, row DESC) > 1
)
"""
"""Of rows with one id, as in two editions of a register, the newest stays."""

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

_ORGANIZATIONS = r"""
INSERT INTO organizations
WITH decided AS (
    SELECT fresh.*, kinds.partner AS own, by_group.rule AS affiliate,
        least(by_group.rule, by_name.rule, by_source.rule,
            CASE WHEN len(filing.unless) = 0
                OR NOT list_bool_or(list_transform(filing.unless, lambda phrase: contains(words, phrase)))
                THEN by_code.rule END) AS rule
    FROM fresh
    LEFT JOIN kinds ON kinds.name = trim(regexp_replace(upper(stated), '[^A-Z0-9]+', ' ', 'g'))
    LEFT JOIN by_group USING (row)
    LEFT JOIN by_name USING (row)
    LEFT JOIN by_code USING (code)
    LEFT JOIN rules AS filing ON filing.rule = by_code.rule
    LEFT JOIN by_source ON by_source.source = fresh.source AND by_source.kind IS NOT DISTINCT FROM fresh.kind
    WHERE left_out IS NULL
)
SELECT
    decided.id, decided.source, decided.part, decided.name, decided.local,
    coalesce(decided.own, rules.partner) AS partner,
    CASE WHEN decided.own IS NOT NULL THEN 1 ELSE rules.confidence END AS confidence,
    CASE WHEN decided.own IS NOT NULL THEN $own_word
        WHEN rules.family = 'ntee' THEN rules.reason || ', NTEE ' || decided.code
        ELSE rules.reason END AS reason,
    coalesce(chapter.network, rules.network,
        CASE WHEN decided.affiliates IS NOT NULL THEN 'group-' || decided.affiliates END) AS network,
    decided.street, decided.city, decided.state, decided.zip,
    coalesce(decided.lat, zips.lat, zips3.lat, towns.lat) AS lat,
    coalesce(decided.lon, zips.lon, zips3.lon, towns.lon) AS lon,
    CASE WHEN decided.lat IS NOT NULL THEN 'address'
        WHEN zips.lat IS NOT NULL THEN 'zip'
        WHEN zips3.lat IS NOT NULL THEN 'zip area'
        WHEN towns.lat IS NOT NULL THEN 'town' END AS located,
    decided.phone, decided.site, decided.number, decided.kind, decided.size,
    CASE
        WHEN blocks.of_one_network AND decided.affiliates = blocks.network AND rank = '9' THEN 'headquarters'
        WHEN NOT blocks.of_one_network THEN 'mail service'
        WHEN regexp_matches(upper(decided.street), '^(P\.?\s*O\.?\s*|POST OFFICE )?BOX\b') THEN 'po box'
    END AS mark,
    FALSE AS twin
FROM decided
LEFT JOIN rules ON rules.rule = decided.rule
LEFT JOIN rules AS chapter ON chapter.rule = decided.affiliate
LEFT JOIN blocks ON blocks.street = decided.street AND blocks.zip = decided.zip AND decided.lat IS NULL
LEFT JOIN zips ON zips.zip = decided.zip
LEFT JOIN zips3 ON zips3.zip = left(decided.zip, 3)
LEFT JOIN towns ON towns.city = upper(decided.city) AND towns.state = decided.state
ORDER BY coalesce(zips.square, zips3.square, towns.square)
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
WHERE now.n >= ? * coalesce(was.n, 0)
"""

_CHANGES = """
WITH now AS (SELECT source, id, street, zip FROM organizations),
    was AS (
        SELECT source, id, street, zip FROM old.organizations
        WHERE source IN (SELECT source FROM covered)
            AND ((source, part) IN (SELECT (source, part) FROM covered) OR id IN (SELECT id FROM now))
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
    SELECT source, file, list(part ORDER BY part), any_value(rows), any_value(rejected),
        any_value(as_of), loaded_at
    FROM (SELECT *, unnest(parts) AS part FROM old.loads)
    ANTI JOIN covered USING (source, part)
    GROUP BY source, file, loaded_at
    """,
)


def merge(connection: "DuckDBPyConnection", own_word: str) -> list[Change]:
    """Fill the new database from ``fresh`` and the old one; return what changed.

    Args:
        connection: to the new database, with the old one attached and the rules joined.
        own_word: the reason for a partner that the row itself states.
    """
    connection.execute(_BLOCKS, [AT_ONE_ADDRESS])
    connection.execute(_ORGANIZATIONS, {"own_word": own_word})
    connection.execute(_FIGURES)
    connection.execute(_COVERED_PARTS, [_COVERED])
    changes = []
    if connection.execute("SELECT 1 FROM old.organizations LIMIT 1").fetchone():
        changes = [Change(*row) for row in connection.execute(_CHANGES).fetchall()]
        for statement in _KEEP_OLD:
            connection.execute(statement)
    return changes
