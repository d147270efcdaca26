"""Where files are."""

import sys
from pathlib import Path

import platformdirs
import pytest

from collabkit import paths
from collabkit.errors import UsageError
from conftest import Collab


def test_a_workspace_is_found_from_below(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "library.yaml").write_bytes(b"")
    monkeypatch.chdir(inner)

    assert paths.workspace() == tmp_path
    assert paths.own_catalog(paths.workspace()) is None
    (tmp_path / "catalog").mkdir()
    assert paths.own_catalog(paths.workspace()) == tmp_path / "catalog"


def test_a_folder_that_was_deleted_under_the_shell_is_no_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    assert paths.workspace() is None


def test_a_name_that_no_file_can_have_is_a_mistake_of_whoever_gave_it() -> None:
    with pytest.raises(UsageError, match=r"^no file can be called 'a/\\ud800' on this system$"):
        paths.absolute(Path("a/\ud800"))


@pytest.mark.parametrize("named", [None, "", "/named", "/named/", "not/whole", "~/named"])
@pytest.mark.parametrize("home", [None, "", "/home/ann", "/home/ann/", "ann"])
def test_our_folders_are_where_the_system_has_such(
    monkeypatch: pytest.MonkeyPatch, named: str | None, home: str | None
) -> None:
    for variable in ("COLLAB_CACHE", "COLLAB_DIRECTORY"):
        monkeypatch.delenv(variable, raising=False)
    for variable, value in (("XDG_CACHE_HOME", named), ("XDG_DATA_HOME", named), ("HOME", home)):
        if value is None:
            monkeypatch.delenv(variable, raising=False)
        else:
            monkeypatch.setenv(variable, value)

    assert paths.cache_dir() == platformdirs.user_cache_path("collabkit", appauthor=False)
    assert paths.directory_dir() == platformdirs.user_data_path("collabkit", appauthor=False)


@pytest.mark.skipif(sys.platform == "win32", reason="rights of folders are another thing there")
@pytest.mark.parametrize(
    ("mode", "refused"), [(0o700, False), (0o755, False), (0o777, True), (0o757, True)]
)
def test_a_cache_that_another_user_may_write_to_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, collab: Collab, mode: int, *, refused: bool
) -> None:
    folder = tmp_path / "cache"
    folder.mkdir()
    folder.chmod(mode)
    monkeypatch.setenv("COLLAB_CACHE", str(folder))

    assert (paths.cache_dir() != folder) is refused
    done = collab("propose", "literacy-council", "--goal", "literacy")

    assert done.code == 0
    assert (f"Other users may write to {folder}" in done.err) is refused
    assert (list(folder.iterdir()) == []) is refused


@pytest.mark.skipif(sys.platform == "win32", reason="rights of folders are another thing there")
def test_a_template_that_somebody_put_into_an_open_cache_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, collab_process: Collab
) -> None:
    folder = tmp_path / "cache"
    monkeypatch.setenv("COLLAB_CACHE", str(folder))
    line = ("propose", "literacy-council", "--goal", "literacy")
    right = collab_process(*line).out
    kept = list(folder.glob("template-*"))
    assert kept
    for file in kept:
        file.write_bytes(b"x" * 100)
    folder.chmod(0o777)
    before = {file: file.read_bytes() for file in kept}

    assert collab_process(*line).out == right
    assert {file: file.read_bytes() for file in kept} == before
