"""Runs for each mutant the tests that could notice it.

A mutant lives in a child process of one that has collected the tests, run them once and seen which of
them call which function; the child runs those until one fails. What a test starts as a program of its
own is not mutated, nor is what runs when a module is imported.
"""

import os
import signal
import sys
import threading
import time
from collections import defaultdict
from contextlib import suppress
from pathlib import Path
from types import CodeType, FrameType, ModuleType

import pytest
from _pytest.runner import runtestprotocol

from benchmarks.mutants.changes import Mutant, clear_caches, mutants
from benchmarks.mutants.rooms import SOURCE

_LEAST, _TIMES = 3, 10
"""Seconds, and how many times what its tests take unchanged, after which a mutant counts as one that never
ends, and so as noticed: of the processor's time, or `_IDLE` times as many on the clock."""
_IDLE = 8
_TOOK = pytest.StashKey[float]()


class Mutating:
    """Runs the tests once as they are, and then for each mutant those that call what it changes."""

    def __init__(self, modules: list[ModuleType], explained: frozenset[str]) -> None:
        """Mutate *modules*, and be silent of survivors that are *explained*."""
        self.files = {each.__file__: each for each in modules}
        self.explained = explained
        self.callers: defaultdict[CodeType, list[pytest.Item]] = defaultdict(list)
        self.left = 0

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run everything, in place of pytest itself."""
        for item in session.items:
            if not self._passes(item):
                pytest.exit(f"{item.nodeid} fails without a mutant", 1)
        for module in self.files.values():
            self._tried(module)
        return True

    def _tried(self, module: ModuleType) -> None:
        place = Path(module.__file__ or "").relative_to(SOURCE).as_posix()
        listed = {each for each in self.explained if each.startswith(f"{place} ")}
        lived: set[str] = set()
        count = noticed = left = 0
        # What is there on other systems only is not there to be changed.
        for mutant in filter(Mutant.changed, mutants(module)):
            said = f"{place} {mutant.function}: {mutant.change}"
            count += 1
            if self._is_noticed(mutant):
                noticed += 1
                continue
            lived.add(said)
            if said not in listed:
                left += 1
                print(f"{said}  (line {mutant.line})", flush=True)
        for said in sorted(listed - lived):
            print(f"{said}  (listed, and no survivor)", flush=True)
        self.left += left
        told = f"{noticed} of {count} noticed, {count - noticed - left} explained, {left} left"
        print(f"{module.__name__}: {told}", flush=True)

    def _is_noticed(self, mutant: Mutant) -> bool:
        child = os.fork()
        if not child:
            code = 1
            try:
                code = self._lives(mutant)
            finally:
                os._exit(code)
        # Whatever ends a child but its own word, such as the clock, is a mutant that was noticed.
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != os.EX_OK

    def _lives(self, mutant: Mutant) -> int:
        """Return 0 if no test notices *mutant*. For a child that ends with it."""
        items = dict.fromkeys(item for code in mutant.live() for item in self.callers[code])
        # The quickest come first.
        for item in sorted(items, key=lambda each: each.stash[_TOOK]):
            seconds = _LEAST + _TIMES * item.stash[_TOOK]
            signal.setitimer(signal.ITIMER_PROF, seconds)
            signal.setitimer(signal.ITIMER_REAL, _IDLE * seconds)
            with suppress(KeyboardInterrupt):
                if self._passes(item):
                    continue
            return 1
        return os.EX_OK

    def _passes(self, item: pytest.Item) -> bool:
        """Run *item* and keep what is set up for all tests; note what it calls and how long it takes."""
        if hasattr(item, "_initrequest"):
            item._initrequest()  # noqa: SLF001 - what pytest's own plugins do to run a test again
        first = _TOOK not in item.stash
        called: set[CodeType] = set()

        def hear(frame: FrameType, event: str, _given: object) -> None:
            if event == "call" and frame.f_code.co_filename in self.files:
                called.add(frame.f_code)

        if first:
            # What was kept for an earlier test would not be called by this one.
            for module in self.files.values():
                clear_caches(module)
            threading.setprofile(hear)
            sys.setprofile(hear)
        begun = time.process_time()
        # As if the session itself came next: what is set up for all tests stays, and nothing else does.
        reports = runtestprotocol(item, nextitem=item.session, log=False)  # type: ignore[arg-type]
        if first:
            sys.setprofile(None)
            threading.setprofile(None)
            item.stash[_TOOK] = time.process_time() - begun
            for code in called:
                self.callers[code].append(item)
        return not any(report.failed for report in reports)
