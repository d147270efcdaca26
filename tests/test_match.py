"""``collab match``."""

import json

from conftest import Collab


def test_a_goal_gets_partners_best_first(collab: Collab) -> None:
    run = collab("match", "--goal", "literacy", "--limit", "3", "--format", "ndjson")

    records = [json.loads(line) for line in run.out.splitlines()]
    assert run.code == 0
    assert [record["rank"] for record in records] == [1, 2, 3]
    assert records[0]["partner"] == "literacy-council"
    assert records[0]["score"] >= records[1]["score"] >= records[2]["score"]


def test_a_mistyped_goal_is_said_with_a_way_out(collab: Collab) -> None:
    run = collab("match", "--goal", "litercy")

    assert "did you mean 'literacy'?" in run.err.casefold()
