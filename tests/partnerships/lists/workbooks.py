"""Spreadsheets of partners as libraries keep them, made here cell by cell."""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook

Rows = Sequence[Sequence[object]]


def workbook(rows: Rows, merged: Sequence[str] = (), **sheets: Rows) -> bytes:
    """Return an Excel workbook of *rows*, cells merged, and of further sheets."""
    book = Workbook()
    book.remove(book.active)
    for name, lines in ({"Sheet1": rows} | sheets).items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(list(line))
    for cells in merged:
        book["Sheet1"].merge_cells(cells)
    written = BytesIO()
    book.save(written)
    return written.getvalue()
