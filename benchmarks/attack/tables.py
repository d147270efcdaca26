"""Tables of a library's own, full of names that try to be something else: loaded, found, printed."""

import csv
from random import Random

from benchmarks.attack.command_lines import FORMATS, judge
from benchmarks.attack.harness import Harness, strict
from benchmarks.attack.strings import one_line


def attack(random: Random, harness: Harness, count: int) -> None:
    """Load *count* rows at once and ask for them in every format."""
    rows = [(one_line(random), *_rest(random)) for _ in range(count)]
    file, folder = harness.folder / "own.csv", harness.folder / f"loaded-{random.random()}"
    with file.open("w", newline="", encoding="utf-8", errors="replace") as out:
        csv.writer(out).writerows([("Name", "Zip", "Kind", "Phone"), *rows])
    for row in rows:
        harness.tried(f"row {row}")
    where = ("--directory", str(folder))
    columns = ("--map", "name=Name,zip=Zip,partner=Kind,phone=Phone")
    said = harness.call(("directory", "load", str(file), *columns, *where))
    if said is None or said.code:
        with harness.doing(f"loading rows such as {rows[:3]!r}"):
            harness.fall("a table of odd names is loaded", said.err if said else "")
        return
    with harness.doing(f"loading rows such as {rows[:3]!r}"):
        made = strict(said.out)
        harness.holds(
            "every row is accounted for",
            lambda: made["rows"] == made["organizations"] + made["rejected"],
        )
    for form in FORMATS:
        line = (
            "find",
            "--partner",
            "food-bank",
            "--near",
            "59801",
            "-n",
            "500",
            "-f",
            form,
            *where,
        )
        found = harness.call(line)
        if found is not None and found.code == 0:
            judge(harness, line, form, found)


def _rest(random: Random) -> tuple[str, str, str]:
    zip_ = "59801" if random.randrange(4) else one_line(random)
    kind = "food bank" if random.randrange(4) else one_line(random)
    return zip_, kind, one_line(random)
