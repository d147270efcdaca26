"""Whether the nearest school of a library is a school: 150 libraries of five states, drawn by a seed.

Registers name booster clubs, alumni and parents by the school they belong to. ``--registers FOLDER`` holds
the outlets of the Public Libraries Survey and the registers of the states; they are too large to be kept here,
so that this is run by hand and not in CI.
"""

import argparse
import csv
import random
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from collabkit import Workspace
from collabkit.directory.pipeline.libraries import Library, read
from collabkit.directory.query.nearest import Nearest
from collabkit.directory.records import GUESS

JUDGED = Path(__file__).parent / "data/schools.csv"
"""Bodies by id with their name, code and verdict: 1 for a school or a district, 0 for any other."""
SCHOOL = "k12-school"
STATES = ("AK", "DC", "MT", "VT", "WY")
LIBRARIES = 150
SEED = 20261204
"""Of the first draw, from which the rules were mended; any other one by ``--seed``."""


class Drawn(NamedTuple):
    """One library that was drawn, and the school that the directory names as its nearest."""

    library: Library
    school: Nearest


def drawn(registers: Path, seed: int = SEED) -> list[Drawn]:
    """Return the libraries that are drawn by *seed* with the nearest school of each, once *registers* are loaded."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace.open(folder, directory=Path(folder) / "directory")
        workspace.load([str(registers)])
        found = [
            Drawn(library, nearest[SCHOOL])
            for library in _draw(_outlets(registers), seed)
            if (nearest := workspace.directory.nearest(library.spot, [SCHOOL], GUESS))
        ]
        workspace.close()
    return found


def _outlets(registers: Path) -> Iterator[Library]:
    for path in sorted(registers.glob("*utlet*")):
        yield from read(str(path)).libraries


def _draw(libraries: Iterator[Library], seed: int) -> list[Library]:
    """Return as many libraries of each state as of another, and all of a state that has fewer."""
    among = sorted(libraries, key=lambda library: library.id)
    draw = random.Random(seed)
    of_states = [[each for each in among if each.state == state] for state in STATES]
    chosen: list[Library] = []
    for at, of_state in enumerate(sorted(of_states, key=len)):
        share = (LIBRARIES - len(chosen)) // (len(STATES) - at)
        chosen += draw.sample(of_state, min(share, len(of_state)))
    return chosen


def verdicts() -> Mapping[str, int]:
    """Return what was judged of bodies, by their ids."""
    with JUDGED.open(encoding="utf-8", newline="") as file:
        return {row["id"]: int(row["school"]) for row in csv.DictReader(file)}


def main(arguments: Sequence[str]) -> int:
    """Print the share that are schools; ``--unjudged`` writes as CSV those that nobody has judged."""
    options = argparse.ArgumentParser("evaluation.schools", description=__doc__)
    options.add_argument("--registers", type=Path, required=True)
    options.add_argument("--seed", type=int, default=SEED)
    options.add_argument("--unjudged", action="store_true")
    given = options.parse_args(arguments)
    found = drawn(given.registers, given.seed)
    known = verdicts()
    if given.unjudged:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(("id", "name", "town", "school"))
        names = {each.school.id: (each.school.name, each.school.town) for each in found}
        writer.writerows((id_, *names[id_], "") for id_ in sorted(names.keys() - known.keys()))
        return 0
    _print(found, known)
    return 0


def _print(found: Sequence[Drawn], known: Mapping[str, int]) -> None:
    for each in found:
        if known.get(each.school.id) != 1:
            verdict = "no school" if each.school.id in known else "not judged"
            print(f"{each.library.id}: {each.school.name}, {each.school.town} ({verdict})")
    schools = sum(known.get(each.school.id, 0) for each in found)
    judged = sum(each.school.id in known for each in found)
    print(
        f"{len(found)} libraries of {', '.join(STATES)}; the nearest school of {judged} is judged,"
    )
    print(f"and {schools} are schools or districts: {schools / max(len(found), 1):.3f}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
