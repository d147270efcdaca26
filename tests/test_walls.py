"""The rules of `pyproject.toml` on who imports what: planted breaches are refused, in every room."""

import itertools
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LINTER = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]
LAYERS = [
    [room.strip("() ") for room in floor.split("|")] for floor in LINTER["contracts"][0]["layers"]
]
ROOMS = [room for floor in LAYERS for room in floor if room != "__main__"]
LIBRARIES = {
    library: [allowed.partition(" -> ")[0] for allowed in contract["ignore_imports"]]
    for contract in LINTER["contracts"]
    if contract["type"] == "forbidden" and contract["source_modules"] == ["collabkit"]
    for library in contract["forbidden_modules"]
}
OPEN_TO_COMMANDS = {
    "assistant",
    "web",
    "workspace",
    "extras",
    "output",
    "records",
    "text",
    "files",
    "paths",
    "workers",
    "arguments",
    "clock",
}
"""Rooms that a command may import besides what all of them may: what it asks, how it prints, and plain values."""


def _linted(copy: Path) -> str:
    """Return what the linter says of a *copy* of the program."""
    shutil.copy(ROOT / "pyproject.toml", copy)
    code = (
        "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=False,
        capture_output=True,
        text=True,
        cwd=copy,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(copy / "src"), str(copy), str(ROOT))),
        },
    )
    assert done.returncode == 1, done.stdout
    return " ".join(done.stdout.split())


def _copied(folder: Path) -> Path:
    """Return a folder with a copy of the program's source, to do harm to."""
    shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("*.weights"))
    return folder


def _plant(copy: Path, room: str, code: str) -> str:
    """Write *code* into a module of *room*; return the name of the module."""
    package = copy / "src" / "collabkit" / room
    if package.is_dir():
        (package / "planted.py").write_text(code, encoding="utf-8")
        return f"collabkit.{room}.planted"
    with package.with_suffix(".py").open("a", encoding="utf-8") as module:
        module.write(code)
    return f"collabkit.{room}"


@pytest.fixture(scope="module")
def harmed(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, str]]:
    """What is said of a program in which every room breaks every rule; the name of each module."""
    copy = _copied(tmp_path_factory.mktemp("harmed"))
    code = "".join(f"import {library}\n" for library in LIBRARIES) + "import collabkit.cli\n"
    planted = {room: _plant(copy, room, code) for room in ROOMS}
    return _linted(copy), planted


def test_a_library_is_refused_in_every_room_but_its_own(
    harmed: tuple[str, dict[str, str]],
) -> None:
    said, planted = harmed
    for library, room in itertools.product(LIBRARIES, ROOMS):
        own = any(
            re.fullmatch(allowed.replace("**", ".+"), planted[room])
            for allowed in LIBRARIES[library]
        )

        assert (f"{planted[room]} -> {library} " in said) is not own, (room, library)


def test_no_room_imports_one_above_it(harmed: tuple[str, dict[str, str]]) -> None:
    said, planted = harmed
    for room in itertools.chain(*LAYERS[2:]):
        assert f"collabkit.{room} is not allowed to import collabkit.cli" in said
        assert f"{planted[room]} -> collabkit.cli " in said


def test_a_command_imports_no_room_below_the_workspace(tmp_path: Path) -> None:
    below = [room for room in ROOMS if room not in {*OPEN_TO_COMMANDS, "cli", "errors", "notes"}]
    copy = _copied(tmp_path)
    _plant(copy, "cli", "".join(f"import collabkit.{room}\n" for room in below))

    said = _linted(copy)

    for room in below:
        assert f"collabkit.cli.planted -> collabkit.{room} " in said, room


def test_every_room_has_a_floor_and_is_harmed(harmed: tuple[str, dict[str, str]]) -> None:
    _, planted = harmed
    rooms = {
        each.stem
        for each in (ROOT / "src/collabkit").iterdir()
        if each.suffix == ".py" or (each / "__init__.py").exists()
    }

    assert set(planted) == rooms - {"__init__", "__main__"}


def test_a_room_that_has_no_floor_and_a_circle_are_refused(tmp_path: Path) -> None:
    copy = _copied(tmp_path)
    _plant(copy, "attic", "")
    _plant(copy, "text", "import collabkit.text.other\n")
    (copy / "src/collabkit/text/other.py").write_text("import collabkit.text.planted\n", "utf-8")

    said = _linted(copy)

    assert "attic" in said
    assert "No cycles are allowed in collabkit.text" in said


def test_a_tool_that_knows_an_evaluation_is_refused(tmp_path: Path) -> None:
    copy = _copied(tmp_path)
    shutil.copytree(ROOT / "tools", copy / "tools")
    (copy / "tools/planted.py").write_text("import evaluation.asks\n", encoding="utf-8")

    assert "tools.planted -> evaluation.asks " in _linted(copy)
