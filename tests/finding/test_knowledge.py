"""What a library knows itself of bodies wins over registers, and follows them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from collabkit.directory.identity import Identity
from collabkit.errors import DataError, UsageError
from collabkit.finding.knowledge import Noted
from collabkit.finding.knowledge_file import FILE, note, read_notes
from conftest import Collab
from finding.made import Find, finder, names, row

HUB = row("Valley Hub", EIN=810000077)
PANTRY = row("Valley Food Pantry", EIN=810000078)
OTHER = row("Creek Society", EIN=810000079)
ROWS = (HUB, PANTRY, OTHER)
HEADER = "Name,Town,State,Zip,Kind\n"


@pytest.fixture
def home(clean_machine: Path, towns: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace in Missoula, over a directory of three bodies."""
    (clean_machine / "library.yaml").write_text('zip: "59801"\n', encoding="utf-8")
    monkeypatch.setenv("COLLAB_DIRECTORY", str(towns(*ROWS)))
    return clean_machine


@pytest.fixture
def find(home: Path, collab: Collab, towns: Callable[..., Path]) -> Find:
    assert home.is_dir()
    return finder(collab, towns(*ROWS), "Missoula")


def test_who_does_it_by_her_own_word_comes_first_and_says_so(find: Find, collab: Collab) -> None:
    assert "Valley Hub" not in names(find("free tax help"))

    assert collab("know", "Valley Hub", "does=tax help, coats").code == 0

    first = find("free tax help")[0]
    assert first["name"] == "Valley Hub"
    assert first["reasons"][0] == {
        "name": "sign",
        "value": 1.0,
        "why": 'You know that it does "tax help".',
    }
    assert names(find("winter coats for kids"))[0] == "Valley Hub"
    assert "Valley Hub" not in names(find("--goal", "food-security"))


def test_who_does_not_is_left_out_of_that_alone(find: Find, collab: Collab) -> None:
    assert names(find("--goal", "food-security")) == ["Valley Food Pantry"]

    assert collab("know", "Valley Food Pantry", "not=food pantry").code == 0

    assert names(find("--goal", "food-security")) == []
    assert names(find("--search", "pantry")) == ["Valley Food Pantry"]


def test_what_she_knows_follows_a_body_that_a_list_of_her_own_stands_for(
    home: Path, collab: Collab, tmp_path: Path
) -> None:
    directory = ("--directory", str(tmp_path / "own"))
    register = tmp_path / "eo.csv"
    from finding.made import HEADER as COLUMNS  # noqa: PLC0415

    register.write_text("\n".join((COLUMNS, *ROWS)) + "\n", encoding="ascii")
    assert collab("directory", "load", str(register), *directory).code == 0
    assert collab("know", "Valley Hub", "does=tax help", *directory).code == 0
    assert "irs-810000077" in (home / FILE).read_text(encoding="utf-8")
    mine = tmp_path / "mine.csv"
    mine.write_text(
        f"{HEADER}Valley Hub Inc.,Missoula,MT,59801,senior-services\n", encoding="utf-8"
    )
    columns = "name=Name,city=Town,state=State,zip=Zip,partner=Kind"

    assert collab("directory", "load", str(mine), "--map", columns, *directory).code == 0

    assert names(finder(collab, tmp_path / "own", "Missoula")("free tax help"))[0].startswith(
        "Valley Hub"
    )


def test_a_body_that_no_register_has_is_known_by_its_name(home: Path, collab: Collab) -> None:
    run = collab("know", "Elm Street Closet", "does=coats")

    assert run.code == 0
    assert "The directory has nobody of that name" in run.err
    assert read_notes(home) == [Noted(Identity("Elm Street Closet"), ("coats",))]


def test_what_is_new_is_added_to_the_entry_of_a_body(home: Path, collab: Collab) -> None:
    for said in ("does=coats", "does=tax help", "not=literacy", "does=coats"):
        assert collab("know", "Valley Hub", said).code == 0

    [known] = read_notes(home)
    assert (known.does, known.does_not) == (("coats", "tax help"), ("literacy",))
    assert collab("check").code == 0


@pytest.mark.parametrize("words", [(), ("coats",), ("helps=coats",), ("does=",)])
def test_words_that_say_nothing_are_a_usage_error(
    home: Path, collab: Collab, words: tuple[str, ...]
) -> None:
    assert collab("know", "Valley Hub", *words).code == 2
    assert not (home / FILE).exists()


def test_without_a_workspace_nothing_is_written(clean_machine: Path, collab: Collab) -> None:
    run = collab("know", "Valley Hub", "does=coats")

    assert run.code == 2
    assert "library.yaml" in run.err
    assert not list(clean_machine.iterdir())


def test_a_file_that_is_wrong_is_told_with_its_place(home: Path, collab: Collab) -> None:
    (home / FILE).write_text("knows:\n  - town: Missoula\n", encoding="utf-8")

    with pytest.raises(DataError):
        read_notes(home)
    run = collab("check")
    assert run.code == 3
    assert f"{FILE}:2" in run.err + run.out


def test_a_note_of_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        note(tmp_path, Noted(Identity("Valley Hub")))
