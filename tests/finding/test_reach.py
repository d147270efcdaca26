"""How to reach whom `find` names: contacts of the library's own, private, and what other registers add."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from collabkit import Workspace
from collabkit.cli import main
from conftest import Collab, Run
from directory.conftest import REGISTERS, Loaded, records

_CONTACTS = """\
Org,Who,Mail,Tel,Town
Sussex School Inc,Ann Lee,ann@sussex.example,406-555-0101,Missoula
Sussex School Inc,Bob Roe,bob@sussex.example,,Missoula
CLARK FORK SCHOOL,Cy Dee,cy@cfs.example,,
Child Start Inc,,,406-555-0103,Billings
"""
_MAP = ("--map", "name=Org,person=Who,email=Mail,phone=Tel,city=Town")
_FIND = ("find", "literacy", "--near", "59801")


@pytest.fixture(scope="module")
def with_contacts(tmp_path_factory: pytest.TempPathFactory, loaded: Callable[..., Loaded]) -> Path:
    """A directory, to be copied: a register that has no telephone, and a list of contacts beside it."""
    folder = tmp_path_factory.mktemp("contacts")
    table = folder / "contacts.csv"
    table.write_text(_CONTACTS)
    shutil.copytree(loaded("eo_mt.csv").folder, folder / "directory")
    line = ("directory", "load", str(table), *_MAP, "--directory", str(folder / "directory"))
    assert main(line) == 0
    return folder


@pytest.fixture
def contacts(with_contacts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The list of contacts, loaded into the directory that is asked."""
    shutil.copytree(with_contacts, tmp_path / "loaded")
    monkeypatch.setenv("COLLAB_DIRECTORY", str(tmp_path / "loaded/directory"))
    return tmp_path / "loaded/contacts.csv"


def _row(run: Run, name: str) -> str:
    return next(line for line in run.out.splitlines() if line.startswith(name))


@pytest.mark.usefixtures("contacts")
def test_her_own_table_is_joined_to_the_body_on_her_own_screen(collab: Collab) -> None:
    run = collab(*_FIND, "-f", "table")

    assert "406-555-0101" in _row(run, "Sussex School")
    assert "cy@cfs.example" in _row(run, "Clark Fork")
    assert max(map(len, run.out.splitlines())) <= 80


@pytest.mark.usefixtures("contacts")
def test_a_body_of_the_same_name_in_another_town_is_not_meant(collab: Collab) -> None:
    assert "406-555-0103" not in collab(*_FIND, "-f", "table").out


@pytest.mark.usefixtures("contacts")
@pytest.mark.parametrize("format_", ["ndjson", "json", "csv", "tsv", "markdown", "ids"])
def test_nobody_leaves_the_house_unasked(collab: Collab, format_: str) -> None:
    run = collab(*_FIND, "-f", format_)

    assert run.code == 0
    assert not any(said in run.out for said in ("Ann Lee", "sussex.example", "555-0101"))


@pytest.mark.usefixtures("contacts")
def test_people_are_told_where_they_are_asked_for(collab: Collab) -> None:
    first = records(collab(*_FIND, "--people", "-f", "ndjson").out)[0]

    assert first["name"] == "Sussex School Inc"
    assert [(each["name"], each["phone"], each["email"]) for each in first["contacts"]] == [
        ("Ann Lee", "406-555-0101", "ann@sussex.example"),
        ("Bob Roe", None, "bob@sussex.example"),
    ]
    assert "Ann Lee; Bob Roe" in collab(*_FIND, "--people", "-f", "csv").out


@pytest.mark.usefixtures("contacts")
def test_neither_show_nor_a_paper_tells_them(collab: Collab) -> None:
    [id_, *_] = collab(*_FIND, "-f", "ids").out.split()

    for command in (("show", id_), ("propose", "--organization", id_)):
        assert "555-0101" not in collab(*command).out


def test_a_register_loaded_anew_keeps_them_and_a_new_list_replaces_them(
    collab: Collab, contacts: Path
) -> None:
    assert collab("directory", "load", str(REGISTERS / "eo_mt.csv")).code == 0
    assert "406-555-0101" in collab(*_FIND, "-f", "table").out

    contacts.write_text(_CONTACTS.replace("406-555-0101", "406-555-0199"))
    assert collab("directory", "load", str(contacts)).code == 0
    after = collab(*_FIND, "-f", "table").out
    assert "406-555-0199" in after
    assert "406-555-0101" not in after


@pytest.mark.usefixtures("contacts")
def test_one_line_says_of_how_many_no_phone_is_known(collab: Collab) -> None:
    run = collab(*_FIND, "-f", "table")

    assert run.err.count("No phone is known of 7 of 8 and ") == 1


def test_a_second_contact_of_one_body_is_no_second_body(collab: Collab, contacts: Path) -> None:
    run = collab("directory", "load", str(contacts), "-f", "ndjson")

    [loaded] = records(run.out)
    assert loaded["organizations"] == 3
    assert "1 row left out: another contact of one organization, kept with it" in run.err


@pytest.mark.usefixtures("contacts")
def test_the_people_of_a_kept_partnership_stand_beside_its_organization(
    collab: Collab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Workspace.init(".", name="Our Library", zip="59801")
    first = records(collab(*_FIND, "-f", "ndjson").out)[1]
    assert collab("track", first["name"], "--partner", first["partner"]).code == 0
    [folder] = [each for each in (tmp_path / "partnerships").iterdir() if each.is_dir()]
    (folder / "contacts.yaml").write_text(
        'contacts:\n  - name: Dot Em\n    role: principal\n    phone: "406-555-0104"\n'
    )

    table = collab(*_FIND, "-f", "table").out
    assert "406-555-0104" in table
    assert "ask for Dot Em" in " ".join(line[:18].strip() for line in table.splitlines())
    assert "Dot Em" not in collab(*_FIND, "-f", "ndjson").out
    asked = records(collab(*_FIND, "--people", "-f", "ndjson").out)
    kept = next(each for each in asked if each["id"] == first["id"])
    assert kept["contacts"][0] == {
        "name": "Dot Em",
        "role": "principal",
        "phone": "406-555-0104",
        "email": None,
    }
