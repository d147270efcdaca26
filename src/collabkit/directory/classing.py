"""Which partner each organization is: the rules of the catalogs as tables, joined to the rows.

Every rule has one number. Lower is surer, so the rule that decides a row is the least of those
that hold. Text of rules and rows meets only as the content of tables.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from collabkit.catalog import Catalog

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

BY_NUMBER = 0.95
"""Confidence in a row that files under the number of a network."""
BY_NAME = 0.90
"""Confidence in a row that only bears the name of a network."""
OWN_WORD = "your own file says so"

_FAMILIES = ("group", "network", "name", "ntee", "source")
"""What decides where two rules are as sure: the more telling first."""


class Rule(NamedTuple):
    """One rule as the database holds it."""

    by: str
    """One of ``_FAMILIES``."""
    partner: str
    confidence: float
    reason: str
    match: str
    """What must hold: a group number, a phrase, the start of a code, a source."""
    unless: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    network: str | None = None


def rules(catalog: Catalog) -> list[Rule]:
    """Return every rule of *catalog*, the surest first; of phrases each is a rule of its own."""
    found = sorted(
        (*_networks(catalog), *_classing(catalog)),
        key=lambda rule: (
            -rule.confidence,
            _FAMILIES.index(rule.by),
            -len(rule.match),
            rule.partner,
        ),
    )
    return [rule for rule in found if rule.partner in catalog.partners]


def _networks(catalog: Catalog) -> Iterator[Rule]:
    for network in catalog.networks.values():
        unless = tuple(words_of(phrase) for phrase in network.unless)
        found = []
        if network.gen:
            reason = f"{network.label}, group {network.gen}"
            found.append(Rule("group", network.partner, BY_NUMBER, reason, network.gen))
        found += (
            Rule("network", network.partner, BY_NAME, network.label, phrase)
            for phrase in filter(None, map(words_of, network.words))
        )
        for rule in found:
            yield rule._replace(unless=unless, network=network.id)


def _classing(catalog: Catalog) -> Iterator[Rule]:
    for rule in catalog.classing.values():
        unless = tuple(words_of(phrase) for phrase in rule.unless)
        also = tuple(words_of(phrase) for phrase in rule.also)
        for match in rule.match:
            said = words_of(match) if rule.by == "name" else match
            if said:
                yield Rule(rule.by, rule.partner, rule.confidence, rule.label, said, unless, also)


def words_of(text: str) -> str:
    """Return *text* as names are compared: capitals, no accents, one blank between words."""
    plain = normalize("NFKD", text.upper()).encode("ascii", "ignore").decode()
    plain = plain.replace("'", "").replace("&", " AND ")
    return " ".join(re.sub(r"[^A-Z0-9]", " ", plain).split())


def prepare(connection: "DuckDBPyConnection", catalog: Catalog) -> None:
    """Make the temporary tables of rules that ``CLASS`` joins to the rows of ``fresh``."""
    table = [
        (
            number,
            rule.by,
            rule.partner,
            rule.confidence,
            rule.reason,
            rule.match,
            [f" {phrase} " for phrase in rule.unless],
            [f" {phrase} " for phrase in rule.also],
            # The longest word is the rarest more often than not.
            max(rule.match.split(), key=len, default=""),
            rule.network,
        )
        for number, rule in enumerate(rules(catalog))
    ]
    connection.execute(_RULES)
    if table:
        columns = [list(column) for column in zip(*table, strict=True)]
        connection.execute(_FILL, columns)
    names = [
        (words_of(name), partner.id)
        for partner in catalog.partners.values()
        for name in (partner.id, partner.label, partner.plural, *partner.aliases)
    ]
    connection.execute(_KINDS, [[name for name, _ in names], [id_ for _, id_ in names]])


_RULES = """
CREATE OR REPLACE TEMP TABLE rules (
    rule INTEGER, family VARCHAR, partner VARCHAR, confidence FLOAT, reason VARCHAR,
    match VARCHAR, unless VARCHAR[], also VARCHAR[], anchor VARCHAR, network VARCHAR
)
"""
_FILL = """
INSERT INTO rules
SELECT unnest(?::INTEGER[]), unnest(?::VARCHAR[]), unnest(?::VARCHAR[]), unnest(?::FLOAT[]),
    unnest(?::VARCHAR[]), unnest(?::VARCHAR[]), unnest(?::VARCHAR[][]), unnest(?::VARCHAR[][]),
    unnest(?::VARCHAR[]), unnest(?::VARCHAR[])
"""
_KINDS = """
CREATE OR REPLACE TEMP TABLE kinds AS
SELECT name, min(partner) AS partner
FROM (SELECT unnest(?::VARCHAR[]) AS name, unnest(?::VARCHAR[]) AS partner)
GROUP BY name
"""

CLASS = (
    # Of the codes that a register uses only some two thousand differ.
    """
    CREATE OR REPLACE TEMP TABLE by_code AS
    SELECT code, rule
    FROM (SELECT DISTINCT code FROM fresh WHERE code IS NOT NULL)
    JOIN rules ON family = 'ntee' AND starts_with(code, match)
    QUALIFY row_number() OVER (PARTITION BY code ORDER BY length(match) DESC, rule) = 1
    """,
    """
    CREATE OR REPLACE TEMP TABLE by_source AS
    SELECT source, kind, rule
    FROM (SELECT DISTINCT source, kind FROM fresh)
    JOIN rules ON family = 'source' AND match IN (source, source || '/' || kind)
    QUALIFY row_number() OVER (PARTITION BY source, kind ORDER BY length(match) DESC, rule) = 1
    """,
    """
    CREATE OR REPLACE TEMP TABLE by_group AS
    SELECT row, min(rule) AS rule
    FROM (SELECT row, affiliates, words || local_words AS all_words FROM fresh)
    JOIN rules ON family = 'group' AND affiliates = match
    WHERE list_bool_or(list_transform(unless, lambda phrase: contains(all_words, phrase)))
        IS NOT TRUE
    GROUP BY row
    """,
    # A chapter may bear the name of its network in either name, other bodies only in their own.
    """
    CREATE OR REPLACE TEMP TABLE by_name AS
    WITH named AS (
        SELECT row, words, words || local_words AS all_words FROM fresh
    ), telling AS (
        SELECT *, unnest(string_split(all_words, ' ')) AS word FROM named
    ), found AS (
        SELECT row, rule, unless, also, CASE family WHEN 'network' THEN all_words ELSE words END AS text,
            match
        FROM telling JOIN rules ON family IN ('name', 'network') AND word = anchor
    )
    SELECT row, min(rule) AS rule
    FROM found
    WHERE contains(text, ' ' || match || ' ')
        AND list_bool_or(list_transform(unless, lambda phrase: contains(text, phrase)))
            IS NOT TRUE
        AND (len(also) = 0 OR list_bool_or(list_transform(also, lambda phrase: contains(text, phrase))))
    GROUP BY row
    """,
)
