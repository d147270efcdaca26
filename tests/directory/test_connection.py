"""The file of the directory, whatever it is: opened, refused or named, and nothing else is touched."""

import errno
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from collabkit.catalog import Catalog
from collabkit.directory.database import connection, store
from collabkit.directory.database.connection import Database, DirectoryDamagedError
from collabkit.directory.pipeline import staging
from collabkit.directory.pipeline.load import load
from conftest import Collab
from directory.conftest import REGISTERS, Load

ASKED = ("--goal", "literacy", "--near", "59801", "--within", "500mi")


def test_no_setting_lets_the_database_read_files_or_fetch_code(montana: Path) -> None:
    settings = "autoinstall_known_extensions", "autoload_known_extensions", "enable_external_access"
    with Database(montana) as database:
        found = [
            database.rows(f"SELECT current_setting('{setting}')")[0][0] for setting in settings
        ]

    assert found == [False, False, False]


def test_no_setting_lets_the_database_draw_a_bar_among_our_data(montana: Path) -> None:
    # Where Python runs no file, as in a notebook, DuckDB would.
    script = (
        "import sys, pathlib; from collabkit.directory.database.connection import Database; "
        "print(Database(pathlib.Path(sys.argv[1])).rows(\"SELECT current_setting('enable_progress_bar')\"))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, montana], check=True, capture_output=True, text=True
    )

    assert done.stdout == "[(False,)]\n"


def test_what_was_loaded_since_is_seen_though_an_older_one_is_still_open(
    load_samples: Load, folder: Path
) -> None:
    counted = "SELECT count(*) FROM organizations"
    load_samples("eo_wy_2025.csv")
    with Database(folder) as before:
        [(few,)] = before.rows(counted)
        load_samples("eo_mt.csv")
        with Database(folder) as after:
            [(many,)] = after.rows(counted)

        assert before.rows(counted) == [(few,)]
    assert many > few


def test_a_view_in_a_directory_that_somebody_sent_reads_no_file(
    load_samples: Load, folder: Path, tmp_path: Path
) -> None:
    load_samples("eo_wy_2025.csv")
    (tmp_path / "secret.txt").write_text("secret\n")
    with duckdb.connect(str(folder / "directory.duckdb")) as changed:
        changed.execute(f"CREATE VIEW secret AS FROM read_text('{tmp_path}/secret.txt')")

    with (
        Database(folder) as database,
        pytest.raises(DirectoryDamagedError, match="file system operations are disabled"),
    ):
        database.rows("SELECT * FROM secret")


OWN_WORDS = (
    "CREATE OR REPLACE MACRO miles(lat1, lon1, lat2, lon2) AS 9999",
    "CREATE OR REPLACE MACRO lower(word) AS 'nobody'",
    "CREATE OR REPLACE MACRO coalesce(one, other) AS NULL",
    "CREATE OR REPLACE MACRO upper(word) AS error('no answer')",
    "CREATE OR REPLACE MACRO duckdb_views() AS TABLE SELECT 'meta' AS view_name, 'directory' AS database_name",
)
"""What whoever made a directory may put there by names that our questions use."""


def test_macros_and_views_in_a_directory_that_somebody_sent_change_no_answer(
    load_samples: Load, folder: Path, collab: Collab
) -> None:
    load_samples("eo_wy_2025.csv")
    sent = shutil.copytree(folder, folder.with_name("sent"))
    with duckdb.connect(str(sent / "directory.duckdb")) as changed:
        for statement in OWN_WORDS:
            changed.execute(statement)
    asked = ("find", "--goal", "literacy", "--near", "82001", "--directory")

    ours = collab(*asked, str(folder))

    assert ours.out
    assert collab(*asked, str(sent)) == ours


SNIFFING = """
CREATE VIEW {view} AS SELECT * REPLACE ((SELECT Columns::VARCHAR FROM sniff_csv('{file}')) AS file) FROM kept
"""
"""Its columns are known before any file is looked at: to ask for no row of it does not show what it does."""


@pytest.mark.parametrize("view", ["loads", "Loads"])
def test_a_view_in_the_place_of_a_table_is_never_asked_by_a_load_which_may_read_files(
    load_samples: Load, folder: Path, tmp_path: Path, view: str
) -> None:
    load_samples("eo_wy_2025.csv")
    (tmp_path / "secret.csv").write_text("secret,b\n1,2\n")
    with duckdb.connect(str(folder / "directory.duckdb")) as changed:
        changed.execute("ALTER TABLE loads RENAME TO kept")
        changed.execute(SNIFFING.format(view=view, file=tmp_path / "secret.csv"))
    before = (folder / "directory.duckdb").read_bytes()

    with pytest.raises(DirectoryDamagedError, match=r": its tables are not those of collab$"):
        load_samples("museums_2018_1.csv")

    assert (folder / "directory.duckdb").read_bytes() == before


