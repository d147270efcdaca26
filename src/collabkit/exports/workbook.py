"""Partnerships as an Excel workbook, a sheet for each sort of thing. The only module that knows XlsxWriter."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import NamedTuple

from collabkit.errors import CollabkitError
from collabkit.exports.network import Network, Node
from collabkit.exports.rows import PartnershipRow
from collabkit.extras import install_command
from collabkit.text.cells import cell_text

_TEXT_ONLY = {
    "in_memory": True,
    # What a library keeps is text; a cell that begins with = is a name that begins so.
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_LONGEST = 32_767
"""Letters of a cell, by Excel's own limit."""
_WIDEST = 60
"""Letters of a column, beyond which a cell wraps."""


class WorkbookSheet(NamedTuple):
    """One sheet."""

    name: str
    heads: tuple[str, ...]
    rows: Sequence[Sequence[object]]


def workbook(rows: Iterable[PartnershipRow], drawn: Network, today: date) -> bytes:
    """Return the partnerships *rows*, and what they tie together, as a workbook; the same bytes each time.

    Args:
        rows: partnerships as they stand *today*.
        drawn: organizations, goals, works, people if they are asked for, and ties.
        today: the day that the workbook bears.

    Raises:
        CollabkitError: XlsxWriter is not installed.
    """
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415 - an extra
    except ImportError:
        raise CollabkitError(
            "workbooks need the library XlsxWriter",
            f"Install it: {install_command('spreadsheet')}",
        ) from None
    buffer = BytesIO()
    book = Workbook(buffer, _TEXT_ONLY)
    # The day that was asked about, and not the clock: two runs give the same bytes.
    book.set_properties({"created": datetime.combine(today, time()), "author": "collabkit"})
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
    for sheet in _sheets(rows, drawn):
        page = book.add_worksheet(sheet.name)
        page.freeze_panes(1, 0)
        page.write_row(0, 0, sheet.heads, bold)
        for number, cells in enumerate(sheet.rows, start=1):
            for column, value in enumerate(cells):
                _write(page, number, column, value)
        page.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.heads) - 1)
        for column, width in enumerate(_widths(sheet)):
            page.set_column(column, column, width, wrapped if width == _WIDEST else None)
    book.close()
    return buffer.getvalue()


def _write(page, row: int, column: int, value: object) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001 - an extra's class
    match value:
        case None:
            return
        case bool():
            page.write_string(row, column, cell_text(value))
        case int() | float():
            page.write_number(row, column, value)
        case _:
            page.write_string(row, column, cell_text(value)[:_LONGEST])


def _sheets(rows: Iterable[PartnershipRow], drawn: Network) -> Iterable[WorkbookSheet]:
    heads = tuple(name.replace("_", " ") for name in PartnershipRow._fields)
    yield WorkbookSheet("Partnerships", heads, list(rows))
    for kind, name in _SHEETS:
        nodes = [node for node in drawn.nodes if node.kind == kind]
        if nodes:
            yield _of_nodes(name, nodes)
    yield WorkbookSheet(
        "Ties",
        ("from", "tie", "to", "stage"),
        [(tie.start.label, tie.kind, tie.end.label, tie.stage) for tie in drawn.ties],
    )


_SHEETS = (
    ("organization", "Organizations"),
    ("goal", "Goals"),
    ("work", "Works"),
    ("person", "People"),
)


def _of_nodes(name: str, nodes: Sequence[Node]) -> WorkbookSheet:
    fields = tuple(dict.fromkeys(field for node in nodes for field, _ in node.fields))
    rows = []
    for node in nodes:
        known = dict(node.fields)
        rows.append((node.label, *(known.get(field, "") for field in fields), node.what))
    return WorkbookSheet(name, ("name", *fields, "what"), rows)


def _widths(sheet: WorkbookSheet) -> list[int]:
    """Return how wide each column of *sheet* has to be, in letters."""
    columns = zip(sheet.heads, *(map(cell_text, row) for row in sheet.rows), strict=True)
    return [min(_WIDEST, 2 + max(map(len, column))) for column in columns]
