"""Whom the papers of all works are written to."""

import pytest

from collabkit.catalog import Catalog
from collabkit.proposals import Subject


@pytest.fixture(scope="session")
def pairs(catalog: Catalog) -> list[Subject]:
    from proposals.samples import every_pair  # noqa: PLC0415 - not before the cache has its place

    return list(every_pair(catalog))


@pytest.fixture(scope="session")
def works(pairs: list[Subject]) -> list[Subject]:
    """Each work once, with one partner after the other: of a board's paper the work is the most."""
    of_work: dict[str, list[Subject]] = {}
    for subject in pairs:
        of_work.setdefault(subject.activity, []).append(subject)
    return [subjects[turn % len(subjects)] for turn, subjects in enumerate(of_work.values())]
