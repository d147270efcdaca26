"""Loading: what is replaced, what is said, what goes wrong, and that nothing is lost."""

import gzip
import json
import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path
from threading import Thread

import pytest

from collabkit.catalog import Catalog
from collabkit.directory.database.connection import Database
from collabkit.directory.database.store import DirectoryBusyError
from collabkit.directory.directory import Directory
from collabkit.directory.pipeline import load
from collabkit.directory.query.organizations import facts
from collabkit.directory.records import Organization
from collabkit.directory.sources import UnreadableFileError
from collabkit.files.locking import locked
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


def test_only_of_a_large_file_it_says_how_large_it_is(collab: Collab) -> None:
    for name, megabytes in (("small.csv", 1), ("large.csv", 50)):
        with Path(name).open("wb") as file:
            file.truncate(megabytes * 1_000_000)
    run = collab("directory", "load", "small.csv", "large.csv")

    assert run.err.splitlines()[:2] == ["Reading small.csv", "Reading large.csv, 50 MB"]


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


def _told(folder: Path) -> dict[str, Organization]:
    with Database(folder) as database:
        [(count,)] = database.rows("SELECT count(*) FROM organizations")
        return {one.id: one for one in facts(database, range(count)).values()}


def test_what_is_told_of_a_row_is_told_after_other_loads_too(
    load_samples: Load, rows: Rows, folder: Path
) -> None:
    load_samples("eo_mt.csv", "hsds_ohana")
    before = _told(folder)
    texts = []
    for _ in range(3):
        load_samples("eo_wy_2026.csv")
        texts.append(rows("SELECT count(*), count(DISTINCT number) FROM texts"))
        now = _told(folder)
        assert {id_: now[id_] for id_ in before} == before

    assert any(one.second_reason for one in before.values())
    assert {sign.split("|")[1] for one in before.values() for sign in one.signs} == {
        *("name", "service", "network", "code")
    }
    # What no row says any more is not kept.
    assert texts[0] == texts[1] == texts[2]
    assert texts[0][0][0] == texts[0][0][1]


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
    with locked(folder), pytest.raises(DirectoryBusyError):
        load.load([str(registers / "eo_mt.csv")], folder, catalog)


def test_a_reader_is_not_disturbed_by_a_load(load_samples: Load, folder: Path) -> None:
    load_samples("eo_wy_2025.csv")
    with Directory.open(folder) as reader:
        load_samples("eo_wy_2026.csv")

        assert [each.files for each in reader.status()] == [("eo_wy_2025.csv",)]


def test_a_folder_of_nothing_to_load_leaves_no_directory(
    folder: Path, catalog: Catalog, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UnreadableFileError, match="nothing to load"):
        load.load([str(tmp_path / "empty")], folder, catalog)

    assert not (folder / "directory.duckdb").exists()


