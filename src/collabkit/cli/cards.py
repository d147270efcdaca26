"""Records as cards to be read: a line on top, and what belongs to it below."""

import textwrap
from shutil import get_terminal_size

from collabkit.text.characters import escape_terminal

INDENT = " " * 4
_WIDEST = 100
"""Characters of a line that still reads well."""


def wrapped(text: str, hang: int = 2) -> list[str]:
    """Return *text* in indented lines as wide as the terminal, each further one *hang* deeper.

    Words are never parted, so that an address stays whole however long it is.
    """
    width = min(_WIDEST, get_terminal_size((80, 24)).columns)
    return textwrap.wrap(
        escape_terminal(text),
        width,
        initial_indent=INDENT,
        subsequent_indent=INDENT + " " * hang,
        break_long_words=False,
        break_on_hyphens=False,
    )
