"""A workspace on a fixed day, and its partnerships."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from collabkit import clock
from conftest import Collab

TODAY = date(2026, 6, 1)
Write = Callable[..., Path]
_PROFILE: list[bytes] = []
"""What ``collab init`` wrote the first time: what it writes depends on nothing but the name."""


@pytest.fixture(autouse=True)
def wall(monkeypatch: pytest.MonkeyPatch) -> Callable[[date], None]:
    """The day on the wall: June 1, 2026, until the test sets another."""

    def turn(day: date) -> None:
        monkeypatch.setattr(clock, "today", lambda: day)

    turn(TODAY)
    return turn


@pytest.fixture
def home(collab: Collab, clean_machine: Path) -> Path:
    """The folder of the partnerships of a workspace, as ``collab init`` makes one."""
    profile = clean_machine / "library.yaml"
    if _PROFILE:
        profile.write_bytes(_PROFILE[0])
    else:
        assert collab("init", "--name", "Ours").code == 0
        _PROFILE.append(profile.read_bytes())
    return clean_machine / "partnerships"


@pytest.fixture
def write(home: Path) -> Write:
    """Write the files of a partnership by hand, as a person does."""

    def written(name: str, log: str = "", facts: str = "", **files: str) -> Path:
        folder = home / name
        folder.mkdir(parents=True, exist_ok=True)
        if log:
            (folder / "log.txt").write_text(log, encoding="utf-8", newline="")
        if facts:
            (folder / "partnership.yaml").write_text(facts, encoding="utf-8", newline="")
        for file, text in files.items():
            (folder / file.replace("_", ".")).write_text(text, encoding="utf-8", newline="")
        return folder

    return written
