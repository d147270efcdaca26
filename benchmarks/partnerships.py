"""What keeping partnerships costs: `due` over many, a line at the end of a long log, and killed writers.

python -m benchmarks.partnerships   about a minute; ends with 1 if a bound is broken or a line is lost
"""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

from benchmarks.startup import EMPTY
from collabkit.partnerships.entries import LogEntry
from collabkit.partnerships.facts import Facts
from collabkit.partnerships.logs import LOG, append
from collabkit.partnerships.starting import facts_text

PARTNERSHIPS = 200
LINES = 50
"""In each log: ten thousand together."""
ROUNDS = 11
SEED = 20261126
MOST = 0.5
"""Seconds that `due` may take beyond an empty Typer command."""
MOST_LOG = 1.3
"""How many empty Typer commands `log` may take."""
MOST_LONGER = 1.5
"""How many times as long appending may take to a log a thousand times as long."""
SIDES = (
    "we promise: send plan {n} by {day}",
    "kept: send plan {last}",
    "they promise: books {n} by {day}",
)


def write_workspace(home: Path) -> None:
    """Write a library with many partnerships, the same each time."""
    draw = Random(SEED)
    (home / "library.yaml").write_text("name: Ours\n", encoding="utf-8")
    for number in range(PARTNERSHIPS):
        folder = home / "partnerships" / f"partner-{number:03}"
        folder.mkdir(parents=True)
        facts = Facts(
            name=f"Partner {number}",
            partner="literacy-council",
            goals=("literacy",),
            address="1 Main St",
        )
        (folder / "partnership.yaml").write_text(facts_text(facts), encoding="utf-8")
        day = date(2021, 1, 1) + timedelta(days=draw.randrange(300))
        lines = []
        for n in range(LINES):
            day += timedelta(days=draw.randrange(5, 60))
            said = ("met the coordinator, talked of the summer", *SIDES, "note: a calm week")[n % 5]
            until = day + timedelta(days=9)
            lines.append(f"{day} {said.format(n=n, last=n - 1, day=until)}\n")
        (folder / LOG).write_text("".join(lines), encoding="utf-8")


def seconds(arguments: Sequence[str], home: Path) -> float:
    """Return the processor's seconds that a run of Python with *arguments* takes: walls are noisy."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=True, cwd=home, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def compare(home: Path, *commands: Sequence[str]) -> list[float]:
    """Return the median seconds of an empty Typer command and of *commands*, taken in turns."""
    runs = [("-c", EMPTY), *(("-m", "collabkit", *command) for command in commands)]
    for run in runs:
        seconds(run, home)  # fills the cache
    rounds = [[seconds(run, home) for run in runs] for _ in range(ROUNDS)]
    return [statistics.median(column) for column in zip(*rounds, strict=True)]


def appending(home: Path) -> float:
    """Return how many times as long a line takes at the end of a log of a million lines."""
    line = b"2026-05-01 met the coordinator, talked of the summer\n"
    entry = [LogEntry(date(2026, 5, 2), "", "met again")]
    taken = []
    for name, lines in (("short", 1_000), ("long", 300_000)):
        folder = home / name
        folder.mkdir()
        (folder / LOG).write_bytes(line * lines)
        times = []
        for _ in range(200):
            start = time.perf_counter()
            append(folder, entry)
            times.append(time.perf_counter() - start)
        taken.append(statistics.median(times))
    return taken[1] / taken[0]


def main() -> int:
    """Print the figures."""
    broken = False
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        write_workspace(home)
        empty, due, log = compare(
            home, ("due", "--on", "2026-06-01", "-f", "ndjson"), ("log", "partner-000", "note: x")
        )
        longer = appending(home)
    figures: tuple[tuple[str, float, float, str], ...] = (
        (
            f"due, {PARTNERSHIPS * LINES:,} lines",
            due,
            empty + MOST,
            f"{due / empty:.2f} times an empty command",
        ),
        ("log, one line", log, empty * MOST_LOG, f"{log / empty:.2f} times an empty command"),
    )
    print(f"{'empty Typer command':<28} {empty * 1000:6.0f} ms of the processor")
    for what, taken, most, ratio in figures:
        broken |= taken > most
        print(f"{what:<28} {taken * 1000:6.0f} ms   {ratio} (at most {most * 1000:.0f} ms)")
    broken |= longer > MOST_LONGER
    print(
        f"{'appending, 300 times longer':<28} {longer:6.2f} times as long (at most {MOST_LONGER})"
    )
    return int(broken)


if __name__ == "__main__":
    raise SystemExit(main())
