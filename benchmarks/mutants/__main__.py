"""Print every change to the code of a room that its tests do not notice and `survivors.md` does not explain.

python -m benchmarks.mutants files text datafiles planning   some minutes each
python -m benchmarks.mutants files -k writing                only the modules called so
python -m benchmarks.mutants --draw 100                      so many at random over all of the program; an hour
"""

import argparse
import importlib
import subprocess
import sys

import pytest

from benchmarks.mutants.drawing import draw, survivors
from benchmarks.mutants.rooms import ROOT, SOURCE, rooms, tests_of
from benchmarks.mutants.survivors import explained
from benchmarks.mutants.trying import Mutating

_LEAST = 0.8
"""Share of what is drawn that has to be noticed."""


def main() -> int:
    """Try the rooms that are named, or what is drawn; end with 1 if too many survive that nobody has explained."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.mutants", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help=", ".join(rooms()))
    parser.add_argument("-k", dest="called", default="", help="part of the names of modules")
    parser.add_argument("--draw", type=int, metavar="COUNT", help="mutants of all rooms at random")
    parser.add_argument("--seed", help="of what is drawn; that of the last commit if none is given")
    given = parser.parse_args()
    if given.draw:
        return _drawn(given.draw, given.seed or _commit())
    if not given.rooms or not {*given.rooms} <= {*rooms()}:
        parser.error(f"name one of the rooms, or --draw: {', '.join(rooms())}")
    return _tried(given.rooms, given.called)


def _tried(named: list[str], called: str) -> int:
    modules = [
        importlib.import_module(f"collabkit.{room.replace('/', '.')}.{file.stem}")
        for room in named
        for file in sorted((SOURCE / room).glob("*.py"))
        if file.stem != "__init__" and called in file.stem
    ]
    mutating = Mutating(modules, explained())
    tests = dict.fromkeys(str(ROOT / each) for room in named for each in tests_of(room))
    quiet = ("-p", "no:xdist", "-p", "no:cacheprovider", "--no-header")
    failed = pytest.main([*tests, *quiet], plugins=[mutating])
    return int(failed) or int(mutating.left > 0)


def _drawn(count: int, seed: str) -> int:
    left = 0
    for each in survivors([each for each in draw(count, seed) if str(each) not in explained()]):
        left += 1
        print(f"{each}  (line {each.line})", flush=True)
    print(f"{count - left} of {count} noticed or explained, drawn with --seed {seed}")
    return int(count - left < _LEAST * count)


def _commit() -> str:
    return subprocess.check_output(["git", "rev-parse", "HEAD"], text=True, cwd=ROOT).strip()  # noqa: S607 - whichever git there is


if __name__ == "__main__":
    sys.exit(main())
