"""The one way out to a file: whole or not at all, and nothing that stands there is lost."""

import errno
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from collabkit.files.writing import disk_is_full, is_taken, make_folder, write_whole

Write = Callable[[Path, bytes], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder."""
    made = tmp_path / "folder"
    made.mkdir()
    return made


def _names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_file_is_written_over(folder: Path) -> None:
    file = folder / "file"
    for content in (b"long long content", b"short"):
        write_whole(file, content)

    assert file.read_bytes() == b"short"
    assert _names(folder) == ["file"]


def test_what_cannot_be_written_leaves_the_old_file_and_nothing_else(folder: Path) -> None:
    (folder / "taken").mkdir()
    (folder / "taken" / "inside").write_bytes(b"")

    for replace in (True, False):
        with pytest.raises(IsADirectoryError, match="taken"):
            write_whole(folder / "taken", b"content", replace=replace)

    assert _names(folder) == ["taken"]


def test_a_new_file_follows_the_umask_and_an_old_one_keeps_its_rights(folder: Path) -> None:
    before = os.umask(0o022)
    try:
        for name in ("new", "old"):
            write_whole(folder / name, b"one", replace=name == "old")
        (folder / "old").chmod(0o600)
        write_whole(folder / "old", b"two")
    finally:
        os.umask(before)

    assert stat.S_IMODE((folder / "new").stat().st_mode) == 0o644
    assert stat.S_IMODE((folder / "old").stat().st_mode) == 0o600


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives a file to somebody else")
def test_a_file_of_somebody_else_stays_hers(folder: Path) -> None:
    (folder / "hers").write_bytes(b"one")
    os.chown(folder / "hers", 12_345, 23_456)

    write_whole(folder / "hers", b"two")

    owned = (folder / "hers").stat()
    assert (owned.st_uid, owned.st_gid) == (12_345, 23_456)


def test_a_link_is_followed(folder: Path) -> None:
    (folder / "dotfiles").mkdir()
    target, link = folder / "dotfiles" / "library.yaml", folder / "library.yaml"
    target.write_bytes(b"old")
    link.symlink_to(target)

    write_whole(link, b"new")

    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert _names(target.parent) == ["library.yaml"]


def test_a_link_to_nothing_is_followed_too_if_it_may_be(folder: Path) -> None:
    link = folder / "link"
    link.symlink_to(folder / "target")

    with pytest.raises(FileExistsError):
        write_whole(link, b"new", replace=False)
    assert is_taken(link)
    assert _names(folder) == ["link"]

    write_whole(link, b"new")
    assert (folder / "target").read_bytes() == b"new"


@pytest.mark.parametrize("replace", [True, False])
def test_a_pipe_is_written_to_and_stays_one(folder: Path, *, replace: bool) -> None:
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    heard: list[bytes] = []
    reader = threading.Thread(target=lambda: heard.append(pipe.read_bytes()))
    reader.start()

    write_whole(pipe, b"content", replace=replace)
    reader.join()

    assert heard == [b"content"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert not is_taken(pipe)
    assert _names(folder) == ["pipe"]


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root makes devices")
@pytest.mark.parametrize("replace", [True, False])
def test_a_device_is_written_to_and_stays_one(folder: Path, *, replace: bool) -> None:
    nowhere = folder / "nowhere"
    try:
        os.mknod(nowhere, 0o666 | stat.S_IFCHR, os.makedev(1, 3))
    except PermissionError:
        pytest.skip("this container makes no devices")

    write_whole(nowhere, b"content", replace=replace)

    assert stat.S_ISCHR(nowhere.stat().st_mode)
    assert _names(folder) == ["nowhere"]


def test_a_file_that_came_meanwhile_is_not_lost(folder: Path) -> None:
    file = folder / "file"
    file.write_bytes(b"theirs")

    with pytest.raises(FileExistsError):
        write_whole(file, b"ours", replace=False)

    assert is_taken(file) is True
    assert file.read_bytes() == b"theirs"
    assert _names(folder) == ["file"]


@pytest.mark.parametrize("links", [True, False], ids=["links", "a disk without links"])
def test_of_writers_at_once_one_wins_and_the_others_are_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool
) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    if not links:
        monkeypatch.setattr(os, "link", refused)
    told: list[str] = []

    def write(name: str) -> None:
        try:
            write_whole(folder / "file", name.encode() * 10_000, replace=False)
        except FileExistsError:
            told.append(name)

    writers = [threading.Thread(target=write, args=(name,)) for name in "abcdef"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    content = (folder / "file").read_bytes().decode()
    assert sorted([*told, content[0]]) == list("abcdef")
    assert content == content[0] * 10_000
    assert _names(folder) == ["file"]


def test_a_disk_that_fails_is_not_one_without_links(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failed(*_: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "link", failed)

    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        write_whole(folder / "file", b"content", replace=False)
    assert _names(folder) == []


@pytest.mark.parametrize("replace", [True, False])
def test_a_name_as_long_as_the_disk_takes_can_be_written(folder: Path, *, replace: bool) -> None:
    file = folder / ("x" * os.pathconf(folder, "PC_NAME_MAX"))
    write_whole(file, b"content", replace=replace)

    assert file.read_bytes() == b"content"


def test_what_a_killed_run_left_goes_with_the_next_writing(folder: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from collabkit.files import writing\n"
        "os.fsync = lambda handle: os._exit(9)\n"
        "writing.write_whole(Path(sys.argv[1]), b'half')\n"
    )
    killed = subprocess.run([sys.executable, "-c", code, str(folder / "file")], check=False)
    (left,) = _names(folder)
    assert killed.returncode == 9

    write_whole(folder / "file", b"new")
    assert _names(folder) == sorted([left, "file"])  # it could still be somebody's at work

    os.utime(folder / left, (1_700_000_000, 1_700_000_000))
    write_whole(folder / "file", b"newer")
    assert _names(folder) == ["file"]


@pytest.mark.parametrize("name", [".collab-notes", "theirs.tmp"])
def test_nothing_else_goes_however_old_it_is(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"theirs")
    os.utime(folder / name, (1_700_000_000, 1_700_000_000))

    write_whole(folder / "file", b"new")

    assert _names(folder) == sorted(["file", name])


def test_a_link_by_the_name_of_a_leftover_goes_by_its_own_age(folder: Path) -> None:
    (folder / "theirs").write_bytes(b"theirs")
    left = folder / ".collab-0.tmp"
    left.symlink_to(folder / "theirs")
    os.utime(left, (1_700_000_000, 1_700_000_000), follow_symlinks=False)

    write_whole(folder / "file", b"new")

    assert _names(folder) == ["file", "theirs"]


@pytest.mark.parametrize("name", ["\ud800", "no\0ne"])
def test_a_name_that_no_file_can_have_is_told(folder: Path, name: str) -> None:
    assert not is_taken(folder / name)
    writes: list[Callable[[], None]] = [
        lambda: write_whole(folder / name, b"content"),
        lambda: write_whole(folder / name, b"content", replace=False),
        lambda: make_folder(folder / name / "deep"),
    ]
    for write in writes:
        with pytest.raises(OSError, match=os.strerror(errno.EILSEQ)):
            write()
    assert _names(folder) == []


def test_only_a_full_disk_is_called_full() -> None:
    full = os.strerror(errno.ENOSPC)

    assert disk_is_full(OSError(errno.ENOSPC, full))
    assert disk_is_full(ValueError(f"in words of a library: {full} (os error 28)"))
    assert not disk_is_full(OSError(errno.EACCES, os.strerror(errno.EACCES)))


def test_a_folder_is_made_with_those_above_it(folder: Path) -> None:
    make_folder(folder / "a" / "b")
    make_folder(folder / "a" / "b")

    assert (folder / "a" / "b").is_dir()


@pytest.mark.parametrize("deep", ["file", "file/b", "file/b/c"])
def test_a_file_in_the_way_of_a_folder_is_named(folder: Path, deep: str) -> None:
    (folder / "file").write_bytes(b"")

    with pytest.raises(NotADirectoryError, match=r"/file is a file, not a folder") as told:
        make_folder(folder / deep)
    assert told.value.errno == errno.ENOTDIR
