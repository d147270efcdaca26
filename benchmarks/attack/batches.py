"""The work in batches, each by a seed of its own, so that processes can share it and any can be repeated."""

import importlib
import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.attack.harness import Fall, Harness, settle

WAYS = {
    # way in: inputs of every 1,000, inputs a batch
    "aims": (310, 400),
    "tables": (290, 2_000),
    "catalogs": (150, 1_000),
    "edits": (90, 2_000),
    "profiles": (75, 250),
    "kept": (10, 250),
    "command_lines": (60, 200),
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


def tried(batch: Batch) -> Tried:
    """Try one batch in an empty folder."""
    start = time.perf_counter()
    attack = importlib.import_module(f"benchmarks.attack.{batch.way}").attack
    with tempfile.TemporaryDirectory(prefix="collab-attack-") as name:
        settle(Path(name))
        harness = Harness(Path(name))
        attack(Random(batch.seed), harness, batch.inputs)
        os.chdir("/")
    falls = [fall._replace(how=f"[{batch.seed}] {fall.how}") for fall in harness.falls]
    return Tried(batch.way, harness.seen, falls, time.perf_counter() - start)
