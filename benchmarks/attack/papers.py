"""Papers about records and names that anybody may have written."""

import json
from random import Random
from typing import Any

from benchmarks.attack.harness import Harness, run, strict
from benchmarks.attack.strings import argument, hostile

PAPERS = ("one-pager", "email", "letter", "agenda", "agreement", "proposal", "script", "checklist")


def attack(random: Random, harness: Harness, count: int) -> None:
    """Write *count* papers: for hostile names, and from match records with a field gone wrong."""
    said = run(("match", "literacy", "-n", "3", "-f", "ndjson"))
    matches = [strict(line) for line in said.out.splitlines()]
    for _ in range(count):
        paper = random.choice(PAPERS)
        if random.randrange(2):
            name = argument(random)[:2_000]
            harness.tried(f"paper {paper} {name}")
            harness.call(
                ("propose", "literacy-council", "-g", "literacy", "--as", paper, "--to", name)
            )
        else:
            record = json.dumps(_changed(random, random.choice(matches))).encode()
            harness.tried(b"record " + paper.encode() + record)
            harness.call(("propose", "-", "--as", paper), record + b"\n")


def _changed(random: Random, match: dict[str, Any]) -> Any:  # noqa: ANN401 - records gone wrong
    if not random.randrange(20):
        return random.choice(([], None, 1, "x", [match], {"partner": []}))
    record = json.loads(json.dumps(match))
    field = random.choice([*record, "to", "name", "partner", "x"])
    record[field] = random.choice((hostile(random), None, [], {}, 1e300, [hostile(random)]))
    return record
