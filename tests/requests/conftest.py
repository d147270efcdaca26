"""A library with a profile, on a fixed day."""

import pytest

from partnerships.conftest import home, wall

__all__ = ["home", "wall"]


@pytest.fixture(autouse=True)
def ours(home: object) -> object:
    """A workspace, in every test."""
    return home
