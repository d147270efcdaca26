"""What each test costs, in seconds of processors: `slow.txt` lists those that a fast run leaves out.

Of processors and not of a clock, with the programs that it starts, so that it comes to much the same beside
other work. What several tests share counts for each of them: whichever comes first has to make it.
"""

import os
import time
from collections import defaultdict
from collections.abc import Generator
from pathlib import Path
from statistics import fmean

import pytest

RECORD = Path(__file__).with_name("slow.txt")
SLOW = 0.1
"""Seconds over which a test is recorded, on average over its cases."""
_GROWN = 5
"""Times `SLOW` over which a run tells of a test that is not in the record."""
_HEAD = f"""\
# Tests whose cases take over {SLOW} seconds each: `make test-fast` leaves them out, and `make test-times` writes
# this anew.
"""
_COST = "seconds of processors"


def recorded() -> frozenset[str]:
    """Return the tests of the record, without their cases."""
    lines = RECORD.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def test_of(case: str) -> str:
    """Return the test, by the file and its name, of which *case* is one."""
    return case.partition("[")[0]


def _spent() -> float:
    return time.process_time() + sum(os.times()[2:4])


class Costs:
    """Measures every test, and writes the record or tells what it lacks."""

    def __init__(self, *, write: bool) -> None:
        """Write the record at the end if *write*, else warn of slow tests that it lacks."""
        self._write = write
        self._shared: dict[str, float] = {}
        self._making = 0.0
        """What was spent, in this test, on what it shares with others."""
        self._found: defaultdict[str, list[float]] = defaultdict(list)
        """For each test what its cases cost."""

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(
        self, fixturedef: pytest.FixtureDef[object]
    ) -> Generator[None, object, object]:
        """Measure what is made for several tests."""
        begun = _spent()
        try:
            return (yield)
        finally:
            if fixturedef.scope != "function":
                took = _spent() - begun
                self._shared[fixturedef.argname] = took
                self._making += took

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self) -> Generator[None, object, object]:
        """Note when a test begins."""
        self._begun, self._making = _spent(), 0.0
        return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Let the last report of a test say what it cost."""
        report = yield
        if report.when == "teardown":
            own = _spent() - self._begun - self._making
            names = getattr(item, "fixturenames", ())
            shared = sum(self._shared.get(name, 0.0) for name in names)
            report.user_properties.append((_COST, own + shared))
        return report

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Gather the costs, here and from whoever shares the work."""
        for name, cost in report.user_properties:
            if name == _COST and isinstance(cost, float):
                self._found[test_of(report.nodeid)].append(cost)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Write the record, or tell which tests it lacks."""
        if self._write:
            lines = (f"{test}\n" for test in self._over(SLOW))
            RECORD.write_text(_HEAD + "".join(lines), encoding="utf-8")
            return
        known = recorded()
        lacking = [test for test in self._over(_GROWN * SLOW) if test not in known]
        if lacking:
            told = f"Slow, and not in tests/{RECORD.name}: {', '.join(lacking)}"
            terminalreporter.write_line(f"{told}. `make test-times` measures anew.")

    def _over(self, seconds: float) -> list[str]:
        return sorted(test for test, costs in self._found.items() if fmean(costs) > seconds)