def _start(folder: Path, file: Path, limit: int = 0) -> subprocess.Popen[str]:
    program = "import resource, sys; from collabkit.cli import main\n"
    if limit:
        program += f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\n"
    program += "sys.exit(main(sys.argv[1:]))"
    return subprocess.Popen(
        [
            sys.executable,
            "-B",
            "-c",
            program,
            "directory",
            "load",
            str(file),
            "--directory",
            str(folder),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": "src"},
    )


@pytest.mark.parametrize("stop", [signal.SIGKILL, signal.SIGINT])
@pytest.mark.parametrize("step", ["Reading", "Classing", "Writing"])
def test_a_load_stopped_at_any_step_leaves_the_old_directory_or_the_new(
    load_samples: Load, rows: Rows, folder: Path, tmp_path: Path, step: str, stop: signal.Signals
) -> None:
    """`benchmarks/faults.py` does the same at many moments within the steps."""
    load_samples("eo_mt.csv")
    child = _start(folder, _register(tmp_path / "large.csv", 30_000))
    assert child.stderr is not None
    before = next(line for line in child.stderr if line.startswith(step))
    child.send_signal(stop)
    said = before + child.communicate()[1]

    assert rows("SELECT count(*) FROM organizations")[0][0] in {596, 30_000}
    assert "Traceback" not in said
    if stop is signal.SIGINT and child.returncode:
        assert child.returncode in {130, -signal.SIGINT}
    load_samples("eo_mt.csv")
    assert not list(folder.glob(".loading-*"))


@pytest.mark.parametrize("size", [30_000, 60_000], ids=["in its journal", "in the database"])
def test_a_full_disk_is_one_sentence_and_the_old_directory_stays(
    load_samples: Load, rows: Rows, folder: Path, tmp_path: Path, size: int
) -> None:
    load_samples("eo_mt.csv")
    child = _start(folder, _register(tmp_path / "large.csv", size), limit=1_500_000)
    _, said = child.communicate()

    assert child.returncode == 1
    assert "collab: cannot write the directory" in said
    assert "Traceback" not in said
    assert rows("SELECT count(*) FROM organizations") == [(596,)]


def _part_of(register: Path, target: Path, rows: int) -> Path:
    """Write the header and the first *rows* rows of *register* to *target*."""
    lines = register.read_bytes().splitlines(keepends=True)
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(b"".join(lines[: rows + 1]))
    return target


def test_an_addition_is_compared_with_the_rows_it_has_and_counted_once(
    load_samples: Load, registers: Path, folder: Path, tmp_path: Path
) -> None:
    load_samples("eo_wy_2026.csv")
    [made] = load_samples(_part_of(registers / "eo_wy_2026.csv", tmp_path / "a.csv", 50)).loaded

    assert (made.new, made.gone, made.moved) == (0, 0, 0)
    with Directory.open(folder) as directory:
        [found] = directory.status()
    assert (found.rows, found.organizations, found.rejected) == (300, 300, 0)


def test_files_called_alike_are_told_apart_and_counted_apart(
    load_samples: Load, registers: Path, tmp_path: Path
) -> None:
    one = _part_of(registers / "eo_mt.csv", tmp_path / "one/eo.csv", 10)
    other = _part_of(registers / "eo_wy_2026.csv", tmp_path / "other/eo.csv", 20)
    with one.open("ab") as file:
        file.write(b"12,half\r\n")
    report = load_samples(one, other)

    [made] = report.loaded
    assert made.files == ("one/eo.csv", "other/eo.csv")
    assert (made.rows, made.organizations, made.rejected) == (31, 30, 1)
    assert [reject.file for reject in report.rejects] == ["one/eo.csv"]


def test_a_file_named_twice_is_read_once(load_samples: Load, registers: Path) -> None:
    [made] = load_samples(registers / "eo_mt.csv", registers / "../registers/eo_mt.csv").loaded

    assert (made.files, made.rows, made.rejected) == (("eo_mt.csv",), 596, 0)


def test_an_older_edition_loaded_later_is_obeyed_and_said(
    load_samples: Load, tmp_path: Path
) -> None:
    markets = "FMID,MarketName,street,city,State,zip,x,y,updateTime\n1,A,1 Main St,Missoula,Montana,59801,-114,46.8,{}\n"
    for year in (2015, 2018):
        (tmp_path / f"{year}.csv").write_text(markets.format(f"{year}-06-01"))

    assert load_samples(tmp_path / "2015.csv").remarks == []
    assert load_samples(tmp_path / "2018.csv").remarks == []
    assert load_samples(tmp_path / "2015.csv").remarks == [
        "2015.csv is of 2015-06-01, older than what was loaded (2018-06-01)"
    ]


@pytest.mark.parametrize(
    ("ends", "last"),
    [
        ("\n", "\n"),
        ("\n", "\r"),
        ("\r\n", "\n"),
        ("\r", "\r\r\n"),
        ("\r\r\n", "\r\n"),
        ("\r", "\r"),
    ],
)
def test_lines_may_end_in_any_way_and_in_several(
    load_samples: Load, registers: Path, tmp_path: Path, ends: str, last: str
) -> None:
    lines = (registers / "eo_mt.csv").read_bytes().splitlines()
    text = ends.encode().join(lines[:-1]) + last.encode() + lines[-1] + last.encode()
    (tmp_path / "ends.csv").write_bytes(text + b"12,half" + last.encode())
    report = load_samples(tmp_path / "ends.csv")

    assert report.loaded[0].organizations == 596
    assert [(each.line, each.reason) for each in report.rejects] == [(598, "too few values")]


@pytest.mark.parametrize("rest", [b"", b"\0\1\2" * 1000, b"\x8f\xfe,\x90" * 1000])
def test_what_is_no_table_is_not_shown(load_samples: Load, tmp_path: Path, rest: bytes) -> None:
    (tmp_path / "strange").write_bytes(b"x" * 5_000 + b",\x1b[2J,c\n" + rest)
    with pytest.raises(UnreadableFileError) as raised:
        load_samples(tmp_path / "strange")

    said = "no source has the columns " + "X" * 40 + "\u2026, \\x1b[2J, C"
    assert str(raised.value) == f"strange: {'holds no table that we can read' if rest else said}"


def test_a_header_without_rows_is_said(load_samples: Load, registers: Path, tmp_path: Path) -> None:
    report = load_samples(_part_of(registers / "eo_mt.csv", tmp_path / "head.csv", 0))

    assert report.remarks == ["head.csv has no rows"]


def test_a_gzip_file_is_a_file_too(load_samples: Load, registers: Path, tmp_path: Path) -> None:
    packed = gzip.compress((registers / "eo_mt.csv").read_bytes())
    (tmp_path / "eo_mt.csv.gz").write_bytes(packed)
    [made] = load_samples(tmp_path / "eo_mt.csv.gz").loaded

    assert (made.files, made.organizations) == (("eo_mt.csv.gz",), 596)
    (tmp_path / "eo_mt.csv.gz").write_bytes(packed[:-100])
    with pytest.raises(UnreadableFileError, match="the gzip file is damaged or cut short"):
        load_samples(tmp_path / "eo_mt.csv.gz")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_a_pipe_is_a_file_too(load_samples: Load, registers: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    writer = Thread(
        target=lambda: (tmp_path / "pipe").write_bytes((registers / "eo_mt.csv").read_bytes())
    )
    writer.start()
    [made] = load_samples(tmp_path / "pipe").loaded
    writer.join()

    assert made.organizations == 596


def test_what_is_known_of_a_source_stays_when_another_is_loaded(
    load_samples: Load, rows: Rows, registers: Path, tmp_path: Path
) -> None:
    """Also of a file of which no row was kept, since a newer edition has them all."""
    counts = (
        "SELECT source, count(*), sum(rows), sum(rejected) FROM loads GROUP BY ALL ORDER BY ALL"
    )
    again = tmp_path / "again.csv"
    again.write_bytes((registers / "pls_fy19_outlets.csv").read_bytes())
    load_samples("pls_fy19_outlets.csv", again)
    before = rows(counts)
    load_samples("eo_mt.csv")

    assert set(rows(counts)) > set(before)


@pytest.mark.parametrize(
    ("swaps", "said"),
    [(False, "The directory is as it was."), (True, "The new directory is in place.")],
)
def test_whoever_stops_a_load_is_told_which_directory_is_there(
    collab: Collab,
    load_samples: Load,
    registers: Path,
    folder: Path,
    rows: Rows,
    monkeypatch: pytest.MonkeyPatch,
    *,
    swaps: bool,
    said: str,
) -> None:
    load_samples("eo_mt.csv")
    replace = Path.replace

    def stop(path: Path, target: Path) -> Path:
        if swaps:
            replace(path, target)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", stop)
        file = str(registers / "law_enforcement.csv")
        run = collab("directory", "load", file, "--directory", str(folder))

    assert run.code == 130
    assert f"Stopped. {said}" in run.err
    assert rows("SELECT count(*) FROM organizations") == [(656 if swaps else 596,)]


@pytest.mark.parametrize("given", ["eo.csv", "."])
def test_rejects_are_never_written_over_what_is_to_be_loaded(
    collab: Collab, registers: Path, folder: Path, tmp_path: Path, given: str
) -> None:
    file = tmp_path / "in/eo.csv"
    file.parent.mkdir()
    file.write_bytes((registers / "eo_mt.csv").read_bytes())
    run = collab(
        "directory", "load", str(tmp_path / "in" / given), "--directory", str(folder),
        "--rejects", str(tmp_path / "in/../in/eo.csv"),
    )  # fmt: skip

    assert run.code == 2
    assert "would overwrite a file that is to be loaded" in run.err
    assert file.read_bytes() == (registers / "eo_mt.csv").read_bytes()
    assert not folder.exists()


def test_rejects_go_to_a_file_with_a_name(collab: Collab, registers: Path, folder: Path) -> None:
    file = str(registers / "eo_mt.csv")
    run = collab("directory", "load", file, "--directory", str(folder), "--rejects", "-")

    assert run.code == 2
    assert "Give it the name of a file" in run.err


def test_one_row_is_called_one_and_no_name_of_a_file_is_a_formula(
    collab: Collab, registers: Path, folder: Path, tmp_path: Path
) -> None:
    lines = (registers / "eo_mt.csv").read_text().splitlines()
    (tmp_path / "=1+1.csv").write_text("\n".join([*lines, "999999999,TOO,MANY" + ",x" * 30]))
    (tmp_path / "rejects.csv").write_text("of the last time")
    run = collab(
        "directory", "load", str(tmp_path / "=1+1.csv"), "--directory", str(folder),
        "--rejects", str(tmp_path / "rejects.csv"),
    )  # fmt: skip

    assert "Wrote 1 row with its reason to" in run.err
    assert (tmp_path / "rejects.csv").read_text().splitlines()[1].startswith("'=1+1.csv,")


def test_an_encrypted_zip_is_called_so(
    collab: Collab, registers: Path, folder: Path, tmp_path: Path
) -> None:
    # The bit that says so, where the directory of the ZIP has it and where the file itself has.
    content = bytearray((registers / "pls_fy2015.zip").read_bytes())
    for mark, after in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        content[content.index(mark) + after] |= 1
    (tmp_path / "secret.zip").write_bytes(content)
    run = collab("directory", "load", str(tmp_path / "secret.zip"), "--directory", str(folder))

    assert run.code == 3
    assert "secret.zip: the ZIP is encrypted" in run.err
    assert "Unpack it with its password first" in run.err
    assert "damaged" not in run.err


def _workbook(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return path


def test_a_workbook_is_named_and_the_others_load(
    collab: Collab, registers: Path, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/eo_mt.csv").write_bytes((registers / "eo_mt.csv").read_bytes())
    (tmp_path / "in/old.xls").write_bytes(b"\xd0\xcf\x11\xe0" * 100)
    book = _workbook(tmp_path / "in/partners.xlsx")
    alone = collab("directory", "load", str(book), "--directory", str(folder))
    beside = collab("directory", "load", str(tmp_path / "in"), "--directory", str(folder))

    assert (alone.code, beside.code) == (3, 3)
    assert alone.err.startswith("collab: partners.xlsx: is an Excel workbook")
    assert "Save it as CSV and load that." in alone.err
    assert "in/old.xls: is an Excel workbook" in beside.err
    assert "in/partners.xlsx: is an Excel workbook" in beside.err
    assert json.loads(beside.out)["organizations"] == 596


def test_a_workbook_that_comes_along_in_a_zip_is_left(
    load_samples: Load, registers: Path, tmp_path: Path
) -> None:
    book = _workbook(tmp_path / "same.xlsx")
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.write(book, "same.xlsx")
        archive.write(registers / "eo_mt.csv", "eo_mt.csv")

    assert load_samples(tmp_path / "all.zip").unreadable == []
