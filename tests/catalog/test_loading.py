"""What is kept in the cache folder: trusted only as it was written, and never needed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from catalog.conftest import PARTNER
from collabkit import paths
from collabkit.catalog import KINDS, Catalog, Entry, load, loading
from collabkit.catalog.layers import Layers, read_layers
from collabkit.errors import DataError
from collabkit.files.fingerprints import code_fingerprint
from conftest import Collab


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of this test's own, not made yet."""
    folder = tmp_path / "deep" / "cache"
    monkeypatch.setenv("COLLAB_CACHE", str(folder))
    return folder


def _kept(home: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in home.iterdir()} if home.exists() else {}


def _tables(home: Path) -> dict[str, bytes]:
    return {name: kept for name, kept in _kept(home).items() if name.startswith("catalog-")}


def _all(catalog: Catalog) -> dict[str, dict[str, Entry]]:
    return {kind: dict(catalog.kind(kind)) for kind in KINDS}


@pytest.fixture(scope="module")
def again(catalog: Catalog, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Layers]:
    """A catalog that names many shipped entries of each kind again and changes none, and both as read."""
    own = tmp_path_factory.mktemp("again")
    for kind in KINDS:
        named = "".join(f"- id: {id_}\n" for id_ in list(catalog.kind(kind))[::4])
        (own / f"{kind}.yaml").write_text(named, encoding="utf-8")
    return own, read_layers([paths.data_dir(), own])


def test_what_comes_from_the_cache_is_what_was_read(
    catalog: Catalog, again: tuple[Path, Layers]
) -> None:
    _, read = again

    assert _all(catalog) == read.records


def test_an_own_catalog_over_the_kept_shipped_ones_is_what_both_are_when_they_are_read(
    again: tuple[Path, Layers],
) -> None:
    """Many shipped entries are named again, so that each of those is read again from its place."""
    own, read = again

    made = load(own)

    assert read.problems == []
    assert _all(made) == read.records
    for kind, origins in read.origins.items():
        assert {id_: made.origins(kind, id_) for id_ in made.kind(kind)} == {
            id_: [str(place) for place in places] for id_, places in origins.items()
        }


def test_problems_of_shipped_and_own_catalogs_are_told_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped, own = tmp_path / "shipped", tmp_path / "own"
    for folder in (shipped, own):
        folder.mkdir()
        (folder / "goals.yaml").write_text(f"- id: {folder.name}\n  lable: x\n", encoding="utf-8")
    monkeypatch.setattr(paths, "data_dir", lambda: shipped)

    with pytest.raises(DataError) as caught:
        load(own)

    said = {Path(problem.place.path).parent.name for problem in caught.value.problems}
    assert said == {"shipped", "own"}


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-10])


def _scribble(file: Path) -> None:
    file.write_bytes(b"\0garbage\xff" * 100)


def _empty(file: Path) -> None:
    file.write_bytes(b"")


@pytest.mark.usefixtures("few")
def test_a_damaged_or_deleted_cache_is_made_again(home: Path) -> None:
    before = _all(load())
    kept = _kept(home)
    for harm in (_cut, _scribble, _empty, Path.unlink):
        for file in home.iterdir():
            harm(file)
        code_fingerprint.cache_clear()  # as in the next run

        assert _all(load()) == before
        assert _kept(home) == kept


@pytest.mark.usefixtures("few")
def test_a_cache_that_cannot_be_written_is_only_slower(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, collab: Collab
) -> None:
    file = tmp_path / "file"
    file.write_text("not a folder", encoding="utf-8")
    monkeypatch.setenv("COLLAB_CACHE", str(file / "below"))

    run = collab("match", "-g", "literacy", "-n", "1", "-f", "ids")

    assert (run.code, run.out) == (0, "labor-union\n")
    assert file.read_text(encoding="utf-8") == "not a folder"


