"""A cache is named by what made it: another content, another name."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import grimp
import pytest

from collabkit.files import fingerprints
from collabkit.files.fingerprints import PACKAGE, code_fingerprint, fingerprint, imported

LONG_AGO = 1_700_000_000


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """Where a name is noted."""
    return tmp_path / "cache" / "note"


@pytest.fixture
def two(tmp_path: Path) -> dict[str, Path]:
    """Two files by their labels, last written long ago."""
    files = {name: tmp_path / name for name in ("one", "other")}
    for file in files.values():
        _write(file, "ab")
    return files


def _write(file: Path, text: str, when: int = LONG_AGO) -> None:
    file.write_text(text, encoding="utf-8")
    os.utime(file, (when, when))


def test_the_name_changes_with_the_content_of_any_file_and_comes_back(
    two: dict[str, Path], note: Path
) -> None:
    before = fingerprint(two, 100, note)
    for file in two.values():
        _write(file, "abc")
        assert fingerprint(two, 100, note) != before
        _write(file, "ab")
        assert fingerprint(two, 100, note) == before


def test_content_that_moves_between_files_changes_the_name(
    two: dict[str, Path], note: Path
) -> None:
    before = fingerprint(two, 100, note)
    _write(two["one"], "a")
    _write(two["other"], "bab")

    assert fingerprint(two, 100, note) != before


def test_what_was_touched_just_now_is_read_and_not_looked_up(
    two: dict[str, Path], note: Path
) -> None:
    names = []
    for text in ("ab", "cd"):  # as within one tick of the clock of a disk
        two["one"].write_text(text, encoding="utf-8")
        now = two["other"].stat().st_mtime_ns
        os.utime(two["one"], ns=(now, now))
        os.utime(two["one"])
        names.append(fingerprint(two, 100, note))

    assert names[0] != names[1]


def test_files_that_did_not_change_are_not_read_again(
    two: dict[str, Path], note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = fingerprint(two, 100, note)
    monkeypatch.setattr(fingerprints, "read_file", None)

    assert fingerprint(two, 100, note) == before


def test_the_name_does_not_tell_where_the_files_are(
    two: dict[str, Path], note: Path, tmp_path: Path
) -> None:
    before = fingerprint(two, 100, note)
    moved = {label: tmp_path / f"moved {label}" for label in two}
    for label, file in two.items():
        file.rename(moved[label])

    assert fingerprint(moved, 100, note) == before


def test_a_file_that_is_gone_too_large_or_a_link_to_nothing_has_a_name(
    two: dict[str, Path], note: Path
) -> None:
    names = {fingerprint(two, 100, note), fingerprint(two, 1, note.with_name("small"))}
    two["one"].unlink()
    names.add(fingerprint(two, 100, note))
    two["one"].symlink_to("nowhere")
    names.add(fingerprint(two, 100, note))

    assert len(names) >= 3


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package whose files were written long ago."""
    copy = tmp_path_factory.mktemp("copy") / "collabkit"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__", "compiled"))
    (copy / "data").symlink_to(PACKAGE.parents[1] / "data")
    for file in copy.rglob("*"):
        os.utime(file, (LONG_AGO, LONG_AGO))
    return copy


_DERIVE = """
import sys
from collabkit.catalog import load
catalog = load()
from collabkit.matching.language.interpret import Interpreter
from collabkit.matching.language.vectors import PieceVectors
from collabkit.matching.scoring.facts import facts
from collabkit.matching.scoring.views import views
facts(catalog), views(catalog), Interpreter(catalog, PieceVectors())
for name, module in sorted(sys.modules.items()):
    if name.startswith("collabkit."):
        print(module.__file__)
"""


def _run(package: Path, cache: Path, code: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", code],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(package.parent), "COLLAB_CACHE": str(cache)},
    )


