"""The characters that act instead of standing on the page. One list, for every reader."""

import re
from functools import cache

UNSEEN = (
    "\x00-\x1f\x7f-\x9f"  # the C0 and C1 controls and DEL: what terminals obey
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks that turn text around
    "\u2028\u2029"  # ends of lines and paragraphs, which some programs take for such and some not
    "\ud800-\udfff"  # halves of surrogate pairs: from names of files that are no Unicode
    "\ufeff\ufffe\uffff"  # the mark of byte order, and what no XML may hold
)
"""For the brackets of a pattern."""


@cache
def _unseen() -> re.Pattern[str]:
    return re.compile(f"[{UNSEEN}]")


def escape_terminal(text: str) -> str:
    r"""Return *text* with everything that acts unseen shown instead of sent, such as ``\\x1b``."""
    return text if text.isprintable() else _unseen().sub(_shown, text)


def escape_line(text: str) -> str:
    """Return *text* on one line, blanks and line ends as one blank, escaped as for a terminal."""
    return escape_terminal(" ".join(text.split()))


def _shown(found: re.Match[str]) -> str:
    return ascii(found[0])[1:-1]
