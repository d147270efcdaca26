"""The database file is replaced whole: what stands in its folder, and what is said when that cannot be."""

import errno
import os
import shutil
from pathlib import Path

import duckdb
import pytest

from collabkit.directory.database.connection import (
    Database,
    DirectoryClosedError,
    DirectoryDamagedError,
    DirectoryFormatError,
)
from collabkit.directory.database.store import DirectoryBusyError, StoppedInPlaceError, replacing
from collabkit.errors import CollabkitError, DirectoryMissingError, UsageError

FILES = {"directory.duckdb"}


def _fill(folder: Path, goal: str) -> None:
    """Put a directory that holds nothing but *goal* into *folder*."""
    with replacing(folder) as (connection, _):
        connection.execute("INSERT INTO goals VALUES (?, 1)", [goal])


def _goals(folder: Path) -> list[str]:
    with Database(folder) as database:
        return [goal for (goal,) in database.rows("SELECT goal FROM goals")]


def _names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def test_a_new_directory_takes_the_place_of_the_old_one_and_leaves_nothing_behind(
    folder: Path,
) -> None:
    _fill(folder / "of/its/own", "literacy")
    _fill(folder / "of/its/own", "health")

    assert _goals(folder / "of/its/own") == ["health"]
    assert _names(folder / "of/its/own") == FILES


def test_what_was_before_can_be_asked_while_the_new_one_is_made(folder: Path) -> None:
    with replacing(folder) as (connection, _):
        assert connection.execute("SELECT * FROM old.goals").fetchall() == []
        connection.execute("INSERT INTO goals VALUES ('literacy', 1)")
    with replacing(folder) as (connection, _):
        assert connection.execute("SELECT * FROM old.goals").fetchall() == [("literacy", 1)]
        with pytest.raises(duckdb.InvalidInputException, match="read-only"):
            connection.execute("INSERT INTO old.goals VALUES ('health', 2)")
        assert connection.execute("SELECT * FROM goals").fetchall() == []


def test_scratch_files_have_a_folder_of_their_own_that_goes(folder: Path) -> None:
    with replacing(folder) as (connection, work):
        (work / "sheet.csv").write_text("a\n1\n")
        assert connection.execute(f"FROM '{work}/sheet.csv'").fetchall() == [(1,)]
        found = [
            connection.execute(f"SELECT current_setting('{setting}')").fetchall()[0][0]
            for setting in ("temp_directory", "memory_limit", "enable_progress_bar")
        ]
        assert found == [f"{work}/spill", "1.3 GiB", False]
        assert work.parent == folder

    assert _names(folder) == FILES


def test_a_load_that_fails_leaves_the_old_directory_and_nothing_else(folder: Path) -> None:
    _fill(folder, "literacy")
    before = (folder / "directory.duckdb").read_bytes()

    with pytest.raises(duckdb.CatalogException), replacing(folder) as (connection, _):
        connection.execute("INSERT INTO goals VALUES ('health', 2); INSERT INTO no_such VALUES (1)")

    assert (folder / "directory.duckdb").read_bytes() == before
    assert _names(folder) == FILES


def test_what_a_killed_load_left_goes_with_the_next(folder: Path) -> None:
    left = folder / ".loading-killed"
    (left / "spill").mkdir(parents=True)
    (left / "spill/part").write_bytes(b"x")
    (folder / "loading").mkdir()
    _fill(folder, "literacy")

    assert _names(folder) == {*FILES, "loading"}


def test_of_two_loads_at_once_the_second_is_told(folder: Path) -> None:
    with replacing(folder), pytest.raises(DirectoryBusyError) as caught, replacing(folder):
        pass
    _fill(folder, "literacy")  # the lock is gone with its holder

    assert str(caught.value) == (
        f"another load is writing the directory in {folder}; nothing was changed"
    )
    assert caught.value.hint == "Wait until it has finished, then run the command again."
    assert _goals(folder) == ["literacy"]


def test_control_c_in_a_load_leaves_the_old_directory(folder: Path) -> None:
    _fill(folder, "literacy")

    with pytest.raises(KeyboardInterrupt) as caught, replacing(folder):
        raise KeyboardInterrupt

    assert not isinstance(caught.value, StoppedInPlaceError)
    assert _goals(folder) == ["literacy"]


def test_control_c_after_the_new_directory_is_in_place_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fill(folder, "literacy")

    def interrupted(_folder: Path, *, ignore_errors: bool) -> None:
        assert ignore_errors
        raise KeyboardInterrupt

    monkeypatch.setattr(shutil, "rmtree", interrupted)  # the last thing that a load does
    with pytest.raises(StoppedInPlaceError):
        _fill(folder, "health")

    assert _goals(folder) == ["health"]


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(errno.EACCES, os.strerror(errno.EACCES)), "Permission denied"),
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), "the disk is full"),
        (duckdb.IOException("Could not write\nmore of it"), "Could not write"),
        (duckdb.OutOfMemoryException("failed to allocate"), "failed to allocate"),
        (duckdb.FatalException("it ended"), "it ended"),
        (duckdb.TransactionException(os.strerror(errno.ENOSPC)), "the disk is full"),
    ],
    ids=str,
)
def test_a_folder_that_cannot_be_written_to_is_told_with_the_reason(
    error: Exception, told: str, folder: Path
) -> None:
    with pytest.raises(CollabkitError) as caught, replacing(folder):
        raise error

    assert str(caught.value) == f"cannot write the directory in {folder}: {told}"
    assert caught.value.hint == (
        "The directory is as it was. Free some space, or choose another folder for it."
    )
    assert caught.value.command == (
        "The directory is as it was. Free some space, or choose another folder with --directory."
    )


