"""Tables are read back whatever a spreadsheet made of them, and rows are only ever added."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.partnerships.tables import append_rows, day, number, read_table, rows_of
from samples import HOSTILE

HEADER = ("day", "side", "answer")
TEXTS = st.text(min_size=1, max_size=40)
CELLS = st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=6)


def _read(raw: bytes) -> list[dict[str, str]]:
    return [dict(row.cells) for row in rows_of(raw, "x.csv")]


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"day,side,answer\n2026-05-04,they,4\n", "as it was"),
        (b"\xef\xbb\xbfday,side,answer\r\n2026-05-04,they,4\r\n", "a mark and CRLF"),
        (b"day;side;answer\r\n2026-05-04;they;4\r\n", "semicolons"),
        (b"day\tside\tanswer\n2026-05-04\tthey\t4\n", "tabs"),
        (b'"day","side","answer"\n"2026-05-04","they","4"\n', "quotes"),
        (b"Answer, Side ,more,Day\n4,they,x,2026-05-04\n", "another order, and a column more"),
        (b"day,side,answer\r2026-05-04,they,4\r", "line ends of an old Mac"),
        ("day,side,answer\n2026-05-04,they,4\n".encode("utf-16"), "UTF-16"),
        (b"\n\nday,side,answer\n\n2026-05-04,they,4\n,,\n", "blank lines"),
        (b"day,side,answer\n2026-05-04,they,4\nday,side,answer\n", "a second header"),
        (b"day,side,answer,\n2026-05-04,they,4,\n", "a comma too many"),
        (b"day,side,answer\n2026-05-04,they ,4 \n", "blanks behind"),
    ],
)
def test_a_table_is_read_whatever_a_spreadsheet_made_of_it(raw: bytes, why: str) -> None:
    (row,) = _read(raw)
    assert (row["day"], row["side"], row["answer"]) == ("2026-05-04", "they", "4"), why


def test_windows_1252_keeps_its_letters() -> None:
    assert _read("answer\nCafé spät €\n".encode("cp1252")) == [{"answer": "Café spät €"}]


def test_a_quote_that_is_never_closed_costs_its_own_line_only() -> None:
    rows = _read(b'day,answer\n2026-05-04,"late\n2026-05-05,4\n2026-05-06,5\n')
    assert [row["day"] for row in rows] == ["2026-05-04", "2026-05-05", "2026-05-06"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4", 4),
        ("4.0", 4),
        (" 4", 4),
        ("4,5", 4.5),
        ("1,900", 1900),
        ("$1,900.50", 1900.5),
        ("-2", -2),
        (".5", 0.5),
        ("", None),
        ("four", None),
        ("1e3", None),
        ("nan", None),
        ("٤", None),
        ("9" * 400, None),
        ("--1", None),
        ("1,2,3", None),
    ],
)
def test_numbers(text: str, value: float | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-03-09", date(2026, 3, 9)),
        ("3/9/2026", date(2026, 3, 9)),
        ("3/9/26", date(2026, 3, 9)),
        ("2026-03-09 00:00:00", date(2026, 3, 9)),
        ("2026-3-9", date(2026, 3, 9)),
        ("3/9/2026 14:05", date(2026, 3, 9)),
        ("46090", date(2026, 3, 9)),
        ("13/40/2026", None),
        ("", None),
        ("soon", None),
        ("2026-02-30", None),
        ("0000-00-00", None),
    ],
)
def test_days(text: str, value: date | None) -> None:
    assert day(text) == value


@given(CELLS)
def test_what_is_written_is_read_and_never_a_formula(
    tmp_path_factory: pytest.TempPathFactory, cells: list[tuple[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("table")
    rows = [(*pair, "end") for pair in cells]
    try:
        file = append_rows(folder, "t", ("a", "b", "c"), rows)
    except Exception as error:  # noqa: BLE001 - lone surrogates are told, and nothing is written
        assert "UTF-8" in str(error)  # noqa: PT017
        assert not (folder / "t.csv").read_bytes() if (folder / "t.csv").exists() else True
        return
    text = file.read_text("utf-8")
    assert len(text.splitlines()) == len(rows) + 1
    assert not any(
        cell.lstrip().startswith(("=", "+", "@", "-"))
        for row in csv.reader(io.StringIO(text))
        for cell in row
    )
    assert [row.cell("c") for row in read_table(folder, "t").rows] == ["end"] * len(rows)


def test_hostile_text_is_one_cell(tmp_path: Path) -> None:
    texts = [text for text in HOSTILE if text.isprintable()]
    append_rows(tmp_path, "t", ("a", "b"), [(text, 1) for text in texts])
    rows = read_table(tmp_path, "t").rows
    assert [row.cell("b") for row in rows] == ["1"] * len(texts)
    assert [row.cell("a") for row in rows] == [" ".join(text.split()) for text in texts]


def test_a_file_that_a_spreadsheet_wrote_anew_is_left_alone_and_read_along(tmp_path: Path) -> None:
    mine = tmp_path / "counts.csv"
    mine.write_bytes(b"day;answer\r\n3/9/2026;4,0\r\n")
    file = append_rows(tmp_path, "counts", ("day", "answer"), [("2026-03-10", 5)])
    assert file.name == "counts-2.csv"
    assert mine.read_bytes() == b"day;answer\r\n3/9/2026;4,0\r\n"
    assert [number(row.cell("answer")) for row in read_table(tmp_path, "counts").rows] == [4, 5]
    assert append_rows(tmp_path, "counts", ("day", "answer"), [("2026-03-11", 5)]) == file


def test_a_copy_of_a_sync_service_counts_equal_lines_once(tmp_path: Path) -> None:
    append_rows(tmp_path, "counts", HEADER, [("2026-03-09", "we", 4), ("2026-03-09", "we", 4)])
    text = (tmp_path / "counts.csv").read_text("utf-8")
    (tmp_path / "counts.sync-conflict-20260301.csv").write_text(
        f"{text}2026-03-10,we,1\n", encoding="utf-8"
    )
    rows = read_table(tmp_path, "counts").rows
    assert [row.cell("day") for row in rows] == ["2026-03-09", "2026-03-09", "2026-03-10"]


def test_a_file_that_is_none_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "counts.csv").mkdir()
    (tmp_path / "counts (1).csv").write_text("day\n2026-03-09\n", encoding="utf-8")
    table = read_table(tmp_path, "counts")
    assert len(table.rows) == 1
    assert len(table.unreadable) == 1
