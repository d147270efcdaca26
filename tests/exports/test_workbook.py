"""A workbook is read by another library, holds text as text, and is the same twice."""

import io
import json
import sys

import openpyxl
import pytest

from collabkit import Workspace
from conftest import Collab
from partnerships.conftest import Write
from samples import FORMULAS, OBEYED


@pytest.mark.usefixtures("kept")
def test_another_library_reads_every_sheet(collab: Collab) -> None:
    assert collab("export", "xlsx", "-o", "p.xlsx").code == 0
    book = openpyxl.load_workbook("p.xlsx")

    assert book.sheetnames == ["Partnerships", "Organizations", "Goals", "Works", "Ties"]
    heads, first, _ = book["Partnerships"].values
    row = dict(zip(heads, first, strict=True))
    assert (row["name"], row["stage"], row["we owe"]) == ("County Food Bank", "pilot", 1)
    assert ("Ours", "partners with", "County Food Bank", "pilot") in list(book["Ties"].values)


@pytest.mark.usefixtures("kept")
def test_it_is_the_same_twice_and_people_have_a_sheet_only_if_asked_for() -> None:
    workspace = Workspace.open()
    once, again = (workspace.export("xlsx")["partnerships.xlsx"] for _ in range(2))
    with_people = workspace.export("xlsx", people=True)["partnerships.xlsx"]

    assert once == again
    people = openpyxl.load_workbook(io.BytesIO(with_people))["People"]
    assert [row[0] for row in people.values][1:] == ["Ada Blix", "Zoe Quux"]


def test_no_cell_is_a_formula_or_a_link(write: Write) -> None:
    names = [text for text in FORMULAS if text.strip() and not OBEYED.search(text)]
    names += ["https://example.org", "0123", "1e9"]
    for number, name in enumerate(names):
        write(f"p{number:03}", "2026-05-01 met\n", f"name: {json.dumps(name)}\n")

    content = Workspace.open().export("xlsx")["partnerships.xlsx"]
    page = openpyxl.load_workbook(io.BytesIO(content))["Organizations"]
    cells = [row[0] for row in page.iter_rows(min_row=2)]
    assert len(cells) == len(names)
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)
    assert {cell.value for cell in cells} >= {"https://example.org", "0123", "1e9"}


def test_what_is_missing_is_named(collab: Collab, monkeypatch: pytest.MonkeyPatch) -> None:
    collab("init", "--name", "Ours")
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    run = collab("export", "xlsx", "-o", "p.xlsx")

    assert run.code == 1
    assert "pip install 'xlsxwriter>=" in run.err
    assert collab("export", "xlsx").err.startswith("collab: xlsx cannot go to the screen")
