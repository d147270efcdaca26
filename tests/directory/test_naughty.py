"""Names that try to be commands, and loads, questions and pages that take them for names."""

import csv
import json
from pathlib import Path

import pytest

from conftest import Collab
from directory.conftest import Rows
from samples import NAUGHTY

TROUBLE = [
    "'; drop table organizations; --",
    '"; DELETE FROM organizations WHERE 1=1; --',
    "$partners", "?", "=cmd|' /C calc'!A0", "[bold]x[/]", "\x1b[31mred", "%s %n {0}", "\u202egnp",
]  # fmt: skip


def test_naughty_names_load_are_found_and_print_inert(
    collab: Collab, folder: Path, tmp_path: Path, rows: Rows
) -> None:
    strings = [*TROUBLE, *NAUGHTY]
    names = [each for each in strings if each.strip() and "\0" not in each]
    with (tmp_path / "own.csv").open("w", newline="", encoding="utf-8", errors="replace") as file:
        writer = csv.writer(file)
        writer.writerow(("Name", "Zip", "Kind"))
        writer.writerows((name, "59801", "food bank") for name in names)
    where = ("--directory", str(folder))
    load = collab(
        "directory",
        "load",
        str(tmp_path / "own.csv"),
        "--map",
        "name=Name,zip=Zip,partner=Kind",
        *where,
    )
    assert load.code == 0
    made = json.loads(load.out)
    assert made["rows"] == made["organizations"] + made["rejected"]

    for format_ in ("table", "csv", "tsv", "markdown", "ndjson", "geojson", "ids"):
        run = collab(
            "find", "--partner", "food-bank", "--near", "59801", "-n", "1000", "-f", format_, *where
        )
        assert run.code == 0
        assert not any(mark in run.out for mark in ("\x1b", "\u202e", "\x07", "\x9b"))
        if format_ == "csv":
            assert not any(line.startswith(("=", "+", "@")) for line in run.out.splitlines())

    assert rows("SELECT count(*) FROM organizations")[0][0] == made["organizations"]


@pytest.mark.parametrize("text", TROUBLE)
def test_a_naughty_search_is_only_a_search(collab: Collab, montana: Path, text: str) -> None:
    run = collab(
        "find",
        "--partner",
        "museum",
        "--search",
        text,
        "--near",
        "59801",
        "--directory",
        str(montana),
    )

    assert run.code in {0, 2}
    assert collab("directory", "status", "--directory", str(montana)).code == 0
    assert collab("show", f"irs-{text}", "--directory", str(montana)).code == 2
