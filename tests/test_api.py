"""The Python API does what the commands do."""

import json
import re
from pathlib import Path

import pytest

import collabkit
from collabkit import load_catalog, load_library, match, propose
from collabkit.text.json import to_json
from conftest import Collab

ROOT = Path(__file__).parents[1]


def test_what_is_public_is_what_is_importable() -> None:
    assert sorted(collabkit.__all__) == collabkit.__all__
    assert [name for name in collabkit.__all__ if not hasattr(collabkit, name)] == []
    assert set(collabkit.__all__) == set(collabkit._HOMES)  # noqa: SLF001 - the two lists must agree


def test_nothing_else_is_there() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'serve'"):
        collabkit.serve  # noqa: B018 - asking is the test


def test_match_returns_what_the_command_writes(collab: Collab) -> None:
    found = match(load_catalog(), ["literacy", "newcomers"], limit=5, sector="education")

    said = collab("match", "-g", "literacy", "-g", "newcomers", "-n", "5", "--sector", "education", "-f", "ndjson")  # fmt: skip
    assert [json.loads(to_json(each)) for each in found] == [
        json.loads(line) for line in said.out.splitlines()
    ]


def test_propose_returns_what_the_command_writes(collab: Collab, clean_machine: Path) -> None:
    collab("init", "--name", "Ours", "--place", "Here", "--role", "librarian")
    catalog = load_catalog()
    library = load_library(clean_machine / "library.yaml", catalog)
    best = match(catalog, ["literacy"], library=library, limit=1)[0]

    text = propose(catalog, best, library=library, to="The Council")

    assert text == collab("propose", "-g", "literacy", "--to", "The Council").out


def test_own_catalogs_are_read(tmp_path: Path) -> None:
    (tmp_path / "goals.yaml").write_text("- id: literacy\n  label: reading\n", encoding="utf-8")

    assert load_catalog(tmp_path).goals["literacy"].label == "reading"
    assert load_catalog(str(tmp_path)).goals["literacy"].label == "reading"


def test_errors_are_of_one_family(tmp_path: Path) -> None:
    with pytest.raises(collabkit.CollabkitError):
        load_catalog(tmp_path / "none")
    with pytest.raises(collabkit.CollabkitError):
        load_library(tmp_path / "none.yaml", load_catalog())


@pytest.mark.parametrize("page", ["README.md", "src/collabkit/__init__.py"])
def test_the_example_in_the_documentation_runs(
    page: str, collab: Collab, capsys: pytest.CaptureFixture[str]
) -> None:
    assert collab("init", "--name", "Ours").code == 0  # an example may read library.yaml
    text = (ROOT / page).read_text(encoding="utf-8")
    example = re.search(
        r"^from collabkit import .*?(?=^```|^\"\"\")", text, re.MULTILINE | re.DOTALL
    )
    if example is None and page == "README.md":
        pytest.fail("README.md shows no use of the Python API")
    assert example

    exec(compile(example[0], page, "exec"), {})  # noqa: S102 - it is our own page

    assert capsys.readouterr().out
