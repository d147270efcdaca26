"""Files written whole or not at all, and where files are."""

from pathlib import Path

import pytest

from collabkit import paths
from collabkit.files.writing import write_whole


def test_a_file_is_written_over(tmp_path: Path) -> None:
    file = tmp_path / "file"
    for content in (b"long long content", b"short"):
        write_whole(file, content)

    assert file.read_bytes() == b"short"


def test_what_cannot_be_written_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    (folder / "taken").mkdir(parents=True)
    (folder / "taken" / "inside").write_bytes(b"")

    with pytest.raises(OSError, match="taken"):
        write_whole(folder / "taken", b"content")

    assert [file.name for file in folder.iterdir()] == ["taken"]


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
