"""A clean machine for every test: no profile, no cache, no settings of whoever runs it."""

import gc
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Generator, Iterator
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

from collabkit.catalog import Catalog
from collabkit.cli import main
from costs import Costs, recorded, test_of


class Run(NamedTuple):
    """What one command line did."""

    code: int
    out: str
    err: str


Collab = Callable[..., Run]

# A busy machine is slow, not wrong; the same examples everywhere. `--hypothesis-profile many` looks further.
settings.register_profile("quick", deadline=None, derandomize=True, max_examples=50)
settings.register_profile("many", deadline=None, max_examples=5_000)
settings.load_profile("quick")

# Most of what is made here lives to the end. To look through it for garbage at every turn took a third of
# the time of collecting the tests, and a quarter of that of some of them.
gc.set_threshold(50_000, 20, 10)


def pytest_collection_finish() -> None:
    """Look no more for garbage in the tests themselves, and in the catalogs that they hold."""
    gc.freeze()


MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of its own in it
"""Where a file is on no disk, for which loads and logs need not wait: 57 tests of the directory took 30 s with their
folders here and 39 s with them on a disk, measured once on a busy machine. `TMPDIR=/tmp make test` has them there."""


def _is_roomy(folder: Path) -> bool:
    """Whether all that the tests write fits into *folder*, and a program that they install there starts."""
    if not os.access(folder, os.W_OK):
        return False
    there = os.statvfs(folder)
    return there.f_bavail * there.f_frsize > 4 << 30 and not there.f_flag & os.ST_NOEXEC


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `make test-times` ask for the record of slow tests."""
    parser.addoption("--write-times", action="store_true", help="write tests/slow.txt anew")


def pytest_configure(config: pytest.Config) -> None:
    """Measure the tests, and keep one cache for all of them, so that the catalogs are read from YAML once.

    Set before tests are collected, since some have a case for each entry. Those who share the work have
    it from who gave it to them.
    """
    config.pluginmanager.register(Costs(write=config.getoption("write_times")))
    if hasattr(config, "workerinput"):
        return
    if "TMPDIR" not in os.environ and _is_roomy(MEMORY):
        os.environ["TMPDIR"] = str(MEMORY)
        tempfile.tempdir = None  # it was looked up already
    folder = tempfile.TemporaryDirectory()
    config.add_cleanup(folder.cleanup)
    os.environ["COLLAB_CACHE"] = folder.name


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what was slow when it was last measured."""
    slow = recorded()
    for item in items:
        if test_of(item.nodeid) in slow:
            item.add_marker(pytest.mark.slow)


FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember which tests failed: whoever looks into why wants to see their files."""
    report = yield
    if report.failed:
        item.stash[FAILED] = True
    return report


@pytest.fixture
def tmp_path(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Path]:
    """An empty folder, as pytest makes it, but for a link to the newest of that name.

    To make that anew took a third of the time of a test that does nothing. Of a test that passed it goes
    at once: what was never on the disk need not be removed from it. First of all fixtures, so that it goes
    when nothing is patched any more.
    """
    called = re.sub(r"\W", "_", request.node.name)[:30]
    folder = Path(tempfile.mkdtemp(prefix=f"{called}-", dir=tmp_path_factory.getbasetemp()))
    yield folder
    if FAILED not in request.node.stash:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(autouse=True)
def clean_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run in an empty folder with 80 columns; return the folder.

    Workspaces have the shipped catalogs that this process has open: to open them was half of a short command.
    """
    monkeypatch.setattr("collabkit.catalog.load", _opened)
    for name in (
        "COLLAB_CATALOG",
        "COLLAB_DIRECTORY",
        "COLLAB_FORMAT",
        "XDG_DATA_HOME",
        "NO_COLOR",
        "FORCE_COLOR",
        # With it each program that a test starts compiles all modules anew.
        "PYTHONDONTWRITEBYTECODE",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(home)
    return home


def _opened(own: Path | None = None) -> Catalog:
    from shipped import opened  # noqa: PLC0415 - many tests open none

    return opened(own)


@pytest.fixture
def collab(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Collab:
    """Run one command line in this process, with *stdin* if given."""

    def run(*arguments: str, stdin: str | None = None) -> Run:
        capsys.readouterr()
        with monkeypatch.context() as patched:
            if stdin is not None:
                patched.setattr("sys.stdin", TextIOWrapper(BytesIO(stdin.encode())))
            code = main(arguments)
        out, err = capsys.readouterr()
        return Run(code, out, err)

    return run


@pytest.fixture
def collab_process() -> Collab:
    """Run one command line in a process of its own, with *stdin* if given."""

    def run(*arguments: str, stdin: str = "") -> Run:
        done = subprocess.run(
            [sys.executable, "-m", "collabkit", *arguments],
            check=False,
            capture_output=True,
            input=stdin,
            text=True,
            encoding="utf-8",
        )
        return Run(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The shipped catalogs."""
    from shipped import CATALOG  # noqa: PLC0415 - not before the cache has its place

    return CATALOG
