"""Strings that programs have choked on, from ``tests/data``."""

import json
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
