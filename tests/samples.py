"""Strings that programs have choked on, from ``tests/data``."""

import json
import re
from pathlib import Path

DATA = Path(__file__).parent / "data"

NAUGHTY: tuple[str, ...] = tuple(
    json.loads((DATA / "naughty_strings" / "blns.json").read_text(encoding="utf-8"))
)
FORMULAS = tuple((DATA / "csv_formulas" / "formulas.txt").read_text(encoding="utf-8").splitlines())
ESCAPES = (
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "\x1b]8;;http://example.org\x1b\\link\x1b]8;;\x1b\\",
    "\x9b2J",
    "\x07\x08\x7f\x00",
    "a\rb",
    "a\nb",
    "a\tb",
    "a\x85b\u2028c\u2029d",
    "\u202eoops\u202c",
    "\u2066oops\u2069",
    "\ufeffmark",
    "lone \ud800 half",
    "\udce9",
)
"""What a terminal would obey, and what splits lines."""
MARKUP = ("[bold]x[/bold]", "[/]", "[red", "[link=http://example.org]x[/link]", ":smile:", "\\[b]")
"""What rich would take for its own."""
HOSTILE = (*NAUGHTY, *FORMULAS, *ESCAPES, *MARKUP)
OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)
"""What no output may hold; line ends and tabs are the formats' own."""
