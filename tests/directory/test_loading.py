"""Loading: what is replaced, what is said, what goes wrong, and that nothing is lost."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from collabkit.catalog import Catalog
from collabkit.directory import loading, store
from collabkit.directory.locking import DirectoryBusyError, locked
from collabkit.directory.sources import UnreadableFileError
from conftest import Collab
from directory.conftest import Load, Rows


def _register(path: Path, rows: int) -> Path:
    """Write a register of *rows* rows that takes a moment to load."""
    head = (
        "EIN,NAME,ICO,STREET,CITY,STATE,ZIP,GROUP,SUBSECTION,AFFILIATION,CLASSIFICATION,RULING,DEDUCTIBILITY,"
        "FOUNDATION,ACTIVITY,ORGANIZATION,STATUS,TAX_PERIOD,ASSET_CD,INCOME_CD,FILING_REQ_CD,PF_FILING_REQ_CD,"
        "ACCT_PD,ASSET_AMT,INCOME_AMT,REVENUE_AMT,NTEE_CD,SORT_NAME"
    )
    with path.open("w") as file:
        file.write(head + "\r\n")
        file.writelines(
            f"{n:09},LITERACY COUNCIL {n},,{n} MAIN ST,MISSOULA,MT,59801-0000,0000,03,3,1000,200001,1,15,"
            f"000000000,1,01,,0,3,01,0,12,,,,B92,\r\n"
            for n in range(rows)
        )
    return path


def test_a_new_edition_replaces_the_old_and_says_what_changed(
    load_samples: Load, rows: Rows
) -> None:
    load_samples("eo_wy_2025.csv")
    [made] = load_samples("eo_wy_2026.csv").loaded

    assert made.new == 7
    assert made.gone == 15
    assert made.moved == 37
    assert rows("SELECT count(*) FROM organizations") == [(300,)]
    assert rows("SELECT file FROM loads") == [("eo_wy_2026.csv",)]


def test_loading_the_same_again_changes_nothing(load_samples: Load, rows: Rows) -> None:
    load_samples("eo_mt.csv")
    before = rows("SELECT * FROM organizations ORDER BY id")
    [made] = load_samples("eo_mt.csv").loaded

    assert (made.new, made.gone, made.moved) == (0, 0, 0)
    assert rows("SELECT * FROM organizations ORDER BY id") == before


def test_another_state_and_another_source_stay(load_samples: Load, rows: Rows) -> None:
    load_samples("eo_mt.csv", "farmers_markets_2018.csv")
    load_samples("eo_wy_2026.csv")

    assert rows(
        "SELECT state, source FROM organizations WHERE source = 'irs' OR state = 'MT' GROUP BY ALL ORDER BY ALL"
    ) == [
        ("MT", "farmers-markets"),
        ("MT", "irs"),
        ("WY", "irs"),
    ]


def test_of_two_editions_in_one_load_the_newer_row_stays_and_the_other_is_counted(
    load_samples: Load, rows: Rows
) -> None:
    report = load_samples("pls_fy19_outlets.csv", "pls_fy17_outlets.csv")

    assert report.reasons()["a newer row was loaded with it"] == 12
    assert rows("SELECT count(*) FROM organizations WHERE state = 'WY'")[0][0] > 12


@pytest.mark.parametrize("order", [1, -1])
def test_the_newer_edition_wins_in_whichever_order_they_are_named(
    load_samples: Load, rows: Rows, order: int
) -> None:
    report = load_samples(*["eo_wy_2025.csv", "eo_wy_2026.csv"][::order])

    both = report.reasons()["a newer row was loaded with it"]
    assert rows("SELECT rows - rejected FROM loads ORDER BY file") == [(308 - both,), (300,)]


def test_a_file_that_nothing_recognizes_is_named_and_the_others_load(
    collab: Collab, registers: Path, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "strange.csv").write_text("color,size\nred,3\n")
    run = collab(
        "directory", "load", str(tmp_path / "strange.csv"), str(registers / "law_enforcement.csv"),
        "--directory", str(folder), "-f", "ndjson",
    )  # fmt: skip

    assert run.code == 3
    assert json.loads(run.out)["source"] == "law-enforcement"
    assert "collab: strange.csv: no source has the columns COLOR, SIZE" in run.err
    assert "--map name=Organization" in run.err


def test_rejected_rows_are_counted_and_written_on_request(
    collab: Collab, registers: Path, folder: Path, tmp_path: Path
) -> None:
    lines = (registers / "eo_mt.csv").read_text().splitlines()
    lines[200:200] = ['123456789,"HALF A LINE,% X', "999999999,TOO,MANY" + ",x" * 30]
    (tmp_path / "broken.csv").write_text("\n".join(lines))
    run = collab(
        "directory", "load", str(tmp_path / "broken.csv"), "--directory", str(folder),
        "--rejects", str(tmp_path / "rejects.csv"), "-f", "ndjson",
    )  # fmt: skip

    made = json.loads(run.out)
    assert (made["rows"], made["organizations"], made["rejected"]) == (598, 596, 2)
    assert (tmp_path / "rejects.csv").read_text().splitlines()[1:] == [
        'broken.csv,201,a quote that is not closed,"123456789,""HALF A LINE,% X"',
        'broken.csv,202,too many values,"999999999,TOO,MANY' + ",x" * 30 + '"',
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8-sig"])
def test_any_usual_encoding_is_read(
    load_samples: Load, rows: Rows, tmp_path: Path, encoding: str
) -> None:
    text = "FMID,MarketName,street,city,State,zip,x,y\n1,Café Zürich,1 Main St,Missoula,Montana,59801,-114,46.8\n"
    (tmp_path / "market.csv").write_bytes(text.encode(encoding))
    load_samples(tmp_path / "market.csv")

    assert rows("SELECT name, state FROM organizations") == [("Café Zürich", "MT")]


def test_a_line_without_end_is_left_out_and_the_rest_is_read(
    load_samples: Load, registers: Path, tmp_path: Path
) -> None:
    lines = (registers / "eo_mt.csv").read_bytes().splitlines(keepends=True)
    (tmp_path / "long.csv").write_bytes(
        b"".join([*lines[:100], b"x" * 5_000_000, b"\n", *lines[100:]])
    )
    report = load_samples(tmp_path / "long.csv")

    assert report.loaded[0].organizations == 596
    assert [(each.line, each.reason) for each in report.rejects] == [
        (101, "longer than 1,048,576 bytes")
    ]


def test_a_zip_cut_short_is_one_sentence_and_the_old_directory_stays(
    collab: Collab, registers: Path, folder: Path, tmp_path: Path, load_samples: Load, rows: Rows
) -> None:
    load_samples("eo_mt.csv")
    whole = (registers / "pls_fy2015.zip").read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    run = collab("directory", "load", str(tmp_path / "cut.zip"), "--directory", str(folder))

    assert run.code == 3
    assert run.err.startswith("collab: cut.zip: the ZIP is damaged or cut short")
    assert rows("SELECT count(*) FROM organizations") == [(596,)]


def test_stdin_is_a_file_too(collab_process: Collab, registers: Path, folder: Path) -> None:
    text = (registers / "law_enforcement.csv").read_text()
    run = collab_process("directory", "load", "-", "--directory", str(folder), stdin=text)

    assert run.code == 0
    assert json.loads(run.out)["organizations"] == 60


def test_two_loads_at_once_are_refused(folder: Path, catalog: Catalog, registers: Path) -> None:
    folder.mkdir()
    with locked(folder / "directory.lock"), pytest.raises(DirectoryBusyError):
        loading.load([str(registers / "eo_mt.csv")], folder, catalog)


def test_a_reader_is_not_disturbed_by_a_load(load_samples: Load, folder: Path) -> None:
    load_samples("eo_wy_2025.csv")
    with store.opened(folder) as reader:
        load_samples("eo_wy_2026.csv")

        assert reader.execute(
            "SELECT count(*) FROM loads WHERE file = 'eo_wy_2025.csv'"
        ).fetchone() == (1,)


def test_a_folder_of_nothing_to_load_leaves_no_directory(
    folder: Path, catalog: Catalog, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UnreadableFileError, match="nothing to load"):
        loading.load([str(tmp_path / "empty")], folder, catalog)

    assert not (folder / "directory.duckdb").exists()


def _start(folder: Path, file: Path, limit: int = 0) -> subprocess.Popen[str]:
    program = "import resource, sys; from collabkit.cli import main\n"
    if limit:
        program += f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\n"
    program += "sys.exit(main(sys.argv[1:]))"
    return subprocess.Popen(
        [sys.executable, "-c", program, "directory", "load", str(file), "--directory", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": "src"},
    )


@pytest.mark.parametrize("stop", [signal.SIGKILL, signal.SIGINT])
@pytest.mark.parametrize("after", [0.25, 0.6, 0.9, 1.3])
def test_a_load_stopped_at_any_moment_leaves_the_old_directory_or_the_new(
    load_samples: Load, rows: Rows, folder: Path, tmp_path: Path, after: float, stop: signal.Signals
) -> None:
    load_samples("eo_mt.csv")
    child = _start(folder, _register(tmp_path / "large.csv", 60_000))
    time.sleep(after)
    child.send_signal(stop)
    _, said = child.communicate()

    assert rows("SELECT count(*) FROM organizations")[0][0] in {596, 60_000}
    assert "Traceback" not in said
    if stop is signal.SIGINT and child.returncode:
        assert child.returncode in {130, -signal.SIGINT}
    load_samples("eo_mt.csv")
    assert not list(folder.glob(".loading-*"))


def test_a_full_disk_is_one_sentence_and_the_old_directory_stays(
    load_samples: Load, rows: Rows, folder: Path, tmp_path: Path
) -> None:
    load_samples("eo_mt.csv")
    child = _start(folder, _register(tmp_path / "large.csv", 60_000), limit=1_500_000)
    _, said = child.communicate()

    assert child.returncode == 1
    assert "collab: cannot write the directory" in said
    assert "Traceback" not in said
    assert rows("SELECT count(*) FROM organizations") == [(596,)]


def test_what_the_columns_are_is_kept_and_said_again_is_changed(
    collab: Collab, folder: Path, tmp_path: Path, rows: Rows
) -> None:
    (tmp_path / "partners.csv").write_text("Body,Legal,Zip\nReads,Reads of Missoula Inc,59801\n")
    load_it = ("directory", "load", str(tmp_path / "partners.csv"), "--directory", str(folder))
    names = "SELECT name, zip FROM organizations"

    first = collab(*load_it, "--map", "name=Legal,zip=Zip")
    assert "next time `collab directory load` knows" in first.err
    assert rows(names) == [("Reads of Missoula Inc", "59801")]

    assert collab(*load_it).code == 0
    assert rows(names) == [("Reads of Missoula Inc", "59801")]

    assert collab(*load_it, "--map", "name=Body,zip=Zip").code == 0
    assert collab(*load_it).code == 0
    assert rows(names) == [("Reads", "59801")]
