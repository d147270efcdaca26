"""What the terminal is like, as far as the environment and the system tell."""

import os
import sys

_USUAL, _LEAST, _MOST = 80, 20, 1_000
_DIGITS = 9


def terminal_width() -> int:
    """Return the columns of the terminal: ``COLUMNS``, or what the system says, or 80.

    Kept within bounds, since a table is drawn as wide as this, and an environment may hold anything.
    """
    said = os.environ.get("COLUMNS", "")
    width = int(said) if said.isascii() and said.isdigit() and len(said) <= _DIGITS else 0
    return max(_LEAST, min(width or _asked(), _MOST))


def is_styled() -> bool:
    """Return whether headings may be bold: on a terminal that can, unless somebody said no.

    ``NO_COLOR`` says no if it holds anything, as https://no-color.org has it.
    """
    refused = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not refused


def _asked() -> int:
    """Return what the system says of the first standard stream that is a terminal."""
    for stream in (0, 1, 2):
        try:
            return os.get_terminal_size(stream).columns or _USUAL
        except OSError:
            continue
    return _USUAL
