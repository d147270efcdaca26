"""Lines at the end of a file, and what stood there stays."""

import errno
import os
import resource
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.files.appending import append_lines


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"", b"new\n"),
        (b"one\n", b"one\nnew\n"),
        (b"one", b"one\nnew\n"),
        (b"1", b"1\nnew\n"),
        (b"one\r\n", b"one\r\nnew\r\n"),
        (b"\n", b"\nnew\n"),
        (b"caf\xe9 \x00\n", b"caf\xe9 \x00\nnew\n"),
    ],
)
def test_a_line_comes_last_and_ends_as_the_last_one_did(
    tmp_path: Path, before: bytes, after: bytes
) -> None:
    path = tmp_path / "log.txt"
    path.write_bytes(before)
    append_lines(path, ["new"])

    assert path.read_bytes() == after


def test_a_file_is_made_with_its_first_line(tmp_path: Path) -> None:
    append_lines(tmp_path / "log.txt", ["2026-03-02 met at the tutor training"])

    assert (tmp_path / "log.txt").read_text("utf-8") == "2026-03-02 met at the tutor training\n"
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["log.txt"]


@pytest.mark.parametrize("line", ["a\nb", "a\n", "a\r", "a\u2028b", "\n"])
def test_a_line_end_within_is_refused(tmp_path: Path, line: str) -> None:
    with pytest.raises(ValueError, match=r"^a line may not hold a line end$"):
        append_lines(tmp_path / "log.txt", [line])

    assert [each for each in tmp_path.iterdir() if each.is_file()] == []


def test_several_lines_are_put_there_at_once(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    append_lines(path, ["one", "two"])
    append_lines(path, [])

    assert path.read_bytes() == b"one\ntwo\n"


def test_a_new_file_follows_the_umask_and_none_stays_open(tmp_path: Path) -> None:
    before = os.umask(0o022), len([*Path("/dev/fd").iterdir()])
    try:
        append_lines(tmp_path / "log.txt", ["new"])
    finally:
        os.umask(before[0])

    assert stat.S_IMODE((tmp_path / "log.txt").stat().st_mode) == 0o644
    assert len([*Path("/dev/fd").iterdir()]) == before[1]


def test_a_disk_that_fails_at_the_end_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failed(_handle: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    (tmp_path / "log.txt").write_bytes(b"old\n")
    monkeypatch.setattr(os, "fsync", failed)

    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        append_lines(tmp_path / "log.txt", ["new"])
    assert (tmp_path / "log.txt").read_bytes() == b"old\n"


@given(st.lists(st.text().filter(lambda text: len(f"x{text}x".splitlines()) == 1), max_size=5))
def test_lines_are_read_back_in_their_order(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    path = tmp_path_factory.getbasetemp() / "lines.txt"
    path.unlink(missing_ok=True)
    path.touch()
    for line in lines:
        append_lines(path, [line])

    assert path.read_text("utf-8").split("\n")[:-1] == lines


def test_programs_that_append_at_once_lose_no_line(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    code = (
        "import sys; from pathlib import Path\n"
        "from collabkit.files.appending import append_lines\n"
        "for number in range(200): append_lines(Path(sys.argv[1]), [f'{sys.argv[2]} {number}'])\n"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", code, str(path), str(name)]) for name in range(4)
    ]

    assert [writer.wait() for writer in writers] == [0] * 4
    lines = path.read_text("utf-8").splitlines()
    assert sorted(lines) == sorted(f"{name} {number}" for name in range(4) for number in range(200))


def test_a_full_disk_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    path.write_bytes(b"x" * 4000)
    code = (
        "import sys; from pathlib import Path\n"
        "from collabkit.files.appending import append_lines\n"
        "append_lines(Path(sys.argv[1]), ['y' * 1000])\n"
    )

    def limited() -> None:
        """Let no file grow past 4,096 bytes, which fails in the middle of the line."""
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    done = subprocess.run(
        [
            sys.executable,
            "-B",  # or what it compiles is cut off, too, and stays
            "-c",
            f"import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n{code}",
            str(path),
        ],
        check=False,
        capture_output=True,
        preexec_fn=limited,
    )

    assert b"OSError" in done.stderr
    assert path.read_bytes() == b"x" * 4000
