"""The profile of a library from the survey."""

import csv
import itertools
import zipfile
from pathlib import Path

import pytest

from conftest import Collab
from directory.conftest import Load, Rows

pytestmark = pytest.mark.usefixtures("chosen")


def test_the_survey_fills_in_a_profile_with_figures_that_letters_cite(
    collab: Collab, clean_machine: Path
) -> None:
    run = collab("init", "--from-survey", "Missoula")
    text = (clean_machine / "library.yaml").read_text()

    assert run.code == 0
    assert 'name: "Missoula Public Library"' in text
    assert 'coordinates: "46.8' in text
    assert "year: 2015" in text
    assert collab("check", "library.yaml").code == 0


def test_a_name_that_several_libraries_have_asks_for_the_key(collab: Collab) -> None:
    run = collab("init", "--from-survey", "public library")

    assert run.code == 2
    assert "libraries of the survey are called 'public library'" in run.err
    assert "--from-survey CO0144" in run.err


def test_a_library_of_another_name_is_told_which_are_close(collab: Collab) -> None:
    run = collab("init", "--from-survey", "Misoula Publik Library")

    assert run.code == 2
    assert "Did you mean 'Missoula Public Library'?" in run.err
    assert "Load the" not in run.err


def test_outlets_alone_have_no_figures_and_that_is_said(
    collab: Collab, load_samples: Load, folder: Path
) -> None:
    load_samples("pls_fy19_outlets.csv")
    run = collab("init", "--from-survey", "Missoula Public", "--directory", str(folder))

    assert run.code == 0
    assert "0 figures" not in run.err
    assert "administrative entities" in run.err


@pytest.mark.parametrize(("asked", "meant"), [("Misoula", "Missoula"), ("Boseman", "Bozeman")])
def test_a_town_is_known_by_a_slip(collab: Collab, asked: str, meant: str) -> None:
    assert f"Did you mean {meant!r}?" in collab("init", "--from-survey", asked).err


def test_figures_that_are_no_numbers_are_left_out(
    collab: Collab, load_samples: Load, folder: Path, registers: Path, tmp_path: Path, rows: Rows
) -> None:
    with zipfile.ZipFile(registers / "pls_fy2015.zip") as archive:
        [name] = [name for name in archive.namelist() if "AE" in name.upper()]
        header, *lines = archive.read(name).decode("cp1252").splitlines()
    visits = header.split(",").index("VISITS")
    changed = [header]
    for line, slip in zip(lines, itertools.cycle(("nan", "inf", "1e308")), strict=False):
        values = next(csv.reader([line]))
        values[visits] = slip
        changed.append(",".join(f'"{value}"' for value in values))
    (tmp_path / "systems.csv").write_text("\n".join(changed) + "\n", encoding="utf-8")
    load_samples(tmp_path / "systems.csv")

    assert rows("SELECT count(*) FROM figures WHERE what = 'visits'") == [(0,)]
    [(key,)] = rows("SELECT min(split_part(id, '-', 3)) FROM organizations")
    assert collab("init", "--from-survey", key, "--directory", str(folder)).code == 0
