"""The one way in from a file: bounded, and text only as UTF-8."""

import errno
import os
from io import BytesIO, FileIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.files.reading import (
    MAX_LINE,
    LongLineError,
    NotTextError,
    decode,
    decoded_lines,
    read_file,
)


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x" * 100)
    (tmp_path / "link").symlink_to(tmp_path / "file")

    assert read_file(tmp_path / "file", 100) == b"x" * 100
    assert read_file(tmp_path / "link", 100) == b"x" * 100


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many bytes each reading of a file asks for."""
    asked: list[int] = []

    class Counted(FileIO):
        def read(self, size: int | None = -1, /) -> bytes:
            asked.append(-1 if size is None else size)
            return super().read(size) or b""

    def opened(handle: int, mode: str, *, closefd: bool) -> Counted:
        return Counted(handle, mode, closefd=closefd)

    monkeypatch.setattr(os, "fdopen", opened)
    return asked


def test_a_file_of_terabytes_is_refused_before_it_is_read(tmp_path: Path, taken: list[int]) -> None:
    path = tmp_path / "file"
    with path.open("wb") as file:
        file.truncate(1 << 40)

    with pytest.raises(OSError, match="larger than 1,000 bytes") as told:
        read_file(path, 1000)
    assert (told.value.errno, told.value.filename) == (errno.EFBIG, str(path))
    assert told.value.strerror == "larger than 1,000 bytes"
    assert taken == []


def test_a_file_that_grows_after_its_size_was_looked_at_is_read_no_further(
    tmp_path: Path, taken: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"")
    looked = (tmp_path / "file").stat()
    (tmp_path / "file").write_bytes(b"x" * 100)
    monkeypatch.setattr(os, "fstat", lambda _: looked)

    with pytest.raises(OSError, match="larger than 10 bytes"):
        read_file(tmp_path / "file", 10)
    assert taken == [11]


@pytest.mark.parametrize(
    ("kind", "number", "said"),
    [
        ("pipe", errno.EINVAL, "not a regular file"),
        ("device", errno.EINVAL, "not a regular file"),
        ("folder", errno.EISDIR, os.strerror(errno.EISDIR)),
    ],
)
def test_what_is_no_file_is_said_to_be_none_and_never_waited_for(
    tmp_path: Path, kind: str, number: int, said: str
) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "device").symlink_to("/dev/zero")

    with pytest.raises(OSError, match=said) as told:
        read_file(tmp_path / kind, 1000)
    assert (told.value.errno, told.value.strerror) == (number, said)
    assert told.value.filename == str(tmp_path / kind)


def test_no_file_stays_open(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x" * 100)
    before = len([*Path("/dev/fd").iterdir()])
    read_file(tmp_path / "file", 100)
    with pytest.raises(OSError, match="larger than 10 bytes"):
        read_file(tmp_path / "file", 10)

    assert len([*Path("/dev/fd").iterdir()]) == before


@pytest.mark.parametrize("name", ["none", "\ud800", "no\0ne"])
def test_a_file_that_is_not_there_or_cannot_be_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileNotFoundError) as told:
        read_file(tmp_path / name, 1000)
    assert told.value.strerror == os.strerror(errno.ENOENT)


@given(st.text())
def test_text_comes_back(text: str) -> None:
    assert decode(text.encode("utf-8-sig"), "x") == text


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        *((b"caf\xe9", "1:4"), (b"a\nb\n\xffc", "3:1"), (b"a\r\nb\xc3", "2:2")),
        *((b"\n\xff", "2:1"), (b"a\nb\xff\nc\n\n", "2:2")),
    ],
)
def test_bytes_that_are_no_text_are_told_with_their_place(raw: bytes, place: str) -> None:
    with pytest.raises(
        NotTextError, match=rf"x\.txt:{place}: byte 0x[0-9A-F]+ is not UTF-8"
    ) as told:
        decode(raw, "x.txt")
    assert told.value.hint == "Save it as UTF-8."


def test_lines_come_as_they_are_without_their_ends() -> None:
    stream = BytesIO("\ufeffone\r\n\nzwölf\nlast".encode())

    assert list(decoded_lines(stream, "stdin")) == ["one", "", "zwölf", "last"]


def test_only_ends_are_taken_from_lines_and_only_the_first_mark_of_an_editor() -> None:
    lines = [" one\t ", "two", "\ufeffthreeX"]

    assert list(decoded_lines(BytesIO("\n".join(lines).encode()), "stdin")) == lines


def test_a_line_may_be_as_long_as_it_may_be() -> None:
    longest = "x" * (MAX_LINE - 1)

    assert list(decoded_lines(BytesIO(f"{longest}\n{longest}\n".encode()), "x")) == [longest] * 2


def test_a_line_that_is_no_text_shows_where_and_stops_no_other() -> None:
    lines = decoded_lines(BytesIO(b"one\ntw\xffo\nthree"), "stdin")

    assert list(lines) == ["one", "tw\ufffdo", "three"]


def test_a_line_without_end_is_read_no_further_than_anyone_could_mean() -> None:
    class Endless(BytesIO):
        taken = 0

        def readline(self, size: int | None = -1, /) -> bytes:
            assert size is not None
            assert size > 0
            self.taken += size
            return b"x" * size

    stream = Endless()

    with pytest.raises(LongLineError, match=r"^line 1 of stdin is longer than 20,000 bytes$"):
        list(decoded_lines(stream, "stdin"))
    assert stream.taken == MAX_LINE + 1
