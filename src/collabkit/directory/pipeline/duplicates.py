"""Rows of different sources that are one organization. ``docs/directory.md`` states the rule.

Two rows are the same organization if they bear the same number, or if their names are alike in one
place, and nothing speaks against it: another number of the same kind, another partner, or a word
that only one of them has and that makes it another body. Of each source an organization has one
row, so of several that would do the most alike is taken.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from collabkit.directory.pipeline.name_words import IDLE, KIND, LENDING, SHORT, TELLING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ALIKE = 0.8
"""Likeness of two names, 0 to 1, from which they are one name in one town or ZIP code."""
ALIKE_AT_THE_DOOR = 0.6
"""The same, where the house number or the telephone agrees too."""
ALIKE_OF_ANOTHER_KIND = 0.9
"""The same, where it does and the rows are of different partners."""
_KEYS = 2
"""By how many of its words, the rarest, a name is looked up among the others. Alike names share one."""

# The largest source is mostly far larger than all others, so only those of its rows are looked at
# that some row of another source might be.
_NEAR = r"""
CREATE OR REPLACE TEMP TABLE near AS
WITH placed AS (
    SELECT id, source, name, partner, number, state, zip, state || ' ' || upper(city) AS town, phone,
        zip || nullif(regexp_extract(street, '^\d+'), '') AS door
    FROM organizations
), largest AS (
    SELECT source FROM organizations GROUP BY source ORDER BY count(*) DESC, source LIMIT 1
), small AS (
    SELECT * FROM placed ANTI JOIN largest USING (source)
)
FROM placed
WHERE (zip, partner) IN (SELECT (zip, partner) FROM small)
    OR (town, partner) IN (SELECT (town, partner) FROM small)
    OR door IN (SELECT door FROM small)
    OR phone IN (SELECT phone FROM small)
    OR number IN (SELECT number FROM small)
