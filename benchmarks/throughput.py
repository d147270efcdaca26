"""``collab match --aims -``: aims per second, memory, and what a larger catalog costs.

Every figure is of a whole process with its output thrown away. What one more aim costs is taken
from two runs of different length, so that start-up does not count.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from collabkit import paths
from collabkit.catalog import Catalog, load
from collabkit.catalog.folders import files_of
from collabkit.datafiles.limits import MAX_BYTES

FEW, MANY = 1_000, 10_000
"""Lines of the two runs on the shipped catalog."""
SIZES = (1, 10, 100)
"""How many times as large the catalog is made."""
COPIED = ("partners", "activities", "phrasings")


class Run(NamedTuple):
    """What one run took."""

    seconds: float
    megabytes: float
    """The most memory it held."""


def aims(catalog: Catalog, count: int) -> str:
    """Return *count* lines, the phrasings of *catalog* over and over."""
    said = [aim for asked in catalog.phrasings.values() for aim in asked.aims]
    return "\n".join(islice(cycle(said), count)) + "\n"


def run(lines: str, own: Path | None = None) -> Run:
    """Answer *lines* in a process of its own, over the catalogs in *own* if given."""
    catalog = ("--catalog", os.fspath(own)) if own else ()
    with tempfile.TemporaryFile() as stdin:
        stdin.write(lines.encode())
        stdin.seek(0)
        start = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "collabkit", "match", "--aims", "-", "-f", "ndjson", *catalog],
            stdin=stdin,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(seconds, used.ru_maxrss * unit / 1e6)


def enlarge(times: int, folder: Path) -> None:
    """Write into *folder* what makes the shipped catalog *times* as large.

    Partners, activities and phrasings are copied under new ids, and refer to each other's copies.
    """
    for kind in COPIED:
        shipped = [
            entry
            for file in files_of(kind, paths.data_dir())
            for entry in yaml.load(file.read_bytes(), yaml.CSafeLoader)
        ]
        with (folder / f"{kind}.yaml").open("w", encoding="utf-8") as file:
            for number in range(1, times):
                yaml.dump(
                    [_copy(kind, entry, number) for entry in shipped],
                    file,
                    yaml.CSafeDumper,
                    sort_keys=False,
                    allow_unicode=True,
                )


def _copy(kind: str, entry: dict[str, Any], number: int) -> dict[str, Any]:
    copy = entry | {"id": f"{entry['id']}-{number}"}
    if kind == "phrasings":
        copy["partner"] += f"-{number}"
    if kind == "activities":
        copy["needs"] = [
            need
            | {"from": [who if who == "library" else f"{who}-{number}" for who in need["from"]]}
            for need in entry["needs"]
        ]
    return copy


def on_the_shipped_catalog(catalog: Catalog) -> Iterator[str]:
    """Yield the lines of the first table."""
    run(aims(catalog, 1))  # fills the cache
    few, many = (run(aims(catalog, count)) for count in (FEW, MANY))
    rate = (MANY - FEW) / (many.seconds - few.seconds)
    yield f"{MANY:,} aims  {many.seconds:6.1f} s   {rate:6.0f} a second after start (at least 1,000)"
    yield f"memory      {few.megabytes:6.1f} MB with {FEW:,} lines, {many.megabytes:.1f} MB with {MANY:,}"


def on_larger_catalogs(catalog: Catalog) -> Iterator[str]:
    """Yield the lines of the second table."""
    home = paths.data_dir()
    largest = max(sum(file.stat().st_size for file in files_of(kind, home)) for kind in COPIED)
    yield "catalog   first run  warm start  one more aim"
    for times in SIZES:
        if largest * (times - 1) > MAX_BYTES:
            yield f"{times:>4} x     not read: a file may hold {MAX_BYTES / 1e6:.0f} MB"
            continue
        with tempfile.TemporaryDirectory() as name:
            own = Path(name) if times > 1 else None
            if own:
                enlarge(times, own)
            first = run(aims(catalog, 1), own)
            start = run(aims(catalog, 1), own)
            more = run(aims(catalog, 1 + FEW), own)
        cost = (more.seconds - start.seconds) / FEW * 1000
        yield f"{times:>4} x     {first.seconds:7.1f} s  {start.seconds:8.2f} s  {cost:9.2f} ms"


def main() -> None:
    """Print the figures."""
    catalog = load()
    with tempfile.TemporaryDirectory() as cache:
        os.environ["COLLAB_CACHE"] = cache
        for line in on_the_shipped_catalog(catalog):
            print(line)
        print()
        for line in on_larger_catalogs(catalog):
            print(line, flush=True)


if __name__ == "__main__":
    main()
