"""Text from data made harmless: no terminal obeys it, no spreadsheet runs it."""

import re
from functools import cache

from collabkit.markdown import CONTROLS


@cache
def _control() -> re.Pattern[str]:
    return re.compile(f"[\x00-\x1f{CONTROLS}]")


def inert(text: str) -> str:
    r"""Return *text* with everything a terminal would obey shown instead of sent.

    Control characters, line ends and the marks that reorder text come out as ``\\x1b``.
    """
    return text if text.isprintable() else _control().sub(lambda found: ascii(found[0])[1:-1], text)


def cell(value: object) -> str:
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
            return ", ".join(cell(each) for each in value)
        case _:
            return inert(str(value))


# A spreadsheet runs a cell that starts so, also after blanks, and in full-width letters.
@cache
def _formula() -> re.Pattern[str]:
    return re.compile(r"^\s*[=+\-@\uff1d\uff0b\uff0d\uff20|%]|^[\t\r\n]")


def spreadsheet(value: object) -> str:
    """Return *value* as a cell that no spreadsheet takes for a formula."""
    text = cell(value)
    return f"'{text}" if not isinstance(value, (int, float)) and _formula().match(text) else text