"""

_NAMES = r"""
CREATE OR REPLACE TEMP TABLE names AS
WITH said AS (
    SELECT * EXCLUDE name, list_distinct(list_filter(list_transform(
        string_split_regex(replace(replace(upper(strip_accents(name)), '''', ''), '&', ' AND '), '[^A-Z0-9]+'),
        lambda word: coalesce(map($short, $long)[word], word)),
        lambda word: word <> '' AND NOT list_contains($idle, word))) AS words
    FROM near
)
SELECT *, list_filter(words, lambda word: NOT list_contains($kind, word)) AS own,
    list_filter(words, lambda word: list_contains($telling, word) OR regexp_full_match(word, '\d+')) AS telling
FROM said WHERE words <> []
"""

_KEYED = """
CREATE OR REPLACE TEMP TABLE keyed AS
WITH keyed AS (
    SELECT id, source, unnest(CASE WHEN own = [] THEN words ELSE own END) AS word,
        [zip || partner, town || partner, door, phone] AS places
    FROM names
), counted AS (
    SELECT word, count(*) AS names FROM keyed GROUP BY word
), rarest AS (
    SELECT * FROM keyed JOIN counted USING (word)
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY names, word) <= $keys
)
SELECT id, source, word, unnest(places) AS place FROM rarest
"""

_PAIRS = """
CREATE OR REPLACE TEMP TABLE pairs AS
WITH met AS (
    SELECT one.id AS one, other.id AS other FROM keyed AS one JOIN keyed AS other
        ON one.place = other.place AND one.word = other.word AND one.source < other.source
    UNION
    SELECT one.id, other.id FROM names AS one JOIN names AS other
        ON one.number = other.number AND one.source < other.source
            AND one.state IS NOT DISTINCT FROM other.state
), seen AS (
    SELECT one.id AS one, other.id AS other, one.source AS source, other.source AS other_source,
        one.number = other.number AS numbered,
        split_part(one.number, ':', 1) = split_part(other.number, ':', 1) AS comparable,
        one.partner = other.partner AS akin,
        coalesce(one.door = other.door, FALSE) OR coalesce(one.phone = other.phone, FALSE) AS at_the_door,
        list_sort(one.telling) = list_sort(other.telling) AS alike_in_telling,
        list_sort(list_intersect(one.words, $lending)) = list_sort(list_intersect(other.words, $lending)) AS alike_in_lending,
        CASE WHEN akin AND one.own <> [] THEN one.own ELSE one.words END AS a,
        CASE WHEN akin AND other.own <> [] THEN other.own ELSE other.words END AS b,
        array_to_string(a, ' ') AS name, array_to_string(b, ' ') AS other_name,
        greatest(len(list_intersect(a, b)) / len(list_distinct(list_concat(a, b))),
            1 - damerau_levenshtein(name, other_name) / greatest(length(name), length(other_name))) AS likeness
    FROM met JOIN names AS one ON one.id = met.one JOIN names AS other ON other.id = met.other
)
SELECT one, other, source, other_source, likeness,
    CASE WHEN numbered THEN 2 WHEN at_the_door THEN 1 ELSE 0 END AS sureness,
    CASE WHEN numbered THEN 'the same number'
        WHEN at_the_door THEN 'names alike at one address or telephone'
        ELSE 'names alike in one place' END AS why
FROM seen
WHERE CASE WHEN numbered THEN alike_in_lending
    WHEN comparable OR NOT alike_in_telling THEN FALSE
    WHEN at_the_door THEN likeness >= CASE WHEN akin IS FALSE THEN $another ELSE $door END
    ELSE akin AND likeness >= $alike END
"""

_SUREST_FIRST = """
SELECT one, other, source, other_source, likeness, why FROM pairs
ORDER BY sureness DESC, likeness DESC, one, other
"""

_RANKED = """
SELECT id, row_number() OVER (
    ORDER BY partner IS NULL, mark IS NOT NULL, located <> 'address', confidence DESC, source, id
)
FROM organizations
WHERE id IN (SELECT one FROM pairs UNION SELECT other FROM pairs)
"""

_WRITE = """
INSERT INTO duplicates
SELECT unnest(?::VARCHAR[]), unnest(?::VARCHAR[]), unnest(?::VARCHAR[]), unnest(?::FLOAT[])
"""


def find(connection: "DuckDBPyConnection") -> int:
    """Fill the table ``duplicates``; return how many rows stand for an organization seen elsewhere."""
    (sources,) = connection.execute(
        "SELECT count(DISTINCT source) FROM organizations"
    ).fetchone() or (0,)
    if sources < 2:  # noqa: PLR2004 - nothing to compare with
        return 0
    connection.execute(_NEAR)
    connection.execute(
        _NAMES,
        {
            "short": list(SHORT),
            "long": list(SHORT.values()),
            "idle": list(IDLE),
            "kind": list(KIND),
            "telling": list(TELLING),
        },
    )
    connection.execute(_KEYED, {"keys": _KEYS})
    connection.execute(
        _PAIRS,
        {
            "lending": list(LENDING),
            "alike": ALIKE,
            "door": ALIKE_AT_THE_DOOR,
            "another": ALIKE_OF_ANOTHER_KIND,
        },
    )
    rank = dict(connection.execute(_RANKED).fetchall())
    twins: list[tuple[str, str, str, float]] = []
    for group in _groups(connection.execute(_SUREST_FIRST).fetchall()):
        main = min(group, key=rank.__getitem__)
        twins += [(id_, main, *why) for id_, why in group.items() if id_ != main]
    if twins:
        connection.execute(_WRITE, [list(column) for column in zip(*sorted(twins), strict=True)])
        connection.execute(
            "UPDATE organizations SET twin = TRUE WHERE id IN (SELECT id FROM duplicates)"
        )
    return len(twins)


Pair = tuple[str, str, str, str, float, str]
"""Two ids, their sources, the likeness and the reason."""
Group = dict[str, tuple[str, float]]
"""The ids of one organization, each with the reason why it is one of them, and the likeness."""


def _groups(pairs: Iterable[Pair]) -> list[Group]:
    """Return the ids that *pairs*, the surest first, join; never two of one source."""
    groups: dict[str, dict[str, str]] = {}
    why: Group = {}
    for one, other, source, other_source, likeness, reason in pairs:
        first = groups.setdefault(one, {source: one})
        second = groups.setdefault(other, {other_source: other})
        if first.keys() & second.keys():
            continue
        first |= second
        groups |= dict.fromkeys(second.values(), first)
        for id_ in (one, other):
            why.setdefault(id_, (reason, likeness))
    joined = {id(group): group for group in groups.values() if len(group) > 1}
    return [{id_: why[id_] for id_ in group.values()} for group in joined.values()]
