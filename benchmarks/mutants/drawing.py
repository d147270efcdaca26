"""Draws some mutants over all of the program, and tries each in a copy of the checkout.

Of comparisons, conditions and branches only, each as likely as any other: most other places are words.
A drawn mutant is noticed if one of the fast tests fails with it, or one of the slow tests of its room.
"""

import ast
import io
import os
import random
import signal
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest

from benchmarks.mutants.changes import Site, difference, sites, variants
from benchmarks.mutants.rooms import ROOT, SOURCE, tests_of

_TURNED = (ast.Compare, ast.BoolOp, ast.UnaryOp, ast.If, ast.IfExp, ast.comprehension)
_LONGEST = 1200
"""Seconds after which a mutant counts as one that never ends, and so as noticed."""


class Drawn(NamedTuple):
    """One change to one module."""

    module: str
    """Its file, from the top of the program."""
    function: str
    line: int
    change: str
    source: str
    """The whole module with the change."""

    def __str__(self) -> str:
        """Return it as `survivors.md` lists such changes."""
        return f"{self.module} {self.function}: {self.change}"


def draw(count: int, seed: str) -> list[Drawn]:
    """Return *count* mutants of the program, the same ones for the same *seed*."""
    chance = random.Random(seed)
    places = [
        (file, number)
        for file in sorted(SOURCE.rglob("*.py"))
        for number, _ in enumerate(_turned(ast.parse(file.read_bytes())))
    ]
    return [_drawn(file, number, chance) for file, number in chance.sample(places, count)]


def _turned(tree: ast.AST) -> list[Site]:
    return [
        site
        for site in sites(tree)
        if isinstance(site.node, _TURNED) and next(variants(site.node), None) is not None
    ]


def _drawn(file: Path, number: int, chance: random.Random) -> Drawn:
    tree = ast.parse(file.read_bytes())
    before = ast.unparse(tree)
    site = _turned(tree)[number]
    site.put(chance.choice([*variants(site.node)]))
    after = ast.unparse(ast.fix_missing_locations(tree))
    change = difference(before.split("\n"), after.split("\n"))
    return Drawn(file.relative_to(SOURCE).as_posix(), site.function, site.line, change, after)


def survivors(drawn: list[Drawn]) -> Iterator[Drawn]:
    """Yield those of *drawn* that no test notices, as they are found.

    Raises:
        SystemExit: the tests fail without a mutant.
    """
    cores = os.cpu_count() or 1
    with TemporaryDirectory() as folder, ThreadPoolExecutor(cores) as pool:
        copies: SimpleQueue[Path] = SimpleQueue()
        for number in range(cores):
            copies.put(_copied(Path(folder, str(number))))
        with _taken(copies) as copy:
            if not _passes(copy, "not slow", ["tests"]):
                raise SystemExit("the fast tests fail without a mutant")
        trials = {pool.submit(_lives, each, copies): each for each in drawn}
        for trial in as_completed(trials):
            if trial.result():
                yield trials[trial]


def _copied(folder: Path) -> Path:
    """Return *folder* with a copy of the last commit."""
    packed = subprocess.run(["git", "archive", "HEAD"], check=True, capture_output=True, cwd=ROOT)  # noqa: S607 - whichever git there is
    with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
        archive.extractall(folder, filter="data")
    return folder


@contextmanager
def _taken(copies: "SimpleQueue[Path]") -> Iterator[Path]:
    copy = copies.get()
    try:
        yield copy
    finally:
        copies.put(copy)


def _lives(drawn: Drawn, copies: "SimpleQueue[Path]") -> bool:
    """Return whether no test notices *drawn* in one of *copies*."""
    near = tests_of(drawn.module.partition("/")[0].removesuffix(".py"))
    with _taken(copies) as copy:
        module = copy / "src/collabkit" / drawn.module
        before = module.read_bytes()
        module.write_text(drawn.source, encoding="utf-8")
        try:
            return _passes(copy, "not slow", [*near, "tests"]) and _passes(copy, "slow", near)
        finally:
            module.write_bytes(before)


def _passes(copy: Path, marked: str, tests: list[str]) -> bool:
    """Return whether those of *tests* that are *marked* so pass in *copy*."""
    if not tests:
        return True
    running = subprocess.Popen(
        [sys.executable, "-m", "pytest", "-x", "-p", "no:cacheprovider", "-m", marked, *tests],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy / "src")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        code = running.wait(_LONGEST)
    except subprocess.TimeoutExpired:
        return False
    finally:
        if running.poll() is None:
            os.killpg(running.pid, signal.SIGKILL)
            running.wait()
    if code == pytest.ExitCode.USAGE_ERROR:
        raise SystemExit(f"pytest does not know how to run {tests}")
    return code in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}
