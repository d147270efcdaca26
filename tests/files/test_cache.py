"""What is kept in the cache folder: trusted only as it was written, and never needed."""

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.files.cache import keep, recall, to_line

PARTS = {"partners/museum": b'{"a":1}', "goals/literacy": "é".encode(), "empty": b""}


def test_what_is_kept_is_recalled(tmp_path: Path) -> None:
    keep(tmp_path / "very" / "deep" / "file", PARTS)

    assert recall(tmp_path / "very" / "deep" / "file") == PARTS


def test_nothing_can_be_kept_too(tmp_path: Path) -> None:
    keep(tmp_path / "file", {})

    assert recall(tmp_path / "file") == {}


@given(st.integers(0, 200), st.integers(1, 255))
def test_a_changed_byte_anywhere_is_noticed(
    tmp_path_factory: pytest.TempPathFactory, position: int, change: int
) -> None:
    file = tmp_path_factory.getbasetemp() / "changed"
    keep(file, PARTS)
    content = bytearray(file.read_bytes())
    content[position % len(content)] ^= change
    file.write_bytes(content)

    assert recall(file) is None


@pytest.mark.parametrize("length", [0, 1, 8, 9, 30])
def test_a_file_that_was_cut_off_is_ignored(tmp_path: Path, length: int) -> None:
    file = tmp_path / "file"
    keep(file, PARTS)
    file.write_bytes(file.read_bytes()[:length])

    assert recall(file) is None


def test_a_missing_file_or_a_folder_is_nothing_kept(tmp_path: Path) -> None:
    assert recall(tmp_path / "none") is None
    assert recall(tmp_path) is None


def test_files_that_no_run_wrote_for_a_month_are_swept(tmp_path: Path) -> None:
    home = tmp_path / "cache"
    home.mkdir()
    old, young, other = (home / name for name in ("catalog-old", "catalog-young", "notes"))
    for file in (old, young, other):
        file.write_bytes(b"")
    month_ago = time.time() - 31 * 24 * 3600
    os.utime(old, (month_ago, month_ago))
    os.utime(other, (month_ago, month_ago))

    keep(home / "catalog-new", PARTS)

    assert {file.name for file in home.iterdir()} == {"catalog-new", "catalog-young", "notes"}


@given(st.text())
def test_any_text_is_one_line(text: str) -> None:
    assert b"\n" not in to_line({"text": text})


def test_a_line_holds_no_blank_that_it_does_not_need() -> None:
    assert to_line({"a": [1, 2], "b": "c d"}) == b'{"a":[1,2],"b":"c d"}'


def test_a_name_that_is_not_unicode_can_be_kept() -> None:
    assert to_line({"file": "caf\udce9.yaml"}) == b'{"file":"caf\\udce9.yaml"}'