@pytest.mark.parametrize("error", [duckdb.BinderException("no column"), ValueError("a slip")])
def test_a_mistake_of_ours_is_called_nothing_else(error: Exception, folder: Path) -> None:
    with pytest.raises(type(error), match=str(error)), replacing(folder):
        raise error


def test_an_old_directory_that_is_damaged_is_named(folder: Path) -> None:
    with (
        pytest.raises(DirectoryDamagedError, match=r"cannot read \S+directory\.duckdb: Corrupt"),
        replacing(folder),
    ):
        raise duckdb.IOException("Corrupt database file: computed checksum 1")


def test_an_old_directory_without_a_column_is_named_before_anything_is_made(folder: Path) -> None:
    _fill(folder, "literacy")
    with duckdb.connect(str(folder / "directory.duckdb")) as changed:
        changed.execute("ALTER TABLE contacts DROP COLUMN phone")

    with pytest.raises(DirectoryDamagedError, match='column "phone" not found'), replacing(folder):
        pytest.fail("it was not looked at")
    assert _names(folder) == FILES


def test_what_is_in_a_folder_is_told_before_it_is_read(folder: Path) -> None:
    with pytest.raises(DirectoryMissingError):
        Database(folder)
    folder.mkdir()
    file = folder / "directory.duckdb"
    file.write_bytes(b"DUCK" * 2)
    with pytest.raises(DirectoryDamagedError) as damaged:
        Database(folder)
    assert str(damaged.value) == (
        f"cannot read {file}: it is no database of collab, or is cut short"
    )
    assert damaged.value.hint == "Move it away and load the registers again."


def test_a_file_that_only_begins_as_a_database_is_told_in_the_words_of_the_database(
    folder: Path,
) -> None:
    folder.mkdir()
    (folder / "directory.duckdb").write_bytes(bytes(8) + b"DUCK" + bytes(100_000))

    with pytest.raises(DirectoryDamagedError, match=r"directory\.duckdb: .*(checksum|version)"):
        Database(folder)


def test_a_directory_that_another_version_made_is_told_with_the_way_out(folder: Path) -> None:
    _fill(folder, "literacy")
    with duckdb.connect(str(folder / "directory.duckdb")) as changed:
        changed.execute("UPDATE meta SET format = '6'")

    with pytest.raises(DirectoryFormatError) as caught:
        Database(folder)
    assert str(caught.value) == f"{folder}/directory.duckdb was made by another version of collab"
    assert caught.value.hint == "Load the registers again into a new folder."
    assert caught.value.command == (
        "Load the registers again into a new folder: `collab directory load --directory DIR FILE`."
    )
    with duckdb.connect(str(folder / "directory.duckdb")) as free:  # nobody holds it
        assert free.execute("SELECT format FROM meta").fetchall() == [("6",)]


def test_a_file_that_is_not_ours_to_read_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fill(folder, "literacy")
    file = folder / "directory.duckdb"
    # Root may read everything, and tests are often run by root.
    monkeypatch.setattr(os, "access", lambda path, mode: (path, mode) != (file, os.R_OK))

    with pytest.raises(CollabkitError) as caught:
        Database(folder)
    assert str(caught.value) == f"no permission to read {file}"
    assert caught.value.hint == "Ask whoever made it, or load your own."


def test_a_question_is_asked_with_values_by_name_or_by_place(folder: Path) -> None:
    _fill(folder, "literacy")
    with Database(folder) as database:
        assert database.rows("SELECT $a + $b", {"a": 1, "b": 2}) == [(3,)]
        assert database.rows("SELECT ? + ?", (1, 2)) == [(3,)]
        with pytest.raises(DirectoryDamagedError, match="no_such") as caught:
            database.rows("SELECT * FROM no_such")
        assert "\n" not in str(caught.value)
    with pytest.raises(DirectoryClosedError, match="closed"):
        database.rows("SELECT 1")


@pytest.mark.parametrize(
    "values", [["\udcff"], {"a": "\udcff"}, [["fine", "\udcff"]], [1, "\udcff"]]
)
def test_a_word_that_is_no_text_is_told_wherever_it_stands(
    values: dict[str, str] | list[object], folder: Path
) -> None:
    _fill(folder, "literacy")
    with Database(folder) as database, pytest.raises(UsageError) as caught:
        database.rows("SELECT 1", values)

    assert str(caught.value) == "'�' is not UTF-8"
    assert caught.value.hint == "Write it in letters."


def test_two_directories_can_be_compared(folder: Path) -> None:
    _fill(folder / "now", "literacy")
    _fill(folder / "before", "health")
    with Database(folder / "now", before=folder / "before") as both:
        asked = "SELECT goals.goal, was.goal FROM goals, before.goals AS was"

        assert both.rows(asked) == [("literacy", "health")]


def test_a_folder_with_a_question_mark_is_refused_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        Database(tmp_path / "what?")

    assert str(caught.value) == (
        f"no directory can be in a folder called '{tmp_path}/what?': the database reads question marks "
        "as settings, and knows no names that are not UTF-8"
    )
    assert caught.value.hint == "Choose another folder for the directory."


def test_the_pages_of_a_file_are_small_so_that_ten_rows_are_found_in_few_reads(
    folder: Path,
) -> None:
    _fill(folder, "literacy")
    with Database(folder) as database:
        [(size,)] = database.rows(
            "SELECT block_size FROM pragma_database_size() WHERE database_name = 'directory'"
        )

    assert size == 65_536
