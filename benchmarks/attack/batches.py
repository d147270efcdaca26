"""The work in batches, each by a seed of its own, so that processes can share it and any can be repeated."""

import importlib
import os
import pickle
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple, cast

from benchmarks.attack.harness import Fall, Harness, settle
from collabkit.files.writing import write_whole

WAYS = {
    # way in: inputs of every 1,000, inputs a batch
    "aims": (290, 2_000),
    "tables": (290, 2_000),
    "catalogs": (145, 1_000),
    "edits": (90, 2_000),
    "profiles": (75, 500),
    "command_lines": (60, 400),
    "partnerships": (25, 400),
    "kept": (10, 250),
    "papers": (10, 100),
    "templates": (4, 80),
    "registers": (1, 10),
}


class Batch(NamedTuple):
    """Some inputs of one way in, made by a seed of their own."""

    way: str
    seed: str
    inputs: int


class Tried(NamedTuple):
    """What a batch came to."""

    way: str
    seen: set[bytes]
    falls: list[Fall]
    seconds: float


def batches(inputs: int, seed: str) -> Iterator[Batch]:
    """Yield what makes about *inputs* inputs; the same for the same *seed*."""
    for way, (share, size) in WAYS.items():
        wanted = max(1, inputs * share // 1_000)
        for number, start in enumerate(range(0, wanted, size)):
            yield Batch(way, f"{seed}/{way}/{number}", min(size, wanted - start))


def tried(batch: Batch, cache: Path) -> Tried:
    """Try one batch in an empty folder; what the program works out for all stays in *cache*."""
    start = time.perf_counter()
    attack = importlib.import_module(f"benchmarks.attack.{batch.way}").attack
    with tempfile.TemporaryDirectory(prefix="collab-attack-") as name:
        settle(Path(name), cache)
        harness = Harness(Path(name))
        attack(Random(batch.seed), harness, batch.inputs)
        os.chdir("/")
    falls = [fall._replace(how=f"[{batch.seed}] {fall.how}") for fall in harness.falls]
    return Tried(batch.way, harness.seen, falls, time.perf_counter() - start)


def once(batch: Batch, kept: Path) -> Tried:
    """Try one batch, unless what it came to stands in *kept*; leave it there."""
    file = kept / f"{batch.seed.replace('/', '+')}-{batch.inputs}"
    if file.exists():
        return cast("Tried", pickle.loads(file.read_bytes()))  # noqa: S301 - written by ourselves
    made = tried(batch, kept / "cache")
    write_whole(file, pickle.dumps(made))
    return made
