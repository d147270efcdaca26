"""How often the classing is right, by source, on seven samples labeled by reading, six of 400 rows.

Precision: of the rows the rules name, how many they name right. Coverage: of the rows that belong
to any partner, how many get a name. A guess, which ``collab find`` leaves out, is no name. ``labels.md`` says how the rows were drawn and read, and what
the rules have seen of each sample.
"""

import csv
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import duckdb

from collabkit.catalog import load
from collabkit.directory.pipeline import classify, staging
from collabkit.directory.records import GUESS

_DATA = Path(__file__).parent.parent / "tests/data"
FIRST = _DATA / "labeled.csv"
"""The rules were made with these rows at hand."""
FRESH = _DATA / "labeled_fresh.csv"
THIRD = _DATA / "labeled_third.csv"
FOURTH = _DATA / "labeled_fourth.csv"
"""These were labeled and measured before the rules were mended by a look at their errors."""
FIFTH = _DATA / "labeled_fifth.csv"
"""The rules were mended after it was measured, but by what single words class in all states, not by it."""
SIXTH = _DATA / "labeled_sixth.csv"
"""150 bodies of the IRS that are of no group. Rules were mended after it was measured."""
SEVENTH = _DATA / "labeled_seventh.csv"
"""Drawn and labeled last, before any rule was run on it. Its errors have not been looked at: it says what to expect."""
SAMPLES = {
    "first": FIRST,
    "fresh": FRESH,
    "third": THIRD,
    "fourth": FOURTH,
    "fifth": FIFTH,
    "sixth": SIXTH,
    "seventh": SEVENTH,
}
_PLAIN = {
    "faith-organization",
    "service-club",
    "labor-union",
    "veterans-organization",
    "parent-group",
}
"""Partners whose names say what they are: churches, lodges, unions and the like."""
_SOURCES = {"pls": "pls-outlets"}
_NONE = "none"
_LABELED_AS = {
    "animal-shelter": {"environmental-organization", "health-nonprofit"},
    "blood-center": {"healthcare-provider", "health-nonprofit"},
    "child-welfare-agency": {"social-service-agency"},
    "dental-practice": {"healthcare-provider"},
    "home-visiting-program": {"early-childhood-program", "social-service-agency"},
    "humanities-council": {"civic-organization", "arts-organization"},
    "military-base": {"federal-agency"},
    "pharmacy": {"healthcare-provider", "local-business"},
    "post-office": {"federal-agency"},
    "sports-club": {"youth-organization", "parks-recreation", _NONE},
    "utility-company": {"technology-provider", _NONE},
    "victim-services": {"social-service-agency", "housing-homeless-organization"},
}
"""For partners that are younger than the labels, what a reader could call them then."""


class Judged(NamedTuple):
    """A labeled row, and what the rules say of it."""

    source: str
    label: str
    doubtful: bool
    """True if another reader could well have labeled it otherwise."""
    said: str | None
    """The partner that a rule names, if one does."""
    confidence: float

    @property
    def right(self) -> bool:
        """Whether the rules say what the reader said."""
        return self.label == self.said or self.label in _LABELED_AS.get(self.said or "", ())


def judged(sample: Path) -> list[Judged]:
    """Return each labeled row of *sample* with what the rules say of it."""
    with sample.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with duckdb.connect() as connection, tempfile.TemporaryDirectory() as work:
        staging.prepare(connection, Path(work))
        connection.execute(
            _ROWS,
            [
                list(range(len(rows))),
                [_SOURCES.get(row["source"], row["source"]) for row in rows],
                [row["name"] for row in rows],
                [row["sort_name"] or None for row in rows],
                [row["ntee"] or None for row in rows],
                [row["gen"] if row["gen"] not in {"", "0000"} else None for row in rows],
                [row["kind"] or None for row in rows],
            ],
        )
        classify.prepare(connection, load(), Path(work))
        classify.classify(connection)
        said = connection.execute(
            "SELECT partner, round(coalesce(confidence, 0)::DOUBLE, 2) "
            "FROM decided LEFT JOIN rules USING (rule) ORDER BY row"
        ).fetchall()
    return [
        Judged(row["source"], row["label"], row["note"].startswith("doubtful"), *found)
        for row, found in zip(rows, said, strict=True)
    ]


_ROWS = """
INSERT INTO rows BY NAME
SELECT source, name, local, comparable_name(name) AS comparable,
    comparable_name(local) AS local_comparable, code, affiliates, kind
FROM (
    SELECT unnest(?::BIGINT[]) AS row, unnest(?::VARCHAR[]) AS source, unnest(?::VARCHAR[]) AS name,
        unnest(?::VARCHAR[]) AS local, unnest(?::VARCHAR[]) AS code,
        unnest(?::VARCHAR[]) AS affiliates, unnest(?::VARCHAR[]) AS kind
)
ORDER BY row
"""


class Figures(NamedTuple):
    """How well some rows are named."""

    rows: int
    precision: float
    coverage: float


def figures(rows: Sequence[Judged], sure: float = GUESS) -> Figures:
    """Return how well *rows* are named by rules whose confidence is *sure* at least."""
    named = [row for row in rows if row.said and row.confidence >= sure]
    belong = [row for row in rows if row.label != _NONE]
    right = sum(row.right for row in named)
    covered = sum(row.label != _NONE for row in named)
    return Figures(len(rows), right / max(1, len(named)), covered / max(1, len(belong)))


def report() -> None:
    """Print precision and coverage by source, a pair of columns for each sample."""
    found = {title: judged(sample) for title, sample in SAMPLES.items()}
    print("classing: precision (.92) and coverage (.80) on the labeled samples")
    print(f"  {'':<16}" + "".join(f"{title:>16}" for title in found))
    for source in dict.fromkeys(row.source for row in found["first"]):
        _line(
            source,
            [figures([row for row in rows if row.source == source]) for rows in found.values()],
        )
    _line(
        "irs, not plain",
        [
            figures(
                [
                    row
                    for row in rows
                    if row.source == "irs" and not _PLAIN & {row.label, row.said or ""}
                ]
            )
            for rows in found.values()
        ],
    )
    _line("all", [figures(rows) for rows in found.values()])
    _line(
        "not doubtful",
        [figures([row for row in rows if not row.doubtful]) for rows in found.values()],
    )
    _line("with guesses", [figures(rows, sure=0) for rows in found.values()])
    guesses = [
        row for rows in found.values() for row in rows if row.said and row.confidence < GUESS
    ]
    right = sum(row.right for row in guesses)
    print(f"  guesses right    {right} of {len(guesses)}")


def _line(title: str, found: Sequence[Figures]) -> None:
    pairs = (f"{each.precision:.3f} {each.coverage:.3f}" if each.rows else "-" for each in found)
    print(f"  {title:<16}" + "".join(f"{pair:>16}" for pair in pairs))


if __name__ == "__main__":
    report()
