"""Print every change to the code of a room that its tests do not notice and `survivors.md` does not explain.

python -m benchmarks.mutants files text datafiles directory/database   some minutes each
python -m benchmarks.mutants files -k writing                          only the modules called so
"""

import argparse
import importlib
import sys
from pathlib import Path

import pytest

from benchmarks.mutants.survivors import explained
from benchmarks.mutants.trying import SOURCE, Mutating

_TESTS = Path(__file__).parents[2] / "tests"
ROOMS = {
    "files": ("files",),
    "text": ("text",),
    "datafiles": ("datafiles",),
    "directory/database": ("directory/test_store.py", "directory/test_connection.py"),
}
"""The tests of each room."""


def main() -> int:
    """Try the rooms that are named; end with 1 if a mutant survives that nobody has explained."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.mutants", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("rooms", nargs="+", choices=ROOMS)
    parser.add_argument("-k", dest="called", default="", help="part of the names of modules")
    given = parser.parse_args()
    modules = [
        importlib.import_module(f"collabkit.{room.replace('/', '.')}.{file.stem}")
        for room in given.rooms
        for file in sorted((SOURCE / room).glob("*.py"))
        if file.stem != "__init__" and given.called in file.stem
    ]
    mutating = Mutating(modules, explained())
    tests = [str(_TESTS / each) for room in given.rooms for each in ROOMS[room]]
    quiet = ("-p", "no:xdist", "-p", "no:cacheprovider", "--no-header")
    failed = pytest.main([*tests, *quiet], plugins=[mutating])
    return int(failed) or int(mutating.left > 0)


if __name__ == "__main__":
    sys.exit(main())
