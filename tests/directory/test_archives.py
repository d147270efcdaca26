"""What a person names on the command line: strange names, packed files, files that only look packed."""

import gzip
import warnings
import zipfile
from pathlib import Path

import pytest

from conftest import Collab
from directory.conftest import REGISTERS, Load, Rows

WYOMING = (REGISTERS / "eo_wy_2025.csv").read_bytes()


@pytest.mark.parametrize(
    "name", ["eo[1].csv", "*.csv", "what?.csv", "~x.csv", "Biblioth\udce8que.csv", "eo.csv.bz2"]
)
def test_a_file_is_read_whatever_it_is_called(
    name: str, load_samples: Load, tmp_path: Path, rows: Rows
) -> None:
    (tmp_path / "eo1.csv").write_bytes((REGISTERS / "eo_mt.csv").read_bytes())
    (tmp_path / name).write_bytes(WYOMING)

    report = load_samples(tmp_path / name)

    assert rows("SELECT DISTINCT state FROM organizations") == [("WY",)]
    assert report.unreadable == []


@pytest.mark.parametrize("name", ["eo.csv.gz", "eo.csv.zst"])
def test_text_that_a_browser_has_unpacked_is_text_under_its_packed_name(
    name: str, load_samples: Load, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(WYOMING)

    [loaded] = load_samples(tmp_path / name).loaded

    assert loaded.rows == 308


def _zip(path: Path, *files: tuple[str, bytes]) -> Path:
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # of two files of one name
        for name, content in files:
            archive.writestr(name, content)
    return path


def test_two_files_of_one_name_in_a_zip_are_both_read(load_samples: Load, tmp_path: Path) -> None:
    header, *rows = WYOMING.splitlines(keepends=True)
    packed = _zip(
        tmp_path / "two.zip",
        ("eo.csv", header + b"".join(rows[:100])),
        ("eo.csv", header + b"".join(rows[100:])),
    )

    [loaded] = load_samples(packed).loaded

    assert loaded.rows == 308


def test_a_zip_that_would_flood_the_disk_is_refused(
    collab: Collab, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("collabkit.directory.ingest.packed._PLAIN", 100_000)
    packed = _zip(tmp_path / "bomb.zip", ("eo.csv", WYOMING + b"\n" * 5_000_000))

    run = collab("directory", "load", str(packed), "--directory", str(folder))

    assert run.code == 3
    assert "would come out of it" in run.err


def test_a_gzip_file_that_would_flood_the_disk_is_refused(
    collab: Collab, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("collabkit.directory.ingest.packed._PLAIN", 100_000)
    (tmp_path / "bomb.csv.gz").write_bytes(gzip.compress(WYOMING + b"\n" * 5_000_000))

    run = collab("directory", "load", str(tmp_path / "bomb.csv.gz"), "--directory", str(folder))

    assert run.code == 3
    assert "would come out of it" in run.err
