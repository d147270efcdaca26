"""The cells of an Excel workbook as text, with merged ones filled; nothing in it is run or followed.

Only what a list needs is read: values and how days are shown. A library for workbooks would bring all
the rest, and makes a cell for each place of a merged range, however large a file says it is.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from io import BytesIO
from itertools import islice
from typing import Final, NamedTuple
from xml.etree import ElementTree as ET

from collabkit.errors import UsageError

MAX_PART: Final = 32_000_000
"""Bytes of one part of a workbook, unpacked."""
MAX_COLUMNS: Final = 200
MAX_SHEETS: Final = 50
MAX_MERGES: Final = 5_000
_DAY_FORMATS: Final = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])
"""Formats of days that every workbook knows by number."""
_QUOTED: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.')
"""What in the pattern of a number is shown as it is."""
_REFERENCE: Final = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Sheet(NamedTuple):
    """One sheet."""

    name: str
    rows: Mapping[int, list[str]]
    """The cells of each line that has any, by its number."""
    hidden: bool


class Merge(NamedTuple):
    """A range of cells that was made one."""

    top: int
    left: int
    bottom: int
    right: int


def is_workbook(raw: bytes) -> bool:
    """Return whether *raw* is packed as workbooks are."""
    return raw.startswith(b"PK\x03\x04")


def is_old_workbook(raw: bytes) -> bool:
    """Return whether *raw* is a workbook of Excel before 2007, or one with a password."""
    return raw.startswith(b"\xd0\xcf\x11\xe0")


def sheets_of(raw: bytes, name: str) -> list[Sheet]:
    """Return the sheets of the workbook *raw*, which is called *name*.

    Raises:
        UsageError: it is none, or larger than anybody means.
    """
    try:
        with zipfile.ZipFile(BytesIO(raw)) as parts:
            return list(_sheets(parts))
    except (zipfile.BadZipFile, ET.ParseError, KeyError, ValueError, NotImplementedError) as error:
        raise UsageError(
            f"{name} is no Excel workbook that can be read",
            "Save it as .xlsx or CSV in your spreadsheet program, and give that file.",
        ) from error
    except (RuntimeError, OSError, EOFError) as error:  # a password, or damage
        raise UsageError(
            f"{name} is locked or damaged", "Open it, and save it as CSV, without a password."
        ) from error


def _sheets(parts: zipfile.ZipFile) -> Iterator[Sheet]:
    book = _tree(parts, "xl/workbook.xml")
    targets = {
        each.get("Id"): (each.get("Target") or "").lstrip("/")
        for each in _tree(parts, "xl/_rels/workbook.xml.rels")
    }
    known = set(parts.namelist())
    texts = _shared_texts(parts) if "xl/sharedStrings.xml" in known else []
    days = _day_styles(parts) if "xl/styles.xml" in known else frozenset()
    counted_from = date(1904, 1, 1) if _counts_from_1904(book) else date(1899, 12, 30)
    for each in islice(book.iter("sheet"), MAX_SHEETS):
        relation = next((value for key, value in each.attrib.items() if key.endswith("}id")), "")
        target = targets.get(relation, "")
        place = target if target.startswith("xl/") else f"xl/{target}"
        if place in known:  # a sheet of charts is no such part
            cells = _Cells(texts, days, counted_from)
            yield Sheet(
                each.get("name") or "",
                cells.rows(_tree(parts, place)),
                each.get("state", "visible") != "visible",
            )


def _tree(parts: zipfile.ZipFile, name: str) -> ET.Element:
    with parts.open(name) as stream:
        raw = stream.read(MAX_PART + 1)
    if len(raw) > MAX_PART:
        raise UsageError(f"{name} in the workbook is larger than {MAX_PART:,} bytes")
    if b"<!DOCTYPE" in raw[:1_000]:
        raise ValueError(name)
    tree = ET.fromstring(raw)  # noqa: S314 - expat refuses what grows, and a DOCTYPE never gets here
    for each in tree.iter():  # of the two names that workbooks give their elements, the plain part
        if isinstance(each.tag, str):
            each.tag = each.tag.rpartition("}")[2]
    return tree


def _counts_from_1904(book: ET.Element) -> bool:
    facts = book.find("workbookPr")
    return facts is not None and facts.get("date1904") in {"1", "true"}


def _shared_texts(parts: zipfile.ZipFile) -> list[str]:
    return [_text(each) for each in _tree(parts, "xl/sharedStrings.xml").iter("si")]


def _text(item: ET.Element) -> str:
    """Return the text of *item*, without the small letters over Japanese that say how it sounds."""
    runs = [item, *(each for each in item if each.tag == "r")]
    said = "".join(each.text or "" for run in runs for each in run if each.tag == "t")
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), said)


def _day_styles(parts: zipfile.ZipFile) -> frozenset[int]:
    """Return the styles whose numbers are days."""
    styles = _tree(parts, "xl/styles.xml")
    shown = {
        int(each.get("numFmtId") or 0): _QUOTED.sub("", each.get("formatCode") or "").lower()
        for each in styles.iter("numFmt")
    }
    of_days = {number for number, code in shown.items() if "d" in code or "yy" in code}
    cells = styles.find("cellXfs")
    formats = [int(each.get("numFmtId") or 0) for each in cells] if cells is not None else []
    return frozenset(
        place
        for place, number in enumerate(formats)
        if (number in of_days) or (number in _DAY_FORMATS and number not in shown)
    )


class _Cells:
    """Cells of one workbook as text."""

    def __init__(self, texts: list[str], days: frozenset[int], counted_from: date) -> None:
        self._texts = texts
        self._days = days
        self._counted_from = counted_from

    def rows(self, sheet: ET.Element) -> dict[int, list[str]]:
        """Return the lines of *sheet*, merged cells filled with what stands in the first of them."""
        found: dict[int, list[str]] = {}
        line = 0
        for row in sheet.iter("row"):
            line = int(row.get("r") or line + 1)
            cells = found.setdefault(line, [])
            column = -1
            for cell in row:
                place = _REFERENCE.fullmatch(cell.get("r") or "")
                column = _column(place[1]) if place else column + 1
                if cell.tag == "c" and column < MAX_COLUMNS:
                    cells += [""] * (column + 1 - len(cells))
                    cells[column] = self._value(cell)
        for merge in filter(None, map(_merge, islice(sheet.iter("mergeCell"), MAX_MERGES))):
            _fill(found, merge)
        return found

    def _value(self, cell: ET.Element) -> str:
        inline = cell.find("is")
        if inline is not None:
            return _text(inline)
        said = cell.findtext("v") or ""
        match cell.get("t"):
            case "s":
                number = int(said or -1)
                return self._texts[number] if 0 <= number < len(self._texts) else ""
            case "b":
                return {"1": "yes", "0": "no"}.get(said, said)
            case "d":
                return said.partition("T")[0]
            case "e":
                return ""
            case None | "n" if said:
                return self._number(said, int(cell.get("s") or 0) in self._days)
            case _:
                return said

    def _number(self, said: str, is_day: bool) -> str:  # noqa: FBT001 - how the cell is shown
        value = float(said)
        if is_day and 0 < value < _LAST_DAY:
            return (self._counted_from + timedelta(days=int(value))).isoformat()
        return str(int(value)) if value == int(value) else said


_LAST_DAY: Final = 110_000
"""The number of a day after the year 2200."""


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _merge(element: ET.Element) -> Merge | None:
    first, _, last = (element.get("ref") or "").partition(":")
    one, other = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)
    if one is None or other is None:
        return None
    return Merge(int(one[2]), _column(one[1]), int(other[2]), _column(other[1]))


def _fill(rows: dict[int, list[str]], merge: Merge) -> None:
    """Write what stands in the first cell of *merge* into its others, in lines that there are."""
    first = rows.get(merge.top, [])
    value = first[merge.left] if merge.left < len(first) else ""
    right = min(merge.right, MAX_COLUMNS - 1)
    last = min(merge.bottom, max(rows, default=0))
    for line in range(merge.top, last + 1) if value else ():
        cells = rows.get(line)
        if cells is None:
            continue
        cells += [""] * (right + 1 - len(cells))
        for column in range(merge.left, right + 1):
            cells[column] = value
