"""Tables in a file of the cache: trusted only as they were written, whoever reads them at once, and never needed."""

import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.files.tablefile import Tables
from collabkit.files.tables import CachedTables
from collabkit.workers import in_order

TABLES: Tables = {
    "goals": {"literacy": b'{"a":1}', "arts": b"[]"},
    "empty": {},
    "many": {f"entry-{number}": b'"%s"' % (b"x" * number) for number in range(200)},
}


def _never() -> Tables:
    raise AssertionError("made anew")


def _plain(tables: Tables) -> dict[str, dict[str, bytes]]:
    return {name: dict(lines) for name, lines in tables.items()}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with the tables."""
    CachedTables([tmp_path / "tables"], lambda: TABLES)
    return tmp_path / "tables"


def test_what_was_made_is_read_again_in_its_order(file: Path) -> None:
    again = CachedTables([file], _never)

    assert _plain(again) == TABLES
    assert [list(lines) for lines in again.values()] == [list(lines) for lines in TABLES.values()]
    assert "literacy" in again["goals"]
    assert "nowhere" not in again["goals"]
    assert again["goals"].get("nowhere") is None
    assert again.get("nowhere") is None


def test_a_run_that_makes_them_has_them_without_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    assert _plain(CachedTables([tmp_path / "file" / "below"], lambda: TABLES)) == TABLES


def test_the_first_file_that_is_there_is_read_and_the_last_is_written(
    tmp_path: Path, file: Path
) -> None:
    assert _plain(CachedTables([file, tmp_path / "other"], _never)) == TABLES
    assert not (tmp_path / "other").exists()
    assert _plain(CachedTables([tmp_path / "none", tmp_path / "other"], lambda: TABLES)) == TABLES
    assert (tmp_path / "other").read_bytes() == file.read_bytes()


def test_of_a_damaged_file_the_next_one_takes_the_place(tmp_path: Path, file: Path) -> None:
    damaged = tmp_path / "damaged"
    damaged.write_bytes(file.read_bytes()[:5000])

    assert _plain(CachedTables([damaged, file], _never)) == TABLES


@pytest.mark.parametrize("harm", [b"", b"no tables at all", b"\0garbage\xff" * 1000, None])
def test_what_is_damaged_is_made_anew(file: Path, harm: bytes | None) -> None:
    whole = file.read_bytes()
    file.write_bytes(harm if harm is not None else whole[: len(whole) // 2])

    assert _plain(CachedTables([file], lambda: TABLES)) == TABLES
    assert file.read_bytes() == whole


@given(st.floats(0, 1, exclude_max=True), st.integers(1, 255))
def test_with_a_changed_byte_anywhere_it_is_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, position: float, change: int
) -> None:
    file = tmp_path_factory.getbasetemp() / "changed tables"
    file.unlink(missing_ok=True)
    CachedTables([file], lambda: TABLES)
    content = bytearray(file.read_bytes())
    content[int(position * len(content))] ^= change
    file.write_bytes(content)

    assert _plain(CachedTables([file], lambda: TABLES)) == TABLES


def test_a_file_that_is_damaged_or_goes_while_it_is_open_is_only_slower(file: Path) -> None:
    tables = CachedTables([file], lambda: TABLES)
    assert tables["goals"]["arts"] == b"[]"
    file.write_bytes(b"x" * file.stat().st_size)

    assert _plain(tables) == TABLES
    assert _plain(CachedTables([file], _never)) == TABLES


@pytest.mark.parametrize("harmed", [False, True])
def test_threads_share_tables(file: Path, *, harmed: bool) -> None:
    tables = CachedTables([file], lambda: TABLES)
    if harmed:
        content = file.read_bytes()
        file.write_bytes(content[: len(content) // 2])
    start = threading.Barrier(8)

    def read(_: int) -> dict[str, dict[str, bytes]]:
        start.wait()
        return _plain(tables)

    with ThreadPoolExecutor(8) as threads:
        assert all(read_ == TABLES for read_ in threads.map(read, range(8)))


@pytest.mark.skipif(sys.platform != "linux", reason="only there a process is copied")
def test_copies_of_the_process_share_tables(file: Path) -> None:
    tables = CachedTables([file], _never)
    many = list(TABLES["many"])
    assert tables["many"][many[0]] == TABLES["many"][many[0]]  # it is open before it is copied

    def read(key: str) -> bytes:
        return tables["many"][key]

    assert list(in_order(read, many * 20, 4)) == list(TABLES["many"].values()) * 20


def test_a_python_without_sqlite_is_only_slower(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['sqlite3'] = None\n"
        "from pathlib import Path\n"
        "from collabkit.files.tables import CachedTables\n"
        "for _ in range(2):\n"
        f"    print(CachedTables([Path({str(tmp_path / 'tables')!r})], lambda: {{'a': {{'b': b'c'}}}})['a']['b'])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert done.stdout == "b'c'\nb'c'\n"
    assert not (tmp_path / "tables").exists()


def test_a_folder_whose_name_means_something_in_an_address_can_hold_them(tmp_path: Path) -> None:
    for name in ("what?mode=rw", "100%41", "a#b", os.fsdecode(b"caf\xe9")):
        places = [tmp_path / name / "tables"]
        CachedTables(places, lambda: TABLES)

        assert _plain(CachedTables(places, _never)) == TABLES
