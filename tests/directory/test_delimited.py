"""Tables that are cut short or broken: what is missing is told, and the time it takes stays in bounds."""

import json
import zipfile
from pathlib import Path

import pytest

from collabkit.directory.delimited import rows
from collabkit.directory.delimited.rows import read
from directory.conftest import REGISTERS, Load
from directory.conftest import Rows as Ask


def _dbf() -> bytes:
    with zipfile.ZipFile(REGISTERS / "edge_public.zip") as archive:
        [name] = [name for name in archive.namelist() if name.lower().endswith(".dbf")]
        return archive.read(name)


def test_a_dbase_table_cut_in_its_header_is_named(load_samples: Load, tmp_path: Path) -> None:
    (tmp_path / "cut.dbf").write_bytes(_dbf()[:500])

    with pytest.raises(Exception, match=r"cut\.dbf: it is cut short before its first row"):
        load_samples(tmp_path / "cut.dbf")


def test_rows_that_a_dbase_table_lacks_are_counted(load_samples: Load, tmp_path: Path) -> None:
    (tmp_path / "cut.dbf").write_bytes(_dbf()[:-2000])

    report = load_samples(tmp_path / "cut.dbf")

    assert "cut.dbf is cut short: 2 of its rows are missing; download it again" in report.remarks


def test_no_line_of_a_broken_feed_is_looked_at_more_than_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    judge = rows._Spans._judged  # noqa: SLF001 - how often it is called is the promise

    def counted(spans: rows._Spans, at: int) -> int | None:
        seen.append(at)
        return judge(spans, at)

    monkeypatch.setattr(rows._Spans, "_judged", counted)  # noqa: SLF001
    path = tmp_path / "organization.csv"
    path.write_text("id,name,legal_status\n" + 'a","\n' * 4000)

    found = read(path)

    assert len(found.lines) > 0
    assert len(seen) <= 2 * 4001


@pytest.mark.parametrize("lines", [2, 10, 290])
def test_a_value_of_many_lines_belongs_to_its_row(lines: int, tmp_path: Path) -> None:
    text = "\n".join(f"line {number}, and more" for number in range(lines))
    path = tmp_path / "organization.csv"
    path.write_text(f'id,name,legal_status\n1,"{text}",x\n2,b,y\n')

    found = read(path).lines

    assert [line.values["id"] for line in found] == ["1", "2"]
    assert found[0].values["name"] == text


def test_half_a_letter_in_a_feed_costs_that_letter_only(
    load_samples: Load, tmp_path: Path, rows: Ask
) -> None:
    (tmp_path / "feed.json").write_text(
        json.dumps([{"id": "1", "name": "Half \ud800 Pantry", "locations": [], "services": []}])
    )

    load_samples(tmp_path / "feed.json")

    assert rows("SELECT name FROM organizations") == [("Half ? Pantry",)]
