"""A file that holds a list, as lines of cells: a sheet of a workbook, or a CSV."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from collabkit.errors import UsageError, cut
from collabkit.partnerships.lists.workbooks import is_old_workbook, is_workbook, sheets_of
from collabkit.partnerships.tables import cells_of, decoded, plain

MAX_LINES: Final = 20_000
"""Of a list; nobody has more partners."""
Cells = tuple[str, ...]


class Grid(NamedTuple):
    """The lines of one sheet that hold something."""

    sheet: str
    """Its name; nothing for a CSV."""
    lines: tuple[tuple[int, Cells], ...]
    """Each with its number in the file."""


def grids_of(raw: bytes, name: str, sheet: str = "") -> list[Grid]:
    """Return the sheets of the file *raw* in which something stands, those that are hidden last.

    Args:
        raw: a workbook (.xlsx), or a CSV whatever a spreadsheet made of it.
        name: what the file is called.
        sheet: the name of the only sheet that is asked for.

    Raises:
        UsageError: it is neither, has no such sheet, or holds nothing.
    """
    if is_old_workbook(raw) or name.casefold().endswith((".xls", ".ods", ".numbers")):
        raise UsageError(
            f"{name} is a workbook of a kind that is not read",
            "Save it as .xlsx or CSV in your spreadsheet program, and give that file.",
        )
    if name.casefold().endswith((".xlsx", ".xlsm")) and raw and not is_workbook(raw):
        raise UsageError(
            f"{name} is no Excel workbook that can be read",
            "Save it as .xlsx or CSV in your spreadsheet program, and give that file.",
        )
    if is_workbook(raw):
        found = [
            (each.hidden, Grid(each.name, _lines(sorted(each.rows.items()))))
            for each in sheets_of(raw, name)
        ]
        grids = [grid for _, grid in sorted(found, key=lambda each: each[0]) if grid.lines]
    else:
        lines = _lines(cells_of(decoded(raw), titled=True))
        grids = [Grid("", lines)] if lines else []
    if not grids:
        raise UsageError(f"{name} is empty", "Save the list in your spreadsheet program again.")
    if not sheet:
        return grids
    named = [grid for grid in grids if grid.sheet.casefold() == sheet.casefold()]
    if not named:
        sheets = ", ".join(grid.sheet or "only one sheet" for grid in grids)
        raise UsageError(f"{name} has no sheet called {cut(sheet)!r}", f"It has: {sheets}.")
    return named


def _lines(rows: Iterable[tuple[int, Sequence[str]]]) -> tuple[tuple[int, Cells], ...]:
    found: list[tuple[int, Cells]] = []
    for number, cells in rows:
        values = tuple(plain(cell) for cell in cells)
        if any(values):
            found.append((number, values))
        if len(found) > MAX_LINES:
            raise UsageError(f"the list has more than {MAX_LINES:,} lines", "Part it in two.")
    return tuple(found)
