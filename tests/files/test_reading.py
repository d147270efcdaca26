"""The one way in from a file: bounded, and text only as UTF-8."""

import os
from io import BytesIO
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


def test_a_file_of_terabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "file").open("wb") as file:
        file.truncate(1 << 40)

    with pytest.raises(OSError, match="larger than 1,000 bytes"):
        read_file(tmp_path / "file", 1000)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("pipe", "not a regular file"),
        ("device", "not a regular file"),
        ("folder", "Is a directory"),
    ],
)
def test_what_is_no_file_is_said_to_be_none_and_never_waited_for(
    tmp_path: Path, kind: str, said: str
) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "device").symlink_to("/dev/zero")

    with pytest.raises(OSError, match=said):
        read_file(tmp_path / kind, 1000)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_file(tmp_path / "none", 1000)


@given(st.text())
def test_text_comes_back(text: str) -> None:
    assert decode(text.encode("utf-8-sig"), "x") == text


@pytest.mark.parametrize(
    ("raw", "place"),
    [(b"caf\xe9", "1:4"), (b"a\nb\n\xffc", "3:1"), (b"a\r\nb\xc3", "2:2")],
)
def test_bytes_that_are_no_text_are_told_with_their_place(raw: bytes, place: str) -> None:
    with pytest.raises(NotTextError, match=rf"x\.txt:{place}: byte 0x[0-9A-F]+ is not UTF-8"):
        decode(raw, "x.txt")


def test_lines_come_as_they_are_without_their_ends() -> None:
    stream = BytesIO("\ufeffone\r\n\nzwölf\nlast".encode())

    assert list(decoded_lines(stream, "stdin")) == ["one", "", "zwölf", "last"]


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

    with pytest.raises(LongLineError, match="line 1 of stdin"):
        list(decoded_lines(stream, "stdin"))
    assert stream.taken == MAX_LINE + 1
