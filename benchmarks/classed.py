"""How often the classing is right, by source, on four samples of 400 rows labeled by reading.

Precision: of the rows the rules name, how many they name right. Coverage: of the rows that belong
to any partner, how many get a name. A guess, which ``collab find`` leaves out, is no name. ``labels.md`` says how the rows were drawn and read, and what
the rules have seen of each sample.
"""

import csv
from collections import defaultdict
from pathlib import Path

import duckdb

from collabkit.catalog import load
from collabkit.directory import classing, scratch
from collabkit.directory.records import GUESS

_DATA = Path(__file__).parent.parent / "tests/data"
FIRST = _DATA / "labeled.csv"
"""The rules were made with these rows at hand."""
FRESH = _DATA / "labeled_fresh.csv"
THIRD = _DATA / "labeled_third.csv"
FOURTH = _DATA / "labeled_fourth.csv"
"""These were labeled and measured before the rules were mended by a look at their errors."""
SAMPLES = {"first": FIRST, "fresh": FRESH, "third": THIRD, "fourth": FOURTH}
_SOURCES = {"pls": "pls-outlets"}
_NONE = "none"


def judged(sample: Path, sure: float = GUESS) -> list[tuple[str, str, str | None]]:
    """Return source, label and what the rules say of each labeled row, if they are so *sure*."""
    with sample.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with duckdb.connect() as connection:
        scratch.prepare(connection)
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
        classing.prepare(connection, load())
        classing.classify(connection)
        said = dict(
            connection.execute(
                "SELECT row, CASE WHEN confidence >= ?::FLOAT THEN partner END "
                "FROM decided LEFT JOIN rules USING (rule)",
                [sure],
            ).fetchall()
        )
    return [(row["source"], row["label"], said[number]) for number, row in enumerate(rows)]


_ROWS = """
INSERT INTO rows BY NAME
SELECT source, name, ' ' || plain(name) || ' ' AS words,
    coalesce(plain(local) || ' ', '') AS local_words, code, affiliates, kind
FROM (
    SELECT unnest(?::BIGINT[]) AS row, unnest(?::VARCHAR[]) AS source, unnest(?::VARCHAR[]) AS name,
        unnest(?::VARCHAR[]) AS local, unnest(?::VARCHAR[]) AS code,
        unnest(?::VARCHAR[]) AS affiliates, unnest(?::VARCHAR[]) AS kind
)
ORDER BY row
"""


def figures(sample: Path, sure: float = GUESS) -> dict[str, tuple[int, float, float]]:
    """Return rows, precision and coverage for each source of a sample, and for all of them.

    Args:
        sample: the file of labeled rows.
        sure: confidence that a rule must have to name a row.
    """
    by_source: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for source, label, said in judged(sample, sure):
        by_source[source].append((label, said))
    by_source["all"] = [row for rows in by_source.values() for row in rows]
    return {source: (len(rows), *_figures(rows)) for source, rows in by_source.items()}


def _figures(rows: list[tuple[str, str | None]]) -> tuple[float, float]:
    named = [(label, said) for label, said in rows if said]
    belong = [said for label, said in rows if label != _NONE]
    right = sum(label == said for label, said in named)
    covered = sum(said is not None for said in belong)
    return right / max(1, len(named)), covered / max(1, len(belong))


def report() -> None:
    """Print precision and coverage by source, a pair of columns for each sample."""
    found = {title: figures(sample) for title, sample in SAMPLES.items()}
    print("classing: precision (.92) and coverage (.80) on the labeled samples")
    print(f"  {'':<16} {'rows':>4}" + "".join(f"{title:>16}" for title in found))
    for source, (rows, *_) in found["first"].items():
        pairs = ((f"{share:.3f}" for share in each[source][1:]) for each in found.values())
        print(f"  {source:<16} {rows:4}" + "".join(f"{' '.join(pair):>16}" for pair in pairs))
    guessed = (figures(sample, sure=0)["all"] for sample in SAMPLES.values())
    shown = (f"{precision:.3f} {coverage:.3f}" for _, precision, coverage in guessed)
    print(f"  {'with guesses':<16} {'':4}" + "".join(f"{pair:>16}" for pair in shown))


if __name__ == "__main__":
    report()
