"""Any text where a command expects a word, an id, a place, a date or a name."""

import csv
import io
from random import Random

from benchmarks.attack.harness import RUNS, Harness, Said, strict
from benchmarks.attack.strings import argument

X = "{}"
LINES: tuple[tuple[str, ...], ...] = (
    ("match", X),
    ("match", "-g", X),
    ("match", "-g", "literacy", "-g", X, "--spread"),
    ("match", "-g", "literacy", "--sector", X),
    ("match", "-g", "literacy", "--library", X),
    ("match", "-g", "literacy", "--catalog", X),
    ("match", "-g", "literacy", "--explain", X),
    ("find", "-g", "literacy", "--near", X),
    ("find", "-g", X, "--near", "59801"),
    ("find", "--partner", "museum", "--near", "59801", "-s", X),
    ("find", "--partner", X, "--near", "59801"),
    ("find", "-g", "literacy", "--near", "59801", "--within", X),
    ("find", "-g", "literacy", "--near", "59801", "--directory", X),
    ("propose", X, "-g", "literacy"),
    ("propose", "literacy-council", "-g", X),
    ("propose", "literacy-council", "-g", "literacy", "--to", X),
    ("propose", "literacy-council", "-g", "literacy", "--organization", X),
    ("propose", "literacy-council", "-g", "literacy", "--as", X),
    ("propose", "literacy-council", "-g", "literacy", "--for", X),
    ("propose", "literacy-council", "-g", "literacy", "--activity", X),
    ("propose", "literacy-council", "-g", "literacy", "--date", X),
    ("propose", "literacy-council", "-g", "literacy", "--as", "agreement", "--start", X),
    ("propose", "literacy-council", "-g", "literacy", "--as", "agreement", "--with", X),
    ("show", X),
    ("list", X),
    ("list", "partners", "-s", X),
    ("list", "goals", "--catalog", X),
    ("schema", X),
    ("check", X),
    ("templates", "copy", X),
    ("directory", "status", "--directory", X),
    ("init", "--force", "-o", "made.yaml", "--name", X),
    ("init", "--force", "-o", "made.yaml", "--zip", X, "--place", X),
    ("init", "--force", "-o", "made.yaml", "--asset", X),
    ("init", "--force", "-o", "made.yaml", "--hours", X),
    ("init", "--force", "-o", "made.yaml", "--from-survey", X),
    (X, "literacy"),
    ("match", "literacy", "--{}"),
)
RECORDS = {"match", "find", "show", "list", "check"}
FORMATS = ("table", "ndjson", "json", "csv", "tsv", "markdown", "ids", "geojson")


def attack(random: Random, harness: Harness, count: int) -> None:
    """Run *count* command lines, each with one hostile text in it."""
    for _ in range(count):
        text = argument(random)[: random.choice((40, 400, 20_000))]
        line = tuple(word.replace(X, text) for word in random.choice(LINES))
        form = random.choice(FORMATS) if line[0] in RECORDS and "--explain" not in line else ""
        line = (*line, "-f", form) if form else line
        harness.tried("\0".join(line))
        said = harness.call(line)
        if said is not None and said.code == 0:
            judge(harness, line, form, said)


def judge(harness: Harness, line: tuple[str, ...], form: str, said: Said) -> None:
    """Hold the output of *line* to what its format promises."""
    with harness.doing(f"collab {line!r}"):
        match form:
            case "ndjson":
                harness.holds("NDJSON is strict", lambda: all(map(_object, said.out.splitlines())))
            case "json" | "geojson":
                harness.holds("JSON is strict", lambda: strict(said.out) is not None)
            case "csv" | "tsv":
                harness.holds("no cell is a formula", lambda: _inert(said.out, form))
            case _:
                return


def _object(line: str) -> bool:
    return isinstance(strict(line), dict)


def _inert(text: str, form: str) -> bool:
    rows = csv.reader(
        io.StringIO(text, newline=""), delimiter="," if form == "csv" else "\t", strict=True
    )
    return not any(RUNS.match(cell) and not _is_number(cell) for row in rows for cell in row)


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return cell.isascii()
