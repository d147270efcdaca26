"""Records to text: every format, and that text from data is only data."""

import csv
import json
import pkgutil
import re
from dataclasses import dataclass
from io import StringIO

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from collabkit import output
from collabkit.output import Column, Format, writers
from collabkit.output.formats import Layout, writer
from collabkit.text.cells import cell_text
from samples import ESCAPES, FORMULAS, HOSTILE, MARKUP, OBEYED

RUNS = re.compile(r"^\s*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]")
"""How a cell begins that a spreadsheet runs."""


@dataclass(frozen=True)
class Row:
    """One of every kind of value."""

    id: str
    text: str
    number: float | None = None
    several: tuple[str, ...] = ()
    yes: bool = False


COLUMNS = (
    Column[Row]("id", lambda row: row.id),
    Column[Row]("what it says", lambda row: row.text, ratio=3),
    Column[Row]("number", lambda row: row.number, justify="right"),
    Column[Row]("several", lambda row: row.several, ratio=1),
    Column[Row]("yes", lambda row: row.yes),
)
ROWS = (
    Row("plain", 'A sentence, with a comma and a "quote".'),
    Row("long", "Words enough that a terminal of eighty columns has to break them in two or three.", 3.0),
    Row("wide", "図書館 Café Ñandú 😀", -12.25, ("one", "two, three"), yes=True),
    Row("markdown", "# a | b *c* _d_ `e` [f](http://g) <h> 1. i", 1e9),
    Row("rich", "[bold]not bold[/bold] [/] :smile:", 0.1),
    Row("formula", "=1+1", -1.0, ("=A1", "+2")),
    Row("escape", "\x1b[31mred\x1b[0m\x07 \u202eback\u202c\r\nnext\tcell"),
    Row("empty", ""),
)  # fmt: skip


class TextFile(SingleFileSnapshotExtension):
    """One readable file for each snapshot, named by its format."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


def _written(capsys: pytest.CaptureFixture[str], format_: Format, *rows: Row) -> str:
    capsys.readouterr()
    output.write(rows, COLUMNS, format_, id_=lambda row: row.id)
    return capsys.readouterr().out


@pytest.mark.parametrize("format_", Format)
def test_every_format_shows_every_kind_of_value(
    capsys: pytest.CaptureFixture[str], snapshot: SnapshotAssertion, format_: Format
) -> None:
    assert _written(capsys, format_, *ROWS) == snapshot(extension_class=TextFile)


@pytest.mark.parametrize(
    ("format_", "text"),
    [
        (Format.TABLE, ""),
        (Format.NDJSON, ""),
        (Format.JSON, "[]\n"),
        (Format.CSV, "id,what it says,number,several,yes\n"),
        (Format.TSV, "id\twhat it says\tnumber\tseveral\tyes\n"),
        (Format.MARKDOWN, "| id | what it says | number | several | yes |\n| --- | --- | ---: | --- | --- |\n"),
        (Format.IDS, ""),
    ],
)  # fmt: skip
def test_no_record_is_an_answer_too(
    capsys: pytest.CaptureFixture[str], format_: Format, text: str
) -> None:
    assert _written(capsys, format_) == text


@pytest.mark.parametrize("format_", Format)
def test_nothing_that_a_terminal_obeys_comes_out(
    capsys: pytest.CaptureFixture[str], format_: Format
) -> None:
    text = _written(capsys, format_, *(Row(each, each, several=(each,)) for each in HOSTILE))

    assert not OBEYED.search(text)
    assert text.encode()


@pytest.mark.parametrize("text", MARKUP)
def test_rich_markup_is_shown_not_obeyed(capsys: pytest.CaptureFixture[str], text: str) -> None:
    lines = _written(capsys, Format.TABLE, Row("a", text)).split("\n")

    assert text in lines[2]


@pytest.mark.parametrize("format_", [Format.CSV, Format.TSV])
@pytest.mark.parametrize(
    "text", [*FORMULAS, *ESCAPES, " =1", "\u00a0=1", "\uff1d1", "-1", "%0A", "a=1"]
)
def test_no_cell_of_a_spreadsheet_runs(
    capsys: pytest.CaptureFixture[str], text: str, format_: Format
) -> None:
    (row,) = _parsed(_written(capsys, format_, Row(text, text, -5.0, (text,))), format_)[1:]

    assert not [cell for cell in (*row[:2], *row[3:]) if RUNS.match(cell)]
    assert row[2] == "-5"


@pytest.mark.parametrize("format_", [Format.CSV, Format.TSV])
def test_csv_parses_back_cell_for_cell(capsys: pytest.CaptureFixture[str], format_: Format) -> None:
    rows = [Row("a", each, several=(each, each)) for each in HOSTILE]

    lines = _parsed(_written(capsys, format_, *rows), format_)

    assert lines[0] == [column.header for column in COLUMNS]
    assert [line[1].removeprefix("'") for line in lines[1:]] == [
        cell_text(row.text).removeprefix("'") for row in rows
    ]
    assert {len(line) for line in lines} == {len(COLUMNS)}


@pytest.mark.parametrize("format_", [Format.NDJSON, Format.JSON])
def test_json_round_trips(capsys: pytest.CaptureFixture[str], format_: Format) -> None:
    rows = [Row(each, each, several=(each,)) for each in HOSTILE]

    text = _written(capsys, format_, *rows)
    records = (
        json.loads(text)
        if format_ is Format.JSON
        else [json.loads(line) for line in text.split("\n")[:-1]]
    )

    assert records == [
        {"id": row.id, "text": row.text, "number": None, "several": [row.text], "yes": False}
        for row in rows
    ]
    assert len(text.splitlines()) == text.count("\n")


def _parsed(text: str, format_: Format) -> list[list[str]]:
    delimiter = "," if format_ is Format.CSV else "\t"
    return list(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True))


def test_one_record_is_one_line_in_every_format_of_lines(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rows = [Row(each, each) for each in HOSTILE]
    lines = {
        format_: len(_written(capsys, format_, *rows).splitlines())
        for format_ in (Format.NDJSON, Format.CSV, Format.TSV, Format.MARKDOWN, Format.IDS)
    }

    heads = {Format.CSV: 1, Format.TSV: 1, Format.MARKDOWN: 2}
    assert lines == {format_: len(rows) + heads.get(format_, 0) for format_ in lines}


def test_a_column_may_be_for_eyes_or_for_files_only() -> None:
    columns = (
        Column[Row]("id", lambda row: row.id),
        Column[Row]("about", lambda row: f"~{row.number}", only="table"),
        Column[Row]("number", lambda row: row.number, only="file"),
    )
    row = Row("one", "", 2.5)

    layout = Layout(columns, lambda each: each.id)
    drawn = "".join(writer(Format.TABLE)([row], layout)).split()

    assert drawn[:2] == ["id", "about"]
    assert drawn[-2:] == ["one", "~2.5"]
    assert "".join(writer(Format.CSV)([row], layout)) == "id,number\none,2.5\n"


def test_each_format_has_a_writer_of_its_name_and_each_writer_a_format() -> None:
    modules = {module.name for module in pkgutil.iter_modules(writers.__path__)}

    assert modules == set(Format)
    assert all(callable(writer(format_)) for format_ in Format)
