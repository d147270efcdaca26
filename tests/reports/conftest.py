"""Workspaces by the hundred, and a fixed day on the wall."""

from collections.abc import Callable
from pathlib import Path

import pytest

from partnerships.conftest import Write, home, wall, write

__all__ = ["Write", "home", "library", "wall", "write"]

Library = Callable[..., Path]


@pytest.fixture
def library(clean_machine: Path) -> Library:
    """Write a workspace by hand: its profile, and a log and facts for each of its partnerships."""

    def written(name: str, profile: str = "", **partnerships: tuple[str, str]) -> Path:
        folder = clean_machine / "libraries" / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "library.yaml").write_text(profile or f"name: {name}\n", encoding="utf-8")
        for called, (log, facts) in partnerships.items():
            place = folder / "partnerships" / called
            place.mkdir(parents=True, exist_ok=True)
            (place / "log.txt").write_text(log, encoding="utf-8")
            (place / "partnership.yaml").write_text(facts, encoding="utf-8")
        return folder

    return written
