"""Attack the program by every way in; end with 1 if anything fell.

python -m benchmarks.attack                 some 200,000 distinct inputs, the same ones every time
python -m benchmarks.attack --inputs 10000 --seed new   a share of them, by a seed of its own that it prints
python -m benchmarks.attack --kept FOLDER   goes on where a run with the same folder was stopped
"""

import argparse
import os
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path

from benchmarks.attack.batches import WAYS, Tried, batches, once

INPUTS = 220_000
SEED = "2026-11-25"
TOGETHER = 60
"""Batches that processes live for: what they hold goes with them. A pool that replaces them one by one
(`max_tasks_per_child`) has been seen to go on with one process, and then with none."""
SHOWN = 20
"""Falls that are printed; as many more may have the same cause."""


def main() -> int:
    """Run all batches and print what they came to."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.attack", description=__doc__.partition("\n")[0]
    )
    parser.add_argument(
        "--inputs", type=int, default=INPUTS, help="about how many [default: %(default)s]"
    )
    parser.add_argument(
        "--seed", default=SEED, help="any text; `new` makes one [default: %(default)s]"
    )
    parser.add_argument("--way", choices=WAYS, help="only this way in")
    parser.add_argument("--kept", type=Path, help="folder for what is done, to go on from there")
    given = parser.parse_args()
    seed = os.urandom(6).hex() if given.seed == "new" else given.seed
    print(f"seed {seed}; about {given.inputs:,} inputs", flush=True)
    todo = [each for each in batches(given.inputs, seed) if given.way in {None, each.way}]
    with tempfile.TemporaryDirectory(prefix="collab-attack-") as own:
        kept = given.kept or Path(own)
        kept.mkdir(exist_ok=True)
        done: list[Tried] = []
        for start in range(0, len(todo), TOGETHER):
            with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
                done += pool.map(once, todo[start : start + TOGETHER], repeat(kept))
    return report(done)


def report(done: list[Tried]) -> int:
    """Print the table and the first falls; return the exit code."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="backslashreplace")  # in Latin-1 a fall may have no letters
    falls = [fall for each in done for fall in each.falls]
    print(f"{'way in':<15}{'inputs':>10}{'falls':>7}{'seconds':>9}")
    for way in sorted({each.way for each in done}):
        ours = [each for each in done if each.way == way]
        inputs = len(set().union(*(each.seen for each in ours)))
        count = sum(len(each.falls) for each in ours)
        print(f"{way:<15}{inputs:>10,}{count:>7}{sum(each.seconds for each in ours):>9.0f}")
    total = len(set().union(*(each.seen for each in done)))
    print(f"{'distinct':<15}{total:>10,}{len(falls):>7}")
    for fall in sorted(falls, key=lambda fall: len(fall.how))[:SHOWN]:
        print(f"\n{fall.kind}: {fall.how[:1_500]}\n{fall.detail}")
    return 1 if falls else 0


if __name__ == "__main__":
    sys.exit(main())
