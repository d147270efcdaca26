"""Rows of different sources that are one organization. ``docs/directory.md`` states the rule.

Two rows of different sources are the same organization if they bear the same number in the same
state, or if their names are alike in one ZIP code and nothing speaks against it: another partner,
another number in the name, or a word that only one of them has and that makes it another body.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ALIKE = 0.94
"""Likeness of two names (Jaro-Winkler, 0 to 1) from which they are one name in one ZIP code."""
ALIKE_AT_THE_DOOR = 0.86
"""The same, where the house number agrees too."""
TELLING = [
    *("ACADEMY", "ALUMNI", "ARTS", "ASSOCIATION", "AUXILIARY", "BAND", "BOOSTER", "BOOSTERS"),
    *("BRANCH", "CHAPTER", "CHARITABLE", "CHILDRENS", "CHURCH", "CLUB", "COLLEGE", "COUNTY"),
    *("EAST", "ELEMENTARY", "ENDOWMENT", "FOUNDATION", "FRIENDS", "FUND", "GUILD", "HIGH"),
    *("HISTORICAL", "HOSPITAL", "INTERMEDIATE", "JUNIOR", "LIBRARY", "LOWER", "MIDDLE", "MUSEUM"),
    *("NORTH", "POLICE", "PRIMARY", "PTA", "PTO", "PTSA", "SCHOOL", "SENIOR", "SHERIFF", "SOCIETY"),
    *("SOUTH", "TRUST", "UNIVERSITY", "UPPER", "VOLUNTEER", "WEST"),
]
"""Words that make two names those of two bodies, however alike they are otherwise."""

_NUMBERED = """
CREATE OR REPLACE TEMP TABLE pairs AS
SELECT one.id AS one, other.id AS other, 'the same number' AS why, 1.0 AS likeness
FROM organizations AS one JOIN organizations AS other
    ON one.number = other.number AND one.source < other.source
    AND one.state IS NOT DISTINCT FROM other.state
WHERE one.number IS NOT NULL
"""

_NAMES = r"""
CREATE OR REPLACE TEMP TABLE names AS
WITH sizes AS (
    SELECT source, count(*) AS rows FROM organizations GROUP BY source
), small AS (
    SELECT DISTINCT zip FROM organizations
    WHERE source <> (SELECT arg_max(source, rows) FROM sizes) AND zip IS NOT NULL
), plain AS (
    SELECT id, source, partner, zip, regexp_extract(street, '^\d+') AS house,
        trim(regexp_replace(regexp_replace(replace(replace(upper(strip_accents(name)), '''', ''), '&', ' AND '),
            '[^A-Z0-9]+', ' ', 'g'), '\b(THE|INC|INCORPORATED|CORP|LLC|LTD|CO|OF|AND)\b ?', '', 'g')) AS words
    FROM organizations SEMI JOIN small USING (zip)
)
SELECT *, left(words, 4) AS head, list_sort(list_distinct(list_intersect(string_split(words, ' '), $telling))) AS telling,
    regexp_extract_all(words, '\d+') AS numbers
FROM plain WHERE words <> ''
"""

_ALIKE = """
INSERT INTO pairs
WITH close AS (
    SELECT one.id AS one, other.id AS other, one.words AS a, other.words AS b,
        one.house <> '' AND one.house = other.house AS at_the_door
    FROM names AS one JOIN names AS other
        ON one.zip = other.zip AND one.head = other.head AND one.source < other.source
    WHERE one.telling = other.telling AND one.numbers = other.numbers
        AND (one.partner = other.partner OR one.partner IS NULL OR other.partner IS NULL)
)
SELECT one, other,
    CASE WHEN at_the_door THEN 'names alike at one address' ELSE 'names alike in one ZIP code' END,
    jaro_winkler_similarity(a, b) AS likeness
FROM close
WHERE likeness >= CASE WHEN at_the_door THEN $door ELSE $alike END
"""

_RANKED = """
SELECT id, row_number() OVER (
    ORDER BY partner IS NULL, mark IS NOT NULL, located <> 'address', confidence DESC, source, id
)
FROM organizations
WHERE id IN (SELECT one FROM pairs UNION SELECT other FROM pairs)
"""

_PAIRS = "SELECT one, other, why, likeness FROM pairs ORDER BY likeness DESC, one, other"


def find(connection: "DuckDBPyConnection") -> int:
    """Fill the table ``duplicates``; return how many rows stand for an organization seen elsewhere."""
    (sources,) = connection.execute(
        "SELECT count(DISTINCT source) FROM organizations"
    ).fetchone() or (0,)
    if sources < 2:  # noqa: PLR2004 - nothing to compare with
        return 0
    connection.execute(_NUMBERED)
    connection.execute(_NAMES, {"telling": TELLING})
    connection.execute(_ALIKE, {"alike": ALIKE, "door": ALIKE_AT_THE_DOOR})
    pairs = connection.execute(_PAIRS).fetchall()
    rank = dict(connection.execute(_RANKED).fetchall())
    main = _mains([(one, other) for one, other, _, _ in pairs], rank)
    why: dict[str, tuple[str, float]] = {}
    for one, other, reason, likeness in pairs:
        for id_ in (one, other):
            why.setdefault(id_, (reason, likeness))
    twins = [(id_, of, *why[id_]) for id_, of in sorted(main.items()) if id_ != of]
    if twins:
        connection.execute(_WRITE, [list(column) for column in zip(*twins, strict=True)])
        connection.execute(
            "UPDATE organizations SET twin = TRUE WHERE id IN (SELECT id FROM duplicates)"
        )
    return len(twins)


_WRITE = """
INSERT INTO duplicates
SELECT unnest(?::VARCHAR[]), unnest(?::VARCHAR[]), unnest(?::VARCHAR[]), unnest(?::FLOAT[])
"""


def _mains(pairs: list[tuple[str, str]], rank: dict[str, int]) -> dict[str, str]:
    """Return for each id of *pairs* the best ranked of those it is joined to, directly or not."""
    above: dict[str, str] = {}

    def top(id_: str) -> str:
        while above.setdefault(id_, id_) != id_:
            above[id_] = above[above[id_]]
            id_ = above[id_]
        return id_

    for one, other in pairs:
        first, second = sorted((top(one), top(other)), key=lambda id_: rank[id_])
        above[second] = first
    return {id_: top(id_) for id_ in list(above)}
