"""The directory at national size: loading, asking, all libraries at once; how well it classes and joins.

Counted are seconds of the processor, on all its cores and in the system too, and what is compared runs in
turns: what else runs on the machine shows less.

python -m benchmarks.directory           the whole, some minutes
python -m benchmarks.directory --quick   a tenth of the rows
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.classed import report as report_classing
from benchmarks.pairs import report as report_pairs
from benchmarks.registers import NATION, write_outlets, write_register

ROUNDS = 15
PLACES = (
    *("59801", "10001", "60601", "90012", "05401", "20001", "77002", "30303", "98101", "55401"),
    *("02108", "19103", "48201", "85004", "63101", "64105", "80202", "97201", "73102", "37203"),
)
MATCH = ("--goal", "literacy", "--within", "25mi", "-f", "ndjson")


def run(arguments: Sequence[str], **variables: str) -> tuple[float, float]:
    """Return the processor's seconds and the peak megabytes of a Python process."""
    before = _seconds_of_children()
    child = subprocess.Popen(
        [sys.executable, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        # An installed program is compiled once; without this each run would compile it anew.
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "", **variables},
    )
    _, error = child.communicate()
    seconds = _seconds_of_children() - before
    if child.returncode:
        raise SystemExit(error.decode())
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _seconds_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


READ = """
import duckdb, sys
con = duckdb.connect(sys.argv[2])
con.execute("SET memory_limit = '1GB'")
con.execute(\"\"\"CREATE TABLE t AS FROM read_csv(?, all_varchar = true, quote = '"', escape = '"', delim = ',', header = true)\"\"\", [sys.argv[1]])
con.close()
"""
ASK = """
import json, sys, time
from pathlib import Path
from collabkit.catalog import load
from collabkit.directory.directory import Directory
from collabkit.directory.geo import places
from collabkit.finding import Search, find, wanted
from collabkit.library import Library
from collabkit.matching import Parser, Ranking
catalog = load()
asked = Parser(catalog).parse(["literacy"])
search = Search(wanted(Ranking(catalog, Library()), asked, within=25), goals=tuple(asked.goals))
found = {}
with Directory.open(Path(sys.argv[1])) as directory:
    for place in sys.argv[2:]:
        spot = places.near(place)
        times = []
        for _ in range(5):
            start = time.process_time()
            find(directory, catalog, spot, search)
            times.append(time.process_time() - start)
        found[place] = sorted(times)[2] * 1000
print(json.dumps(found))
"""


def main() -> None:
    """Print every figure beside what it is held to."""
    rows = NATION // 10 if "--quick" in sys.argv else NATION
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _loading(folder, rows)
        _asking(folder / "nation")
        _crowd(folder)
    report_classing()
    report_pairs()


def _loading(folder: Path, rows: int) -> None:
    small, large = folder / "small.csv", folder / "eo.csv"
    few = rows * 2 // 19
    write_register(small, few)
    write_register(large, rows)
    load = ("-m", "collabkit", "directory", "load")
    run((*load, str(small)), COLLAB_DIRECTORY=str(folder / "warm"))  # fills the cache of catalogs
    pairs = []
    for turn in range(3):
        read, _ = run(("-c", READ, str(large), str(folder / f"read{turn}.db")))
        took, memory = run((*load, str(large)), COLLAB_DIRECTORY=str(folder / "nation"))
        (folder / "nation/directory.duckdb").rename(folder / "nation.duckdb")
        pairs.append((took / read, took, read, memory))
    (folder / "nation.duckdb").rename(folder / "nation/directory.duckdb")
    ratio, took, read, memory = sorted(pairs)[1]
    few_took = statistics.median(
        run((*load, str(small)), COLLAB_DIRECTORY=str(folder / f"few{turn}"))[0]
        for turn in range(3)
    )
    size = (folder / "nation/directory.duckdb").stat().st_size / 1e6
    print(
        f"load of {rows:,} rows   {took:6.1f} s, DuckDB's own read {read:.1f} s; ratio {ratio:.2f} (at most 2)"
    )
    print(f"peak memory            {memory:6.0f} MB (at most 1,500)")
    print(f"database               {size:6.0f} MB (at most 400)")
    print(
        f"a row of {few:,}      {few_took / few * 1e6:6.2f} us; of {rows:,} {took / rows * 1e6:.2f} us (no more)"
    )


def _asking(folder: Path) -> None:
    out = subprocess.run(
        [sys.executable, "-c", ASK, str(folder), *PLACES],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    times = json.loads(out)
    print(
        f"query near {len(times)} cities  {statistics.median(times.values()):6.1f} ms, the slowest "
        f"{max(times.values()):.1f} ms (at most 20)"
    )
    program = str(Path(sys.executable).with_name("collab"))  # as a person calls it
    find = (program, "find", "--near", "59801", *MATCH)
    run(find, COLLAB_DIRECTORY=str(folder))  # fills the cache
    both = [
        (run(("-c", "import duckdb"))[0], run(find, COLLAB_DIRECTORY=str(folder))[0])
        for _ in range(ROUNDS)
    ]
    bare, ours = (statistics.median(each) for each in zip(*both, strict=True))
    print(
        f"find, whole process    {ours * 1000:6.1f} ms, a bare import duckdb {bare * 1000:.1f} ms; "
        f"ratio {ours / bare:.2f} (at most 2.50)"
    )


def _crowd(folder: Path) -> None:
    outlets = folder / "outlets.csv"
    write_outlets(outlets)
    find = (
        "-m",
        "collabkit",
        "find",
        "--libraries",
        str(outlets),
        "--goal",
        "literacy",
        "--limit",
        "10",
    )
    took, memory = run(find, COLLAB_DIRECTORY=str(folder / "nation"))
    print(f"all library outlets    {took:6.1f} s (at most 300), {memory:.0f} MB")


if __name__ == "__main__":
    main()
