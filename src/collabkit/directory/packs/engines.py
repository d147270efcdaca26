"""Who makes the states of a build: copies of this process. A cluster would be another `Engine`."""

import sys
from collections.abc import Iterable, Iterator
from typing import Protocol

from collabkit import workers
from collabkit.catalog import Catalog
from collabkit.directory.packs.manifest import Packed
from collabkit.directory.packs.partition import Task, make
from collabkit.directory.subjects import ReadTexts


class Engine(Protocol):
    """Makes every state of a build, wherever it does."""

    def __call__(
        self, tasks: Iterable[Task], catalog: Catalog, read_texts: ReadTexts | None
    ) -> Iterator[Packed]:
        """Yield what each of *tasks* became, in any order. The first is asked for before there is any task."""


def local(at_once: int) -> Engine:
    """Return what makes *at_once* states at the same time, each in a process of its own."""

    def work(
        tasks: Iterable[Task], catalog: Catalog, read_texts: ReadTexts | None
    ) -> Iterator[Packed]:
        def made(task: Task) -> Packed:
            return make(task, catalog, read_texts)

        if at_once == 1 or sys.platform != "linux":  # elsewhere a process cannot be copied safely
            return map(made, tasks)
        # The copies are made before any task is, and so before a database has threads that a copy would lack.
        return workers.in_order(made, tasks, at_once)

    return work