@pytest.mark.usefixtures("few")
def test_a_changed_file_is_read_again_even_within_a_moment(home: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    file = own / "goals.yaml"
    labels = []
    for label in ("one", "two", "one"):
        file.write_text(f"- id: literacy\n  label: {label}\n", encoding="utf-8")
        labels.append(load(own).goals["literacy"].label)

    assert labels == ["one", "two", "one"]
    assert _kept(home)


@pytest.mark.usefixtures("few")
def test_a_file_of_a_folder_that_comes_changes_or_goes_is_noticed(
    home: Path, tmp_path: Path
) -> None:
    assert not home.exists()
    own = tmp_path / "own"
    (own / "goals").mkdir(parents=True)
    file = own / "goals" / "ours.yaml"
    labels = [load(own).goals["literacy"].label]
    for label in ("one", "two"):
        file.write_text(f"- id: literacy\n  label: {label}\n", encoding="utf-8")
        labels.append(load(own).goals["literacy"].label)
    file.unlink()
    labels.append(load(own).goals["literacy"].label)

    assert labels == [labels[0], "one", "two", labels[0]]


@pytest.mark.usefixtures("few")
def test_two_versions_of_the_program_share_a_folder(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = _all(load())
    kept = _tables(home)
    monkeypatch.setattr(loading, "code_fingerprint", lambda *_: "another version")
    theirs = _all(load())

    assert ours == theirs
    assert kept.items() < _tables(home).items()
    assert len(_tables(home)) == 2 * len(kept)


@pytest.mark.usefixtures("few")
def test_what_another_version_kept_is_never_read(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(loading, "code_fingerprint", lambda *_: "another version")
        load()
    (theirs,) = (home / name for name in _tables(home))
    theirs.write_bytes(b"what would end this run if it were read")

    assert _all(load())
    assert theirs.read_bytes() == b"what would end this run if it were read"


@pytest.mark.usefixtures("few")
def test_a_wrong_catalog_is_never_kept(home: Path, tmp_path: Path, collab: Collab) -> None:
    load()
    shipped = _tables(home)
    own = tmp_path / "own"
    own.mkdir()
    (own / "goals.yaml").write_text("- id: literacy\n  lable: x\n", encoding="utf-8")

    codes = [collab("list", "goals", "--catalog", str(own)).code for _ in range(2)]

    assert codes == [3, 3]
    assert _tables(home) == shipped


@pytest.mark.usefixtures("few")
def test_a_folder_whose_name_is_not_unicode_can_be_used(tmp_path: Path, home: Path) -> None:
    own = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9"))
    own.mkdir()
    (own / "partners.yaml").write_text(PARTNER.format(id="hut"), encoding="utf-8")

    assert [load(own).origins("partners", "hut") for _ in range(2)] == [
        [f"{own}/partners.yaml:1:3"],
        [f"{own}/partners.yaml:1:3"],
    ]
    assert _kept(home)


def test_programs_that_start_together_on_an_empty_cache_all_succeed(home: Path) -> None:
    command = [sys.executable, "-m", "collabkit", "list", "goals", "-f", "ids"]
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        for _ in range(2)
    ]
    said = {program.communicate()[0] for program in running}

    assert [program.returncode for program in running] == [0, 0]
    assert len(said) == 1
    assert {name.partition("-")[0] for name in _kept(home)} == {"catalog", "content"}


@pytest.mark.usefixtures("few")
def test_folders_of_one_name_and_time_are_told_apart(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a ZIP unpacks them: two hundred workspaces, all files of one second."""
    assert not home.exists()
    labels = ("reading", "letters")
    for label in labels:
        (tmp_path / label / "catalog").mkdir(parents=True)
        file = tmp_path / label / "catalog" / "goals.yaml"
        file.write_text(f"- id: literacy\n  label: {label}\n", encoding="utf-8")
        os.utime(file, (1_700_000_000, 1_700_000_000))

    read = []
    for label in labels:
        monkeypatch.chdir(tmp_path / label)
        read.append(load(Path("catalog")).goals["literacy"].label)

    assert read == list(labels)
