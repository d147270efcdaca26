"""Which partner each organization is: the rules of the catalogs as tables, joined to the rows.

Every rule has one number. Lower is surer, so the rule that decides a row is the least of those
that hold. Text of rules and rows meets only as the content of tables.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from collabkit.catalog import Catalog
from collabkit.directory.names import comparable_name
from collabkit.directory.pipeline.rules import rules
from collabkit.directory.pipeline.statements import run

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

OWN_WORD = "your own file says so"


def prepare(connection: "DuckDBPyConnection", catalog: Catalog) -> None:
    """Make the temporary tables of rules that ``CLASS`` joins to the rows of ``fresh``."""
    numbered = list(enumerate(rules(catalog)))
    found = [
        (number, rule.by, rule.partner, rule.confidence, rule.reason, rule.match, rule.network)
        for number, rule in numbered
    ]
    guards = [
        (number, f" {phrase} ", max(phrase.split(), key=len), phrases is rule.also)
        for number, rule in numbered
        for phrases in (rule.unless, rule.also)
        for phrase in phrases
        if phrase
    ]
    bars = [(number, code) for number, rule in numbered for code in rule.unless_codes]
    kinds = [
        (comparable_name(name), partner.id)
        for partner in catalog.partners.values()
        for name in (partner.id, partner.label, partner.plural, *partner.aliases)
    ]
    numbers, families, partners, confidences, reasons, matches, networks = columns(found, 7)
    guard_rules, guard_phrases, guard_words, guard_also = columns(guards, 4)
    bar_rules, bar_codes = columns(bars, 2)
    kind_names, kind_partners = columns(kinds, 2)
    run(
        connection,
        "060_rules",
        rules=numbers,
        families=families,
        partners=partners,
        confidences=confidences,
        reasons=reasons,
        matches=matches,
        networks=networks,
        guard_rules=guard_rules,
        guard_phrases=guard_phrases,
        guard_words=guard_words,
        guard_also=guard_also,
        bar_rules=bar_rules,
        bar_codes=bar_codes,
        kind_names=kind_names,
        kind_partners=kind_partners,
    )


def columns(rows: Sequence[Sequence[object]], width: int) -> list[list[object]]:
    """Return the *width* columns of *rows*, of which there may be none."""
    return [[row[at] for row in rows] for at in range(width)]


def classify(connection: "DuckDBPyConnection") -> None:
    """Make ``decided``: for each row of ``fresh`` the rule that decides, and that of its network."""
    run(connection, "070_classify")
