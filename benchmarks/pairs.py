"""How often rows of two registers are rightly joined, on real pairs that were labeled by reading.

Precision: of the pairs that are joined, how many are one organization. Recall: of the pairs that
are one organization, how many are joined. ``pairs.md`` says how the pairs were drawn and read.
"""

import csv
import tempfile
from pathlib import Path
from typing import NamedTuple

from collabkit.directory.database import store
from collabkit.directory.pipeline import duplicates, staging

LABELED = Path(__file__).parent.parent / "tests/data/pairs.csv"
HELD = "held"
"""The half of the pairs that nobody looked at while the rule was chosen on the other."""

_ROWS = """
INSERT INTO organizations BY NAME
WITH pairs AS (FROM read_csv(?, all_varchar = true))
SELECT one_id AS id, one_source AS source, NULL AS own_part, one_name AS name, one_street AS street,
    one_city AS city, one_state AS state, one_zip AS zip, one_phone AS phone, one_number AS own_number,
    one_kind AS kind, one_partner AS partner
FROM pairs
UNION ALL
SELECT other_id, other_source, '', other_name, other_street, other_city, other_state, other_zip,
    other_phone, other_number, other_kind, other_partner
FROM pairs
"""


class Judged(NamedTuple):
    """A labeled pair, and whether the rule joins it."""

    half: str
    same: bool
    joined: bool


def judged() -> list[Judged]:
    """Return every labeled pair with what the rule makes of it."""
    with LABELED.open(encoding="utf-8", newline="") as file:
        pairs = list(csv.DictReader(file))
    with (
        tempfile.TemporaryDirectory() as folder,
        store.replacing(Path(folder)) as (connection, work),
    ):
        staging.prepare(connection, work)
        connection.execute(_ROWS, [str(LABELED)])
        duplicates.find(connection)
        main = dict(connection.execute("SELECT id, main FROM duplicates").fetchall())
    return [
        Judged(
            pair["half"],
            pair["label"] == "same",
            main.get(pair["one_id"], pair["one_id"])
            == main.get(pair["other_id"], pair["other_id"]),
        )
        for pair in pairs
    ]


def figures(half: str | None = None) -> tuple[int, float, float]:
    """Return pairs, precision and recall, of one half or of all."""
    pairs = [pair for pair in judged() if half in {None, pair.half}]
    joined = [pair.same for pair in pairs if pair.joined]
    same = [pair.joined for pair in pairs if pair.same]
    return len(pairs), sum(joined) / max(1, len(joined)), sum(same) / max(1, len(same))


def report() -> None:
    """Print precision and recall of the half held out, and of all pairs."""
    print("duplicates, labeled pairs    pairs  precision  recall")
    for name, half in (("held out", HELD), ("all", None)):
        pairs, precision, recall = figures(half)
        print(f"  {name:<24}  {pairs:6}  {precision:9.3f}  {recall:6.3f}")


if __name__ == "__main__":
    report()