def test_a_reader_writes_nothing_however_much_is_asked(montana: Path, clean_machine: Path) -> None:
    much = "SELECT md5(n::VARCHAR) AS sum FROM range(1_000_000) AS t(n) ORDER BY sum"
    with Database(montana) as database:
        database.rows("SET memory_limit = '16MB'")
        with pytest.raises(DirectoryDamagedError, match="Out of Memory"):
            database.rows(much)

        assert list(clean_machine.iterdir()) == []


@pytest.mark.usefixtures("chosen")
@pytest.mark.parametrize(
    ("place", "line"),
    [
        ((connection, "_attached"), ("find", *ASKED)),
        (
            (staging, "prepare"),
            ("find", "literacy", "--libraries", str(REGISTERS / "pls_fy2015.zip")),
        ),
        (
            (store, "new_database"),
            ("directory", "load", str(REGISTERS / "eo_mt.csv"), "--directory", "own"),
        ),
    ],
    ids=["opening", "libraries", "load"],
)
def test_control_c_while_a_query_runs_is_control_c(
    place: tuple[object, str],
    line: tuple[str, ...],
    collab: Collab,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stop(*_given: object) -> None:
        raise RuntimeError("Query interrupted")  # as DuckDB does

    monkeypatch.setattr(*place, stop)
    run = collab(*line)

    assert run.code == 130
    assert run.err.endswith("collab: interrupted\n")


def test_whatever_else_goes_wrong_in_a_query_is_no_control_c() -> None:
    with pytest.raises(RuntimeError, match="std::bad_cast"), connection.interruptible():
        raise RuntimeError("std::bad_cast")


def test_there_is_one_way_to_connect_and_it_is_sealed() -> None:
    source = Path(connection.__file__).parents[2]
    found = [
        each.name
        for each in source.rglob("*.py")
        if "duckdb.connect(" in each.read_text(encoding="utf-8")
    ]

    assert found == ["connection.py"]


@pytest.mark.parametrize("command", [("find", *ASKED), ("directory", "status")])
def test_a_file_of_another_program_is_named(
    command: tuple[str, ...], folder: Path, collab: Collab
) -> None:
    folder.mkdir()
    with sqlite3.connect(folder / "directory.duckdb") as other:
        other.execute("CREATE TABLE meta (format)")
    other.close()

    run = collab(*command, "--directory", str(folder))

    assert run.code == 1
    assert "it is no database of collab" in run.err


@pytest.mark.parametrize("seed", range(8))
def test_a_directory_with_flipped_bits_answers_or_is_named(
    seed: int, load_samples: Load, folder: Path, collab: Collab
) -> None:
    load_samples("eo_wy_2025.csv")
    path = folder / "directory.duckdb"
    content = bytearray(path.read_bytes())
    draw = random.Random(seed)  # noqa: S311 - the same damage each time
    for _ in range(40):
        content[draw.randrange(12, len(content))] ^= 0xFF
    path.write_bytes(content)

    for command in (("find", *ASKED), ("directory", "status"), ("show", "irs-000000001")):
        run = collab(*command, "--directory", str(folder))
        assert "Traceback" not in run.err
        assert run.code == 0 or "hint: " in run.err


def test_a_directory_whose_rows_name_texts_that_it_has_not_is_named(
    montana: Path, tmp_path: Path, collab: Collab
) -> None:
    folder = tmp_path / "directory"
    shutil.copytree(montana, folder)
    with duckdb.connect(str(folder / "directory.duckdb")) as changed:
        changed.execute("DELETE FROM texts")

    run = collab("find", *ASKED, "--directory", str(folder))

    assert run.code == 1
    assert "rows of it name texts that it does not hold" in run.err


def test_a_directory_of_other_tables_is_named_when_it_is_to_be_replaced(
    load_samples: Load, folder: Path
) -> None:
    load_samples("eo_wy_2025.csv")
    with duckdb.connect(str(folder / "directory.duckdb")) as changed:
        changed.execute("ALTER TABLE figures RENAME TO numbers")

    with pytest.raises(DirectoryDamagedError):
        load_samples("eo_wy_2026.csv")


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)),
        duckdb.IOException(f"Could not write all bytes: {os.strerror(errno.ENOSPC)}"),
        duckdb.TransactionException(f"Failed to commit: x.wal: {os.strerror(errno.ENOSPC)}"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_a_full_disk_is_told_as_one_by_whatever_name_it_comes(
    error: Exception,
    load_samples: Load,
    folder: Path,
    collab: Collab,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    load_samples("eo_wy_2025.csv")
    before = (folder / "directory.duckdb").read_bytes()

    def fail(*_given: object) -> None:
        raise error

    monkeypatch.setattr(staging, "prepare", fail)
    run = collab("directory", "load", str(REGISTERS / "eo_mt.csv"), "--directory", str(folder))

    assert run.code == 1
    assert f"cannot write the directory in {folder}: the disk is full\nhint: " in run.err
    assert (folder / "directory.duckdb").read_bytes() == before


@pytest.mark.parametrize("statement", ["UPDATE meta SET format = '1'", "DELETE FROM meta"])
def test_a_directory_of_another_version_is_named_and_stays(
    statement: str, load_samples: Load, folder: Path, collab: Collab
) -> None:
    load_samples("eo_wy_2025.csv")
    with duckdb.connect(str(folder / "directory.duckdb")) as changed:
        changed.execute(statement)
    before = (folder / "directory.duckdb").read_bytes()

    for line in (("find", *ASKED), ("directory", "load", str(REGISTERS / "eo_mt.csv"))):
        run = collab(*line, "--directory", str(folder))
        assert run.code == 1
        assert "was made by another version of collab\nhint: Load the registers again" in run.err
    assert (folder / "directory.duckdb").read_bytes() == before


KILLED = """
import duckdb, os, sys
connection = duckdb.connect(sys.argv[1])
connection.execute("CREATE TABLE notes AS SELECT 1")
os._exit(0)
"""


def test_what_another_program_left_beside_the_directory_goes_with_the_next_load(
    load_samples: Load, folder: Path, collab: Collab
) -> None:
    load_samples("eo_wy_2025.csv")
    subprocess.run([sys.executable, "-c", KILLED, folder / "directory.duckdb"], check=True)
    assert (folder / "directory.duckdb.wal").stat().st_size > 0

    load_samples("eo_wy_2026.csv")

    assert collab("directory", "status", "--directory", str(folder)).code == 0


def test_a_folder_may_be_called_as_the_database_calls_its_memory(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    load([str(REGISTERS / "eo_wy_2025.csv")], Path(":memory:"), catalog)

    with Database(Path(":memory:")) as database:
        assert database.rows("SELECT count(*) > 0 FROM organizations") == [(True,)]


@pytest.mark.parametrize("name", ["what?", b"\xff".decode(errors="surrogateescape")])
def test_a_folder_that_no_database_can_be_in_is_refused(name: str, collab: Collab) -> None:
    for command in (("directory", "load", str(REGISTERS / "eo_mt.csv")), ("find", *ASKED)):
        run = collab(*command, "--directory", name)

        assert run.code == 2
        assert "no directory can be in a folder called" in run.err


@pytest.mark.parametrize("prefix", ["md:", "sqlite:", "postgres:", "it's 'our' "])
def test_a_folder_is_a_folder_whatever_its_name_begins_with(
    prefix: str, catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    for _ in range(2):  # the second reads what the first has made
        load([str(REGISTERS / "eo_wy_2025.csv")], Path(f"{prefix}x"), catalog)

    assert (tmp_path / f"{prefix}x" / "directory.duckdb").is_file()


@pytest.mark.usefixtures("chosen")
@pytest.mark.parametrize(
    "command",
    [
        ("find", "--search", "\udcff", "--near", "59801"),
        ("show", "irs-\udcff"),
        ("init", "--from-survey", "\udcff"),
        ("propose", "--organization", "irs-\udcff"),
        ("propose", "--organization", "\ud800 \U00041409"),
    ],
)
def test_a_word_that_is_no_text_is_refused_in_one_sentence(
    command: tuple[str, ...], collab: Collab
) -> None:
    run = collab(*command)

    assert run.code == 2
    assert "is not UTF-8" in run.err


def test_a_tilde_in_the_environment_is_the_home_folder(
    collab: Collab, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("COLLAB_DIRECTORY", "~/towns")

    assert collab("directory", "load", str(REGISTERS / "eo_wy_2025.csv")).code == 0
    assert (tmp_path / "towns/directory.duckdb").is_file()
