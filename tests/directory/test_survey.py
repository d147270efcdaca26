"""The profile of a library from the survey."""

from pathlib import Path

import pytest

from conftest import Collab
from directory.conftest import Load

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
