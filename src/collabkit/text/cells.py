"""Values as cells of a table, and cells that no spreadsheet runs."""

import re
from functools import cache

from collabkit.text.characters import escape_terminal


def cell_text(value: object) -> str:
    """Return *value* as one cell, on one line, the same in every tabular format."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float():
            # Digits enough for any figure, and no tail of a binary fraction.
            return f"{value:.15g}"
        case list() | tuple():
            return ", ".join(cell_text(each) for each in value)
        case _:
            return escape_terminal(str(value))


def figure(value: float | None) -> str:
    """Return *value* as people write it, such as "1,900"; nothing for none."""
    return "" if value is None else f"{value:,.10g}"


def escape_cell(value: object) -> str:
    """Return *value* as a cell that no spreadsheet takes for a formula."""
    text = cell_text(value)
    return f"'{text}" if not isinstance(value, (int, float)) and _formula().match(text) else text


# A spreadsheet runs a cell that starts so, also after blanks, and in full-width letters.
@cache
def _formula() -> re.Pattern[str]:
    return re.compile(r"^\s*[=+\-@\uff1d\uff0b\uff0d\uff20|%]|^[\t\r\n]")