def test_a_change_in_any_module_that_takes_part_in_deriving_makes_a_new_name(
    package: Path, tmp_path: Path
) -> None:
    """Which took part is asked of the interpreter, in a process that derives all with an empty cache."""
    done = _run(package, tmp_path / "cache", _DERIVE)
    modules = [Path(line) for line in done.stdout.splitlines()]
    assert package / "matching" / "language" / "centroids.py" in modules
    before = code_fingerprint("matching", tmp_path / "notes", package)
    names = set()
    for module in modules:
        content = module.read_bytes()
        module.write_bytes(content + b"# another\n")
        os.utime(module, (LONG_AGO, LONG_AGO))
        names.add(_name(package, tmp_path / "notes"))
        module.write_bytes(content)
        os.utime(module, (LONG_AGO, LONG_AGO))

    assert len(modules) > 50
    assert len(names | {before}) == len(modules) + 1
    assert _name(package, tmp_path / "notes") == before


def _name(package: Path, notes: Path) -> str:
    """Return the name as the next run finds it."""
    for known in (code_fingerprint, *_KNOWN):
        known.cache_clear()
    return code_fingerprint("matching", notes, package)


_KNOWN = (
    fingerprints._named,  # noqa: SLF001 - what a process knows of the package
    fingerprints._rooms,  # noqa: SLF001
    fingerprints._room_state,  # noqa: SLF001
    fingerprints._room_hash,  # noqa: SLF001
)


@pytest.mark.parametrize("harmed", ["matching/language/centroids.py", "catalog/partners.py"])
def test_what_another_version_of_the_code_made_is_never_read(
    package: Path, tmp_path: Path, harmed: str
) -> None:
    """A warm cache hides no mistake in the code that fills it: with a new line, it fails as it would without."""
    assert _run(package, tmp_path / "cache", _DERIVE).returncode == 0
    module = package / harmed
    content = module.read_bytes()
    module.write_bytes(content + b"\nraise SystemExit(7)\n")

    assert _run(package, tmp_path / "cache", _DERIVE).returncode == 7
    module.write_bytes(content)
    os.utime(module, (LONG_AGO, LONG_AGO))
    assert _run(package, tmp_path / "cache", _DERIVE).returncode == 0


def test_data_beside_the_code_count_and_what_the_interpreter_leaves_there_does_not(
    package: Path, tmp_path: Path
) -> None:
    before = _name(package, tmp_path / "notes")
    left = package / "matching" / "__pycache__" / "left.pyc"
    left.parent.mkdir(exist_ok=True)
    left.write_bytes(b"x")
    assert _name(package, tmp_path / "notes") == before
    weights = package / "matching" / "language" / "pieces.weights"
    content = weights.read_bytes()
    weights.write_bytes(content + b"x")

    assert _name(package, tmp_path / "notes") != before
    weights.write_bytes(content)


def test_a_new_import_of_another_room_is_noticed(package: Path, tmp_path: Path) -> None:
    file = package / "catalog" / "new.py"
    before = code_fingerprint("catalog", tmp_path, package)
    try:
        _write(file, "from collabkit import (\n    errors,\n    planning,\n)\n")
        for known in (code_fingerprint, *_KNOWN):
            known.cache_clear()

        assert "planning" in imported("catalog", package)
        assert code_fingerprint("catalog", tmp_path, package) != before
    finally:
        file.unlink()
        for known in (code_fingerprint, *_KNOWN):
            known.cache_clear()


def test_the_rooms_that_count_are_all_that_a_room_imports() -> None:
    graph = grimp.build_graph("collabkit", cache_dir=None)
    rooms = {name.split(".")[1] for name in graph.modules if "." in name} - {"__main__"}
    for room in rooms:
        below = graph.find_upstream_modules(f"collabkit.{room}", as_package=True)
        reached = {name.split(".")[1] for name in below if "." in name}

        assert reached <= set(imported(room))
    assert set(imported("catalog")).isdisjoint({"matching", "proposals", "cli"})


def test_a_package_in_an_archive_has_a_name(tmp_path: Path) -> None:
    archive = tmp_path / "collabkit.zip"
    archive.touch()

    assert code_fingerprint("catalog", tmp_path, archive) != code_fingerprint(
        "matching", tmp_path, archive
    )
