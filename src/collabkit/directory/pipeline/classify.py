"""Which partner each organization is: the rules of the catalogs as tables, joined to the rows.

Every rule has one number. Lower is surer, so the rule that decides a row is the least of those
that hold. Text of rules and rows meets only as the content of tables.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from collabkit.catalog import Catalog
from collabkit.directory import names
from collabkit.directory.database import prepared
from collabkit.directory.pipeline import rules, signs
from collabkit.directory.pipeline.statements import code_name, run

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

OWN_WORD = "your own file says so"


_TABLES = (
    *("rules", "listed", "guards", "sign_goals", "sign_guards", "sign_codes", "sign_services"),
    *("network_goals", "filings", "kinds"),
)


def prepare(connection: "DuckDBPyConnection", catalog: Catalog, work: Path) -> None:
    """Make the temporary tables of rules and signs that ``classify`` joins to the rows of ``fresh``.

    Args:
        connection: to the new directory.
        catalog: what the rules are made of.
        work: a folder for scratch files.
    """
    # From the cache if the same code made them before: thousands of phrases are a third of a small load.
    prepared.prepare(
        connection,
        "ruled",
        _TABLES,
        lambda: run(connection, "060_rules", **rule_columns(catalog)),
        kept=catalog.cache_path(f"{code_name()}.tables"),
        work=work,
    )


def rule_columns(catalog: Catalog) -> Mapping[str, Any]:
    """Return the columns of the tables, by their names in the statements."""
    return catalog.derived("rules", _make)["columns"]


def _make(catalog: Catalog) -> dict[str, dict[str, Any]]:
    known = rules.rules(catalog)
    numbered = list(enumerate((*known, *signs.sign_rules(catalog))))
    found = [
        (number, rule.by, rule.partner, rule.confidence, rule.reason, rule.match, rule.network)
        for number, rule in numbered
    ]
    lists = _numbered(
        phrases
        for _, rule in numbered
        for phrases in (rule.unless, rule.also, rule.unless_codes, rule.with_codes)
    )
    guarded = [
        (number, lists[phrases], phrases is rule.also)
        for number, rule in numbered
        for phrases in (rule.unless, rule.also)
        if phrases
    ]
    filings = [
        (number, lists[codes], codes is rule.with_codes)
        for number, rule in numbered
        for codes in (rule.unless_codes, rule.with_codes)
        if codes
    ]
    listed = [
        (number, said, max(said.split(), key=len))
        for phrases, number in lists.items()
        for said in filter(None, phrases)
    ]
    kinds = [
        (names.comparable_name(name), partner.id)
        for partner in catalog.partners.values()
        for name in (partner.id, partner.label, partner.plural, *partner.aliases)
    ]
    network_goals = [
        (network.id, goal) for network in catalog.networks.values() for goal in network.goals
    ]
    tables: dict[tuple[str, ...], Sequence[Sequence[object]]] = {
        ("rules", "families", "partners", "confidences", "reasons", "matches", "networks"): found,
        ("guarded", "guarded_by", "guarded_also"): guarded,
        ("filing_rules", "filing_lists", "filing_needed"): filings,
        ("lists", "listed", "listed_words"): listed,
        ("kind_names", "kind_partners"): kinds,
        ("signs", "sign_goals", "sign_partners"): signs.goals(catalog),
        ("sign_guards", "sign_guard_phrases", "sign_guard_words"): signs.guards(catalog),
        ("coded_signs", "sign_codes", "sign_doubts"): signs.codes(catalog),
        ("served_signs", "sign_services", "served_partners"): signs.services(catalog),
        ("goal_networks", "network_goals"): network_goals,
    }
    named = {
        name: column
        for called, rows in tables.items()
        for name, column in zip(called, columns(rows, len(called)), strict=True)
    }
    return {"columns": named}


def _numbered(lists: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], int]:
    """Return a number for each of *lists* that differ.

    An entry makes a rule of each of its phrases, and all of them share what it says besides: six thousand
    rules have a few hundred lists, and to hand them over anew for each rule took a tenth of a small load.
    """
    return {phrases: number for number, phrases in enumerate(dict.fromkeys(lists))}


def columns(rows: Sequence[Sequence[object]], width: int) -> list[list[object]]:
    """Return the *width* columns of *rows*, of which there may be none."""
    return [[row[at] for row in rows] for at in range(width)]


def classify(connection: "DuckDBPyConnection") -> None:
    """Make ``decided``: for each row of ``fresh`` the rule that decides, and that of its network."""
    run(
        connection,
        "070_classify",
        first_sign=_first_sign(connection),
        residences=list(signs.RESIDENCE_CODES),
        advocates=list(signs.ADVOCATE_CODES),
    )


def find_signs(connection: "DuckDBPyConnection") -> None:
    """Make the tables of what each row of ``fresh`` shows that it works for."""
    run(connection, "075_signs", first_sign=_first_sign(connection))


def _first_sign(connection: "DuckDBPyConnection") -> int:
    """Return the number from which rules tell no kind, but a goal."""
    [(first_sign,)] = connection.execute(
        "SELECT coalesce(min(rule), 2147483647) FROM rules WHERE family = 'sign'"
    ).fetchall()
    return int(first_sign)
